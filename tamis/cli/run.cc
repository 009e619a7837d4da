#include <fmt/format.h>

#include <cstdio>

#include "tamis/cli/command.h"
#include "tamis/cli/printing.h"
#include "tamis/cli/progress_display.h"
#include "tamis/cli/run_settings.h"
#include "tamis/cli/stop_signal.h"
#include "tamis/io/disk_file_system.h"
#include "tamis/output/disk_need.h"
#include "tamis/output/output_folder.h"
#include "tamis/output/report.h"
#include "tamis/pipeline/memory_budget.h"
#include "tamis/pipeline/plan_builder.h"

namespace tamis::cli {
namespace {

constexpr OptionSpec kOptions[] = {
    {.name = "RECIPE", .summary = "What to do: a YAML file, see recipes/", .is_required = true},
    {.name = "--input",
     .value_name = "[NAME=]PATTERN",
     .summary = "Files to read instead of the recipe's: a path, a folder (DIR/** with all "
                "below it), a pattern, @LIST or - for standard "
                "input; NAME is the source's name in the report",
     .is_repeated = true},
    {.name = "--output", .value_name = "DIR", .summary = "Folder to write", .initial = "clean"},
    {.name = "--overwrite", .summary = "Replace the run that the folder holds"},
    kThreadsOption,
    kMemoryOption,
    {.name = "--batch-documents",
     .value_name = "N",
     .summary = "Documents that one thread takes at a time; the output does not depend on it",
     .initial = "512"},
    {.name = "--set",
     .value_name = "KEY=VALUE",
     .summary = "Change a value of the recipe: write.format=parquet, chinese.word_count.min=20",
     .is_repeated = true},
    {.name = "--skip-disk-check",
     .summary = "Begin even if the disk looks too small for what the inputs may come to"},
    {.name = "--profile", .summary = "Print at the end where the time went, by stage"},
    {.name = "--check",
     .summary = "Check the recipe and look at the beginnings of the input files; write nothing"},
};

constexpr std::string_view kExamples[] = {
    "tamis run recipes/web.yaml --input 'crawl/*.warc.gz' --output clean/",
    "tamis run recipes/web.yaml --input wiki=pages.jsonl.zst --set write.format=parquet",
};

void print_closing(const pipeline::Plan& plan, const pipeline::Ledger& ledger,
                   const output::OutputFolder& folder) {
  print(stdout, output::report_text(plan, ledger));
  print(stdout, "\nwritten:\n");
  for (const std::string& file : folder.files_of_interest()) print(stdout, "  " + file + "\n");
}

// True for what passes without another recipe or input.
bool may_pass(ErrorCode code) {
  return code == ErrorCode::kInterrupted || code == ErrorCode::kIo ||
         code == ErrorCode::kUnavailable;
}

Result<void> run_into(output::OutputFolder& folder, const std::string& path,
                      const pipeline::Plan& plan, const io::FileSystem& file_system,
                      const pipeline::RunOptions& options, const Arguments& arguments) {
  ProgressDisplay display;
  auto profile = pipeline::run(plan, folder.shards(), file_system, options, folder, stop_flag(),
                               [&](const pipeline::Progress& progress) { display.show(progress); });
  display.finish();
  if (!profile) {
    const bool goes_on = may_pass(profile.error().code()) && folder.can_be_resumed();
    const bool is_out_of_date = profile.error().code() == ErrorCode::kCorrupt;
    const std::string_view without = arguments.has("--overwrite") ? " without --overwrite" : "";
    return tl::unexpected(std::move(profile).error().context(
        fmt::format("{} is not complete{}", path,
                    goes_on          ? fmt::format("; the same command{} resumes it", without)
                    : is_out_of_date ? "; with --overwrite the same command begins anew"
                                     : "")));
  }
  if (arguments.has("--profile")) print(stderr, pipeline::profile_text(plan, *profile));
  return {};
}

Result<void> end_run(output::OutputFolder& folder, const std::string& path,
                     const pipeline::Plan& plan, bool& is_done) {
  TAMIS_ASSIGN(const auto ledger, folder.finish());
  if (ledger.has_value()) print_closing(plan, *ledger, folder);
  is_done = folder.is_complete();
  if (is_done && !ledger.has_value())
    print(stdout, path + ": complete; another process wrote the reports\n");
  if (is_done) return {};
  TAMIS_ASSIGN(const bool has_free_shards, folder.has_free_shards());
  is_done = !has_free_shards;  // else those that a dead process has left are ours
  if (is_done)
    print(stdout,
          path + ": other processes still work on this run; the last one writes the reports\n");
  return {};
}

Result<std::string> read_output(const Arguments& arguments) {
  std::string output = arguments.get("--output", "clean");
  if (output.empty())
    return fail(ErrorCode::kInvalidInput, "--output is empty: name the folder to write");
  while (output.size() > 1 && output.ends_with('/')) output.pop_back();
  return output;
}

Result<void> run_command(const Arguments& arguments) {
  // A plan and reports are made in no time: a stop ends the run between them, which says so.
  io::DiskFileSystem file_system(&stop_flag(), true);
  const io::DiskFileSystem inputs(&stop_flag());
  const pipeline::PlanOverrides overrides = {.inputs = arguments.all("--input"),
                                             .values = arguments.all("--set")};
  TAMIS_ASSIGN(const pipeline::RunOptions options, read_run_options(arguments));
  TAMIS_ASSIGN(const pipeline::Plan plan,
               pipeline::read_plan(file_system, arguments.get("RECIPE"), overrides));
  print_notes(plan);
  const auto load_writer = writers::find_writer(plan.output.format)->load;
  if (load_writer != nullptr) TAMIS_TRY(load_writer());
  if (arguments.has("--check")) {
    const std::size_t num_files = plan.files.size();
    print(stdout, fmt::format("{}: no mistakes; {} input file{}\n", plan.recipe_path, num_files,
                              num_files == 1 ? "" : "s"));
    return {};
  }
  TAMIS_ASSIGN(const std::string output, read_output(arguments));
  // What can be refused is refused before a run that is there is replaced.
  TAMIS_TRY(pipeline::memory_budget(plan, options));
  const bool is_replaced = arguments.has("--overwrite");
  std::string disk;
  if (!arguments.has("--skip-disk-check")) {
    TAMIS_ASSIGN(disk, output::check_disk(plan, file_system, output, is_replaced));
  }
  TAMIS_ASSIGN(const auto folder,
               output::OutputFolder::open(plan, file_system, output, is_replaced));
  if (folder->is_complete()) {
    print(stdout, output + ": this run is complete; nothing to do (--overwrite begins it anew)\n");
    return {};
  }
  if (folder->is_resumed()) print(stderr, output + ": going on with the run that is there\n");
  if (!disk.empty()) print(stderr, disk + "\n");
  for (bool is_done = false; !is_done;) {
    TAMIS_TRY(run_into(*folder, output, plan, inputs, options, arguments));
    TAMIS_TRY(end_run(*folder, output, plan, is_done));
  }
  return {};
}

}  // namespace

extern constinit const CommandSpec run = command({
    .name = "run",
    .summary = "refine crawls and corpora by a recipe",
    .description =
        "Reads the input, extracts, repairs, measures and filters as the recipe says, and writes "
        "documents/ (what is kept), rejected/ (what is dropped, with rule, number and bound), "
        "report.html and report.json (the funnel), and manifest.json. The same input and recipe "
        "give the same bytes on any machine. Nothing is read before the whole recipe is checked. "
        "A run that was stopped in any way is resumed by the same command; several processes "
        "that are given the same command share the work.",
    .examples = kExamples,
    .options = kOptions,
    .run = run_command,
});

}  // namespace tamis::cli
