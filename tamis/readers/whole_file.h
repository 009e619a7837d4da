// A file as one document: what the plain text and the page reader share.
#pragma once

#include <string>

#include "tamis/readers/reader.h"

namespace tamis::readers {

// One document, the file's bytes, as `payload`; its id is the path. Dropped if it is too large
// or its compressed bytes are damaged.
class WholeFile final : public Source {
 public:
  WholeFile(Input input, Payload payload) : input_(std::move(input)), payload_(payload) {}

  Result<bool> read(Batch& batch, const BatchSize& size) override;
  std::int64_t num_bytes_read() const override { return input_.bytes->num_bytes_read(); }

 private:
  Input input_;
  Payload payload_;
};

}  // namespace tamis::readers
