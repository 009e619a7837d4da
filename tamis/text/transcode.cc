#include "tamis/text/transcode.h"

#include <iconv.h>

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

  // Converts the head of `bytes` that fits, takes it off, and appends what it means.
  void convert(std::string_view& bytes, std::string& out) {
    char* source = const_cast<char*>(bytes.data());  // iconv does not write through it
    std::size_t num_left = bytes.size();
    do {
      char* target = buffer_.data();
      std::size_t num_free = buffer_.size();
      errno = 0;
      iconv(handle_, &source, &num_left, &target, &num_free);
      out.append(buffer_.data(), target);
    } while (errno == E2BIG);
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

}  // namespace

std::optional<Transcoded> transcode(std::string_view bytes, std::string_view encoding) {
  Transcoded result;
  if (encoding == "UTF-8") {
    result.num_replaced = append_repaired_utf8(bytes, result.text);
    return result;
  }
  Conversion conversion(iconv_name(encoding));
  if (!conversion.is_open()) return std::nullopt;
  result.text.reserve(bytes.size() + bytes.size() / 2);
  for (conversion.convert(bytes, result.text); !bytes.empty();
       conversion.convert(bytes, result.text)) {
    const char32_t meaning =
        meaning_of_refused(static_cast<unsigned char>(bytes.front()), encoding);
    append_code_point(meaning == 0 ? kReplacement : meaning, result.text);
    if (meaning == 0) ++result.num_replaced;
    const std::size_t num_refused = meaning == 0 ? num_refused_bytes(bytes, encoding) : 1;
    bytes.remove_prefix(std::min(num_refused, bytes.size()));
  }
  return result;
}

}  // namespace tamis::text
