#include "tamis/pipeline/shard.h"

namespace tamis::pipeline {

std::vector<Shard> shards_of(const Plan& plan) {
  std::vector<Shard> shards;
  for (std::size_t file = 0; file < plan.files.size();) {
    Shard shard = {.index = shards.size(), .first_file = file, .end_file = file};
    for (std::int64_t num_bytes = 0;
         file < plan.files.size() && num_bytes < plan.output.shard_bytes; ++file) {
      num_bytes += plan.files[file].num_bytes;
    }
    shard.end_file = file;
    shards.push_back(shard);
  }
  if (shards.empty()) shards.emplace_back();
  return shards;
}

std::vector<Shard> single_shard(const Plan& plan) { return {{.end_file = plan.files.size()}}; }

}  // namespace tamis::pipeline
