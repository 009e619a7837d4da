// Standard input, output and error of the program.
#pragma once

#include "tamis/base/result.h"

namespace tamis::io {

// Gives each of the three that is closed the null device, or the next file opened would take its
// number, and get what is printed. The first call of a program.
void open_missing_streams();

// Brings out what was printed to standard output. An Error if any of it was lost.
Result<void> flush_standard_output();

}  // namespace tamis::io
