#include <fmt/format.h>

#include <cstdio>

#include "tamis/cli/command.h"
#include "tamis/cli/printing.h"
#include "tamis/cli/run_settings.h"
#include "tamis/cli/stop_signal.h"
#include "tamis/io/disk_file_system.h"
#include "tamis/io/output_name.h"
#include "tamis/output/row_sink.h"
#include "tamis/pipeline/input_files.h"
#include "tamis/pipeline/plan_builder.h"
#include "tamis/rules/rule.h"

namespace tamis::cli {
namespace {

constexpr OptionSpec kOptions[] = {
    {.name = "INPUT",
     .summary = "A path, a pattern, @LIST or -; NAME=PATTERN where the recipe asks for a source",
     .is_required = true},
    {.name = "OUTPUT",
     .summary = "File to write: .jsonl, .jsonl.zst or .parquet; - for standard output",
     .is_required = true},
    {.name = "--rules",
     .value_name = "A,B,...",
     .summary = "Which rules, and transforms that come before them",
     .initial = "all rules"},
    {.name = "--recipe",
     .value_name = "FILE",
     .summary = "Measure by the rules and transforms of a recipe instead"},
    kFormatOption,
    kThreadsOption,
    kMemoryOption,
};

constexpr std::string_view kExamples[] = {
    "tamis measure pages.jsonl.zst numbers.jsonl --rules word_count,alphabetic_word_ratio",
    "tamis measure 'crawl/*.warc.gz' numbers.parquet",
    "tamis measure 'crawl/*.warc.gz' numbers.parquet --recipe recipes/web.yaml",
};

std::string recipe_of(const std::string& rules) {
  std::string names = rules;
  if (names.empty()) {
    // By level, as a recipe wants them.
    for (const auto level : {rules::Level::kDocument, rules::Level::kParagraph,
                             rules::Level::kSentence, rules::Level::kClause}) {
      for (const auto* spec : rules::builtin_rules()) {
        if (spec->level == level)
          names += fmt::format("{}{}", names.empty() ? "" : ",", spec->name);
      }
    }
  }
  return fmt::format("read: {{format: auto}}\nstages:\n  - measure: [{}]\n", names);
}

Result<pipeline::Plan> make_plan(const io::FileSystem& file_system, const Arguments& arguments) {
  const std::string recipe = arguments.get("--recipe");
  const std::string rules = arguments.get("--rules");
  if (!recipe.empty() && !rules.empty())
    return fail(ErrorCode::kInvalidInput, "--rules and --recipe: give one of the two");
  pipeline::PlanOverrides overrides = {.inputs = {arguments.get("INPUT")},
                                       .action = rules::Action::kMeasure};
  if (const auto format = arguments.find("--format"))
    overrides.words.push_back({"read", "format", "--format", *format});
  if (!recipe.empty()) return pipeline::read_plan(file_system, recipe, overrides);
  return pipeline::build_plan(file_system, "tamis measure", recipe_of(rules), overrides);
}

// The shell makes INPUT and OUTPUT of a pattern that is not quoted and that two files match.
Result<void> check_is_no_input(const io::FileSystem& file_system, const std::string& output) {
  const auto status = file_system.status(output);
  if (!status.has_value() || status->is_stream) return {};
  TAMIS_ASSIGN(const bool is_own, output::MeasureSink::wrote(file_system, output));
  if (is_own) return {};
  return fail(ErrorCode::kInvalidInput,
              output +
                  ": this file is there and holds no numbers: is it an input? Then quote the "
                  "pattern that it comes from; else remove it first");
}

Result<void> measure_command(const Arguments& arguments) {
  io::DiskFileSystem file_system(&stop_flag());
  TAMIS_ASSIGN(const pipeline::RunOptions options, read_run_options(arguments));
  const std::string output = arguments.get("OUTPUT");
  constexpr std::string_view kEndings[] = {".jsonl", ".jsonl.zst", ".parquet"};
  TAMIS_TRY(io::check_ending(file_system, output, kEndings));
  TAMIS_TRY(check_is_no_input(file_system, output));
  TAMIS_ASSIGN(const pipeline::Plan plan, make_plan(file_system, arguments));
  print_notes(plan);
  TAMIS_TRY(pipeline::check_is_not_read(plan, file_system, output));
  const auto fields = output::MeasureSink::fields(plan);
  const auto* format = writers::find_writer(output.ends_with(".parquet") ? "parquet" : "jsonl");
  TAMIS_ASSIGN(auto writer, format->open(file_system, output, fields, {}));
  output::MeasureSink sink(plan, std::move(writer));
  TAMIS_TRY(pipeline::run(plan, pipeline::single_shard(plan), file_system, options, sink,
                          stop_flag(), [](const pipeline::Progress&) {}));
  const Amount kept = sink.ledger().kept();
  print(stderr, fmt::format("{} document{} measured, {} not: no page, no text or damaged\n",
                            kept.documents, kept.documents == 1 ? "" : "s",
                            sink.ledger().read().documents - kept.documents));
  return {};
}

}  // namespace

extern constinit const CommandSpec measure = command({
    .name = "measure",
    .summary = "every number of every document, nothing dropped",
    .description = "Writes one row a document with the numbers of the rules named, for choosing "
                   "bounds without a run; those of a recipe measure all documents, whatever "
                   "other rules would drop. Of rules that cut pieces the number is how many pieces "
                   "fail by the rule's bounds.",
    .examples = kExamples,
    .options = kOptions,
    .run = measure_command,
});

}  // namespace tamis::cli
