// The files that the sources of a plan name, and what can be found wrong with them before a run.
#pragma once

#include <string>
#include <string_view>

#include "tamis/base/result.h"
#include "tamis/io/file_system.h"
#include "tamis/pipeline/plan.h"

namespace tamis::pipeline {

// A file's name as outputs show it: names may be any bytes.
std::string in_utf8(std::string_view bytes);

// How many bytes of an input "NAME=PATTERN" are the name: 0 of what is a pattern as a whole, as
// files below "year=2024/" are. An Error where both readings mean files.
Result<std::size_t> source_name_bytes(const io::FileSystem& file_system, const std::string& input);

// By what the recipe says or the file's name does.
bool is_parquet(const Plan& plan, const InputFile& file);

// Fills plan.files. An Error for what could be read only after the hours that the files before it
// take, if at all: a closed file, one of no known format.
Result<void> list_input_files(const io::FileSystem& file_system, Plan& plan);

// An Error if the file `output` is an input of the plan, a list that it reads, or its recipe.
Result<void> check_is_not_read(const Plan& plan, const io::FileSystem& file_system,
                               const std::string& output);

}  // namespace tamis::pipeline
