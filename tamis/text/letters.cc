#include "tamis/text/letters.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <span>

#include "tamis/text/special_characters.h"
#include "tamis/text/utf8.h"

namespace tamis::text {
namespace {

constexpr UChar32 kNumCodePoints = 0x110000;

Traits::Bits bits_of_category(UCharCategory category) {
  const std::uint32_t mask = U_MASK(category);
  Traits::Bits bits = 0;
  if (mask & U_GC_L_MASK) bits |= Traits::kLetter;
  if (mask & U_GC_ND_MASK) bits |= Traits::kDigit;
  if (mask & U_GC_N_MASK) bits |= Traits::kNumber;
  if (mask & U_GC_M_MASK) bits |= Traits::kMark;
  if (mask & U_GC_P_MASK) bits |= Traits::kPunctuation;
  if (mask & U_GC_S_MASK) bits |= Traits::kSymbol;
  return bits;
}

// The script of a letter. The kana length mark belongs to both kana by Script_Extensions only.
Script script_of(UChar32 code_point) {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(code_point, &status)) {
    case USCRIPT_HAN:
      return Script::kHan;
    case USCRIPT_HIRAGANA:
      return Script::kHiragana;
    case USCRIPT_KATAKANA:
      return Script::kKatakana;
    case USCRIPT_HANGUL:
      return Script::kHangul;
    case USCRIPT_LATIN:
      return Script::kLatin;
    case USCRIPT_CYRILLIC:
      return Script::kCyrillic;
    case USCRIPT_ARABIC:
      return Script::kArabic;
    case USCRIPT_DEVANAGARI:
      return Script::kDevanagari;
    case USCRIPT_COMMON:
      return uscript_hasScript(code_point, USCRIPT_KATAKANA) ? Script::kKatakana
                                                             : Script::kOtherScript;
    default:
      return Script::kOtherScript;
  }
}

bool is_unspaced(UChar32 code_point, Script script) {
  if (script == Script::kHan || script == Script::kHiragana || script == Script::kKatakana) {
    return true;
  }
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(code_point, &status)) {
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
    case USCRIPT_TIBETAN:
      return true;
    default:
      return false;
  }
}

Traits traits_of(UChar32 code_point, UCharCategory category) {
  Traits::Bits bits = bits_of_category(category);
  Script script = Script::kNone;
  const bool is_letter_number = category == U_LETTER_NUMBER;  // ideographic zero is one
  if ((bits & (Traits::kLetter | Traits::kMark)) != 0 || is_letter_number) {
    script = script_of(code_point);
    if (is_unspaced(code_point, script)) bits |= Traits::kUnspaced;
    const bool is_of_word = (bits & Traits::kMark) == 0;
    const bool is_cjk =
        script == Script::kHan || script == Script::kHiragana || script == Script::kKatakana;
    if (is_of_word && is_cjk) bits |= Traits::kIdeograph;
  }
  if (u_isUWhiteSpace(code_point)) bits |= Traits::kWhiteSpace;
  const bool is_title_case = category == U_TITLECASE_LETTER;  // one letter for "Dz"
  if (is_title_case || u_isUUppercase(code_point)) bits |= Traits::kUpperCase;
  if (is_title_case || u_isULowercase(code_point)) bits |= Traits::kLowerCase;
  if (is_special_character(static_cast<char32_t>(code_point))) bits |= Traits::kSpecial;
  return {bits, script};
}

// ICU hands over ranges of equal category; unassigned ones, most of the code space, are skipped.
UBool add_range(const void* context, UChar32 begin, UChar32 end, UCharCategory category) {
  const auto& traits = *static_cast<const std::span<Traits>*>(context);
  if (category == U_UNASSIGNED || category == U_PRIVATE_USE_CHAR || category == U_SURROGATE) {
    return true;
  }
  for (UChar32 code_point = begin; code_point < end; ++code_point) {
    traits[code_point] = traits_of(code_point, category);
  }
  return true;
}

bool holds(char32_t code_point, Traits::Bits bits) { return letter_table()[code_point].has(bits); }

}  // namespace

LetterTable::LetterTable() {
  std::vector<Traits> all(kNumCodePoints);
  const std::span<Traits> view = all;
  u_enumCharTypes(add_range, &view);

  // Most blocks equal their predecessor: all unassigned, or all ideographs. Comparing with the
  // last one finds nearly all repetitions.
  constexpr std::size_t kBlockSize = kBlockMask + 1;
  for (std::size_t block = 0; block < block_of_.size(); ++block) {
    const auto source = view.subspan(block * kBlockSize, kBlockSize);
    const bool is_repeated =
        !blocks_.empty() && std::equal(source.begin(), source.end(), blocks_.end() - kBlockSize);
    if (!is_repeated) blocks_.insert(blocks_.end(), source.begin(), source.end());
    block_of_[block] = static_cast<std::uint16_t>(blocks_.size() / kBlockSize - 1);
  }
}

const LetterTable& letter_table() {
  static const LetterTable table;
  return table;
}

bool is_letter(char32_t code_point) { return holds(code_point, Traits::kLetter); }
bool is_digit(char32_t code_point) { return holds(code_point, Traits::kDigit); }
bool is_mark(char32_t code_point) { return holds(code_point, Traits::kMark); }
bool is_punctuation(char32_t code_point) { return holds(code_point, Traits::kPunctuation); }
bool is_symbol(char32_t code_point) { return holds(code_point, Traits::kSymbol); }
bool is_white_space(char32_t code_point) { return holds(code_point, Traits::kWhiteSpace); }
bool is_number(char32_t code_point) { return holds(code_point, Traits::kNumber); }

bool is_han(char32_t code_point) { return letter_table()[code_point].script() == Script::kHan; }

bool is_kana(char32_t code_point) {
  const Script script = letter_table()[code_point].script();
  return script == Script::kHiragana || script == Script::kKatakana;
}

bool is_hangul(char32_t code_point) {
  return letter_table()[code_point].script() == Script::kHangul;
}

bool has_letter(std::string_view word) {
  const LetterTable& table = letter_table();
  for (std::size_t i = 0; i < word.size();) {
    const Decoded decoded = decode_code_point(word.substr(i));
    if (table[decoded.code_point].has(Traits::kLetter)) return true;
    i += decoded.num_bytes;
  }
  return false;
}

}  // namespace tamis::text
