// Neighbouring transforms as one stage: each document is edited by all of them in turn.
#pragma once

#include <vector>

#include "tamis/batch/stage.h"
#include "tamis/transforms/transform.h"

namespace tamis::pipeline {

// A transform as a recipe uses it.
struct TransformInstance {
  const transforms::TransformSpec* spec = nullptr;
  Setup::Params params;
  Setup::Model model;
  CauseId cause = 0;  // what its edits are booked under
  SignalIndex signal = Document::kNoSignal;
};

class TransformStage final : public Stage {
 public:
  explicit TransformStage(std::vector<TransformInstance> transforms);

  std::unique_ptr<Scratch> make_scratch() const override;
  void process(Batch& batch, Scratch* scratch) const override;

 private:
  std::vector<TransformInstance> transforms_;
};

}  // namespace tamis::pipeline
