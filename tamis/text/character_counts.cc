#include "tamis/text/character_counts.h"

#include <algorithm>

#include "tamis/text/letters.h"
#include "tamis/text/utf8.h"
#include "tamis/text/white_space.h"

namespace tamis::text {
namespace {

// Four tables in turn: of a run of equal bytes, one counter would wait for its own last store.
class AsciiHistogram {
 public:
  // Counts the ASCII bytes that `text` begins with; returns how many there are.
  std::size_t count_run(std::string_view text) {
    std::size_t i = 0;
    for (; i < text.size() && static_cast<unsigned char>(text[i]) < 0x80; ++i) {
      ++tables_[i % tables_.size()][static_cast<unsigned char>(text[i])];
    }
    return i;
  }

  void add_to(std::array<std::int64_t, 128>& counts) const {
    for (const auto& table : tables_) {
      for (std::size_t i = 0; i < counts.size(); ++i) counts[i] += table[i];
    }
  }

 private:
  std::array<std::array<std::uint32_t, 128>, 4> tables_ = {};
};

void add_traits(char32_t code_point, Traits traits, std::int64_t count, CharacterCounts& counts) {
  counts.num_code_points += count;
  if (traits.has(Traits::kLetter)) counts.letters += count;
  if (traits.has(Traits::kDigit)) counts.digits += count;
  if (traits.has(Traits::kNumber)) counts.numbers += count;
  if (traits.has(Traits::kMark)) counts.marks += count;
  if (traits.has(Traits::kPunctuation)) counts.punctuation += count;
  if (traits.has(Traits::kSymbol)) counts.symbols += count;
  if (traits.has(Traits::kUpperCase)) counts.upper_case += count;
  if (is_python_space(code_point)) counts.white_space += count;
  if (traits.script() == Script::kHan) counts.han += count;
}

bool is_private_use(char32_t code_point) {
  return (code_point >= 0xE000 && code_point <= 0xF8FF) || code_point >= 0xF0000;
}

}  // namespace

CharacterCounts count_characters(std::string_view text) {
  CharacterCounts counts;
  AsciiHistogram histogram;
  const LetterTable& table = letter_table();
  while (!text.empty()) {
    text.remove_prefix(histogram.count_run(text));
    while (!text.empty() && static_cast<unsigned char>(text.front()) >= 0x80) {
      const Decoded decoded = decode_multibyte(text);
      add_traits(decoded.code_point, table[decoded.code_point], 1, counts);
      counts.private_use += is_private_use(decoded.code_point) ? 1 : 0;
      counts.replacements += decoded.code_point == kReplacement ? 1 : 0;
      text.remove_prefix(decoded.num_bytes);
    }
  }
  histogram.add_to(counts.ascii);
  for (char32_t c = 0; c < counts.ascii.size(); ++c)
    add_traits(c, table[c], counts.ascii[c], counts);
  return counts;
}

}  // namespace tamis::text
