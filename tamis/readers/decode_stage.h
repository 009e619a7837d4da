// From what readers give to UTF-8: HTTP heads off, encodings of transfer, content and characters
// undone. The first stage of every run; it works in parallel, reading does not.
#pragma once

#include <memory>

#include "tamis/base/limits.h"
#include "tamis/batch/stage.h"

namespace tamis::readers {

// Turns kHttpResponse, kHtmlBytes and kTextBytes into kHtml and kText, and drops by reason what
// is no successful answer, no HTML or text, or cannot be decoded. Other rows stay as they are.
class DecodeStage final : public Stage {
 public:
  explicit DecodeStage(const Limits& limits) : limits_(limits) {}

  std::unique_ptr<Scratch> make_scratch() const override;
  void process(Batch& batch, Scratch* scratch) const override;

 private:
  Limits limits_;
};

}  // namespace tamis::readers
