#include <fmt/format.h>

#include <algorithm>

#include "tamis/output/report_html_sections.h"
#include "tamis/output/report_numbers.h"

namespace tamis::output {

pipeline::StageFlow LedgerView::flow(std::size_t stage) const {
  return source ? ledger.flow(*source, stage) : ledger.flow(stage);
}

pipeline::StepBooks LedgerView::step(CauseId cause) const {
  return source ? ledger.step(*source, cause) : ledger.step(cause);
}

Amount LedgerView::left_after(std::size_t stage) const {
  Amount left = read();
  for (std::size_t before = 0; before <= stage; ++before) {
    const pipeline::StageFlow passed = flow(before);
    left -= passed.in;
    left += passed.out;
  }
  return left;
}

void open_section(HtmlOutput& html, std::string_view id, std::string_view heading,
                  std::string_view explanation) {
  html.open("section", {{"id", id}}).element("h2", heading);
  if (!explanation.empty()) html.element("p", explanation, {{"class", "note"}});
}

void open_table(HtmlOutput& html, std::string_view label,
                std::initializer_list<std::string_view> columns) {
  html.open("div",
            {{"class", "scroll"}, {"role", "region"}, {"aria-label", label}, {"tabindex", "0"}});
  html.open("table").open("thead").open("tr");
  for (const std::string_view column : columns) html.element("th", column, {{"scope", "col"}});
  html.close().close();
}

void close_table(HtmlOutput& html) { html.close().close(); }

void write_bytes(HtmlOutput& html, std::int64_t num_bytes) {
  html.element("span", readable_bytes(num_bytes), {{"title", counted(num_bytes, "byte")}});
}

void write_number_cell(HtmlOutput& html, std::int64_t number) {
  html.element("td", grouped(number));
}

void write_bytes_cell(HtmlOutput& html, std::int64_t num_bytes) {
  html.open("td");
  write_bytes(html, num_bytes);
  html.close();
}

void write_text_cell(HtmlOutput& html, std::string_view text) { html.element("td", text); }

namespace {

void write_share(HtmlOutput& html, std::int64_t part, std::int64_t whole) {
  if (whole > 0) html.element("small", readable_share(part, whole));
}

}  // namespace

void write_amount_cells(HtmlOutput& html, const Amount& amount, const Amount& whole) {
  html.open("td").text(grouped(amount.documents));
  write_share(html, amount.documents, whole.documents);
  html.close().open("td");
  write_bytes(html, amount.bytes);
  write_share(html, amount.bytes, whole.bytes);
  html.close().open("td").text(grouped(amount.code_points));
  write_share(html, amount.code_points, whole.code_points);
  html.close();
}

void write_bar(HtmlOutput& html, std::int64_t kept, std::int64_t dropped, std::int64_t whole) {
  const auto width = [&](std::int64_t part) {
    const double share = whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
    return fmt::format("width:{:.2f}%", 100 * std::clamp(share, 0.0, 1.0));
  };
  html.open("span", {{"class", "bar"}, {"aria-hidden", "true"}});
  if (kept > 0) html.element("span", "", {{"class", "kept"}, {"style", width(kept)}});
  if (dropped > 0) html.element("span", "", {{"class", "dropped"}, {"style", width(dropped)}});
  html.close();
}

namespace {

std::string condition_words(const pipeline::Plan& plan, const pipeline::Condition& condition) {
  std::string words = fmt::format("{}", fmt::join(condition.languages, ", "));
  for (const std::uint32_t source : condition.sources) {
    if (!words.empty()) words += ", ";
    words += plan.sources[source].name;
  }
  return words;
}

}  // namespace

std::string seen_documents(const pipeline::Plan& plan, const pipeline::PlanStage& stage) {
  if (stage.is_otherwise) return "for documents of no branch";
  std::string words;
  for (const pipeline::Condition& condition : stage.conditions) {
    words += words.empty() ? "for " : "; ";
    words += condition_words(plan, condition);
  }
  return words;
}

std::string_view step_summary(const pipeline::Plan& plan, CauseId cause) {
  if (cause < kFirstStepCause) return drop_reason_summary(static_cast<DropReason>(cause));
  const pipeline::Step& step = plan.steps[cause];
  if (step.rule != nullptr) return step.rule->summary;
  if (step.transform != nullptr) return step.transform->summary;
  return "The document is for no branch of the recipe.";
}

void write_step_name(HtmlOutput& html, const pipeline::Plan& plan, CauseId cause) {
  html.element("code", plan.steps[cause].name, {{"title", step_summary(plan, cause)}});
}

}  // namespace tamis::output
