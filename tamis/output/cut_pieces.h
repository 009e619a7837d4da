// What rules cut out of each document of a batch, as the column `cuts` shows it: for those who want
// to count the report's figures again (docs/formats/documents.md).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tamis/batch/batch.h"
#include "tamis/pipeline/plan.h"

namespace tamis::output {

// Reused from batch to batch.
class CutPieces {
 public:
  // Replaces what is known by the cuts of `batch`, which must outlive the questions.
  void collect(const Batch& batch);

  // JSON: [{"stage", "rule", "value", "text"}] in the order of the cuts; empty if there are none.
  // Lives until the next call.
  std::string_view of(const pipeline::Plan& plan, RowIndex row);

 private:
  std::vector<const Cut*> cuts_;  // by row
  std::string json_;
};

}  // namespace tamis::output
