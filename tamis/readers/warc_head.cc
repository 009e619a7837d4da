#include "tamis/readers/warc_head.h"

#include <charconv>

#include "tamis/base/ascii.h"
#include "tamis/readers/header_fields.h"

namespace tamis::readers {
namespace {

constexpr std::string_view kLineAndMagic = "\nWARC/";
// No record is a tebibyte: such a length is a lie that must not swallow the file.
constexpr std::int64_t kBlockBytesMax = std::int64_t{1} << 40;

// wget 1.21 writes <http://...>; the standard's grammar of 2009 had it so.
std::string_view without_brackets(std::string_view uri) {
  return uri.size() >= 2 && uri.front() == '<' && uri.back() == '>' ? uri.substr(1, uri.size() - 2)
                                                                    : uri;
}

}  // namespace

bool begins_record(std::string_view bytes) {
  return bytes.size() >= kVersionBytes && bytes.starts_with(kRecordMagic) &&
         is_ascii_digit(bytes[5]) && bytes[6] == '.' && is_ascii_digit(bytes[7]);
}

std::size_t find_record(std::string_view bytes) {
  for (std::size_t at = 0; (at = bytes.find(kLineAndMagic, at)) != std::string_view::npos; ++at) {
    if (begins_record(bytes.substr(at + 1))) return at + 1;
  }
  return std::string_view::npos;
}

std::size_t find_head_end(std::string_view bytes, std::size_t from) {
  for (std::size_t at = from; (at = bytes.find('\n', at)) != std::string_view::npos; ++at) {
    const std::size_t num_bytes = empty_line_bytes(bytes.substr(at + 1));
    if (num_bytes > 0) return at + 1 + num_bytes;
  }
  return 0;
}

std::int64_t parse_block_bytes(std::string_view digits) {
  std::int64_t length = -1;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), length);
  const bool is_number = error == std::errc() && end == digits.data() + digits.size();
  return is_number && length >= 0 && length <= kBlockBytesMax ? length : -1;
}

void set_record_fields(std::string_view head, Record& record) {
  record.type = find_field(head, "WARC-Type");
  record.uri = without_brackets(find_field(head, "WARC-Target-URI"));
  record.date = find_field(head, "WARC-Date");
  record.id = find_field(head, "WARC-Record-ID");
  record.content_type = find_field(head, "Content-Type");
}

}  // namespace tamis::readers
