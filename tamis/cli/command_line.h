// From argv to a command and its arguments.
#pragma once

#include <string>

#include "tamis/base/result.h"
#include "tamis/cli/command.h"

namespace tamis::cli {

// What the command line asks for: a command to run, or a text to print (help, version).
struct Request {
  const CommandSpec* command = nullptr;
  Arguments arguments;
  std::string text;
};

// An Error says what is wrong with the command line and where help is.
Result<Request> parse_command_line(int argc, const char* const* argv);

}  // namespace tamis::cli
