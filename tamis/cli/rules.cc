#include <fmt/format.h>

#include <cstdio>

#include "tamis/cli/command.h"
#include "tamis/cli/printing.h"
#include "tamis/pipeline/manual.h"

namespace tamis::cli {
namespace {

constexpr OptionSpec kOptions[] = {
    {.name = "NAME", .summary = "A rule or transform: its whole page"},
};

constexpr std::string_view kExamples[] = {"tamis rules", "tamis rules contact_mark_count"};

Result<void> rules_command(const Arguments& arguments) {
  const auto name = arguments.find("NAME");
  if (!name) {
    print(stdout, pipeline::catalog_text());
    return {};
  }
  TAMIS_ASSIGN(const std::string page, pipeline::part_page(*name));
  print(stdout, page);
  return {};
}

}  // namespace

extern constinit const CommandSpec rules = command({
    .name = "rules",
    .summary = "the catalogue of rules and transforms",
    .description = "Lists what a recipe can use, with bounds and sources; of one part, everything: "
                   "what it measures, why, when it misleads, parameters, examples.",
    .examples = kExamples,
    .options = kOptions,
    .run = rules_command,
});

}  // namespace tamis::cli
