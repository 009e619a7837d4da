#include "tamis/readers/http_message.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "tamis/readers/content_coding.h"
#include "tamis/readers/header_fields.h"

namespace tamis::readers {
namespace {

constexpr std::size_t kStatusDigits = 3;

// "HTTP/1.1 200 OK" and its poorer relations; 0 if it is none.
int parse_status(std::string_view line) {
  if (!line.starts_with("HTTP") && !line.starts_with("ICY ")) return 0;  // also "HTTPX/1.1"
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

std::vector<std::string_view> split_codings(std::string_view value) {
  std::vector<std::string_view> codings;
  while (!value.empty()) {
    const std::size_t comma = value.find(',');
    const std::string_view coding = trim_blanks(value.substr(0, comma));
    value.remove_prefix(comma == std::string_view::npos ? value.size() : comma + 1);
    if (!coding.empty() && !equals_ignoring_case(coding, "identity")) codings.push_back(coding);
  }
  return codings;
}

}  // namespace

std::optional<HttpMessage> parse_http(std::string_view bytes) {
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

DecodedBody decode_body(const HttpMessage& message, std::int64_t num_bytes_max,
                        BodyBuffers& buffers, std::int64_t num_codings_max) {
  DecodedBody body{.bytes = message.body};
  std::string* out = &buffers.first;
  std::string* spare = &buffers.second;
  const auto codings_of_transfer = split_codings(find_field(message.head, "Transfer-Encoding"));
  const bool is_chunked = std::ranges::any_of(codings_of_transfer, [](std::string_view coding) {
    return equals_ignoring_case(coding, "chunked");
  });
  if (is_chunked && dechunk(body.bytes, *out)) {
    body.bytes = *out;
    std::swap(out, spare);
  }
  const auto codings = split_codings(find_field(message.head, "Content-Encoding"));
  if (static_cast<std::int64_t>(codings.size()) > num_codings_max) {
    return {.state = BodyState::kTooManyCodings};
  }
  for (auto coding = codings.rbegin(); coding != codings.rend(); ++coding) {
    const auto state = undo_coding(*coding, body.bytes, num_bytes_max, *out);
    if (state == CodingState::kNotEncoded) continue;
    if (state == CodingState::kUnknown) return {.state = BodyState::kUnknownEncoding};
    if (state == CodingState::kTooLarge) return {.state = BodyState::kTooLarge};
    if (state == CodingState::kDamaged) body.state = BodyState::kDamaged;
    if (state == CodingState::kTruncated && body.state == BodyState::kDecoded) {
      body.state = BodyState::kTruncated;
    }
    body.bytes = *out;
    std::swap(out, spare);
  }
  if (static_cast<std::int64_t>(body.bytes.size()) > num_bytes_max) {
    return {.state = BodyState::kTooLarge};
  }
  return body;
}

}  // namespace tamis::readers
