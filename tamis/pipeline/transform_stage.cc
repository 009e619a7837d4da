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

TransformStage::TransformStage(std::vector<TransformInstance> transforms)
    : transforms_(std::move(transforms)) {}

std::unique_ptr<Scratch> TransformStage::make_scratch() const {
  return std::make_unique<TransformScratch>();
}

void TransformStage::process(Batch& batch, Scratch* scratch) const {
  TAMIS_CHECK(scratch != nullptr);
  std::string& edited = static_cast<TransformScratch*>(scratch)->edited;
  for (const RowIndex row : batch.selected) {
    for (const TransformInstance& transform : transforms_) {
      const Amount before = batch.amount(row);
      const char* const bytes_before = batch.text[row].data();
      Document document(batch, row, transform.signal);
      transform.spec->edit.call(document, edited, transform.params.get(), transform.model.get());
      if (batch.text[row].data() == bytes_before) continue;
      Amount removed = before;
      removed -= batch.amount(row);
      batch.edits.push_back({.row = row,
                             .cause = transform.cause,
                             .bytes = removed.bytes,
                             .code_points = removed.code_points});
    }
  }
}

}  // namespace tamis::pipeline
