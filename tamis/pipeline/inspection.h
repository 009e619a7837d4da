// What is in an input file, for people.
#pragma once

#include <cstdint>
#include <string>

#include "tamis/base/result.h"
#include "tamis/io/file_system.h"

namespace tamis::pipeline {

// Reads and decodes all of `path`, which may be a pattern. `num_shown_max`: how many documents to
// show.
Result<std::string> inspect(const io::FileSystem& file_system, const std::string& path,
                            const std::string& format, std::int64_t num_shown_max);

}  // namespace tamis::pipeline
