// Standard input, output and error of the program.
#pragma once

#include <string>
#include <string_view>

#include "tamis/base/result.h"

namespace tamis::io {

// Gives each of the three that is closed the null device, or the next file opened would take its
// number, and get what is printed. The first call of a program.
void open_missing_streams();

// Brings out what was printed to standard output. An Error if any of it was lost.
Result<void> flush_standard_output();

// A message with control bytes as "\x1b", but for the ends of lines: names of files may hold any,
// and a terminal would obey them.
std::string printable(std::string_view message);

}  // namespace tamis::io
