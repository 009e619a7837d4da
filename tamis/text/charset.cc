#include "tamis/text/charset.h"

#include <optional>
#include <utility>

#include "tamis/base/ascii.h"
#include "tamis/text/detect_encoding.h"
#include "tamis/text/page_encoding.h"
#include "tamis/text/transcode.h"
#include "tamis/text/utf8.h"

namespace tamis::text {
namespace {

struct ByteOrderMark {
  std::string_view bytes;
  std::string_view encoding;
};
constexpr std::string_view kLatin = "windows-1252";

constexpr ByteOrderMark kByteOrderMarks[] = {
    {"\xEF\xBB\xBF", "UTF-8"}, {"\xFE\xFF", "UTF-16BE"}, {"\xFF\xFE", "UTF-16LE"}};

// Transcoded text may hold this many replaced parts a thousand code points beyond ASCII before
// the encoding is doubted: real pages have cut or mixed-in characters.
constexpr std::size_t kReplacedPerThousandMax = 20;
// ... and this many before the bytes are no text at all.
constexpr std::size_t kUnreadablePerThousandMax = 300;

std::size_t num_beyond_ascii(std::string_view text) {
  std::size_t num_leads = 0;
  for (const char byte : text) num_leads += static_cast<unsigned char>(byte) >= 0xC0;
  return num_leads;
}

bool exceeds(const Transcoded& result, std::size_t per_thousand_max) {
  return result.is_too_large ||
         result.num_replaced * 1000 > num_beyond_ascii(result.text) * per_thousand_max;
}

bool is_better(const Transcoded& one, const Transcoded& other) {
  if (one.is_too_large != other.is_too_large) return other.is_too_large;
  return one.num_replaced < other.num_replaced;
}

Utf8Text finish(Transcoded&& result, std::string_view encoding, bool is_detected,
                std::string& buffer) {
  buffer = std::move(result.text);
  return {.text = buffer,
          .encoding = encoding,
          .is_detected = is_detected,
          .is_too_large = result.is_too_large};
}

// What the protocol or the page says. UTF-16 without a mark is believed only if it looks so.
std::string_view declared_encoding(std::string_view bytes, std::string_view label, bool is_html) {
  const std::string_view of_protocol = canonical_encoding(label);
  const bool is_contradicted = of_protocol.starts_with("UTF-16") && is_valid_utf8(bytes) &&
                               bytes.find('\0') == std::string_view::npos;
  if (!of_protocol.empty() && !is_contradicted) return of_protocol;
  return is_html ? page_encoding(bytes) : std::string_view();
}

// Whether what is beyond ASCII is UTF-8 but for a few bytes, as of a page that was cut at a limit
// or put together of two. Of text in another encoding, GBK and Thai least seldom, one part in a few
// is by chance.
bool is_mostly_utf8(std::string_view bytes) {
  constexpr std::size_t kWellPerBroken = 4;
  constexpr std::size_t kNumBrokenMin = 16;  // before it is given up
  std::size_t num_well = 0;
  std::size_t num_broken = 0;
  while (!bytes.empty()) {
    const Decoded decoded = decode_code_point(bytes);
    bytes.remove_prefix(decoded.num_bytes);
    if (decoded.code_point < 0x80) continue;
    ++(decoded.code_point == kReplacement ? num_broken : num_well);
    if (num_broken > kNumBrokenMin && num_broken > num_well) return false;
  }
  return num_well > 0 && num_well >= num_broken * kWellPerBroken;
}

// Whether most bytes beyond ASCII stand in runs, as no language of windows-1252 writes them. It
// reads any bytes, and servers declare it of all that they send. A row of one byte, as of dashes,
// is one.
bool has_runs_beyond_ascii(std::string_view bytes) {
  constexpr std::size_t kRunBytesMin = 4;
  constexpr std::size_t kNumBytesMin = 24;
  std::size_t num_bytes = 0;
  std::size_t num_in_runs = 0;
  std::size_t run = 0;
  char before = '\0';
  for (const char byte : bytes) {
    if (is_ascii(byte)) run = 0;
    if (!is_ascii(byte) && byte != before) {
      ++num_bytes;
      ++run;
      if (run == kRunBytesMin) num_in_runs += run;
      if (run > kRunBytesMin) ++num_in_runs;
    }
    before = byte;
  }
  return num_bytes >= kNumBytesMin && num_in_runs * 2 > num_bytes;
}

// What a text that is declared as Latin is in, by the page or by its bytes; empty if nothing tells.
std::string_view encoding_behind_latin(std::string_view bytes, bool is_html) {
  if (!has_runs_beyond_ascii(bytes)) return {};
  const std::string_view of_page = is_html ? page_encoding(bytes) : std::string_view();
  return of_page.empty() || of_page == kLatin ? detect_encoding(bytes) : of_page;
}

// UTF-8 if it reads most of the bytes, the declared encoding if it reads them well; else whichever
// of it, UTF-8 and the detected one leaves the fewest bytes unreadable.
Utf8Text decode_legacy(std::string_view bytes, std::string_view declared, bool is_html,
                       std::size_t num_bytes_max, std::string& buffer) {
  if (is_mostly_utf8(bytes)) {
    if (auto text = transcode(bytes, "UTF-8", num_bytes_max))
      return finish(std::move(*text), "UTF-8", declared != "UTF-8", buffer);
  }
  if (declared == kLatin) {
    const std::string_view other = encoding_behind_latin(bytes, is_html);
    std::optional<Transcoded> text;
    if (!other.empty()) text = transcode(bytes, other, num_bytes_max);
    if (text && !exceeds(*text, kReplacedPerThousandMax))
      return finish(std::move(*text), other, true, buffer);
  }
  std::string_view encoding = declared.empty() ? std::string_view("UTF-8") : declared;
  std::optional<Transcoded> best = transcode(bytes, encoding, num_bytes_max);
  if (best && !exceeds(*best, kReplacedPerThousandMax)) {
    return finish(std::move(*best), encoding, declared.empty(), buffer);
  }
  bool is_detected = declared.empty();
  // Nothing detected: windows-1252, what browsers take for an unmarked page.
  const std::string_view detected = detect_encoding(bytes);
  const std::string_view other = detected.empty() ? kLatin : detected;
  std::optional<Transcoded> guess = transcode(bytes, other, num_bytes_max);
  if (guess && (!best || is_better(*guess, *best))) {
    best = std::move(guess);
    encoding = other;
    is_detected = true;
  }
  if (best && best->is_too_large) return finish(std::move(*best), encoding, is_detected, buffer);
  if (!best || exceeds(*best, kUnreadablePerThousandMax)) return {};
  return finish(std::move(*best), encoding, is_detected, buffer);
}

}  // namespace

Utf8Text decode_to_utf8(std::string_view bytes, std::string_view declared, bool is_html,
                        std::size_t num_bytes_max, std::string& buffer) {
  for (const ByteOrderMark& mark : kByteOrderMarks) {
    if (!bytes.starts_with(mark.bytes)) continue;
    if (auto result = transcode(bytes.substr(mark.bytes.size()), mark.encoding, num_bytes_max)) {
      return finish(std::move(*result), mark.encoding, false, buffer);
    }
  }
  const std::string_view encoding = declared_encoding(bytes, declared, is_html);
  if (encoding.starts_with("UTF-16")) {
    if (auto result = transcode(bytes, encoding, num_bytes_max))
      return finish(std::move(*result), encoding, false, buffer);
  }
  if (const std::string_view utf16 = detect_utf16(bytes); !utf16.empty()) {
    if (auto result = transcode(bytes, utf16, num_bytes_max))
      return finish(std::move(*result), utf16, true, buffer);
  }
  if (is_binary(bytes)) return {};
  // ISO-2022-JP looks like ASCII, thus like UTF-8.
  if (encoding != "ISO-2022-JP" && is_valid_utf8(bytes)) {
    return {.text = bytes, .encoding = "UTF-8", .is_detected = encoding != "UTF-8"};
  }
  return decode_legacy(bytes, encoding, is_html, num_bytes_max, buffer);
}

}  // namespace tamis::text
