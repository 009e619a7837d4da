// How parts of a run meet: a Source fills batches, Stages change them, the sink of a run takes
// them (pipeline/run.h).
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>

#include "tamis/base/result.h"
#include "tamis/batch/batch.h"

namespace tamis {

// How much a source puts into one batch: it stops after the document that reaches either number,
// of rows or of the bytes that they hold (Batch::held_bytes).
struct BatchSize {
  RowIndex num_rows_max = 512;
  std::int64_t num_bytes_max = std::int64_t{4} << 20;
};

// The documents of one input file, in its order. Not thread-safe.
class Source {
 public:
  Source() = default;
  Source(const Source&) = delete;
  Source& operator=(const Source&) = delete;
  virtual ~Source() = default;

  // Appends documents to `batch` up to `size`; false: that was the last of them. A broken
  // record is appended and dropped; an Error, which names the file, means that nothing more can be
  // read of it.
  virtual Result<bool> read(Batch& batch, const BatchSize& size) = 0;

  // Bytes of the input file consumed so far, before decompression.
  virtual std::int64_t num_bytes_read() const = 0;

  // Records read so far that are no documents (requests, metadata ...), by type.
  using RecordCounts = std::map<std::string, std::int64_t>;
  virtual RecordCounts num_other_records() const { return {}; }
};

// Memory that one worker keeps for one stage between batches.
class Scratch {
 public:
  Scratch() = default;
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  virtual ~Scratch() = default;
};

// A step of the way. Immutable while batches flow through it, so that all workers share it.
class Stage {
 public:
  Stage() = default;
  Stage(const Stage&) = delete;
  Stage& operator=(const Stage&) = delete;
  virtual ~Stage() = default;

  // Null for a stage that needs none.
  virtual std::unique_ptr<Scratch> make_scratch() const { return nullptr; }

  // Edits, measures and drops rows; leaves `selected` without the dropped ones. A document's
  // result depends on the document alone, never on its batch. `scratch` is of make_scratch().
  virtual void process(Batch& batch, Scratch* scratch) const = 0;
};

}  // namespace tamis
