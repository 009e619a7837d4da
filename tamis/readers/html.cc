// Saved pages: a file is a document.
#include "tamis/readers/media_type.h"
#include "tamis/readers/whole_file.h"

namespace tamis::readers {
namespace {

constexpr std::string_view kEndings[] = {".html", ".htm", ".xhtml"};

OpenedSource open_html(Input input, const void*) {
  return std::make_unique<WholeFile>(std::move(input), Payload::kHtmlBytes);
}

bool recognises(std::string_view head) { return sniff_media_type(head) == "text/html"; }

}  // namespace

extern constinit const ReaderSpec html = reader({
    .name = "html",
    .version = 1,
    .summary = "Saved pages, one a file.",
    .why = "Pages that were downloaded by themselves; a crawl belongs into a WARC, with its urls.",
    .source = {.work = "WHATWG HTML Living Standard",
               .url = "https://html.spec.whatwg.org/",
               .where = "section 13"},
    .endings = kEndings,
    .recognises = recognises,
    .takes_anything = true,
    .open = open_html,
});

}  // namespace tamis::readers
