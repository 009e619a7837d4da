#include <cstdio>

#include "tamis/cli/command.h"
#include "tamis/cli/printing.h"
#include "tamis/cli/run_settings.h"
#include "tamis/io/disk_file_system.h"
#include "tamis/pipeline/explanation.h"
#include "tamis/pipeline/plan_builder.h"

namespace tamis::cli {
namespace {

constexpr OptionSpec kOptions[] = {
    {.name = "RECIPE", .summary = "The recipe of the run", .is_required = true},
    {.name = "INPUT",
     .summary = "The file of the document: a path, a pattern or -; NAME=PATTERN where the recipe "
                "asks for a source",
     .is_required = true},
    {.name = "--id",
     .value_name = "ID",
     .summary = "The document of that id, as rejected/ gives it"},
    {.name = "--url", .value_name = "URL", .summary = "The document of that url"},
    {.name = "--offset",
     .value_name = "N",
     .summary = "The record at that offset, the line of that number in a line format"},
    {.name = "--most",
     .value_name = "N",
     .summary = "How many documents to explain",
     .initial = "1"},
    {.name = "--set",
     .value_name = "KEY=VALUE",
     .summary = "Change a value of the recipe",
     .is_repeated = true},
};

constexpr std::string_view kExamples[] = {
    "tamis explain recipes/web.yaml crawl/a.warc.gz --url http://example.com/page.html",
    "tamis explain recipes/web.yaml pages.jsonl --offset 12",
    "tamis explain recipes/web.yaml page.html",
};

Result<void> explain_command(const Arguments& arguments) {
  const io::DiskFileSystem file_system;
  pipeline::PlanOverrides overrides = {.inputs = {arguments.get("INPUT")},
                                       .values = arguments.all("--set")};
  TAMIS_ASSIGN(const pipeline::Plan acting,
               pipeline::read_plan(file_system, arguments.get("RECIPE"), overrides));
  print_notes(acting);
  // The recipe, the list of files and the files may be streams, which cannot be read twice.
  overrides.action = rules::Action::kMeasure;
  overrides.needs_inputs = false;
  TAMIS_ASSIGN(pipeline::Plan measuring, pipeline::build_plan(file_system, acting.recipe_path,
                                                              acting.recipe_text, overrides));
  measuring.files = acting.files;
  pipeline::DocumentChoice choice = {.id = arguments.get("--id"), .url = arguments.get("--url")};
  TAMIS_ASSIGN(choice.offset, read_count(arguments, "--offset", choice.offset, 0));
  TAMIS_ASSIGN(choice.num_documents_max,
               read_count(arguments, "--most", choice.num_documents_max, 1));
  return pipeline::explain(acting, measuring, file_system, choice,
                           [](const std::string& text) { print(stdout, text + "\n"); });
}

}  // namespace

extern constinit const CommandSpec explain = command({
    .name = "explain",
    .summary = "why a document, or a line of it, was kept, dropped or cut",
    .description = "Takes a document through the recipe and shows every rule's number, bound and "
                   "verdict, including the rules after the one that dropped it, and each piece "
                   "that was cut out of it.",
    .examples = kExamples,
    .options = kOptions,
    .run = explain_command,
});

}  // namespace tamis::cli
