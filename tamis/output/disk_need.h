// How much of the disk a run will need, told from its inputs before it begins.
#pragma once

#include <cstdint>
#include <string>

#include "tamis/io/file_system.h"
#include "tamis/pipeline/plan.h"

namespace tamis::output {

// Bytes that documents/ and rejected/ will hold at most, as a rule: about twice what real crawls
// and corpora came to. Nothing is read for it but names and sizes; standard input counts for
// nothing.
std::int64_t estimate_output_bytes(const pipeline::Plan& plan);

// One line for people: what `folder` still needs, and what is free, where what it holds goes on or
// is replaced. An Error if that is too little.
Result<std::string> check_disk(const pipeline::Plan& plan, const io::FileSystem& file_system,
                               const std::string& folder, bool is_replaced);

}  // namespace tamis::output
