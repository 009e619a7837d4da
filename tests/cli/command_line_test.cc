#include "tamis/cli/command_line.h"

#include <gtest/gtest.h>

#include <vector>

#include "tests/must.h"

namespace tamis::cli {
namespace {

Result<Request> parse(std::vector<const char*> words) {
  words.insert(words.begin(), "tamis");
  return parse_command_line(static_cast<int>(words.size()), words.data());
}

TEST(ParseCommandLine, GivesOptionsAndArguments) {
  const Request request =
      must(parse({"run", "r.yaml", "--input", "a", "--input=b", "--threads", "3"}));
  ASSERT_NE(request.command, nullptr);
  EXPECT_EQ(request.command->name, "run");
  EXPECT_EQ(request.arguments.get("RECIPE"), "r.yaml");
  EXPECT_EQ(request.arguments.all("--input"), (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(request.arguments.get("--threads"), "3");
  EXPECT_FALSE(request.arguments.has("--overwrite"));
}

TEST(ParseCommandLine, TakesTheLastOfAnOptionGivenTwice) {
  const Request request = must(parse({"run", "r.yaml", "--output", "a", "--output", "b"}));
  EXPECT_EQ(request.arguments.get("--output"), "b");
}

TEST(ParseCommandLine, TakesSeveralFiles) {
  const Request request = must(parse({"extract", "a.html", "b.html", "--favour", "recall"}));
  EXPECT_EQ(request.arguments.all("FILE"), (std::vector<std::string>{"a.html", "b.html"}));
}

TEST(ParseCommandLine, SaysWhatIsWrong) {
  const std::pair<std::vector<const char*>, std::string_view> kCases[] = {
      {{"rnu"}, "did you mean \"run\"?"},
      {{"run"}, "RECIPE is required; see tamis run --help"},
      {{"run", "r.yaml", "--treads", "3"}, "see tamis run --help"},
      {{"run", "r.yaml", "--input", "a.gz", "b.gz", "c.gz", "d.gz", "e.gz"},
       "tamis run: not expected: b.gz c.gz d.gz and 1 more: quote the pattern that they come from, "
       "or give --input for each file; see tamis run --help"},
      {{"measure", "a.gz", "b.gz", "c.gz"}, "not expected: c.gz: quote the pattern"},
      {{"run", "r.yaml", "--threads"}, "see tamis run --help"},
      {{"run", "r.yaml", "--overwrite=no"}, "--overwrite takes no value"},
      {{"run", "r.yaml", "--check=false"}, "--check takes no value"},
      {{"run", "r.yaml", "--overwrite=", "--check"}, "--overwrite takes no value"},
  };
  for (const auto& [words, part] : kCases) {
    const auto result = parse(words);
    ASSERT_FALSE(result);
    EXPECT_NE(result.error().message().find(part), std::string_view::npos)
        << result.error().message();
  }
}

TEST(ParseCommandLine, PrintsHelpAndVersion) {
  EXPECT_NE(must(parse({})).text.find("commands:"), std::string::npos);
  EXPECT_NE(must(parse({"run", "--help"})).text.find("usage: tamis run"), std::string::npos);
  EXPECT_TRUE(must(parse({"--version"})).text.starts_with("tamis "));
}

// An option is a decision: a new one must be written down here too.
TEST(CommandLine, HasTheOptionsThatAreAgreedOn) {
  const std::map<std::string_view, std::string_view> kAgreed = {
      {"dev", "WHAT ARGUMENT --folder --check "},
      {"explain", "RECIPE INPUT --id --url --offset --most --set "},
      {"extract",
       "FILE --output --favour --form --templates --explain --overlay --format --threads "
       "--memory "},
      {"inspect", "FILE --format --most "},
      {"measure", "INPUT OUTPUT --rules --recipe --format --threads --memory "},
      {"rules", "NAME "},
      {"run",
       "RECIPE --input --output --overwrite --threads --memory --batch-documents --set "
       "--skip-disk-check --profile --check "},
      {"templates", "FILE --output --format --threads --memory "},
  };
  ASSERT_EQ(builtin_cli().size(), kAgreed.size());
  for (const CommandSpec* command : builtin_cli()) {
    ASSERT_NE(command->run, nullptr);
    std::string options;
    for (const OptionSpec& option : command->options) options.append(option.name).append(" ");
    EXPECT_EQ(options, kAgreed.at(command->name)) << command->name;
  }
}

}  // namespace
}  // namespace tamis::cli
