#include "tamis/extract/extract_stage.h"

namespace tamis::extract {
namespace {

constexpr std::string_view kFavours[] = {"balanced", "precision", "recall"};

constexpr ParamSpec kParams[] = {
    param<&Options::favour>(
        "favour", "Which way to lean where a block is doubtful: clean text or complete text.",
        kFavours),
    param<&Options::keeps_tables>("keeps_tables", "Keep data tables, a row a line."),
    param<&Options::keeps_lists>("keeps_lists", "Keep lists."),
    param<&Options::keeps_comments>("keeps_comments", "Keep readers' comments below an article."),
};

struct ExtractScratch : Scratch {
  Workspace workspace;
  Page page;
};

class ExtractStage : public Stage {
 public:
  explicit ExtractStage(const Options& options) : options_(options) {}

  std::unique_ptr<Scratch> make_scratch() const override {
    return std::make_unique<ExtractScratch>();
  }

  void process(Batch& batch, Scratch* scratch) const override {
    auto& memory = *static_cast<ExtractScratch*>(scratch);
    for (const RowIndex row : batch.selected) {
      if (batch.payload[row] == Payload::kHtml) extract_row(batch, row, memory);
    }
    batch.remove_dropped();
  }

 private:
  void extract_row(Batch& batch, RowIndex row, ExtractScratch& memory) const {
    Page& page = memory.page;
    extract_page(batch.text[row], batch.url[row], options_, memory.workspace, page);
    if (!page.date.empty()) batch.date.replace(row, page.date);
    if (batch.title[row].empty()) batch.title.replace(row, page.title);
    if (batch.language[row].empty()) batch.language.replace(row, page.language);
    if (page.text.empty()) {
      batch.drop(row, DropReason::kNoMainText);
    } else {
      batch.set_text(row, page.text, Payload::kText);
    }
  }

  Options options_;
};

}  // namespace

std::unique_ptr<Stage> make_extract_stage(const Options& options) {
  return std::make_unique<ExtractStage>(options);
}

std::span<const ParamSpec> extract_params() { return kParams; }

}  // namespace tamis::extract
