// Where the output of one shard stands, as a small file: what a stopped run goes on from, and what
// the reports of a finished one are made of. docs/formats/checkpoints.md describes it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tamis/output/report.h"
#include "tamis/pipeline/shard.h"

namespace tamis::output {

// One part of documents/ and its twin in rejected/: documents, and bytes of the complete files.
struct PartCounts {
  std::int64_t num_kept = 0;
  std::int64_t num_rejected = 0;
  std::int64_t kept_bytes = 0;
  std::int64_t rejected_bytes = 0;
};

// The last part, if it is not complete: its files can be gone on with behind so many bytes.
struct OpenPart {
  std::int64_t payload_bytes = 0;  // read since its start
  std::int64_t kept_bytes = 0;
  std::int64_t rejected_bytes = 0;
};

struct Checkpoint {
  Checkpoint(const pipeline::Plan& plan, const pipeline::Shard& shard)
      : progress(plan, shard), examples(plan.steps.size()) {}

  pipeline::ShardProgress progress;
  std::vector<PartCounts> parts;
  std::optional<OpenPart> open_part;
  Examples examples;

  std::size_t num_complete_parts() const { return parts.size() - (open_part.has_value() ? 1 : 0); }
};

std::string checkpoint_to_text(const Checkpoint& checkpoint);

// The last line of a checkpoint, by which `text`, the lines before, is known to be whole.
std::string checksum_line(std::string_view text);

// Replaces `checkpoint`, which is of the same plan. An Error if `text` is not of
// checkpoint_to_text.
Result<void> checkpoint_from_text(std::string_view text, Checkpoint& checkpoint);

}  // namespace tamis::output
