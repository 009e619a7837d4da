// ARC files, the Internet Archive's format before WARC.
#include "tamis/readers/arc_records.h"
#include "tamis/readers/reader.h"
#include "tamis/readers/record_source.h"

namespace tamis::readers {
namespace {

constexpr std::string_view kEndings[] = {".arc"};

OpenedSource open_arc(Input input, const void*) {
  auto records = std::make_unique<ArcRecords>(std::move(input.bytes), input.limits);
  return std::make_unique<RecordSource>(std::move(records), std::move(input.path));
}

}  // namespace

extern constinit const ReaderSpec arc = reader({
    .name = "arc",
    .version = 4,
    .summary = "Web archives of the years before WARC: ARC versions 1 and 2.",
    .why = "Crawls of the Internet Archive until 2009; records have no ids, so places serve.",
    .source = {.work = "Burner and Kahle 1996 (Arc File Format)",
               .url = "https://archive.org/web/researcher/ArcFileFormat.php",
               .where = "\"The ARC file\""},
    .endings = kEndings,
    .recognises = is_arc,
    .open = open_arc,
});

}  // namespace tamis::readers
