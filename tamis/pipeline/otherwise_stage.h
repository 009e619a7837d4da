// What becomes of documents that no branch of a recipe is for.
#pragma once

#include "tamis/batch/stage.h"

namespace tamis::pipeline {

class OtherwiseStage final : public Stage {
 public:
  explicit OtherwiseStage(CauseId cause) : cause_(cause) {}

  // Drops every selected document.
  void process(Batch& batch, Scratch* scratch) const override;

 private:
  CauseId cause_;
};

}  // namespace tamis::pipeline
