#include <cstdio>

#include "tamis/cli/command.h"
#include "tamis/cli/printing.h"
#include "tamis/cli/run_settings.h"
#include "tamis/io/disk_file_system.h"
#include "tamis/pipeline/inspection.h"

namespace tamis::cli {
namespace {

constexpr OptionSpec kOptions[] = {
    {.name = "FILE",
     .summary = "WARC, ARC, WET, JSONL, Parquet, text or HTML",
     .is_required = true},
    {.name = "--format", .value_name = "NAME", .summary = "The file's format", .initial = "auto"},
    {.name = "--most", .value_name = "N", .summary = "How many documents to show", .initial = "3"},
};

constexpr std::string_view kExamples[] = {"tamis inspect crawl/a.warc.gz",
                                          "tamis inspect pages.parquet --most 1"};

Result<void> inspect_command(const Arguments& arguments) {
  io::DiskFileSystem file_system;
  TAMIS_ASSIGN(const std::int64_t num_shown_max, read_count(arguments, "--most", 3, 0));
  TAMIS_ASSIGN(const std::string text,
               pipeline::inspect(file_system, arguments.get("FILE"),
                                 arguments.get("--format", "auto"), num_shown_max));
  print(stdout, text);
  return {};
}

}  // namespace

extern constinit const CommandSpec inspect = command({
    .name = "inspect",
    .summary = "what is in a file",
    .description = "Reads the whole file and counts its records and documents, by type and by what "
                   "is wrong with them, and shows the first documents.",
    .examples = kExamples,
    .options = kOptions,
    .run = inspect_command,
});

}  // namespace tamis::cli
