// The input of a run, cut into shards: neighbouring files, read in their order and written into
// parts of their own. Several shards are worked on at once, by one process or by many.
//
// Shards follow from the list of files and their sizes, so that the output's bytes are the same
// however many threads and processes share the work.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "tamis/pipeline/ledger.h"
#include "tamis/pipeline/plan.h"

namespace tamis::pipeline {

struct Shard {
  std::size_t index = 0;
  std::size_t first_file = 0;  // into Plan::files
  std::size_t end_file = 0;
};

// Each shard takes files until they reach plan.output.shard_bytes. At least one, even of no file.
std::vector<Shard> shards_of(const Plan& plan);

// One shard over all files, for outputs that are one stream.
std::vector<Shard> single_shard(const Plan& plan);

// A place between two documents of a shard: the documents before it are all of the files before
// `file` and the first `num_documents` of `file`.
struct InputPosition {
  std::size_t file = 0;
  std::int64_t num_documents = 0;

  bool operator==(const InputPosition&) const = default;
};

// What became of a shard's input up to a place. The books hold what was written up to there.
struct ShardProgress {
  ShardProgress(const Plan& plan, const Shard& shard)
      : position{.file = shard.first_file}, ledger(plan) {}

  InputPosition position;
  Ledger ledger;
  bool is_complete = false;
};

}  // namespace tamis::pipeline
