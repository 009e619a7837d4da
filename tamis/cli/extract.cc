#include <cstdio>

#include "tamis/batch/batch.h"
#include "tamis/cli/command.h"
#include "tamis/cli/printing.h"
#include "tamis/cli/run_settings.h"
#include "tamis/cli/stop_signal.h"
#include "tamis/extract/page_explanation.h"
#include "tamis/extract/site_templates.h"
#include "tamis/io/disk_file_system.h"
#include "tamis/io/output_name.h"
#include "tamis/output/row_sink.h"
#include "tamis/pipeline/input_files.h"
#include "tamis/pipeline/plan_builder.h"
#include "tamis/readers/decode_stage.h"

namespace tamis::cli {
namespace {

constexpr OptionSpec kOptions[] = {
    kPagesOption,
    {.name = "--output",
     .value_name = "FILE",
     .summary = "File to write instead of standard output; compressed if it ends with .zst"},
    {.name = "--favour",
     .value_name = "WHAT",
     .summary = "precision (less, cleaner), balanced or recall (more, dirtier)",
     .initial = "balanced"},
    {.name = "--form",
     .value_name = "FORM",
     .summary = "text (a paragraph a line) or markdown",
     .initial = "text"},
    {.name = "--templates",
     .value_name = "FILE",
     .summary = "What other pages of their sites say, as `tamis templates` writes it"},
    {.name = "--explain",
     .summary = "Print block by block what of one saved page is kept, and why"},
    {.name = "--overlay",
     .value_name = "FILE",
     .summary = "Write the one page with its kept and dropped texts marked, for a browser"},
    kFormatOption,
    kThreadsOption,
    kMemoryOption,
};

constexpr std::string_view kExamples[] = {
    "tamis extract page.html",
    "tamis extract --form markdown page.html",
    "tamis extract --explain page.html",
    "tamis extract page.html --overlay marked.html",
    "tamis extract 'crawl/*.warc.gz' --output pages.jsonl.zst",
    "tamis extract 'crawl/*.warc.gz' --templates crawl.templates",
};

constexpr std::string_view kRecipe =
    "read: {format: auto}\nextract: {favour: balanced, attribution: true}\nstages:\n  - language: "
    "[language_id]\n";

// The page in UTF-8, by the same steps as a run decodes it.
Result<std::string> read_page(const io::FileSystem& file_system, const std::string& path) {
  const Limits limits;
  TAMIS_ASSIGN(const std::string bytes, file_system.read_all(path, limits.document_bytes_max));
  Batch batch;
  batch.append({.id = path, .text = bytes, .payload = Payload::kHtmlBytes});
  const readers::DecodeStage decode(limits);
  decode.process(batch, decode.make_scratch().get());
  if (batch.selected.empty()) {
    return fail(ErrorCode::kInvalidInput, "this is no page that can be read as text: " + path);
  }
  return std::string(batch.text[0]);
}

// Options of an explanation: one saved page, decided on as `tamis extract` does.
Result<void> explain_page(const Arguments& arguments, io::FileSystem& file_system) {
  const std::vector<std::string> files = arguments.all("FILE");
  if (files.size() != 1) {
    return fail(ErrorCode::kInvalidInput, "--explain and --overlay take one saved page");
  }
  const auto overlay = arguments.find("--overlay");
  if (overlay) TAMIS_TRY(io::check_replaces_none(file_system, *overlay, files));
  extract::Options options;
  options.favour = arguments.get("--favour", options.favour);
  if (const auto templates = arguments.find("--templates")) {
    ReadFiles read;
    TAMIS_ASSIGN(options.site_templates, extract::read_site_templates(*templates, read));
  }
  TAMIS_ASSIGN(const std::string page, read_page(file_system, files.front()));
  if (arguments.has("--explain")) {
    print(stdout, extract::explanation_table(page, options));
  }
  if (!overlay) return {};
  return file_system.write_all(*overlay, extract::explanation_page(page, options));
}

Result<void> extract_command(const Arguments& arguments) {
  io::DiskFileSystem file_system(&stop_flag());
  if (arguments.has("--explain") || arguments.has("--overlay")) {
    return explain_page(arguments, file_system);
  }
  pipeline::PlanOverrides overrides = {
      .files = arguments.all("FILE"),
      .words = {{"extract", "favour", "--favour", arguments.get("--favour", "balanced")},
                {"extract", "form", "--form", arguments.get("--form", "text")},
                {"read", "format", "--format", arguments.get("--format", "auto")}}};
  if (const auto templates = arguments.find("--templates"))
    overrides.words.push_back({"extract", "templates", "--templates", *templates});
  TAMIS_ASSIGN(const pipeline::RunOptions options, read_run_options(arguments));
  TAMIS_ASSIGN(const pipeline::Plan plan,
               pipeline::build_plan(file_system, "tamis extract", std::string(kRecipe), overrides));
  const std::string output = arguments.get("--output", io::kStandardStream);
  constexpr std::string_view kWritten[] = {".zst"};
  print_notes(plan);
  TAMIS_TRY(pipeline::check_is_not_read(plan, file_system, output));
  TAMIS_TRY(io::check_no_false_ending(output, kWritten));
  const auto fields = output::TextSink::fields();
  TAMIS_ASSIGN(auto writer, writers::find_writer("jsonl")->open(file_system, output, fields, {}));
  output::TextSink sink(plan, std::move(writer));
  TAMIS_TRY(pipeline::run(plan, pipeline::single_shard(plan), file_system, options, sink,
                          stop_flag(), [](const pipeline::Progress&) {}));
  return {};
}

}  // namespace

extern constinit const CommandSpec extract = command({
    .name = "extract",
    .summary = "main text of pages as JSONL",
    .description = "Writes one line a page: {\"id\",\"url\",\"canonical_url\",\"title\",\"author\","
                   "\"date\",\"site\",\"language\",\"text\"}. The id of a saved page is its path, "
                   "of a WARC record its id. A page "
                   "without main text has an empty text; answers that are no page are left out.",
    .examples = kExamples,
    .options = kOptions,
    .run = extract_command,
});

}  // namespace tamis::cli
