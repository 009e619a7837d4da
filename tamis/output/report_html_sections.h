// The sections of report.html, a function each, and the pieces that they share.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "tamis/output/html_output.h"
#include "tamis/output/report.h"

namespace tamis::output {

// The books of one source, or of all of them.
struct LedgerView {
  const pipeline::Plan& plan;
  const pipeline::Ledger& ledger;
  std::optional<std::size_t> source = std::nullopt;

  pipeline::StageFlow flow(std::size_t stage) const;
  pipeline::StepBooks step(CauseId cause) const;
  Amount read() const { return flow(0).in; }

  // What is left of all that was read, after the stage and those before it: a stage of a branch
  // sees only some of the documents.
  Amount left_after(std::size_t stage) const;

  std::int64_t num_kept() const { return left_after(plan.stages.size() - 1).documents; }
};

// The style sheet of the page.
std::string_view report_style();

// What is left after each stage, as bars.
void write_funnel(HtmlOutput& html, const LedgerView& books);

// What each step dropped, cut and edited.
void write_drops(HtmlOutput& html, const LedgerView& books);
void write_cuts(HtmlOutput& html, const LedgerView& books);
void write_edits(HtmlOutput& html, const LedgerView& books);

// Read and kept by source, and each source's own drops.
void write_sources(HtmlOutput& html, const pipeline::Plan& plan, const pipeline::Ledger& ledger);

// A histogram for every rule that measured something.
void write_histograms(HtmlOutput& html, const pipeline::Plan& plan, const pipeline::Ledger& ledger);

void write_languages(HtmlOutput& html, const pipeline::Ledger& ledger);

// The first documents and pieces that each step took out.
void write_examples(HtmlOutput& html, const pipeline::Plan& plan, const pipeline::Ledger& ledger,
                    const Examples& examples);

// A heading that the page's table of contents points to; close() ends the section.
void open_section(HtmlOutput& html, std::string_view id, std::string_view heading,
                  std::string_view explanation);

// A table that scrolls on narrow screens, up to and with its head; the first column is the rows'
// heading, the others are numbers.
void open_table(HtmlOutput& html, std::string_view label,
                std::initializer_list<std::string_view> columns);
void close_table(HtmlOutput& html);

// "1.2 MB", with the exact number to be had by pointing at it.
void write_bytes(HtmlOutput& html, std::int64_t num_bytes);

void write_number_cell(HtmlOutput& html, std::int64_t number);
void write_bytes_cell(HtmlOutput& html, std::int64_t num_bytes);
void write_text_cell(HtmlOutput& html, std::string_view text);

// Documents, bytes and characters, each with its share of `whole`.
void write_amount_cells(HtmlOutput& html, const Amount& amount, const Amount& whole);

// A bar of two parts: what stays, and what went.
void write_bar(HtmlOutput& html, std::int64_t kept, std::int64_t dropped, std::int64_t whole);

// Which documents a stage sees, in words: "for zh"; empty: all.
std::string seen_documents(const pipeline::Plan& plan, const pipeline::PlanStage& stage);

// What a step does, one sentence.
std::string_view step_summary(const pipeline::Plan& plan, CauseId cause);

// A step's name, with its summary to be had by pointing at it.
void write_step_name(HtmlOutput& html, const pipeline::Plan& plan, CauseId cause);

}  // namespace tamis::output
