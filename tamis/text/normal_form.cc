#include "tamis/text/normal_form.h"

#include <unicode/bytestream.h>

#include <limits>

#include "tamis/text/icu_normalizers.h"
#include "tamis/text/letters.h"
#include "tamis/text/utf8.h"

namespace tamis::text {
namespace {

// No writing has more marks on a letter (UAX 15, section 13: Stream-Safe Text Format), and ICU,
// which sorts them by insertion, takes the square of their number.
constexpr std::size_t kMarksMax = 30;
constexpr std::size_t kMarkBytesMin = 2;

bool ends_in_mark(std::string_view text) {
  return is_mark(decode_last_code_point(text).code_point);
}

struct Part {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// The marks around the code point that holds byte `at`; empty if that is none.
Part marks_around(std::string_view text, std::size_t at) {
  while (at < text.size() && is_continuation_byte(text[at])) ++at;
  Part marks = {at, at};
  while (marks.begin > 0 && ends_in_mark(text.substr(0, marks.begin)))
    marks.begin -= decode_last_code_point(text.substr(0, marks.begin)).num_bytes;
  while (marks.end < text.size()) {
    const Decoded next = decode_code_point(text.substr(marks.end));
    if (!is_mark(next.code_point)) break;
    marks.end += next.num_bytes;
  }
  return marks;
}

// The first letter from `begin` on with more than kMarksMax marks, and these; the end if there is
// none. So many marks leave no stretch of their fewest bytes free, so that one byte of each is
// looked at.
Part find_overmarked(std::string_view text, std::size_t begin) {
  constexpr std::size_t kStride = kMarksMax * kMarkBytesMin;
  for (std::size_t at = begin; at < text.size(); at += kStride) {
    if (static_cast<signed char>(text[at]) >= 0) continue;
    Part found = marks_around(text, at);
    if (count_code_points(text.substr(found.begin, found.end - found.begin)) <= kMarksMax) continue;
    if (found.begin > begin)
      found.begin -= decode_last_code_point(text.substr(0, found.begin)).num_bytes;
    return found;
  }
  return {text.size(), text.size()};
}

// Appends `part` in normal form. False if ICU fails.
bool append_normal(const icu::Normalizer2& nfc, std::string_view part, std::string& out) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::StringPiece source(part.data(), static_cast<std::int32_t>(part.size()));
  icu::StringByteSink<std::string> sink(&out, source.length());
  nfc.normalizeUTF8(0, source, sink, nullptr, status);
  return U_SUCCESS(status) != 0;
}

bool is_normal(const icu::Normalizer2& nfc, std::string_view part) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::StringPiece source(part.data(), static_cast<std::int32_t>(part.size()));
  return nfc.isNormalizedUTF8(source, status) != 0;
}

}  // namespace

bool normalize_nfc(std::string_view text, std::string& out) {
  constexpr std::size_t kIcuBytesMax = std::numeric_limits<std::int32_t>::max();
  if (text.size() > kIcuBytesMax) return false;
  const icu::Normalizer2* const nfc = nfc_normalizer();
  if (nfc == nullptr) return false;
  std::string normal;
  for (std::size_t begin = 0; begin < text.size();) {
    const Part overmarked = find_overmarked(text, begin);
    const std::string_view part = text.substr(begin, overmarked.begin - begin);
    const bool is_all = part.size() == text.size();
    if (is_all && is_normal(*nfc, part)) return false;
    if (!append_normal(*nfc, part, normal)) return false;
    normal += text.substr(overmarked.begin, overmarked.end - overmarked.begin);
    begin = overmarked.end;
  }
  if (normal == text) return false;
  out.swap(normal);
  return true;
}

}  // namespace tamis::text
