#include "tamis/extract/text_counts.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <utility>

#include "tamis/extract/ascii.h"
#include "tamis/extract/ascii_block.h"
#include "tamis/extract/packed_name.h"
#include "tamis/text/ideographs.h"
#include "tamis/text/letters.h"
#include "tamis/text/utf8.h"

namespace tamis::extract {
namespace {

// The closed-class words that make up a third of running English and hardly any of a menu.
constexpr std::string_view kStopWords[] = {
    "a",    "about", "after", "all",  "also", "an",  "and",   "any",  "are",  "as",    "at",
    "be",   "been",  "but",   "by",   "can",  "did", "do",    "for",  "from", "had",   "has",
    "have", "he",    "her",   "his",  "how",  "i",   "if",    "in",   "into", "is",    "it",
    "its",  "me",    "my",    "no",   "not",  "of",  "on",    "one",  "or",   "our",   "out",
    "she",  "so",    "some",  "than", "that", "the", "their", "them", "then", "there", "these",
    "they", "this",  "to",    "up",   "was",  "we",  "were",  "what", "when", "which", "who",
    "will", "with",  "would", "you",  "your"};
constexpr std::size_t kStopWordBytesMax = 5;
constexpr std::size_t kTitleWordBytesMin = 3;

// Function words and pronouns of Chinese that are one character, simplified and traditional.
constexpr std::u32string_view kStopIdeographs =
    U"的了是在和不有我他她也就都这這那与與及而但被把对對从從为為以之于於着著个個们們你很会會能";

constexpr std::size_t kNumSlots = 512;
constexpr std::size_t slot_of(std::uint64_t packed) { return packed * 0x9E3779B97F4A7C15U >> 55; }

constexpr std::array<std::uint64_t, kNumSlots> make_slots() {
  std::array<std::uint64_t, kNumSlots> slots = {};
  for (const std::string_view word : kStopWords) {
    const std::uint64_t packed = pack_lower_name(word).low;
    std::size_t slot = slot_of(packed);
    while (slots[slot] != 0) slot = (slot + 1) % kNumSlots;
    slots[slot] = packed;
  }
  return slots;
}

constexpr std::array<std::uint64_t, kNumSlots> kSlots = make_slots();

// The first eight bytes of the `num_bytes` at `begin`, in lower case. Requires: there are some.
std::uint64_t pack_beginning(std::string_view text, std::size_t begin, std::size_t num_bytes) {
  std::uint64_t packed = 0;
  num_bytes = std::min(num_bytes, sizeof packed);
  if (text.size() - begin < sizeof packed) return pack_name(text.substr(begin, num_bytes)).low;
  std::memcpy(&packed, text.data() + begin, sizeof packed);
  return lower_packed(packed & ~std::uint64_t{0} >> 8 * (sizeof packed - num_bytes));
}

bool is_stop_word(std::uint64_t packed) {
  std::size_t slot = slot_of(packed);
  while (kSlots[slot] != 0 && kSlots[slot] != packed) slot = (slot + 1) % kNumSlots;
  return kSlots[slot] == packed;
}

using text::is_common_ideograph;
using text::kFirstIdeograph;
using text::kLastIdeograph;

static_assert(std::ranges::all_of(kStopIdeographs, is_common_ideograph));

// A bit for each of them.
constexpr auto kStopBits = [] {
  std::array<std::uint64_t, (kLastIdeograph - kFirstIdeograph) / 64 + 1> bits = {};
  for (const char32_t code_point : kStopIdeographs) {
    const char32_t index = code_point - kFirstIdeograph;
    bits[index / 64] |= std::uint64_t{1} << index % 64;
  }
  return bits;
}();

bool is_stop_ideograph(char32_t code_point) {
  if (!is_common_ideograph(code_point)) return false;
  const char32_t index = code_point - kFirstIdeograph;
  return (kStopBits[index / 64] >> index % 64 & 1) != 0;
}

bool is_ascii_sentence_mark(char byte) {
  return byte == ',' || byte == '.' || byte == ';' || byte == ':' || byte == '!' || byte == '?';
}

bool is_wide_sentence_mark(char32_t code_point) {
  return std::u32string_view(U"，。；：！？、…").find(code_point) != std::u32string_view::npos;
}

// Of pounds, euros, yen and yuan, the last also as the character that stands behind the digits.
bool is_money_sign(char32_t code_point) {
  return code_point == U'£' || code_point == U'€' || code_point == U'¥' || code_point == U'￥' ||
         code_point == U'元';
}

bool is_ideograph(char32_t code_point, text::Traits traits) {
  if (is_common_ideograph(code_point)) return true;
  const text::Script script = traits.script();
  return code_point >= 0x3040 &&
         (script == text::Script::kHan || script == text::Script::kHiragana ||
          script == text::Script::kKatakana);
}

// Counts up to fifteen bytes of ASCII at a time, and all else character by character; a word is
// open from its first letter to the byte behind its last. Words that a title may share with a text,
// and pairs of ideographs, are given to `words`, as TitleWords has them.
template <typename Words>
class Counter {
 public:
  Counter(std::string_view text, Words words) : text_(text), words_(words) {}

  TextCounts count() {
    while (position_ < text_.size()) {
      const auto byte = static_cast<unsigned char>(text_[position_]);
      if (byte >= 0x80) {
        const text::Decoded decoded = text::decode_multibyte(text_.substr(position_));
        count_wide(decoded.code_point, decoded.num_bytes);
        position_ += decoded.num_bytes;
      } else {
        last_ideograph_ = 0;
        if (text_.size() - position_ >= kAsciiBlockBytes && count_block()) continue;
        count_ascii(static_cast<char>(byte));
        ++position_;
      }
    }
    close_word(text_.size());
    return counts_;
  }

 private:
  // At a byte of ASCII: counts those up to the next that is none, or is a sign of money. False if
  // there are none of them.
  bool count_block() {
    const AsciiBlock block = read_ascii_block(text_.data() + position_);
    // What stands behind a mark is to be seen: the last byte is for the next block.
    const int num_bytes =
        std::min(std::countr_zero(block.others | block.dollars), int{kAsciiBlockBytes} - 1);
    if (num_bytes == 0) return false;
    const unsigned counted = (1U << num_bytes) - 1;
    const unsigned of_word = (block.letters | block.digits) & counted;
    pass_words(of_word, counted);
    const unsigned sentence_marks = block.sentence_marks & counted & block.spaces >> 1;
    const unsigned no_symbols = of_word | block.spaces | block.joints | sentence_marks;
    counts_.num_digits += num_of(block.digits & counted);
    counts_.num_sentence_marks += num_of(sentence_marks);
    counts_.num_symbols += num_of(counted & ~no_symbols);
    position_ += static_cast<std::size_t>(num_bytes);
    return true;
  }

  static std::uint32_t num_of(unsigned bits) {
    return static_cast<std::uint32_t>(std::popcount(bits));
  }

  // Of the bytes that are `counted` some are `of_word`.
  void pass_words(unsigned of_word, unsigned counted) {
    const unsigned behind_word = of_word << 1 | (in_word_ ? 1U : 0U);
    unsigned begins = of_word & ~behind_word;
    for (unsigned ends = counted & ~of_word & behind_word; ends != 0; ends &= ends - 1) {
      if (!in_word_) {
        open_word(position_ + static_cast<std::size_t>(std::countr_zero(begins)));
        begins &= begins - 1;
      }
      close_word(position_ + static_cast<std::size_t>(std::countr_zero(ends)));
    }
    if (begins != 0) open_word(position_ + static_cast<std::size_t>(std::countr_zero(begins)));
  }

  void count_ascii(char byte) {
    if (is_ascii_alphanumeric(byte)) {
      open_word(position_);
      if (is_ascii_digit(byte)) ++counts_.num_digits;
    } else {
      close_word(position_);
      count_mark(byte);
    }
  }

  void count_mark(char byte) {
    if (is_html_space(byte)) return;
    const bool ends_word = position_ + 1 == text_.size() || is_html_space(text_[position_ + 1]);
    if (byte == '$' && is_beside_digit(1)) ++counts_.num_prices;
    if (is_ascii_sentence_mark(byte) && ends_word) {
      ++counts_.num_sentence_marks;
    } else if (byte != '\'' && byte != '-') {
      ++counts_.num_symbols;
    }
  }

  // At a character of so many bytes: true if a digit stands before it or behind, a space between.
  bool is_beside_digit(std::size_t num_bytes) const {
    std::size_t before = position_;
    while (before > 0 && text_[before - 1] == ' ') --before;
    std::size_t behind = position_ + num_bytes;
    while (behind < text_.size() && text_[behind] == ' ') ++behind;
    return (before > 0 && is_ascii_digit(text_[before - 1])) ||
           (behind < text_.size() && is_ascii_digit(text_[behind]));
  }

  void count_wide(char32_t code_point, std::size_t num_bytes) {
    if (is_money_sign(code_point) && is_beside_digit(num_bytes)) ++counts_.num_prices;
    const text::Traits traits = letters_[code_point];
    const char32_t last_ideograph = std::exchange(last_ideograph_, 0);
    if (is_ideograph(code_point, traits)) {
      close_word(position_);
      ++counts_.num_ideographs;
      if (is_stop_ideograph(code_point)) ++counts_.num_stop_words;
      if (last_ideograph != 0)
        words_.take(std::uint64_t{last_ideograph} << 32 | code_point, counts_.num_title_pairs,
                    counts_.title_bits);
      last_ideograph_ = code_point;
    } else if (traits.has(text::Traits::kLetter | text::Traits::kMark | text::Traits::kDigit)) {
      open_word(position_);
    } else {
      close_word(position_);
      if (is_wide_sentence_mark(code_point))
        ++counts_.num_sentence_marks;
      else if (!traits.has(text::Traits::kWhiteSpace))
        ++counts_.num_symbols;
    }
  }

  void open_word(std::size_t begin) {
    if (in_word_) return;
    in_word_ = true;
    word_begin_ = begin;
  }

  void close_word(std::size_t end) {
    if (!in_word_) return;
    in_word_ = false;
    ++counts_.num_spaced_words;
    if (is_ascii_upper(text_[word_begin_])) ++counts_.num_capitals;
    const std::size_t num_bytes = end - word_begin_;
    const std::uint64_t packed = pack_beginning(text_, word_begin_, num_bytes);
    if (num_bytes <= kStopWordBytesMax && is_stop_word(packed)) {
      ++counts_.num_stop_words;
    } else if (num_bytes >= kTitleWordBytesMin) {
      words_.take(packed ^ num_bytes << 56, counts_.num_spaced_title_words, counts_.title_bits);
    }
  }

  const text::LetterTable& letters_ = text::letter_table();
  std::string_view text_;
  Words words_;
  std::size_t position_ = 0;
  std::size_t word_begin_ = 0;
  char32_t last_ideograph_ = 0;  // right before the position; 0 if there is none
  bool in_word_ = false;
  TextCounts counts_;
};

// Of a page without a title.
struct NoTitle {
  static void take(std::uint64_t, std::uint32_t&, std::uint64_t&) {}
};

struct SaidByTitle {
  const TitleWords& title;

  void take(std::uint64_t word, std::uint32_t& num_said, std::uint64_t& bits_said) const {
    const std::uint64_t bit = title.find(word);
    num_said += bit != 0;
    bits_said |= bit;
  }
};

struct OfTitle {
  TitleWords& title;

  void take(std::uint64_t word, std::uint32_t&, std::uint64_t&) const { title.add(word); }
};

bool is_closing_mark(char byte) {
  return byte == '"' || byte == '\'' || byte == ')' || byte == ']';
}

}  // namespace

TextCounts count_text(std::string_view text, const TitleWords& title) {
  return title.is_empty() ? Counter(text, NoTitle{}).count()
                          : Counter(text, SaidByTitle{title}).count();
}

void add_title(std::string_view title, TitleWords& words) {
  Counter(title, OfTitle{words}).count();
}

bool ends_sentence(std::string_view text) {
  while (!text.empty() && is_closing_mark(text.back())) text.remove_suffix(1);
  for (const std::string_view wide : {"”", "’", "）", "」", "』", "》"}) {
    if (text.ends_with(wide)) text.remove_suffix(wide.size());
  }
  for (const std::string_view mark : {".", "!", "?", "。", "！", "？", "…", "；", ";"}) {
    if (text.ends_with(mark)) return true;
  }
  return false;
}

}  // namespace tamis::extract
