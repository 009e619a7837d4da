#include "tamis/readers/record_source.h"

#include <fmt/core.h>

#include <algorithm>
#include <span>

#include "tamis/base/ascii.h"
#include "tamis/readers/media_type.h"
#include "tamis/text/utf8.h"

namespace tamis::readers {
namespace {

struct Verdict {
  Payload payload = Payload::kHttpResponse;
  std::optional<DropReason> reason = {};
};

constexpr std::string_view kDocumentTypes[] = {"response", "resource", "conversion", "revisit"};
constexpr std::string_view kOtherTypes[] = {"warcinfo", "request", "metadata", "continuation",
                                            "arc_header"};
// What others call their records is theirs to choose: this bounds the memory of the counts.
constexpr std::size_t kTypesMax = 64;
constexpr std::size_t kTypeBytesMax = 64;

bool contains(std::span<const std::string_view> types, std::string_view type) {
  return std::ranges::any_of(
      types, [&](std::string_view known) { return equals_ignoring_case(known, type); });
}

// A broken record may have been a document, unless its type says that it was none.
bool is_document(const Record& record) {
  if (record.type.empty() || contains(kDocumentTypes, record.type)) return true;
  const bool is_broken = record.flaw.has_value() && *record.flaw != DropReason::kDocumentTooLarge;
  return is_broken && !contains(kOtherTypes, record.type);
}

// What crawlers write for themselves: wget its log and arguments, Browsertrix the text and the
// pictures of a page as its browser shows it, beside the page itself.
constexpr std::string_view kCrawlersOwn[] = {
    "metadata:", "urn:text", "urn:pageinfo:", "urn:view:", "urn:thumbnail:", "urn:fullPage:"};

bool is_crawlers_own(const Record& record) {
  return std::ranges::any_of(kCrawlersOwn, [&](std::string_view start) {
    return starts_with_ignoring_case(record.uri, start);
  });
}

Verdict judge(const Record& record) {
  if (record.flaw.has_value()) return {.reason = record.flaw};
  if (is_crawlers_own(record)) return {.reason = DropReason::kNotAResponse};
  if (equals_ignoring_case(record.type, "revisit")) return {.reason = DropReason::kRevisit};
  const std::string media = media_type(record.content_type);
  const bool is_http = record.block.starts_with("HTTP/") || media == "application/http";
  if (!equals_ignoring_case(record.type, "conversion") && is_http)
    return {.payload = Payload::kHttpResponse};
  if (record.block.empty()) return {.reason = DropReason::kEmptyPayload};
  if (media == "text/html" || media == "application/xhtml+xml") {
    return {.payload = Payload::kHtmlBytes};
  }
  if (media == "text/plain") return {.payload = Payload::kTextBytes};
  const bool is_response = equals_ignoring_case(record.type, "response");
  return {.reason = is_response ? DropReason::kNotAResponse : DropReason::kMediaType};
}

// <urn:uuid:...> without its wrapping; empty for none.
std::string_view bare_id(std::string_view id) {
  if (id.starts_with('<') && id.ends_with('>')) id = id.substr(1, id.size() - 2);
  constexpr std::string_view kUrn = "urn:uuid:";
  return id.starts_with(kUrn) ? id.substr(kUrn.size()) : id;
}

}  // namespace

// Under "request", say, or "request.damaged_record".
void RecordSource::count_other(const Record& record) {
  std::string key;
  text::append_repaired_utf8(record.type.substr(0, kTypeBytesMax), key);
  if (record.flaw.has_value()) key = fmt::format("{}.{}", key, drop_reason_name(*record.flaw));
  const bool is_new = !num_other_records_.contains(key);
  if (is_new && num_other_records_.size() >= kTypesMax) key = "other";
  ++num_other_records_[key];
}

Result<bool> RecordSource::read(Batch& batch, const BatchSize& size) {
  Record record;
  RowIndex num_rows = 0;
  std::int64_t num_bytes = 0;
  while (num_rows < size.num_rows_max && num_bytes < size.num_bytes_max) {
    TAMIS_ASSIGN(const bool has_record, records_->next(record));
    if (!has_record) {
      batch.remove_dropped();
      return false;
    }
    if (!is_document(record)) {
      count_other(record);
      continue;
    }
    const Verdict verdict = judge(record);
    std::string made_id;
    std::string_view id = bare_id(record.id);
    if (id.empty()) id = made_id = fmt::format("{}@{}", path_, record.offset);
    const RowIndex row = batch.append({.id = id,
                                       .url = record.uri,
                                       .date = record.date,
                                       .title = {},
                                       .language = {},
                                       .charset = charset_of(record.content_type),
                                       .text = record.block,
                                       .payload = verdict.payload,
                                       .offset = record.offset});
    if (verdict.reason.has_value()) batch.drop(row, *verdict.reason);
    ++num_rows;
    num_bytes += batch.held_bytes(row);
  }
  batch.remove_dropped();
  return true;
}

}  // namespace tamis::readers
