// What --help, the man pages and shells know of the commands, made from their descriptions.
#pragma once

#include <string>

#include "tamis/cli/command.h"

namespace tamis::cli {

std::string program_help();
std::string command_help(const CommandSpec& command);

// "tamis run [OPTIONS] RECIPE"
std::string usage(const CommandSpec& command);

// A page of section 1 in troff's man macros.
std::string man_page(const CommandSpec& command);

// A completion script; `shell` is bash, zsh or fish, anything else is an Error.
Result<std::string> completion_script(std::string_view shell);

}  // namespace tamis::cli
