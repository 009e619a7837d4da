// What a command of the program is.
//
// A command is one file of this folder, tamis/cli/<name>.cc, that defines
// `constinit const CommandSpec <name>`; cmake/PartCatalog.cmake finds it by its name. Parsing,
// --help, man pages and shell completion are made from the description. Commands hold no logic:
// they call the library and print.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tamis/base/result.h"

namespace tamis::cli {

struct OptionSpec {
  std::string_view name;        // "--threads"; of a positional argument its name, "RECIPE"
  std::string_view value_name;  // "N"; none: a flag
  std::string_view summary;
  std::string_view initial = {};  // the default as --help shows it
  bool is_required = false;
  bool is_repeated = false;

  constexpr bool is_positional() const { return !name.starts_with("-"); }
  constexpr bool is_flag() const { return !is_positional() && value_name.empty(); }
};

// What the command line gave.
class Arguments {
 public:
  void set(std::string_view name, std::vector<std::string> values);

  bool has(std::string_view name) const;
  // The last value, if any.
  std::optional<std::string> find(std::string_view name) const;
  // The last value, or `initial`.
  std::string get(std::string_view name, std::string_view initial = {}) const;
  std::vector<std::string> all(std::string_view name) const;

 private:
  std::map<std::string, std::vector<std::string>, std::less<>> values_;
};

struct CommandSpec {
  std::string_view name;
  std::string_view summary;      // one line, without a full stop: the list of commands
  std::string_view description;  // sentences
  std::span<const std::string_view> examples;  // command lines that work
  std::span<const OptionSpec> options;
  bool is_hidden = false;  // for developers
  Result<void> (*run)(const Arguments& arguments) = nullptr;
};

// Checks at compile time that nothing is missing.
consteval CommandSpec command(CommandSpec spec) {
  if (spec.name.empty() || spec.summary.empty()) throw "a command needs a name and a summary";
  if (!spec.description.ends_with('.')) throw "the description is sentences";
  if (spec.examples.empty()) throw "a command shows an example";
  return spec;
}

// All commands of this folder, by name.
std::span<const CommandSpec* const> builtin_cli();

}  // namespace tamis::cli
