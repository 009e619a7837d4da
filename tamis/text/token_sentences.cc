#include "tamis/text/token_sentences.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <vector>

#include "tamis/base/ascii.h"
#include "tamis/text/letters.h"
#include "tamis/text/utf8.h"

namespace tamis::text {
namespace {

// spaCy's full stops are those of Unicode 10's property Sentence_Terminal. Its set only grew since:
// by newer characters, and by these.
constexpr int kStopsAge = 10;
constexpr std::u32string_view kLaterStops =
    U"\u061E\u0837\u0839\u083D\u083E\u17D4\u17D5\u2024\u2CF9\u2CFA\u2CFB\uFE12\uFE15\uFE16";

bool is_full_stop(UChar32 code_point) {
  if (!is_punctuation(static_cast<char32_t>(code_point))) return false;  // a faster question
  if (!u_hasBinaryProperty(code_point, UCHAR_S_TERM)) return false;
  UVersionInfo age;
  u_charAge(code_point, age);
  const bool is_old = age[0] < kStopsAge || (age[0] == kStopsAge && age[1] == 0);
  return is_old && kLaterStops.find(static_cast<char32_t>(code_point)) == kLaterStops.npos;
}

// True if `token` is one full stop.
bool is_full_stop_token(std::string_view token) {
  if (token.size() == 1) return token[0] == '.' || token[0] == '!' || token[0] == '?';
  if (token.size() > 4 || is_ascii(token[0])) return false;
  const Decoded decoded = decode_code_point(token);
  return decoded.num_bytes == token.size() &&
         is_full_stop(static_cast<UChar32>(decoded.code_point));
}

bool is_punctuation_token(std::string_view token) {
  const LetterTable& table = letter_table();
  for (std::size_t i = 0; i < token.size();) {
    const Decoded decoded = decode_code_point(token.substr(i));
    if (!table[decoded.code_point].has(Traits::kPunctuation)) return false;
    i += decoded.num_bytes;
  }
  return true;
}

// True if the white space of `gap`, which follows a token, is a token too.
bool is_space_token(std::string_view gap) {
  return gap.size() > 1 || (gap.size() == 1 && gap[0] != ' ');
}

}  // namespace

std::int64_t count_token_sentences(std::string_view text,
                                   std::span<const std::string_view> tokens) {
  std::int64_t num_sentences = 1;
  bool is_stop_seen = false;
  const char* end = text.data();  // of the token before
  for (const std::string_view token : tokens) {
    if (is_stop_seen && is_space_token({end, token.data()})) {
      ++num_sentences;
      is_stop_seen = false;
    }
    end = token.data() + token.size();
    if (is_full_stop_token(token)) {
      is_stop_seen = true;
    } else if (is_stop_seen && !is_punctuation_token(token)) {
      ++num_sentences;
      is_stop_seen = false;
    }
  }
  if (is_stop_seen && is_space_token({end, text.data() + text.size()})) ++num_sentences;
  return num_sentences;
}

}  // namespace tamis::text
