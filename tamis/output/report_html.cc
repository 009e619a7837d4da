// report.html: one page that needs no script, no network and no other file.
//
// Nothing on it depends on time, threads or the machine. The sections are in report_html_*.cc.

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "tamis/base/version.h"
#include "tamis/output/report.h"
#include "tamis/output/report_html_sections.h"
#include "tamis/output/report_numbers.h"

namespace tamis::output {
namespace {

void write_head(HtmlOutput& html, const std::string& title) {
  html.open("head").leaf("meta", {{"charset", "utf-8"}});
  html.leaf("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
  html.leaf("meta", {{"name", "color-scheme"}, {"content", "light dark"}});
  html.leaf("meta", {{"name", "generator"}, {"content", fmt::format("Tamis {}", kVersion)}});
  html.element("title", title);
  html.open("style").markup(report_style()).close().close();
}

std::string summary(const Amount& read, const Amount& kept) {
  if (read.documents == 0) return "No documents were read.";
  return fmt::format("Of {} read, {} {} kept: {} of text.", counted(read.documents, "document"),
                     grouped(kept.documents), kept.documents == 1 ? "was" : "were",
                     readable_bytes(kept.bytes));
}

void write_figure(HtmlOutput& html, std::string_view name, std::string_view value,
                  std::string_view exact) {
  html.open("div").element("dt", name).element("dd", value, {{"title", exact}}).close();
}

void write_key_figures(HtmlOutput& html, const Amount& read, const Amount& kept) {
  const auto write_count = [&](std::string_view name, std::int64_t count) {
    write_figure(html, name, grouped(count), grouped(count));
  };
  html.open("dl", {{"class", "figures"}});
  write_count("documents read", read.documents);
  write_count("documents kept", kept.documents);
  write_figure(html, "of documents kept", readable_share(kept.documents, read.documents),
               fmt::format("{} of {}", grouped(kept.documents), grouped(read.documents)));
  write_figure(html, "text kept", readable_bytes(kept.bytes), counted(kept.bytes, "byte"));
  write_count("characters kept", kept.code_points);
  html.close();
}

struct FileCount {
  std::int64_t files = 0;
  std::int64_t bytes = 0;
};

void write_source_line(HtmlOutput& html, const pipeline::InputSource& source,
                       const FileCount& count) {
  html.open("li");
  // Without a name of its own, a source is called by its pattern.
  const bool has_name = source.patterns.size() != 1 || source.patterns.front() != source.name;
  if (has_name) html.element("b", source.name).text(" ");
  for (const std::string& pattern : source.patterns) html.element("code", pattern).text(" ");
  html.open("span", {{"class", "muted"}}).text(counted(count.files, "file"));
  if (count.bytes > 0) {
    html.text(", ");
    write_bytes(html, count.bytes);
  }
  html.close().close();
}

constexpr std::size_t kNumSourcesListed = 20;

void write_inputs(HtmlOutput& html, const pipeline::Plan& plan) {
  std::vector<FileCount> counts(plan.sources.size());
  for (const pipeline::InputFile& file : plan.files) {
    ++counts[file.source].files;
    counts[file.source].bytes += file.num_bytes;
  }
  html.element("dt", "input").open("dd").open("ul");
  const std::size_t num_listed = std::min(counts.size(), kNumSourcesListed);
  for (std::size_t source = 0; source < num_listed; ++source) {
    write_source_line(html, plan.sources[source], counts[source]);
  }
  if (num_listed < counts.size()) {
    const auto num_others = static_cast<std::int64_t>(counts.size() - num_listed);
    html.element("li", "and " + counted(num_others, "more source"), {{"class", "muted"}});
  }
  html.close().close();
}

void write_other_records(HtmlOutput& html, const pipeline::Ledger& ledger) {
  if (ledger.other_records.empty()) return;
  std::string list;
  for (const auto& [type, num_records] : ledger.other_records) {
    list += fmt::format("{}{} {}", list.empty() ? "" : ", ", grouped(num_records), type);
  }
  html.element("dt", "passed over").open("dd").text("records that are no documents: ");
  html.text(list).close();
}

void write_origin(HtmlOutput& html, const pipeline::Plan& plan, const pipeline::Ledger& ledger) {
  html.open("dl", {{"class", "origin"}}).element("dt", "recipe").open("dd");
  html.element("code", plan.recipe_path);
  for (const std::string& value : plan.overrides) {
    html.text(" ").element("code", "--set " + value, {{"class", "override"}});
  }
  html.close();
  write_inputs(html, plan);
  write_other_records(html, ledger);
  html.close();
}

void write_contents(HtmlOutput& html, bool has_many_sources) {
  html.open("nav", {{"aria-label", "Contents"}});
  const auto write_link = [&](std::string_view target, std::string_view name) {
    html.element("a", name, {{"href", target}}).text(" ");
  };
  write_link("#funnel", "Funnel");
  write_link("#drops", "Drops");
  if (has_many_sources) write_link("#sources", "Sources");
  write_link("#numbers", "Numbers");
  write_link("#languages", "Languages");
  write_link("#examples", "Examples");
  write_link("#recipe", "Recipe");
  html.close();
}

// A crawl has some seventy; the rarer ones are there on a click.
constexpr std::size_t kNumLanguagesShown = 10;

using LanguageRow = std::pair<std::string, pipeline::LanguageBooks>;

void write_language_row(HtmlOutput& html, const LanguageRow& row, std::int64_t largest) {
  const auto& [tag, books] = row;
  const bool is_tagged = !tag.empty();
  html.open("tr").open("th", {{"scope", "row"}}).text(is_tagged ? tag : pipeline::kUntagged);
  write_bar(html, books.kept.documents,
            std::max<std::int64_t>(0, books.read - books.kept.documents), largest);
  html.close();
  // Documents that were dropped before a step looked for their language are not booked here.
  write_text_cell(html, is_tagged ? grouped(books.read) : "\u2013");
  write_number_cell(html, books.kept.documents);
  write_text_cell(html, readable_share(books.kept.documents, is_tagged ? books.read : 0));
  write_bytes_cell(html, books.kept.bytes);
  write_number_cell(html, books.kept.code_points);
  html.close();
}

void write_language_table(HtmlOutput& html, std::span<const LanguageRow> rows,
                          std::int64_t largest) {
  open_table(html, "Documents of each language",
             {"Language", "Found", "Kept", "of found", "Text kept", "Characters kept"});
  html.open("tbody");
  for (const LanguageRow& row : rows) write_language_row(html, row, largest);
  html.close();
  close_table(html);
}

void write_recipe(HtmlOutput& html, const pipeline::Plan& plan) {
  open_section(html, "recipe", "The recipe", "");
  html.open("details").open("summary").element("code", plan.recipe_path).close();
  html.element("pre", plan.recipe_text, {{"tabindex", "0"}}).close().close();
}

}  // namespace

void write_languages(HtmlOutput& html, const pipeline::Ledger& ledger) {
  std::vector<LanguageRow> rows(ledger.languages().begin(), ledger.languages().end());
  std::stable_sort(rows.begin(), rows.end(), [](const LanguageRow& a, const LanguageRow& b) {
    return std::max(a.second.read, a.second.kept.documents) >
           std::max(b.second.read, b.second.kept.documents);
  });
  std::int64_t largest = 0;
  for (const auto& [tag, books] : rows) {
    largest = std::max({largest, books.read, books.kept.documents});
  }
  open_section(html, "languages", "Languages",
               "Of the documents that lived long enough for their language to be found.");
  const auto all = std::span<const LanguageRow>(rows);
  const std::size_t num_shown = std::min(all.size(), kNumLanguagesShown);
  write_language_table(html, all.first(num_shown), largest);
  if (num_shown < all.size()) {
    html.open("details").open("summary");
    html.text(counted(static_cast<std::int64_t>(all.size() - num_shown), "rarer language")).close();
    write_language_table(html, all.subspan(num_shown), largest);
    html.close();
  }
  html.close();
}

std::string report_html(const pipeline::Plan& plan, const pipeline::Ledger& ledger,
                        const Examples& examples) {
  const LedgerView books = {plan, ledger};
  const Amount read = books.read();
  const Amount kept = ledger.kept();
  HtmlOutput html;
  html.markup("<!DOCTYPE html>\n").open("html", {{"lang", "en"}});
  write_head(html, fmt::format("Tamis: {}", summary(read, kept)));
  html.open("body").open("header").element("p", "Tamis report", {{"class", "brand"}});
  html.element("h1", summary(read, kept));
  write_key_figures(html, read, kept);
  write_origin(html, plan, ledger);
  write_contents(html, plan.sources.size() > 1);
  html.close().open("main");

  open_section(html, "funnel", "The funnel",
               "Documents left after each stage, in the order of the recipe. Bytes are those of "
               "the form that documents have then: first the payload, from extraction on the "
               "text.");
  write_funnel(html, books);
  html.close();
  open_section(html, "drops", "What was dropped, and by which step",
               "Shares are of what came into the stage. Each document is dropped once, by the "
               "first step that it fails.");
  write_drops(html, books);
  html.close();
  write_cuts(html, books);
  write_edits(html, books);
  write_sources(html, plan, ledger);
  write_histograms(html, plan, ledger);
  write_languages(html, ledger);
  write_examples(html, plan, ledger, examples);
  write_recipe(html, plan);
  html.close().open("footer").element("p", fmt::format("Made by Tamis {}.", kVersion));
  html.close().close().close();
  return std::move(html).take();
}

}  // namespace tamis::output
