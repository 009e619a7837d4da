#include "tamis/cli/help_text.h"

#include <fmt/format.h>

#include "tamis/base/version.h"

namespace tamis::cli {
namespace {

constexpr std::size_t kLineColumns = 80;

// `text` broken between words into lines that begin with `indent` spaces.
std::string wrapped(std::string_view text, std::size_t indent) {
  std::string result;
  std::size_t column = indent;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    if (column > indent && column + 1 + word.size() > kLineColumns) {
      result += '\n' + std::string(indent, ' ');
      column = indent;
    } else if (column > indent) {
      result += ' ';
      ++column;
    }
    result += word;
    column += word.size();
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return result;
}

std::string option_head(const OptionSpec& option) {
  std::string head(option.name);
  if (!option.is_positional() && !option.value_name.empty()) {
    head += fmt::format(" {}", option.value_name);
  }
  return head + (option.is_repeated ? " ..." : "");
}

std::string option_summary(const OptionSpec& option) {
  return option.initial.empty() ? std::string(option.summary)
                                : fmt::format("{} (default: {})", option.summary, option.initial);
}

std::string option_lines(const CommandSpec& command, bool are_positional) {
  constexpr std::size_t kIndent = 26;
  std::string lines;
  for (const OptionSpec& option : command.options) {
    if (option.is_positional() != are_positional) continue;
    const std::string head = option_head(option);
    lines += fmt::format("  {:<{}}", head, kIndent - 2);
    if (head.size() + 3 > kIndent) lines += '\n' + std::string(kIndent, ' ');
    lines += wrapped(option_summary(option), kIndent) + '\n';
  }
  return lines;
}

}  // namespace

std::string usage(const CommandSpec& command) {
  std::string line = fmt::format("tamis {} [OPTIONS]", command.name);
  for (const OptionSpec& option : command.options) {
    if (!option.is_positional()) continue;
    const std::string name = option_head(option);
    line += option.is_required ? " " + name : " [" + name + "]";
  }
  return line;
}

std::string program_help() {
  std::string help =
      "tamis turns raw crawls and corpora into clean, measured pre-training data.\n\n"
      "usage: tamis COMMAND [OPTIONS] ...\n\ncommands:\n";
  for (const CommandSpec* command : builtin_cli()) {
    if (!command->is_hidden) help += fmt::format("  {:<10} {}\n", command->name, command->summary);
  }
  return help + "\ntamis COMMAND --help says more, with an example. tamis --version\n";
}

std::string command_help(const CommandSpec& command) {
  std::string help =
      fmt::format("usage: {}\n\n{}\n", usage(command), wrapped(command.description, 0));
  if (const std::string lines = option_lines(command, true); !lines.empty())
    help += "\narguments:\n" + lines;
  help += "\noptions:\n" + option_lines(command, false);
  help += fmt::format("  {:<24}This text\n\nexamples:\n", "--help");
  for (const std::string_view example : command.examples) help += fmt::format("  {}\n", example);
  return help;
}

std::string man_page(const CommandSpec& command) {
  std::string page = fmt::format(".TH TAMIS-{} 1 \"\" \"tamis {}\"\n.SH NAME\ntamis\\-{} \\- {}\n",
                                 command.name, kVersion, command.name, command.summary);
  page += fmt::format(".SH SYNOPSIS\n{}\n.SH DESCRIPTION\n{}\n.SH OPTIONS\n", usage(command),
                      command.description);
  for (const OptionSpec& option : command.options) {
    page += fmt::format(".TP\n.B {}\n{}\n", option_head(option), option_summary(option));
  }
  page += ".SH EXAMPLES\n";
  for (const std::string_view example : command.examples) {
    page += fmt::format(".PP\n.nf\n{}\n.fi\n", example);
  }
  return page;
}

}  // namespace tamis::cli
