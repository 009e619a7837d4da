// Neighbouring transforms as one stage: each document is edited by all of them in turn.
#pragma once

#include <vector>

#include "tamis/batch/document.h"
#include "tamis/batch/stage.h"
#include "tamis/rules/rule_stage.h"
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
  // kDrop: a document that a transform empties is dropped by it, with its text as it was before.
  TransformStage(std::vector<TransformInstance> transforms, rules::Action action);

  std::unique_ptr<Scratch> make_scratch() const override;
  void process(Batch& batch, Scratch* scratch) const override;

 private:
  void edit(Batch& batch, RowIndex row, std::string& edited) const;

  std::vector<TransformInstance> transforms_;
  rules::Action action_;
};

}  // namespace tamis::pipeline
