#include "tamis/pipeline/otherwise_stage.h"

namespace tamis::pipeline {

void OtherwiseStage::process(Batch& batch, Scratch* /*scratch*/) const {
  for (const RowIndex row : batch.selected) batch.drop({.row = row, .cause = cause_});
  batch.selected.clear();
}

}  // namespace tamis::pipeline
