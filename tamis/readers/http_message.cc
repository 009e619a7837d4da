#include "tamis/readers/http_message.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "tamis/base/ascii.h"
#include "tamis/readers/content_coding.h"
#include "tamis/readers/header_fields.h"
#include "tamis/readers/media_type.h"

namespace tamis::readers {
namespace {

constexpr std::size_t kStatusDigits = 3;
constexpr std::size_t kStatusLineBytes = 64;  // as much of one as says that it is one

// "HTTP/1.1 200 OK" and its poorer relations; 0 if it is none.
int parse_status(std::string_view line) {
  if (!starts_with_ignoring_case(line, "http") && !line.starts_with("ICY "))  // also "HTTPX/1.1"
    return 0;
  const std::size_t space = line.find(' ');
  if (space == std::string_view::npos) return 0;
  const std::string_view code = trim_blanks(line.substr(space)).substr(0, kStatusDigits);
  int status = 0;
  const auto [end, error] = std::from_chars(code.data(), code.data() + code.size(), status);
  return error == std::errc() && end == code.data() + kStatusDigits ? status : 0;
}

// Undoes chunked transfer into `out`. False if the first line is no chunk size: then the body is
// not chunked, whatever its head says. A later fault ends the body there.
bool dechunk(std::string_view body, std::string& out) {
  out.clear();
  for (bool is_first = true;; is_first = false) {
    const std::size_t line_end = body.find('\n');
    const std::string_view line = trim_blanks(body.substr(0, line_end));
    std::uint64_t num_bytes = 0;
    const auto [end, error] =
        std::from_chars(line.data(), line.data() + line.size(), num_bytes, 16);
    const bool is_size =
        error == std::errc() && (end == line.data() + line.size() || *end == ';' || *end == ' ');
    if (!is_size || line_end == std::string_view::npos) {
      // What follows a wrong size is kept: losing the rest of a page is worse than a stray line.
      if (!is_first && !is_size) out.append(body);
      return !is_first;
    }
    body.remove_prefix(line_end + 1);
    if (num_bytes == 0) return true;  // trailers do not matter
    const auto num_taken =
        static_cast<std::size_t>(std::min<std::uint64_t>(num_bytes, body.size()));
    out.append(body.substr(0, num_taken));
    body.remove_prefix(num_taken);
    if (body.starts_with("\r\n"))
      body.remove_prefix(2);
    else if (body.starts_with('\n'))
      body.remove_prefix(1);
    if (body.empty()) return true;
  }
}

struct Codings {
  std::vector<std::string_view> names;  // in the order in which they were applied
  bool has_chunks = false;              // the outermost framing, wherever it is listed
};

// What all fields of that name list: of more codings than the limit, one more.
Codings find_codings(std::string_view head, std::string_view name, std::int64_t num_codings_max) {
  Codings codings;
  while (!head.empty()) {
    std::string_view value = take_field(head, name);
    while (!value.empty() && std::ssize(codings.names) <= num_codings_max) {
      const std::size_t comma = value.find(',');
      const std::string_view coding = trim_blanks(value.substr(0, comma));
      value.remove_prefix(comma == std::string_view::npos ? value.size() : comma + 1);
      if (equals_ignoring_case(coding, "chunked")) {
        codings.has_chunks = true;
      } else if (!coding.empty() && !equals_ignoring_case(coding, "identity")) {
        codings.names.push_back(coding);
      }
    }
  }
  return codings;
}

// Undoes codings one after the other, each from one buffer into the other.
class CodingChain {
 public:
  CodingChain(std::string_view bytes, std::int64_t num_bytes_max, BodyBuffers& buffers)
      : body_{.bytes = bytes},
        num_bytes_max_(num_bytes_max),
        out_(&buffers.first),
        spare_(&buffers.second) {}

  void undo_chunks() {
    if (dechunk(body_.bytes, *out_)) take_out();
  }

  // The last one applied is the first to be undone.
  void undo(const std::vector<std::string_view>& names) {
    for (auto name = names.rbegin(); name != names.rend(); ++name) undo(*name);
  }

  void undo(std::string_view coding) {
    if (!is_usable()) return;
    switch (undo_coding(coding, body_.bytes, num_bytes_max_, *out_)) {
      case CodingState::kDecoded:
        return take_out();
      case CodingState::kNotEncoded:
        return;
      case CodingState::kUnknown:  // "utf-8", "8bit": no coding, but a wrong word for the text
        if (sniff_media_type(body_.bytes).empty()) refuse(BodyState::kUnknownEncoding);
        return;
      case CodingState::kTooLarge:
        return refuse(BodyState::kTooLarge);
      case CodingState::kTruncated:
        if (body_.state == BodyState::kDecoded) body_.state = BodyState::kTruncated;
        return take_out();
      case CodingState::kDamaged:
        body_.state = BodyState::kDamaged;
        return take_out();
    }
  }

  DecodedBody result() {
    if (static_cast<std::int64_t>(body_.bytes.size()) > num_bytes_max_) {
      refuse(BodyState::kTooLarge);
    }
    return body_;
  }

 private:
  bool is_usable() const {
    return body_.state != BodyState::kUnknownEncoding && body_.state != BodyState::kTooLarge;
  }

  void take_out() {
    body_.bytes = *out_;
    std::swap(out_, spare_);
  }

  void refuse(BodyState state) { body_ = {.state = state}; }

  DecodedBody body_;
  std::int64_t num_bytes_max_;
  std::string* out_;
  std::string* spare_;
};

// "100 Continue": another head follows.
bool is_interim(int status) { return status >= 100 && status < 200; }

std::optional<HttpMessage> parse_one(std::string_view bytes) {
  const std::size_t line_end = bytes.find('\n');
  HttpMessage message{.status = parse_status(bytes.substr(0, line_end))};
  if (message.status == 0) return std::nullopt;
  if (line_end == std::string_view::npos) return message;
  // From the end of the status line on, so that a message without fields ends its head too.
  for (std::size_t at = line_end; at != std::string_view::npos; at = bytes.find('\n', at + 1)) {
    const std::string_view rest = bytes.substr(at + 1);
    const std::size_t num_blank = empty_line_bytes(rest);
    if (num_blank == 0) continue;
    message.head = bytes.substr(line_end + 1, at - line_end);
    message.body = rest.substr(num_blank);
    return message;
  }
  message.head = bytes.substr(line_end + 1);
  return message;
}

}  // namespace

std::optional<HttpMessage> parse_http(std::string_view bytes) {
  std::optional<HttpMessage> message = parse_one(bytes);
  while (message && is_interim(message->status) &&
         parse_status(message->body.substr(0, kStatusLineBytes)) != 0)
    message = parse_one(message->body);
  return message;
}

DecodedBody decode_body(const HttpMessage& message, std::int64_t num_bytes_max,
                        BodyBuffers& buffers, std::int64_t num_codings_max) {
  const Codings transfer = find_codings(message.head, "Transfer-Encoding", num_codings_max);
  const Codings content = find_codings(message.head, "Content-Encoding", num_codings_max);
  if (std::ssize(transfer.names) + std::ssize(content.names) > num_codings_max) {
    return {.state = BodyState::kTooManyCodings};
  }
  CodingChain chain(message.body, num_bytes_max, buffers);
  if (transfer.has_chunks) chain.undo_chunks();
  chain.undo(transfer.names);
  chain.undo(content.names);
  return chain.result();
}

}  // namespace tamis::readers
