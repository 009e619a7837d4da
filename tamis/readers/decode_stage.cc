#include "tamis/readers/decode_stage.h"

#include <algorithm>
#include <optional>
#include <string>

#include "tamis/readers/header_fields.h"
#include "tamis/readers/http_message.h"
#include "tamis/readers/media_type.h"
#include "tamis/text/charset.h"

namespace tamis::readers {
namespace {

constexpr int kFirstSuccess = 200;
constexpr int kFirstRedirect = 300;

// Memory for documents larger than this is given back behind each.
constexpr std::size_t kKeptBytes = std::size_t{4} << 20;

class DecodeScratch final : public Scratch {
 public:
  void release() {
    for (std::string* memory : {&buffers.first, &buffers.second, &utf8}) {
      if (memory->capacity() > kKeptBytes) *memory = std::string();
    }
  }

  BodyBuffers buffers;
  std::string utf8;
};

// Bytes of a payload with what is known of them.
struct Body {
  std::string_view bytes;
  std::string_view charset = {};
  bool is_html = false;
};

using MaybeDropped = std::optional<DropReason>;

// The last Content-Type that is one: servers and proxies each add theirs. One that says the same
// without a charset does not take it away (WHATWG Fetch, "extract a MIME type").
std::string_view last_content_type(std::string_view head) {
  std::string_view last;
  std::string last_media;
  while (!head.empty()) {
    std::string_view values = take_field(head, "Content-Type");
    while (!values.empty()) {
      const std::size_t end = std::min(values.find(','), values.size());
      const std::string_view value = trim_blanks(values.substr(0, end));
      const std::string media = media_type(value);
      const bool is_type = media.find('/') != media.npos && media != "*/*";
      const bool says_less = media == last_media && charset_of(value).empty();
      if (is_type && !says_less) {
        last = value;
        last_media = media;
      }
      values.remove_prefix(std::min(end + 1, values.size()));
    }
  }
  return last;
}

MaybeDropped set_media_type(const HttpMessage& message, Body& body) {
  const std::string_view content_type = last_content_type(message.head);
  const std::string declared = media_type(content_type);
  const std::string_view media =
      declared.empty() ? sniff_media_type(body.bytes) : std::string_view(declared);
  body.charset = charset_of(content_type);
  body.is_html = media == "text/html" || media == "application/xhtml+xml";
  if (!body.is_html && media != "text/plain") return DropReason::kMediaType;
  return std::nullopt;
}

MaybeDropped open_http(std::string_view bytes, const Limits& limits, BodyBuffers& buffers,
                       std::string& head, Body& body) {
  auto message = parse_http(bytes);
  if (!message.has_value()) return DropReason::kUnparsableHttp;
  if (message->status < kFirstSuccess || message->status >= kFirstRedirect) {
    return DropReason::kHttpStatus;
  }
  if (static_cast<std::int64_t>(message->head.size()) > limits.header_bytes_max) {
    return DropReason::kHeaderTooLarge;
  }
  if (std::ranges::count(message->head, '\n') > limits.header_lines_max) {
    return DropReason::kTooManyHeaderLines;
  }
  unfold_fields(message->head, head);
  message->head = head;
  const DecodedBody decoded =
      decode_body(*message, limits.document_bytes_max, buffers, limits.content_codings_max);
  if (decoded.state == BodyState::kTooLarge) return DropReason::kDocumentTooLarge;
  if (decoded.state == BodyState::kTooManyCodings) return DropReason::kTooManyCodings;
  // A body that breaks off is shown as far as it goes, as browsers do; behind damage within it
  // the decoder may have given bytes that were never written.
  const bool is_usable =
      decoded.state == BodyState::kDecoded || decoded.state == BodyState::kTruncated;
  if (!is_usable) return DropReason::kContentEncoding;
  body.bytes = decoded.bytes;
  return set_media_type(*message, body);
}

MaybeDropped decode_row(Batch& batch, RowIndex row, const Limits& limits, DecodeScratch& memory) {
  Body body{.bytes = batch.text[row],
            .charset = batch.charset[row],
            .is_html = batch.payload[row] == Payload::kHtmlBytes};
  std::string head;
  if (batch.payload[row] == Payload::kHttpResponse) {
    if (const auto reason = open_http(body.bytes, limits, memory.buffers, head, body))
      return reason;
  }
  if (body.bytes.empty()) return DropReason::kEmptyPayload;
  const text::Utf8Text decoded =
      text::decode_to_utf8(body.bytes, body.charset, body.is_html,
                           static_cast<std::size_t>(limits.document_bytes_max), memory.utf8);
  if (decoded.is_too_large) return DropReason::kDocumentTooLarge;
  if (decoded.encoding.empty()) return DropReason::kCharset;
  batch.set_text(row, decoded.text, body.is_html ? Payload::kHtml : Payload::kText);
  return std::nullopt;
}

}  // namespace

std::unique_ptr<Scratch> DecodeStage::make_scratch() const {
  return std::make_unique<DecodeScratch>();
}

void DecodeStage::process(Batch& batch, Scratch* scratch) const {
  auto& memory = *static_cast<DecodeScratch*>(scratch);
  for (const RowIndex row : batch.selected) {
    const Payload payload = batch.payload[row];
    if (payload == Payload::kHtml || payload == Payload::kText) continue;
    if (const auto reason = decode_row(batch, row, limits_, memory)) batch.drop(row, *reason);
    memory.release();
  }
  batch.remove_dropped();
}

}  // namespace tamis::readers
