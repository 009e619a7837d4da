// What is in an input file, for people.
#pragma once

#include <string>

#include "tamis/base/result.h"
#include "tamis/io/file_system.h"

namespace tamis::pipeline {

// Reads and decodes all of `path`. `num_shown_max`: how many documents to show, a number.
Result<std::string> inspect(const io::FileSystem& file_system, const std::string& path,
                            const std::string& format, const std::string& num_shown_max);

}  // namespace tamis::pipeline
