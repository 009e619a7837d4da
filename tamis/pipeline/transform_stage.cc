#include "tamis/pipeline/transform_stage.h"

#include <string>
#include <utility>

#include "tamis/base/check.h"

namespace tamis::pipeline {
namespace {

struct TransformScratch final : Scratch {
  std::string edited;
};

}  // namespace

TransformStage::TransformStage(std::vector<TransformInstance> transforms, rules::Action action)
    : transforms_(std::move(transforms)), action_(action) {}

std::unique_ptr<Scratch> TransformStage::make_scratch() const {
  return std::make_unique<TransformScratch>();
}

void TransformStage::process(Batch& batch, Scratch* scratch) const {
  TAMIS_CHECK(scratch != nullptr);
  std::string& edited = static_cast<TransformScratch*>(scratch)->edited;
  for (const RowIndex row : batch.selected) edit(batch, row, edited);
  batch.remove_dropped();
}

void TransformStage::edit(Batch& batch, RowIndex row, std::string& edited) const {
  for (const TransformInstance& transform : transforms_) {
    const Amount before = batch.amount(row);
    const std::string_view text_before = batch.text[row];
    Document document(batch, row, transform.signal);
    transform.spec->edit.call(document, edited, transform.params.get(), transform.model.get());
    const bool is_same_view = batch.text[row].data() == text_before.data() &&
                              batch.text[row].size() == text_before.size();
    if (is_same_view) continue;
    const bool is_emptied = batch.text[row].empty() && !text_before.empty();
    if (is_emptied && action_ == rules::Action::kDrop) {
      batch.set_text(row, text_before, batch.payload[row]);
      batch.drop({.row = row, .cause = transform.cause});
      return;
    }
    Amount removed = before;
    removed -= batch.amount(row);
    batch.edits.push_back({.row = row,
                           .cause = transform.cause,
                           .bytes = removed.bytes,
                           .code_points = removed.code_points});
  }
}

}  // namespace tamis::pipeline
