#include "tamis/extract/extract_stage.h"

#include <algorithm>
#include <mutex>
#include <optional>

#include "tamis/text/language_tags.h"
#include "tamis/text/text_extent.h"

namespace tamis::extract {
namespace {

constexpr std::string_view kFavours[] = {"balanced", "precision", "recall"};

constexpr std::string_view kForms[] = {"text", "markdown"};

constexpr ParamSpec kParams[] = {
    param<&Options::favour>(
        "favour", "Which way to lean where a block is doubtful: clean text or complete text.",
        kFavours),
    param<&Options::form>(
        "form", "How texts are written: plain, a paragraph a line, or as Markdown.", kForms),
    param<&Options::keeps_tables>("keeps_tables", "Keep data tables, a row a line."),
    param<&Options::keeps_lists>("keeps_lists", "Keep lists."),
    param<&Options::keeps_comments>("keeps_comments", "Keep readers' comments below an article."),
    param<&Options::reads_attribution>(
        "attribution", "Read author, site name and canonical address too, a column each."),
    param<&Options::templates>(
        "templates", "A file that `tamis templates` wrote: what other pages of a site say."),
};

// Memory for pages larger than this is given back behind each.
constexpr std::size_t kKeptPageBytes = std::size_t{4} << 20;

struct ExtractScratch : Scratch {
  Workspace workspace;
  Page page;
};

std::optional<DropReason> flaw_of_page(const Page& page, const Limits& limits) {
  if (page.nesting > limits.nesting_max) return DropReason::kNestingTooDeep;
  if (page.attributes > limits.attributes_max) return DropReason::kTooManyAttributes;
  if (page.text.empty()) return DropReason::kNoMainText;
  return std::nullopt;
}

// Counts only in a text that may have too many: no word and no line is smaller than a byte.
std::optional<DropReason> flaw_of_text(std::string_view text, const Limits& limits) {
  const auto num_bytes = static_cast<std::int64_t>(text.size());
  if (num_bytes <= std::min(limits.words_max, limits.lines_max)) return std::nullopt;
  const text::TextExtent extent = text::measure_extent(text);
  if (extent.num_words > limits.words_max) return DropReason::kTooManyWords;
  if (extent.num_lines > limits.lines_max) return DropReason::kTooManyLines;
  return std::nullopt;
}

class ExtractStage : public Stage {
 public:
  ExtractStage(const Options& options, const Limits& limits) : options_(options), limits_(limits) {}

  std::unique_ptr<Scratch> make_scratch() const override {
    return std::make_unique<ExtractScratch>();
  }

  void process(Batch& batch, Scratch* scratch) const override {
    auto& memory = *static_cast<ExtractScratch*>(scratch);
    for (const RowIndex row : batch.selected) {
      if (batch.payload[row] == Payload::kHtml) {
        extract_row(batch, row, memory);
      } else if (const auto flaw = flaw_of_text(batch.text[row], limits_)) {
        batch.drop(row, *flaw);
      }
    }
    batch.remove_dropped();
  }

 private:
  void extract_row(Batch& batch, RowIndex row, ExtractScratch& memory) const {
    Page& page = memory.page;
    const std::size_t num_page_bytes = batch.text[row].size();
    extract_page(batch.text[row], batch.url[row], options_, memory.workspace, page);
    if (!page.date.empty()) batch.date.replace(row, page.date);
    if (batch.title[row].empty()) batch.title.replace(row, page.title);
    if (batch.language[row].empty())
      batch.language.replace(row, text::canonical_language_tag(page.language));
    batch.author.replace(row, page.author);
    batch.site.replace(row, page.site);
    batch.canonical_url.replace(row, page.canonical_url);
    if (const auto flaw = flaw_of_page(page, limits_)) {
      batch.drop(row, *flaw);
    } else {
      batch.set_text(row, page.text, Payload::kText);
      if (const auto text_flaw = flaw_of_text(page.text, limits_)) batch.drop(row, *text_flaw);
    }
    if (num_page_bytes > kKeptPageBytes) {
      memory.workspace = Workspace();
      page = Page();
    }
  }

  Options options_;
  Limits limits_;
};

struct SiteTextScratch : Scratch {
  Workspace workspace;
  SiteTexts texts;
};

class SiteTextStage : public Stage {
 public:
  explicit SiteTextStage(SiteTextCounter& counter) : counter_(counter) {}

  std::unique_ptr<Scratch> make_scratch() const override {
    return std::make_unique<SiteTextScratch>();
  }

  void process(Batch& batch, Scratch* scratch) const override {
    auto& memory = *static_cast<SiteTextScratch*>(scratch);
    for (const RowIndex row : batch.selected) {
      if (batch.payload[row] != Payload::kHtml) continue;
      read_page_texts(batch.text[row], batch.url[row], memory.workspace, memory.texts);
      if (batch.text[row].size() > kKeptPageBytes) memory.workspace = Workspace();
      const std::lock_guard lock(mutex_);
      counter_.add(memory.texts);
    }
  }

 private:
  SiteTextCounter& counter_;
  mutable std::mutex mutex_;
};

}  // namespace

std::unique_ptr<Stage> make_site_text_stage(SiteTextCounter& counter) {
  return std::make_unique<SiteTextStage>(counter);
}

std::unique_ptr<Stage> make_extract_stage(const Options& options, const Limits& limits) {
  return std::make_unique<ExtractStage>(options, limits);
}

std::span<const ParamSpec> extract_params() { return kParams; }

}  // namespace tamis::extract
