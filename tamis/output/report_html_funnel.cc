// Where documents were lost: the funnel, what each step dropped, cut and edited, and the same for
// each source.

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "tamis/output/report_html_sections.h"
#include "tamis/output/report_numbers.h"

namespace tamis::output {
namespace {

// The steps of a stage that `wants`.
template <typename Wants>
std::vector<CauseId> steps_of(const pipeline::Plan& plan, std::string_view stage,
                              const Wants& wants) {
  std::vector<CauseId> causes;
  for (CauseId cause = 0; cause < plan.steps.size(); ++cause) {
    if (plan.steps[cause].stage == stage && wants(cause)) causes.push_back(cause);
  }
  return causes;
}

// One line for all steps that did nothing: there, but not in the way.
void write_idle_steps(HtmlOutput& html, const pipeline::Plan& plan,
                      const std::vector<CauseId>& causes, std::string_view did_nothing,
                      std::string_view num_columns) {
  if (causes.empty()) return;
  html.open("tr", {{"class", "idle"}}).open("td", {{"colspan", num_columns}});
  html.text(did_nothing).text(": ");
  for (const CauseId cause : causes) {
    if (cause != causes.front()) html.text(", ");
    write_step_name(html, plan, cause);
  }
  html.close().close();
}

void write_stage_name(HtmlOutput& html, const pipeline::Plan& plan,
                      const pipeline::PlanStage& stage) {
  html.element("b", stage.name);
  const std::string seen = seen_documents(plan, stage);
  if (!seen.empty()) html.text(" ").element("span", seen, {{"class", "muted"}});
}

void write_funnel_row(HtmlOutput& html, const LedgerView& books, std::size_t stage) {
  const Amount read = books.read();
  const Amount left = books.left_after(stage);
  const pipeline::StageFlow flow = books.flow(stage);
  const std::int64_t num_dropped = flow.in.documents - flow.out.documents;
  html.open("tr").open("th", {{"scope", "row"}}).text("after ");
  write_stage_name(html, books.plan, books.plan.stages[stage]);
  write_bar(html, left.documents, num_dropped, read.documents);
  html.close();
  write_number_cell(html, left.documents);
  write_text_cell(html, readable_share(left.documents, read.documents));
  write_number_cell(html, num_dropped);
  write_bytes_cell(html, left.bytes);
  html.close();
}

void write_drop_row(HtmlOutput& html, const LedgerView& books, CauseId cause, const Amount& in,
                    std::int64_t largest) {
  const Amount dropped = books.step(cause).dropped;
  html.open("tr").open("th", {{"scope", "row"}});
  write_step_name(html, books.plan, cause);
  write_bar(html, 0, dropped.documents, largest);
  html.close();
  write_amount_cells(html, dropped, in);
  html.close();
}

void write_stage_drops(HtmlOutput& html, const LedgerView& books, std::size_t stage,
                       std::int64_t largest) {
  const pipeline::PlanStage& plan_stage = books.plan.stages[stage];
  const Amount in = books.flow(stage).in;
  html.open("tbody").open("tr", {{"class", "stage"}}).open("th", {{"scope", "rowgroup"}});
  html.text("into ");
  write_stage_name(html, books.plan, plan_stage);
  html.close();
  write_amount_cells(html, in, {});
  html.close();
  std::vector<CauseId> idle;
  const auto is_listed = [&](CauseId cause) {
    return lists_drops(books.plan.steps[cause], books.step(cause));
  };
  for (const CauseId cause : steps_of(books.plan, plan_stage.name, is_listed)) {
    if (books.step(cause).dropped.documents > 0) {
      write_drop_row(html, books, cause, in, largest);
    } else {
      idle.push_back(cause);
    }
  }
  write_idle_steps(html, books.plan, idle, "dropped nothing", "4");
  html.close();
}

// Calls write(stage, cause) for each step of a kind that did something, then lists the others.
template <typename IsOfKind, typename IsIdle, typename Write>
void write_active_steps(HtmlOutput& html, const LedgerView& books, const IsOfKind& is_of_kind,
                        const IsIdle& is_idle, const Write& write, std::string_view num_columns) {
  std::vector<CauseId> idle;
  const auto is_listed = [&](CauseId cause) {
    return std::invoke(is_of_kind, books.plan.steps[cause]);
  };
  html.open("tbody");
  for (std::size_t stage = 0; stage < books.plan.stages.size(); ++stage) {
    for (const CauseId cause : steps_of(books.plan, books.plan.stages[stage].name, is_listed)) {
      if (is_idle(books.step(cause))) {
        idle.push_back(cause);
      } else {
        write(stage, cause);
      }
    }
  }
  write_idle_steps(html, books.plan, idle, "changed nothing", num_columns);
  html.close();
}

void open_step_row(HtmlOutput& html, const pipeline::Plan& plan, CauseId cause) {
  html.open("tr").open("th", {{"scope", "row"}});
  write_step_name(html, plan, cause);
  html.text(" ").element("span", plan.steps[cause].stage, {{"class", "muted"}}).close();
}

// "+12" of what was added, since a transform's books count what it takes away.
std::string signed_change(std::int64_t taken_away) {
  return taken_away < 0 ? "+" + grouped(-taken_away) : grouped(-taken_away);
}

bool has_step(const pipeline::Plan& plan, bool (pipeline::Step::*is_of_kind)() const) {
  return std::ranges::any_of(plan.steps, is_of_kind);
}

// A thousand files given one by one are a thousand sources; a page has its limits.
constexpr std::size_t kNumSourcesDetailed = 50;

void write_source_steps(HtmlOutput& html, const pipeline::Plan& plan,
                        const pipeline::Ledger& ledger, std::size_t source) {
  const LedgerView books = {plan, ledger, source};
  html.open("details").open("summary").text("Steps over ");
  html.element("b", plan.sources[source].name);
  html.element("span",
               fmt::format("{} of {} kept", grouped(books.num_kept()),
                           counted(books.read().documents, "document")),
               {{"class", "muted"}});
  html.close();
  write_drops(html, books);
  html.close();
}

}  // namespace

void write_funnel(HtmlOutput& html, const LedgerView& books) {
  const Amount read = books.read();
  open_table(html, "Documents left after each stage",
             {"Stage", "Documents left", "of read", "Dropped here", "Bytes"});
  html.open("tbody").open("tr").open("th", {{"scope", "row"}}).text("all that was read");
  write_bar(html, read.documents, 0, read.documents);
  html.close();
  write_number_cell(html, read.documents);
  write_text_cell(html, readable_share(read.documents, read.documents));
  write_text_cell(html, "");
  write_bytes_cell(html, read.bytes);
  html.close();
  for (std::size_t stage = 0; stage < books.plan.stages.size(); ++stage) {
    write_funnel_row(html, books, stage);
  }
  html.close();
  close_table(html);
}

void write_drops(HtmlOutput& html, const LedgerView& books) {
  Amount all_dropped;
  std::int64_t largest = 0;
  for (CauseId cause = 0; cause < books.plan.steps.size(); ++cause) {
    const Amount dropped = books.step(cause).dropped;
    all_dropped += dropped;
    largest = std::max(largest, dropped.documents);
  }
  open_table(html, "Documents dropped by each step", {"Step", "Documents", "Bytes", "Characters"});
  for (std::size_t stage = 0; stage < books.plan.stages.size(); ++stage) {
    write_stage_drops(html, books, stage, largest);
  }
  html.open("tfoot").open("tr").element("th", "all drops", {{"scope", "row"}});
  write_amount_cells(html, all_dropped, {.documents = books.read().documents});
  html.close().close();
  close_table(html);
}

void write_cuts(HtmlOutput& html, const LedgerView& books) {
  if (!has_step(books.plan, &pipeline::Step::can_cut)) return;
  open_section(html, "cuts", "Cut out of documents that went on",
               "Rules of paragraphs, sentences and clauses take out the pieces that fail and "
               "leave the rest. Shares are of the text that came into the stage.");
  open_table(html, "Pieces cut by each rule",
             {"Rule", "Documents touched", "Pieces", "Bytes", "Characters"});
  const auto is_idle = [](const pipeline::StepBooks& step) { return step.cut.pieces == 0; };
  const auto write_row = [&](std::size_t stage, CauseId cause) {
    const pipeline::CutAmount cut = books.step(cause).cut;
    const Amount in = books.flow(stage).in;
    open_step_row(html, books.plan, cause);
    html.open("td").text(grouped(cut.documents));
    html.element("small", readable_share(cut.documents, in.documents)).close();
    write_text_cell(html,
                    counted(cut.pieces, rules::level_name(books.plan.steps[cause].rule->level)));
    html.open("td");
    write_bytes(html, cut.bytes);
    html.element("small", readable_share(cut.bytes, in.bytes)).close();
    html.open("td").text(grouped(cut.code_points));
    html.element("small", readable_share(cut.code_points, in.code_points)).close();
    html.close();
  };
  write_active_steps(html, books, &pipeline::Step::can_cut, is_idle, write_row, "5");
  close_table(html);
  html.close();
}

void write_edits(HtmlOutput& html, const LedgerView& books) {
  if (!has_step(books.plan, &pipeline::Step::can_edit)) return;
  open_section(html, "edits", "Edited by transforms",
               "How many documents each transform changed, and by how much they grew or shrank.");
  open_table(html, "Documents edited by each transform",
             {"Transform", "Documents changed", "of those in", "Bytes", "Characters"});
  const auto is_idle = [](const pipeline::StepBooks& step) { return step.edited.documents == 0; };
  const auto write_row = [&](std::size_t stage, CauseId cause) {
    const pipeline::CutAmount edited = books.step(cause).edited;
    open_step_row(html, books.plan, cause);
    write_number_cell(html, edited.documents);
    write_text_cell(html, readable_share(edited.documents, books.flow(stage).in.documents));
    write_text_cell(html, signed_change(edited.bytes));
    write_text_cell(html, signed_change(edited.code_points));
    html.close();
  };
  write_active_steps(html, books, &pipeline::Step::can_edit, is_idle, write_row, "5");
  close_table(html);
  html.close();
}

void write_sources(HtmlOutput& html, const pipeline::Plan& plan, const pipeline::Ledger& ledger) {
  if (plan.sources.size() < 2) return;
  open_section(html, "sources", "Sources", "");
  open_table(html, "Documents of each source", {"Source", "Read", "Kept", "of read", "Text kept"});
  html.open("tbody");
  for (std::size_t source = 0; source < plan.sources.size(); ++source) {
    const LedgerView books = {plan, ledger, source};
    const Amount left = books.left_after(plan.stages.size() - 1);
    html.open("tr").open("th", {{"scope", "row"}}).text(plan.sources[source].name);
    write_bar(html, left.documents, books.read().documents - left.documents,
              books.read().documents);
    html.close();
    write_number_cell(html, books.read().documents);
    write_number_cell(html, left.documents);
    write_text_cell(html, readable_share(left.documents, books.read().documents));
    write_bytes_cell(html, left.bytes);
    html.close();
  }
  html.close();
  close_table(html);
  const std::size_t num_detailed = std::min(plan.sources.size(), kNumSourcesDetailed);
  for (std::size_t source = 0; source < num_detailed; ++source) {
    write_source_steps(html, plan, ledger, source);
  }
  if (num_detailed < plan.sources.size())
    html.element("p", "The steps over the other sources are in report.json.", {{"class", "note"}});
  html.close();
}

}  // namespace tamis::output
