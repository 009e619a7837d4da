#include "tamis/text/simplified.h"

#include <algorithm>

#include "tamis/text/simplified_table.h"
#include "tamis/text/utf8.h"

namespace tamis::text {
namespace {

// How many bytes were read, and what to write for them if not themselves.
struct Match {
  std::size_t num_bytes = 1;
  bool is_replaced = false;
  std::string_view simplified = {};
};

constexpr std::uint16_t kNeedsAttention = kStartsPhrase | kReplacementMask;

// The code point of a three-byte sequence with the lead byte E3 or higher, 0 for anything else.
char32_t three_byte_code_point(std::string_view text) {
  if (text.size() < 3 || !is_continuation_byte(text[1]) || !is_continuation_byte(text[2])) return 0;
  const auto bits = [text](int index) { return static_cast<char32_t>(text[index] & 0x3F); };
  return (bits(0) & 0x0F) << 12 | bits(1) << 6 | bits(2);
}

Match match_phrase(std::string_view text) {
  const auto first_character = [](const Substitution& phrase) {
    return phrase.traditional.substr(0, 3);
  };
  const auto phrases =
      std::ranges::equal_range(simplified_phrases(), text.substr(0, 3), {}, first_character);
  for (const Substitution& phrase : phrases) {
    if (text.starts_with(phrase.traditional)) {
      return {phrase.traditional.size(), true, phrase.simplified};
    }
  }
  return {};
}

// A character of three bytes; text begins with its lead byte.
Match match_common(std::string_view text) {
  const char32_t code_point = three_byte_code_point(text);
  if (code_point == 0) return {};
  const std::uint16_t entry = han_entry(code_point);
  if ((entry & kNeedsAttention) == 0) return {.num_bytes = 3};
  if ((entry & kStartsPhrase) != 0) {
    const Match phrase = match_phrase(text);
    if (phrase.is_replaced) return phrase;
  }
  const std::size_t replacement = entry & kReplacementMask;
  if (replacement == 0) return {.num_bytes = 3};
  return {3, true, simplified_replacements()[replacement]};
}

Match match_rare(std::string_view text) {
  const auto rare = simplified_rare_characters();
  const std::string_view character = text.substr(0, 4);
  const auto found = std::ranges::lower_bound(rare, character, {}, &Substitution::traditional);
  if (found == rare.end() || found->traditional != character) return {};
  return {character.size(), true, found->simplified};
}

}  // namespace

void append_simplified(std::string_view text, std::string& simplified) {
  simplified.reserve(simplified.size() + text.size());
  std::size_t copied = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0xE3) {  // ASCII, continuation bytes and the scripts before Han
      ++at;
      continue;
    }
    const Match match = lead < 0xF0 ? match_common(text.substr(at)) : match_rare(text.substr(at));
    if (match.is_replaced) {
      simplified.append(text, copied, at - copied);
      simplified.append(match.simplified);
      copied = at + match.num_bytes;
    }
    at += match.num_bytes;
  }
  simplified.append(text, copied);
}

void append_simplified_in_place(std::string_view text, std::string& simplified) {
  const std::size_t start = simplified.size();
  simplified += text;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code_point =
        static_cast<unsigned char>(text[at]) < 0xE3 ? 0 : three_byte_code_point(text.substr(at));
    if (code_point == 0) {
      ++at;
      continue;
    }
    const std::size_t replacement = han_entry(code_point) & kReplacementMask;
    const std::string_view character =
        replacement == 0 ? std::string_view() : simplified_replacements()[replacement];
    if (character.size() == 3) character.copy(simplified.data() + start + at, 3);
    at += 3;
  }
}

}  // namespace tamis::text
