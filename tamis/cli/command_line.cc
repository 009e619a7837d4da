// The only file that knows CLI11: it is heavy to compile, and it throws.
#include "tamis/cli/command_line.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <span>
#include <utility>

#include "tamis/base/version.h"
#include "tamis/cli/help_text.h"
#include "tamis/text/edit_distance.h"

namespace tamis::cli {
namespace {

// One option while CLI11 parses: where it puts what it finds.
struct Slot {
  const OptionSpec* spec;
  CLI::Option* option;
  std::vector<std::string> values;
};

void add_option(CLI::App& app, Slot& slot) {
  const std::string name(slot.spec->name);
  if (slot.spec->is_flag()) {
    slot.option = app.add_flag(name);
    return;
  }
  slot.option = app.add_option(name, slot.values);
  if (slot.spec->is_required) slot.option->required();
  slot.option->type_size(1);
  if (slot.spec->is_positional() && slot.spec->is_repeated) {
    slot.option->expected(slot.spec->is_required ? 1 : 0, CLI::detail::expected_max_vector_size);
  } else {
    slot.option->expected(1);
    slot.option->multi_option_policy(slot.spec->is_repeated ? CLI::MultiOptionPolicy::TakeAll
                                                            : CLI::MultiOptionPolicy::TakeLast);
  }
  slot.option->allow_extra_args(slot.spec->is_positional() && slot.spec->is_repeated);
}

const CommandSpec* find_command(std::string_view name) {
  for (const CommandSpec* command : builtin_cli()) {
    if (command->name == name) return command;
  }
  return nullptr;
}

Error unknown_command(std::string_view name) {
  std::vector<std::string_view> names;
  for (const CommandSpec* command : builtin_cli()) names.push_back(command->name);
  const auto near = text::closest(name, names);
  return {ErrorCode::kInvalidInput,
          near ? fmt::format("no command \"{}\"; did you mean \"{}\"?", name, *near)
               : fmt::format("no command \"{}\"; see tamis --help", name)};
}

// CLI11 would take "--overwrite=no" for "--overwrite", and cannot tell of an empty value.
Result<void> check_flags(const CommandSpec& command, int argc, const char* const* argv) {
  for (int index = 1; index < argc && std::string_view(argv[index]) != "--"; ++index) {
    const std::string_view word = argv[index];
    const std::string_view name = word.substr(0, word.find('='));
    const bool is_flag = std::ranges::any_of(command.options, [&](const OptionSpec& spec) {
      return spec.is_flag() && spec.name == name;
    });
    if (is_flag && name != word)
      return fail(ErrorCode::kInvalidInput,
                  fmt::format("tamis {}: {} takes no value: write {}, or leave it away",
                              command.name, name, name));
  }
  return {};
}

// Of words behind the last that a command takes: mostly the files that a shell made of a pattern.
Error unexpected_words(const CommandSpec& command, const std::vector<std::string>& words) {
  constexpr std::size_t kShownMax = 3;
  const auto shown = std::span(words).first(std::min(words.size(), kShownMax));
  const bool is_option = words.front().starts_with("-");
  const bool takes_input = std::ranges::any_of(
      command.options, [](const OptionSpec& spec) { return spec.name == "--input"; });
  const std::string_view advice =
      is_option     ? ""
      : takes_input ? ": quote the pattern that they come from, or give --input for each file"
                    : ": quote the pattern that they come from";
  return {ErrorCode::kInvalidInput,
          fmt::format("tamis {}: not expected: {}{}{}; see tamis {} --help", command.name,
                      fmt::join(shown, " "),
                      words.size() == shown.size()
                          ? ""
                          : fmt::format(" and {} more", words.size() - shown.size()),
                      advice, command.name)};
}

Result<Request> parse_command(const CommandSpec& command, int argc, const char* const* argv) {
  TAMIS_TRY(check_flags(command, argc, argv));
  CLI::App app;
  app.set_help_flag();
  std::vector<Slot> slots;
  slots.reserve(command.options.size());
  for (const OptionSpec& spec : command.options) {
    slots.push_back({&spec, nullptr, {}});
    add_option(app, slots.back());
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ExtrasError&) {
    return tl::unexpected<Error>(unexpected_words(command, app.remaining()));
  } catch (const CLI::ParseError& error) {
    return fail(ErrorCode::kInvalidInput, fmt::format("tamis {}: {}; see tamis {} --help",
                                                      command.name, error.what(), command.name));
  }
  Request request{.command = &command, .arguments = {}, .text = {}};
  for (Slot& slot : slots) {
    if (slot.option->count() > 0) request.arguments.set(slot.spec->name, std::move(slot.values));
  }
  return request;
}

bool asks_for_help(int argc, const char* const* argv) {
  for (int index = 1; index < argc; ++index) {
    const std::string_view word = argv[index];
    if (word == "--") return false;
    if (word == "--help" || word == "-h") return true;
  }
  return false;
}

}  // namespace

Result<Request> parse_command_line(int argc, const char* const* argv) {
  const std::string_view first = argc > 1 ? argv[1] : "--help";
  if (first == "--help" || first == "-h" || first == "help") return Request{.text = program_help()};
  if (first == "--version") return Request{.text = fmt::format("tamis {}\n", kVersion)};
  const CommandSpec* const command = find_command(first);
  if (command == nullptr) return tl::unexpected(unknown_command(first));
  if (asks_for_help(argc - 1, argv + 1)) return Request{.text = command_help(*command)};
  return parse_command(*command, argc - 1, argv + 1);
}

}  // namespace tamis::cli
