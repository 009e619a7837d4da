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
  // soon behind `num_bytes_max`. A letter that the next could be a mark on is held back.
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

  // Appends a letter that was held back. Forgets the shifts of ISO-2022-JP.
  void flush(std::string& out) {
    char* target = buffer_.data();
    std::size_t num_free = buffer_.size();
    iconv(handle_, nullptr, nullptr, &target, &num_free);
    out.append(buffer_.data(), target);
  }

 private:
  iconv_t handle_;
  std::array<char, 1 << 14> buffer_;
};

// Where iconv reads a code otherwise than browsers do (encoding.spec.whatwg.org, "Indexes").
struct Correction {
  std::string_view encoding;
  std::string_view by_iconv;
  std::string_view by_browsers;
};

constexpr Correction kCorrections[] = {
    {"Big5", "•", "‧"},           // A145
    {"Big5", "､", "﹑"},          // A14E
    {"Big5", "‾", "¯"},           // A1C2
    {"Big5", "∼", "～"},          // A1E3
    {"Big5", "♁", "⊕"},           // A1F2
    {"Big5", "☉", "⊙"},           // A1F3
    {"Big5", "／", "∕"},          // A241; A1FE is the full-width one
    {"Big5", "＼", "﹨"},         // A242
    {"Big5", "¥", "￥"},          // A244
    {"Big5", "¢", "￠"},          // A246
    {"Big5", "£", "￡"},          // A247
    {"GB18030", "\uE5E5", "　"},  // A3A0
};

void replace_all(std::string& text, std::size_t begin, std::string_view from, std::string_view to) {
  std::size_t found = text.find(from, begin);
  if (found == text.npos) return;
  std::string replaced;
  std::size_t at = begin;
  for (; found != text.npos; found = text.find(from, at)) {
    replaced.append(text, at, found - at).append(to);
    at = found + from.size();
  }
  text.replace(begin, text.npos, replaced.append(text, at));
}

// Of what was appended behind `begin`.
void correct(std::string_view encoding, std::size_t begin, std::string& text) {
  for (const Correction& correction : kCorrections) {
    if (correction.encoding == encoding)
      replace_all(text, begin, correction.by_iconv, correction.by_browsers);
  }
}

// What a byte that iconv refuses means all the same: browsers keep the bytes that the Windows
// code pages leave open as C1 controls, and read 0x80 of GB18030 as the euro sign. 0: nothing.
char32_t meaning_of_refused(unsigned char byte, std::string_view encoding) {
  if (encoding == "GB18030" && byte == 0x80) return U'€';
  if (encoding.starts_with("windows-") && byte >= 0x80 && byte <= 0x9F) return byte;
  return 0;
}

// How many bytes one U+FFFD stands for. Of a refused pair both bytes are skipped, or its second
// would be taken for the first of another; an ASCII byte is never swallowed but in four bytes of
// GB18030.
std::size_t num_refused_bytes(std::string_view bytes, std::string_view encoding) {
  if (encoding.starts_with("UTF-16")) return 2;
  const bool has_pairs = encoding == "GB18030" || encoding == "Big5" || encoding == "Shift_JIS" ||
                         encoding == "EUC-JP" || encoding == "EUC-KR";
  const auto byte_at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const auto is_lead = [&](std::size_t i) { return byte_at(i) > 0x80 && byte_at(i) < 0xFF; };
  const auto is_digit = [&](std::size_t i) { return byte_at(i) >= '0' && byte_at(i) <= '9'; };
  if (!has_pairs || bytes.size() < 2 || !is_lead(0)) return 1;
  if (encoding == "Shift_JIS" && (byte_at(0) == 0xA0 || byte_at(0) > 0xFC)) return 1;
  const bool is_four = encoding == "GB18030" && bytes.size() >= 4 && is_digit(1) && is_lead(2);
  if (is_four && is_digit(3)) return 4;
  return byte_at(1) >= 0x80 ? 2 : 1;
}

// What is repaired at once, so that a text that grows too large is noticed before it is whole.
constexpr std::size_t kRepairedBytes = std::size_t{1} << 20;
constexpr std::size_t kFollowingBytesMax = 3;  // of one code point, behind its first byte

// A place near the front where no code point goes through: before a byte that follows none, or
// behind as many as can follow one.
std::size_t find_border(std::string_view bytes) {
  if (bytes.size() <= kRepairedBytes + kFollowingBytesMax) return bytes.size();
  std::size_t border = kRepairedBytes;
  while (border < kRepairedBytes + kFollowingBytesMax && is_continuation_byte(bytes[border]))
    ++border;
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

// One encoding through iconv, as browsers read it.
class Decoder {
 public:
  // Requires: the conversion is open.
  Decoder(std::string_view encoding, Conversion& conversion)
      : encoding_(encoding), conversion_(conversion) {}

  Transcoded decode(std::string_view bytes, std::size_t num_bytes_max) {
    result_.text.reserve(std::min(bytes.size() + bytes.size() / 2, num_bytes_max));
    convert(bytes, num_bytes_max);
    while (!bytes.empty() && result_.text.size() <= num_bytes_max) {
      bytes.remove_prefix(std::min(replace(bytes), bytes.size()));
      convert(bytes, num_bytes_max);
    }
    return std::move(result_);
  }

 private:
  void convert(std::string_view& bytes, std::size_t num_bytes_max) {
    const std::size_t begin = result_.text.size();
    conversion_.convert(bytes, num_bytes_max, result_.text);
    if (holds_letters_back()) conversion_.flush(result_.text);
    correct(encoding_, begin, result_.text);
  }

  // Of Hebrew and Vietnamese.
  bool holds_letters_back() const {
    return encoding_ == "windows-1255" || encoding_ == "windows-1258";
  }

  // Appends what refused bytes mean, and returns how many they are.
  std::size_t replace(std::string_view bytes) {
    if (encoding_ == "Big5" && append_plain_big5(bytes.substr(0, 2))) return 2;
    const char32_t meaning =
        meaning_of_refused(static_cast<unsigned char>(bytes.front()), encoding_);
    append_code_point(meaning == 0 ? kReplacement : meaning, result_.text);
    if (meaning != 0) return 1;
    ++result_.num_replaced;
    return num_refused_bytes(bytes, encoding_);
  }

  // Marks that iconv has in its table without the characters of Hong Kong alone.
  bool append_plain_big5(std::string_view pair) {
    if (!plain_big5_) plain_big5_.emplace("BIG5");
    if (!plain_big5_->is_open()) return false;
    std::string text;
    plain_big5_->convert(pair, kRepairedBytes, text);
    if (!pair.empty() || text.empty()) return false;
    const char32_t code_point = decode_code_point(text).code_point;
    if (code_point >= 0xE000 && code_point <= 0xF8FF) return false;  // private use
    result_.text += text;
    return true;
  }

  std::string_view encoding_;
  Conversion& conversion_;
  std::optional<Conversion> plain_big5_;
  Transcoded result_;
};

}  // namespace

std::optional<Transcoded> transcode(std::string_view bytes, std::string_view encoding,
                                    std::size_t num_bytes_max) {
  Transcoded result;
  if (encoding == "UTF-8") {
    result = repair_utf8(bytes, num_bytes_max);
  } else {
    Conversion conversion(iconv_name(encoding));
    if (!conversion.is_open()) return std::nullopt;
    result = Decoder(encoding, conversion).decode(bytes, num_bytes_max);
  }
  if (result.text.size() > num_bytes_max) return Transcoded{.text = {}, .is_too_large = true};
  return result;
}

}  // namespace tamis::text
