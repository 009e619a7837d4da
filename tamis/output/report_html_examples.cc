// What the steps took out, to be judged by eye: the first documents and pieces of each.

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "tamis/output/report_html_sections.h"
#include "tamis/output/report_numbers.h"

namespace tamis::output {
namespace {

// So many steps, those that took out the most text, show their examples at once; the others on a
// click.
constexpr std::size_t kNumOpen = 3;

// A crawl may hold any address: "javascript:" and "data:" must not become links.
bool is_web_address(std::string_view url) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    const bool fits = url.size() > scheme.size() &&
                      std::equal(scheme.begin(), scheme.end(), url.begin(), [](char want, char is) {
                        return want == (is >= 'A' && is <= 'Z' ? is - 'A' + 'a' : is);
                      });
    if (fits) return true;
  }
  return false;
}

void write_address(HtmlOutput& html, const DropExample& example) {
  html.open("p", {{"class", "address"}});
  if (is_web_address(example.url)) {
    html.open("a", {{"href", example.url}, {"rel", "noopener noreferrer nofollow"}});
    html.element("bdi", example.url).close();
  } else if (!example.url.empty()) {
    html.element("bdi", example.url);
  }
  if (!example.id.empty() && example.id != example.url) {
    html.text(" ").open("span", {{"class", "muted"}}).element("bdi", example.id).close();
  }
  html.close();
}

void write_verdict(HtmlOutput& html, const pipeline::Step& step, const DropExample& example) {
  if (step.rule == nullptr || std::isnan(example.value)) return;
  html.open("p", {{"class", "verdict"}}).element("b", readable_number(example.value));
  html.text(" ").text(step.rule->unit);
  html.element("span", "; kept: " + readable_bounds(step.keep), {{"class", "muted"}}).close();
}

void write_example(HtmlOutput& html, const pipeline::Step& step, const DropExample& example) {
  html.open("li");
  write_address(html, example);
  write_verdict(html, step, example);
  if (!example.text.empty()) html.element("blockquote", example.text, {{"dir", "auto"}});
  html.close();
}

// How much a step took out: what orders the steps, and what the summary line says.
std::int64_t num_taken_out(const pipeline::StepBooks& books) {
  return books.dropped.documents + books.cut.pieces;
}

void write_step_counts(HtmlOutput& html, const pipeline::Step& step,
                       const pipeline::StepBooks& books) {
  std::string counts;
  if (books.dropped.documents > 0)
    counts = counted(books.dropped.documents, "document") + " dropped";
  if (books.cut.pieces > 0) {
    if (!counts.empty()) counts += ", ";
    counts += counted(books.cut.pieces, rules::level_name(step.rule->level)) + " cut";
  }
  html.text(" ").element("span", step.stage + ": " + counts, {{"class", "muted"}});
}

// Whether there is something to judge by eye: a payload that was never decoded has no text.
bool shows_text(const std::vector<DropExample>& examples) {
  return std::any_of(examples.begin(), examples.end(),
                     [](const DropExample& example) { return !example.text.empty(); });
}

// The least number taken out that opens a step's examples.
std::int64_t opening_count(const pipeline::Plan& plan, const pipeline::Ledger& ledger,
                           const Examples& examples) {
  std::vector<std::int64_t> counts;
  for (CauseId cause = 0; cause < plan.steps.size(); ++cause) {
    if (shows_text(examples.of(cause))) counts.push_back(num_taken_out(ledger.step(cause)));
  }
  std::sort(counts.rbegin(), counts.rend());
  return counts.size() < kNumOpen ? 0 : counts[kNumOpen - 1];
}

void open_details(HtmlOutput& html, bool is_open) {
  if (is_open) {
    html.open("details", {{"open", ""}});
  } else {
    html.open("details");
  }
}

}  // namespace

void write_examples(HtmlOutput& html, const pipeline::Plan& plan, const pipeline::Ledger& ledger,
                    const Examples& examples) {
  open_section(html, "examples", "Examples of what went",
               "The first that each step took out, in the order of the input, and the beginning "
               "of their text. All of them are in the folder rejected/.");
  const std::int64_t opening = opening_count(plan, ledger, examples);
  for (CauseId cause = 0; cause < plan.steps.size(); ++cause) {
    if (examples.of(cause).empty()) continue;
    const pipeline::Step& step = plan.steps[cause];
    const pipeline::StepBooks books = ledger.step(cause);
    open_details(html, shows_text(examples.of(cause)) && num_taken_out(books) >= opening);
    html.open("summary");
    write_step_name(html, plan, cause);
    write_step_counts(html, step, books);
    html.close();
    html.element("p", step_summary(plan, cause), {{"class", "note"}}).open("ol");
    for (const DropExample& example : examples.of(cause)) write_example(html, step, example);
    html.close().close();
  }
  html.close();
}

}  // namespace tamis::output
