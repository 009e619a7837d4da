#include "tamis/batch/drop_reason.h"

#include <array>

#include "tamis/base/check.h"

namespace tamis {
namespace {

struct Description {
  std::string_view name;
  std::string_view summary;
};

// In the order of DropReason.
constexpr std::array<Description, static_cast<std::size_t>(DropReason::kNumReasons)> kDescriptions =
    {{
        {"damaged_record",
         "The record's compressed bytes, framing or fields do not hold together."},
        {"truncated_record", "The file ends inside the record."},
        {"document_too_large",
         "The payload, or its text in UTF-8, is larger than limits.document_bytes_max."},
        {"header_too_large",
         "The record's head, or what is read of a row but for its text, is larger than "
         "limits.header_bytes_max."},
        {"metadata_too_large",
         "The other fields of the row are more, as JSON, than limits.metadata_bytes_max."},
        {"too_many_header_lines", "The record's head has more lines than limits.header_lines_max."},
        {"revisit", "The record says that the page had not changed, and holds no page."},
        {"not_a_response", "The record is of a type that carries no page."},
        {"unparsable_line", "The line is not of the file's format."},
        {"no_text_field", "The line has no string in the field that read.text_field names."},
        {"http_status", "The server's answer was not a success (2xx)."},
        {"media_type", "The payload is neither HTML nor plain text."},
        {"unparsable_http", "The record has no HTTP head that could be read."},
        {"content_encoding",
         "The transfer or content encoding is unknown, or does not fit the bytes."},
        {"too_many_codings",
         "The body is encoded more times over than limits.content_codings_max."},
        {"charset", "The bytes are text in no known encoding."},
        {"empty_payload", "The record's payload is empty."},
        {"no_main_text", "The page has no main text."},
        {"nesting_too_deep", "The page's elements are nested deeper than limits.nesting_max."},
        {"too_many_attributes",
         "A tag of the page has more attributes than limits.attributes_max."},
        {"too_many_words", "The text has more words than limits.words_max."},
        {"too_many_lines", "The text has more lines than limits.lines_max."},
    }};

}  // namespace

std::string_view drop_reason_name(DropReason reason) {
  TAMIS_CHECK(reason < DropReason::kNumReasons);
  return kDescriptions[static_cast<std::size_t>(reason)].name;
}

std::string_view drop_reason_summary(DropReason reason) {
  TAMIS_CHECK(reason < DropReason::kNumReasons);
  return kDescriptions[static_cast<std::size_t>(reason)].summary;
}

}  // namespace tamis
