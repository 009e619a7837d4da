// Why a document was left out, and what it was then.
//
// Bad data is normal: it is neither an Error nor silent. A reader, the decoder and the
// extractor drop a row with one of the reasons below; a rule drops one with its number and
// bound. Every drop is counted, and can be written out.
#pragma once

#include <cstdint>
#include <limits>
#include <string_view>

#include "tamis/batch/text_column.h"

namespace tamis {

// What can be wrong with a record before any rule has seen it. Names (drop_reason_name) are part
// of the output formats: a name is never reused for another meaning.
enum class DropReason : std::uint32_t {
  // while reading
  kDamagedRecord,       // compressed bytes, framing or fields that do not hold together
  kTruncatedRecord,     // the file ends inside the record
  kDocumentTooLarge,    // over document_bytes_max
  kHeaderTooLarge,      // over header_bytes_max
  kMetadataTooLarge,    // over metadata_bytes_max
  kTooManyHeaderLines,  // over header_lines_max
  kRevisit,             // a record that says "unchanged since" and holds no payload
  kNotAResponse,        // a record of a type that carries no page: dns, screenshot ...
  kUnparsableLine,      // a line that is not the format's: broken JSON
  kNoTextField,         // a line without text where text_field says: another name, null, a list
  // while decoding
  kHttpStatus,       // not 2xx
  kMediaType,        // neither HTML nor text
  kUnparsableHttp,   // no HTTP head
  kContentEncoding,  // a coding that is unknown, or bytes that are not of the coding declared
  kTooManyCodings,   // over content_codings_max
  kCharset,          // bytes that are text in no known encoding
  kEmptyPayload,     // nothing there
  // while extracting
  kNoMainText,         // a page without main text
  kNestingTooDeep,     // over nesting_max
  kTooManyAttributes,  // over attributes_max
  kTooManyWords,       // over words_max
  kTooManyLines,       // over lines_max
  kNumReasons,
};

// The reason's key in reports, "http_status".
std::string_view drop_reason_name(DropReason reason);

// The reason in words for people, one sentence.
std::string_view drop_reason_summary(DropReason reason);

// What dropped a document: below kNumReasons a DropReason, above it a step of the plan.
using CauseId = std::uint32_t;

inline constexpr CauseId kFirstStepCause = static_cast<CauseId>(DropReason::kNumReasons);

struct Drop {
  RowIndex row = 0;
  CauseId cause = 0;
  double value = std::numeric_limits<double>::quiet_NaN();  // what the rule measured
  double bound = std::numeric_limits<double>::quiet_NaN();  // the bound that it went past
};

// A piece that a rule cut out of a document that goes on.
struct Cut {
  RowIndex row = 0;
  CauseId cause = 0;
  std::string_view text;  // in the batch's cut_text memory
  double value = 0;
};

// How much a transform took away from a document (below zero: added to it), or how much went with
// the pieces that a rule cut: commas, line breaks.
struct EditSize {
  RowIndex row = 0;
  CauseId cause = 0;
  std::int64_t bytes = 0;
  std::int64_t code_points = 0;
};

}  // namespace tamis
