// A rule's numbers as a picture: how they spread, where the bounds lie, what they leave out.
//
// Heights grow with the square root of the count: what a bound leaves out is rare, and would be
// invisible on a plain scale beside the documents that measure 0.

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "tamis/output/report_html_sections.h"
#include "tamis/output/report_numbers.h"

namespace tamis::output {
namespace {

// In units of the picture, which are about pixels.
constexpr double kWidth = 380;
constexpr double kHeight = 168;
constexpr double kLeft = 38;
constexpr double kRight = 370;
constexpr double kTop = 34;  // room for two lines of bounds
constexpr double kBottom = 146;
constexpr double kBarGap = 0.8;
constexpr double kBarHeightMin = 1.5;
constexpr double kTickGapMin = 30;
constexpr double kLabelWidth = 70;

std::string coordinate(double value) { return fmt::format("{:.1f}", value); }

// One histogram and how its bins lie on the picture.
class Picture {
 public:
  Picture(const pipeline::Step& step, const Histogram& histogram)
      : step_(step), histogram_(histogram), scale_(step.rule->scale) {
    choose_range();
    for (int bin = first_; bin < last_; ++bin) tallest_ = std::max(tallest_, histogram.count(bin));
    min_ = std::isfinite(step.keep.min) ? x_of_min() : kLeft;
    max_ = std::isfinite(step.keep.max) ? x_of_max() : kRight;
  }

  void write(HtmlOutput& html, std::string_view label) const {
    html.open("svg", {{"viewBox", fmt::format("0 0 {} {}", kWidth, kHeight)},
                      {"role", "img"},
                      {"aria-label", label}});
    write_failing_sides(html);
    write_height_ticks(html);
    for (int bin = first_; bin < last_; ++bin) write_bin(html, bin);
    write_axis(html);
    if (std::isfinite(step_.keep.min))
      write_bound(html, min_, "\u2265 " + readable_number(step_.keep.min), kTop - 22);
    if (std::isfinite(step_.keep.max))
      write_bound(html, max_, "\u2264 " + readable_number(step_.keep.max), kTop - 9);
    html.close();
  }

 private:
  bool is_ratio() const { return Histogram::is_from_0_to_1(scale_); }

  // Ratios are always shown from 0 to 1, so that rules can be compared. Of others only the bins
  // from the smallest to the largest number or bound are, or most of the picture would be empty.
  void choose_range() {
    last_ = Histogram::num_bins(scale_);
    if (is_ratio()) return;
    const auto has_something = [&](int bin) {
      return histogram_.count(bin) > 0 || is_bound_in(bin, step_.keep.min) ||
             is_bound_in(bin, step_.keep.max);
    };
    while (last_ > 1 && !has_something(last_ - 1)) --last_;
    while (first_ + 1 < last_ && !has_something(first_)) ++first_;
    constexpr int kBinsMin = 12;
    last_ = std::min(Histogram::num_bins(scale_), std::max(last_ + 1, first_ + kBinsMin));
    first_ = std::max(0, first_ - 1);
  }

  bool is_bound_in(int bin, double bound) const {
    return std::isfinite(bound) && Histogram::bin_of(bound, scale_) == bin;
  }

  double x_of_bin(double bin) const {
    const double share = (bin - first_) / (last_ - first_);
    return kLeft + std::clamp(share, 0.0, 1.0) * (kRight - kLeft);
  }

  // Within a bin in proportion, as if its numbers lay evenly.
  double x_of(double value) const {
    const int bin = Histogram::bin_of(value, scale_);
    const double lower = Histogram::lower_edge(bin, scale_);
    const double upper = Histogram::lower_edge(bin + 1, scale_);
    return x_of_bin(bin + std::clamp((value - lower) / (upper - lower), 0.0, 1.0));
  }

  // Whole numbers that have a bin to themselves: a bound must not cut the bar of the number that
  // it names. By their names (STYLE.md), these are the rules of whole numbers.
  bool has_own_bin(double value, double next) const {
    return step_.rule->name.ends_with("_count") && value == std::floor(value) &&
           Histogram::bin_of(value, scale_) != Histogram::bin_of(next, scale_);
  }

  double x_of_min() const {
    const double min = step_.keep.min;
    return has_own_bin(min, min - 1) ? x_of_bin(Histogram::bin_of(min, scale_)) : x_of(min);
  }

  double x_of_max() const {
    const double max = step_.keep.max;
    return has_own_bin(max, max + 1) ? x_of_bin(Histogram::bin_of(max, scale_) + 1) : x_of(max);
  }

  double height_of(std::int64_t count) const {
    if (count == 0) return 0;
    const double share = static_cast<double>(count) / static_cast<double>(tallest_);
    return std::max(kBarHeightMin, std::sqrt(share) * (kBottom - kTop));
  }

  void write_rectangle(HtmlOutput& html, std::string_view look, double left, double right,
                       double height) const {
    if (right - left < 0.05) return;
    html.leaf("rect", {{"class", look},
                       {"x", coordinate(left)},
                       {"y", coordinate(kBottom - height)},
                       {"width", coordinate(right - left)},
                       {"height", coordinate(height)}});
  }

  void write_failing_sides(HtmlOutput& html) const {
    write_rectangle(html, "failing", kLeft, min_, kBottom - kTop);
    write_rectangle(html, "failing", max_, kRight, kBottom - kTop);
  }

  // A bar, in two colours if a bound lies inside its bin.
  void write_bin(HtmlOutput& html, int bin) const {
    const std::int64_t count = histogram_.count(bin);
    if (count == 0) return;
    const double left = x_of_bin(bin) + kBarGap / 2;
    const double right = x_of_bin(bin + 1) - kBarGap / 2;
    const double height = height_of(count);
    const double kept_from = std::clamp(min_, left, right);
    const double kept_to = std::clamp(max_, kept_from, right);
    html.open("g");
    html.element("title", fmt::format("{} to {}: {}", edge(bin), edge(bin + 1), grouped(count)));
    write_rectangle(html, "dropped", left, kept_from, height);
    write_rectangle(html, "kept", kept_from, kept_to, height);
    write_rectangle(html, "dropped", kept_to, right, height);
    html.close();
  }

  std::string edge(int bin) const {
    return fmt::format("{:.3g}", Histogram::lower_edge(bin, scale_));
  }

  void write_line(HtmlOutput& html, std::string_view look, double x1, double y1, double x2,
                  double y2) const {
    html.leaf("line", {{"class", look},
                       {"x1", coordinate(x1)},
                       {"y1", coordinate(y1)},
                       {"x2", coordinate(x2)},
                       {"y2", coordinate(y2)}});
  }

  void write_label(HtmlOutput& html, std::string_view look, double x, double y,
                   std::string_view anchor, std::string_view text) const {
    html.element(
        "text", text,
        {{"class", look}, {"x", coordinate(x)}, {"y", coordinate(y)}, {"text-anchor", anchor}});
  }

  // At the tallest bar and, a quarter of it, at half the height.
  void write_height_ticks(HtmlOutput& html) const {
    for (const std::int64_t count : {tallest_, tallest_ / 4}) {
      if (count == 0) continue;
      const double y = kBottom - height_of(count);
      write_line(html, "grid", kLeft, y, kRight, y);
      write_label(html, "tick", kLeft - 5, y + 3.5, "end",
                  short_number(static_cast<double>(count)));
    }
  }

  void write_axis(HtmlOutput& html) const {
    write_line(html, "axis", kLeft, kBottom, kRight, kBottom);
    if (is_ratio()) {
      for (const double value : {0.0, 0.25, 0.5, 0.75, 1.0}) write_tick(html, value);
      return;
    }
    double x_before = -kTickGapMin;
    const auto write_if_room = [&](double value) {
      const bool is_inside = value >= Histogram::lower_edge(first_, scale_) &&
                             value < Histogram::lower_edge(last_, scale_);
      if (!is_inside || x_of(value) - x_before < kTickGapMin) return;
      x_before = x_of(value);
      write_tick(html, value);
    };
    // 1, 2, 5, 10, 20 ... where there is room, else the powers of ten alone.
    const bool is_roomy = x_of_bin(first_ + 4) - kLeft >= kTickGapMin;
    std::vector<double> sizes;
    const double largest = Histogram::lower_edge(Histogram::num_bins(scale_), scale_);
    for (double power = scale_ == Scale::kNumber ? .1 : 1; power < largest; power *= 10) {
      for (const double digit : {1.0, 2.0, 5.0}) {
        if (digit == 1 || is_roomy) sizes.push_back(digit * power);
      }
    }
    for (auto size = sizes.rbegin(); size != sizes.rend(); ++size) write_if_room(-*size);
    if (scale_ == Scale::kNumber || first_ == 0) write_if_room(0);
    for (const double size : sizes) write_if_room(size);
  }

  void write_tick(HtmlOutput& html, double value) const {
    write_line(html, "axis", x_of(value), kBottom, x_of(value), kBottom + 4);
    write_label(html, "tick", x_of(value), kBottom + 16, "middle", short_number(value));
  }

  void write_bound(HtmlOutput& html, double x, std::string_view text, double y) const {
    write_line(html, "bound", x, y + 2, x, kBottom);
    const bool has_room = x + kLabelWidth < kWidth;
    write_label(html, "bound-label", has_room ? x + 4 : x - 4, y + 2, has_room ? "start" : "end",
                text);
  }

  const pipeline::Step& step_;
  const Histogram& histogram_;
  Scale scale_;
  int first_ = 0;  // the bins shown: first_ to last_ - 1
  int last_ = 0;
  std::int64_t tallest_ = 0;
  double min_ = 0;  // where the kept numbers begin and end on the picture
  double max_ = 0;
};

// What went out for this number: documents, or pieces of them.
std::int64_t num_failed(const pipeline::Step& step, const pipeline::StepBooks& books) {
  return step.rule->level == rules::Level::kDocument ? books.dropped.documents : books.cut.pieces;
}

// "50 to 100,000 words", "at most 0.2 (share of lines)".
std::string kept_numbers(const pipeline::Step& step) {
  const bool is_count = step.rule->scale == Scale::kCount;
  return fmt::format("{} {}{}{}", readable_bounds(step.keep), is_count ? "" : "(", step.rule->unit,
                     is_count ? "" : ")");
}

void write_source(HtmlOutput& html, const Citation& source) {
  html.open("p", {{"class", "muted"}}).text("Source: ");
  if (source.url.empty()) {
    html.text(source.work);
  } else {
    html.element("a", source.work, {{"href", source.url}, {"rel", "noopener noreferrer"}});
  }
  html.text(", ").text(source.where).text(".").close();
}

void write_card(HtmlOutput& html, const pipeline::Step& step, const Histogram& histogram,
                const pipeline::StepBooks& books) {
  const std::string measured =
      counted(histogram.total(), rules::level_name(step.rule->level)) + " measured";
  const std::string kept = kept_numbers(step);
  const std::string outside = grouped(num_failed(step, books)) + " out of bounds";
  html.open("figure", {{"class", "card"}}).open("figcaption");
  html.open("h3").element("code", step.name).text(" ");
  html.element("span", step.stage, {{"class", "muted"}}).close();
  html.element("p", step.rule->summary).close();
  Picture(step, histogram)
      .write(html,
             fmt::format("Histogram of {}: {}, {}; kept: {}", step.name, measured, outside, kept));
  html.open("p").text("Kept: ").element("b", kept).text(".").close();
  html.open("p").text(measured).text(", ").text(outside);
  html.text(fmt::format(" ({}).", readable_share(num_failed(step, books), histogram.total())));
  html.close();
  write_source(html, step.rule->source);
  html.close();
}

}  // namespace

void write_histograms(HtmlOutput& html, const pipeline::Plan& plan,
                      const pipeline::Ledger& ledger) {
  open_section(html, "numbers", "What the rules measured",
               "A line is a bound, and the tinted side fails. Bars grow with the square root of "
               "their count, so that rare numbers stay visible. A rule sees only what the rules "
               "before it let through.");
  std::string silent;
  html.open("div", {{"class", "cards"}});
  for (CauseId cause = kFirstStepCause; cause < plan.steps.size(); ++cause) {
    const pipeline::Step& step = plan.steps[cause];
    if (step.rule == nullptr) continue;
    if (ledger.histogram(cause).total() > 0) {
      write_card(html, step, ledger.histogram(cause), ledger.step(cause));
    } else {
      silent += fmt::format("{}{} ({})", silent.empty() ? "" : ", ", step.name, step.stage);
    }
  }
  html.close();
  if (!silent.empty())
    html.element("p", "Nothing came to these rules: " + silent + ".", {{"class", "note"}});
  html.close();
}

}  // namespace tamis::output
