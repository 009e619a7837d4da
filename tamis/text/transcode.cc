#include "tamis/text/transcode.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "tamis/text/encoding_labels.h"
#include "tamis/text/utf8.h"

namespace tamis::text {
namespace {

// An open conversion to UTF-8.
class Conversion {
 public:
  explicit Conversion(const char* from) : handle_(iconv_open("UTF-8", from)) {}
  Conversion(const Conversion&) = delete;
  Conversion& operator=(const Conversion&) = delete;
  ~Conversion() {
    if (is_open()) iconv_close(handle_);
  }

  // iconv's way to say "none" is a pointer of value -1.
  bool is_open() const { return reinterpret_cast<std::intptr_t>(handle_) != -1; }

  // Converts the head of `bytes` that fits, takes it off, and appends what it means, which ends
  // soon behind `num_bytes_max`.
  void convert(std::string_view& bytes, std::size_t num_bytes_max, std::string& out) {
    char* source = const_cast<char*>(bytes.data());  // iconv does not write through it
    std::size_t num_left = bytes.size();
    do {
      char* target = buffer_.data();
      std::size_t num_free = buffer_.size();
      errno = 0;
      iconv(handle_, &source, &num_left, &target, &num_free);
      out.append(buffer_.data(), target);
    } while (errno == E2BIG && out.size() <= num_bytes_max);
    bytes = {source, num_left};
  }

 private:
  iconv_t handle_;
  std::array<char, 1 << 14> buffer_;
};

// What a byte that iconv refuses means all the same: browsers keep the bytes that the Windows
// code pages leave open as C1 controls, and read 0x80 of GB18030 as the euro sign. 0: nothing.
char32_t meaning_of_refused(unsigned char byte, std::string_view encoding) {
  if (encoding == "GB18030" && byte == 0x80) return U'€';
  if (encoding.starts_with("windows-") && byte >= 0x80 && byte <= 0x9F) return byte;
  return 0;
}

// How many bytes one U+FFFD stands for. Of a refused pair both bytes are skipped, or its second
// would be taken for the first of another; an ASCII byte is never swallowed.
std::size_t num_refused_bytes(std::string_view bytes, std::string_view encoding) {
  if (encoding.starts_with("UTF-16")) return 2;
  const bool has_pairs = encoding == "GB18030" || encoding == "Big5" || encoding == "Shift_JIS" ||
                         encoding == "EUC-JP" || encoding == "EUC-KR";
  const auto byte_at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const bool is_lead = byte_at(0) > 0x80 && byte_at(0) < 0xFF;
  return has_pairs && is_lead && bytes.size() > 1 && byte_at(1) >= 0x80 ? 2 : 1;
}

// What is repaired at once, so that a text that grows too large is noticed before it is whole.
constexpr std::size_t kRepairedBytes = std::size_t{1} << 20;
constexpr std::size_t kFollowingBytesMax = 3;  // of one code point, behind its first byte

bool is_following(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// A place near the front where no code point goes through: before a byte that follows none, or
// behind as many as can follow one.
std::size_t find_border(std::string_view bytes) {
  if (bytes.size() <= kRepairedBytes + kFollowingBytesMax) return bytes.size();
  std::size_t border = kRepairedBytes;
  while (border < kRepairedBytes + kFollowingBytesMax && is_following(bytes[border])) ++border;
  return border;
}

Transcoded repair_utf8(std::string_view bytes, std::size_t num_bytes_max) {
  Transcoded result;
  while (!bytes.empty() && result.text.size() <= num_bytes_max) {
    const std::size_t border = find_border(bytes);
    result.num_replaced += append_repaired_utf8(bytes.substr(0, border), result.text);
    bytes.remove_prefix(border);
  }
  return result;
}

// Requires: the conversion is open.
Transcoded convert_all(std::string_view bytes, std::string_view encoding, std::size_t num_bytes_max,
                       Conversion& conversion) {
  Transcoded result;
  result.text.reserve(std::min(bytes.size() + bytes.size() / 2, num_bytes_max));
  conversion.convert(bytes, num_bytes_max, result.text);
  while (!bytes.empty() && result.text.size() <= num_bytes_max) {
    const char32_t meaning =
        meaning_of_refused(static_cast<unsigned char>(bytes.front()), encoding);
    append_code_point(meaning == 0 ? kReplacement : meaning, result.text);
    if (meaning == 0) ++result.num_replaced;
    const std::size_t num_refused = meaning == 0 ? num_refused_bytes(bytes, encoding) : 1;
    bytes.remove_prefix(std::min(num_refused, bytes.size()));
    conversion.convert(bytes, num_bytes_max, result.text);
  }
  return result;
}

}  // namespace

std::optional<Transcoded> transcode(std::string_view bytes, std::string_view encoding,
                                    std::size_t num_bytes_max) {
  Transcoded result;
  if (encoding == "UTF-8") {
    result = repair_utf8(bytes, num_bytes_max);
  } else {
    Conversion conversion(iconv_name(encoding));
    if (!conversion.is_open()) return std::nullopt;
    result = convert_all(bytes, encoding, num_bytes_max, conversion);
  }
  if (result.text.size() > num_bytes_max) return Transcoded{.text = {}, .is_too_large = true};
  return result;
}

}  // namespace tamis::text
