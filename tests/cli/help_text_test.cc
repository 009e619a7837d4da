#include "tamis/cli/help_text.h"

#include <gtest/gtest.h>

#include <sstream>

namespace tamis::cli {
namespace {

TEST(CommandHelp, StaysWithinEightyColumns) {
  for (const CommandSpec* command : builtin_cli()) {
    std::istringstream lines(command_help(*command));
    for (std::string line; std::getline(lines, line);) {
      const bool is_example = line.starts_with("  tamis ");
      EXPECT_TRUE(line.size() <= 80 || is_example) << command->name << ": " << line;
    }
  }
}

TEST(CommandHelp, NamesEveryOption) {
  for (const CommandSpec* command : builtin_cli()) {
    const std::string help = command_help(*command);
    for (const OptionSpec& option : command->options) {
      EXPECT_NE(help.find(option.name), std::string::npos) << option.name;
    }
    EXPECT_NE(help.find("examples:\n  tamis "), std::string::npos);
  }
}

TEST(ProgramHelp, LeavesOutWhatIsForDevelopers) {
  EXPECT_EQ(program_help().find("\n  dev "), std::string::npos);
  EXPECT_NE(program_help().find("\n  run "), std::string::npos);
}

TEST(CompletionScript, KnowsThreeShells) {
  for (const char* shell : {"bash", "zsh", "fish"}) EXPECT_TRUE(completion_script(shell)) << shell;
  EXPECT_FALSE(completion_script("csh"));
}

}  // namespace
}  // namespace tamis::cli
