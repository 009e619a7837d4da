// WARC, WET and WAT files: ISO 28500:2017 and the drafts before it.
#include "tamis/readers/reader.h"
#include "tamis/readers/record_source.h"
#include "tamis/readers/warc_records.h"

namespace tamis::readers {
namespace {

constexpr std::string_view kEndings[] = {".warc", ".wet", ".wat"};

OpenedSource open_warc(Input input, const void*) {
  auto records = std::make_unique<WarcRecords>(std::move(input.bytes), input.limits);
  return std::make_unique<RecordSource>(std::move(records), std::move(input.path));
}

}  // namespace

extern constinit const ReaderSpec warc = reader({
    .name = "warc",
    .version = 5,
    .summary = "Web archives of crawlers: WARC 0.17 to 1.1, with WET texts as documents.",
    .why = "What Common Crawl, wget and Heritrix write; a broken record loses only itself.",
    .source = {.work = "ISO 28500:2017 (WARC 1.1)",
               .url = "https://iipc.github.io/warc-specifications/",
               .where = "sections 4 to 6"},
    .endings = kEndings,
    .recognises = is_warc,
    .open = open_warc,
});

}  // namespace tamis::readers
