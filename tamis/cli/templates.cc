#include <fmt/format.h>

#include <cstdio>

#include "tamis/cli/command.h"
#include "tamis/cli/printing.h"
#include "tamis/cli/run_settings.h"
#include "tamis/cli/stop_signal.h"
#include "tamis/extract/extract_stage.h"
#include "tamis/extract/site_text_counter.h"
#include "tamis/io/disk_file_system.h"
#include "tamis/io/output_name.h"
#include "tamis/pipeline/input_files.h"
#include "tamis/pipeline/plan_builder.h"
#include "tamis/pipeline/run.h"

namespace tamis::cli {
namespace {

constexpr OptionSpec kOptions[] = {
    kPagesOption,
    {.name = "--output",
     .value_name = "FILE",
     .summary = "File to write instead of standard output"},
    kFormatOption,
    kThreadsOption,
    {.name = "--memory",
     .value_name = "SIZE",
     .summary = "Bound on memory, a quarter of it for what is counted",
     .initial = "2GiB"},
};

constexpr std::string_view kExamples[] = {
    "tamis templates 'crawl/*.warc.gz' --output crawl.templates",
    "tamis extract 'crawl/*.warc.gz' --templates crawl.templates",
    "tamis run recipes/web.yaml --input 'crawl/*.warc.gz' --output refined --set "
    "extract.templates=crawl.templates",
};

constexpr std::string_view kRecipe = "read: {format: auto}\n";

// Takes batches of which nothing is to be written.
class NoOutput final : public pipeline::RunSink {
 public:
  explicit NoOutput(const pipeline::Plan& plan) : plan_(plan) {}

  Result<std::optional<pipeline::OpenShard>> open(const pipeline::Shard& shard) override {
    return pipeline::OpenShard{.progress = pipeline::ShardProgress(plan_, shard),
                               .sink = std::make_unique<Stream>()};
  }

 private:
  struct Stream final : pipeline::ShardSink {
    Result<void> write(const Batch&) override { return {}; }
    Result<void> checkpoint(const pipeline::ShardProgress&) override { return {}; }
  };

  const pipeline::Plan& plan_;
};

void print_amount(const extract::SiteTextCounter::Amount& amount) {
  std::string text =
      fmt::format("{} pages; {} sites of several pages, which have {} texts on several pages\n",
                  amount.pages, amount.sites, amount.texts);
  if (amount.homeless_pages > 0) {
    text += fmt::format("{} pages more are of no site: neither address nor canonical address\n",
                        amount.homeless_pages);
  }
  if (amount.large_sites > 0) {
    text += fmt::format("{} sites are left out, being too large: for them give more --memory\n",
                        amount.large_sites);
  }
  if (amount.one_site_in > 1) {
    text += fmt::format("of one site in {}: for more give more --memory\n", amount.one_site_in);
  }
  print(stderr, text);
}

Result<void> templates_command(const Arguments& arguments) {
  io::DiskFileSystem file_system(&stop_flag());
  const pipeline::PlanOverrides overrides = {
      .files = arguments.all("FILE"),
      .words = {{"read", "format", "--format", arguments.get("--format", "auto")}}};
  TAMIS_ASSIGN(const pipeline::RunOptions options, read_run_options(arguments));
  TAMIS_ASSIGN(pipeline::Plan plan, pipeline::build_plan(file_system, "tamis templates",
                                                         std::string(kRecipe), overrides));
  plan.template_bytes = options.memory_bytes / 4;
  extract::SiteTextCounter counter(plan.template_bytes);
  pipeline::PlanStage& stage = plan.stages.back();
  stage.parts.clear();
  stage.parts.push_back(extract::make_site_text_stage(counter));
  NoOutput sink(plan);
  const std::string path = arguments.get("--output", io::kStandardStream);
  print_notes(plan);
  TAMIS_TRY(pipeline::check_is_not_read(plan, file_system, path));
  TAMIS_TRY(io::check_no_false_ending(path, {}));
  TAMIS_ASSIGN(const auto output, file_system.create(path));
  TAMIS_TRY(pipeline::run(plan, pipeline::single_shard(plan), file_system, options, sink,
                          stop_flag(), [](const pipeline::Progress&) {}));
  counter.finish();
  TAMIS_TRY(counter.write(*output));
  TAMIS_TRY(output->commit());
  print_amount(counter.amount());
  return {};
}

}  // namespace

extern constinit const CommandSpec templates = command({
    .name = "templates",
    .summary = "what the pages of each site have in common",
    .description =
        "Counts on how many pages of its site, the host, each text of a page stands: menus, "
        "buttons and footers stand on most. Knowing this, extraction tells main text from them "
        "better: `tamis extract --templates`, or `extract: {templates: FILE}` in a recipe. Writes "
        "one line "
        "a site of several pages: {\"site\",\"pages\",\"texts\"}, of texts a hash and on how many "
        "pages they stand. Saved pages belong to the site of the address that they state.",
    .examples = kExamples,
    .options = kOptions,
    .run = templates_command,
});

}  // namespace tamis::cli
