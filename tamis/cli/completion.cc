#include <fmt/format.h>

#include "tamis/cli/help_text.h"

namespace tamis::cli {
namespace {

std::string command_names() {
  std::string names;
  for (const CommandSpec* command : builtin_cli()) {
    if (!command->is_hidden) names += fmt::format("{}{}", names.empty() ? "" : " ", command->name);
  }
  return names;
}

std::string option_names(const CommandSpec& command) {
  std::string names = "--help";
  for (const OptionSpec& option : command.options) {
    if (!option.is_positional()) names += fmt::format(" {}", option.name);
  }
  return names;
}

std::string bash_script() {
  std::string script = fmt::format(
      "_tamis() {{\n  local word=\"${{COMP_WORDS[COMP_CWORD]}}\" options=\"\"\n"
      "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
      "    COMPREPLY=($(compgen -W \"{} --help --version\" -- \"$word\"))\n    return\n  fi\n"
      "  case \"${{COMP_WORDS[1]}}\" in\n",
      command_names());
  for (const CommandSpec* command : builtin_cli()) {
    if (command->is_hidden) continue;
    script += fmt::format("    {}) options=\"{}\" ;;\n", command->name, option_names(*command));
  }
  return script +
         "  esac\n"
         "  case \"$word\" in\n"
         "    -*) COMPREPLY=($(compgen -W \"$options\" -- \"$word\")) ;;\n"
         "    *) COMPREPLY=($(compgen -f -- \"$word\")) ;;\n"
         "  esac\n}\ncomplete -o filenames -F _tamis tamis\n";
}

std::string zsh_script() {
  return "#compdef tamis\nautoload -U +X bashcompinit && bashcompinit\n" + bash_script();
}

std::string fish_script() {
  std::string script;
  for (const CommandSpec* command : builtin_cli()) {
    if (command->is_hidden) continue;
    script += fmt::format("complete -c tamis -n __fish_use_subcommand -a {} -d '{}'\n",
                          command->name, command->summary);
    for (const OptionSpec& option : command->options) {
      if (option.is_positional()) continue;
      script += fmt::format("complete -c tamis -n '__fish_seen_subcommand_from {}' -l {}\n",
                            command->name, option.name.substr(2));
    }
  }
  return script;
}

}  // namespace

Result<std::string> completion_script(std::string_view shell) {
  if (shell == "bash") return bash_script();
  if (shell == "zsh") return zsh_script();
  if (shell == "fish") return fish_script();
  return fail(ErrorCode::kInvalidInput,
              fmt::format("no completion for \"{}\": bash, zsh or fish", shell));
}

}  // namespace tamis::cli
