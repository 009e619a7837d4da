// What commands print: names and texts of inputs among it, which may hold anything.
#pragma once

#include <cstdio>
#include <string_view>

#include "tamis/pipeline/plan.h"

namespace tamis::cli {

// Control characters are shown, not sent: they could command a terminal. Unlike fmt::print it
// throws nothing when a stream is full: what standard output has lost is an Error at the end of the
// program, and what standard error has lost is none.
void print(std::FILE* stream, std::string_view text);

// What the plan notes, on standard error.
void print_notes(const pipeline::Plan& plan);

}  // namespace tamis::cli
