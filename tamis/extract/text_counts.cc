#include "tamis/extract/text_counts.h"

#include <algorithm>
#include <array>

#include "tamis/extract/ascii.h"
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

// Function words and pronouns of Chinese that are one character, simplified and traditional.
constexpr std::u32string_view kStopIdeographs =
    U"的了是在和不有我他她也就都这這那与與及而但被把对對从從为為以之于於着著个個们們你很会會能";

// A word of up to five letters as one number: its lower-case bytes.
constexpr std::uint64_t pack(std::string_view word) {
  std::uint64_t packed = 0;
  for (const char byte : word) packed = packed << 8 | static_cast<unsigned char>(to_lower(byte));
  return packed;
}

constexpr std::size_t kNumSlots = 512;
constexpr std::size_t slot_of(std::uint64_t packed) { return packed * 0x9E3779B97F4A7C15U >> 55; }

constexpr std::array<std::uint64_t, kNumSlots> make_slots() {
  std::array<std::uint64_t, kNumSlots> slots = {};
  for (const std::string_view word : kStopWords) {
    std::size_t slot = slot_of(pack(word));
    while (slots[slot] != 0) slot = (slot + 1) % kNumSlots;
    slots[slot] = pack(word);
  }
  return slots;
}

constexpr std::array<std::uint64_t, kNumSlots> kSlots = make_slots();

bool is_stop_word(std::string_view word) {
  if (word.size() > kStopWordBytesMax) return false;
  const std::uint64_t packed = pack(word);
  std::size_t slot = slot_of(packed);
  while (kSlots[slot] != 0 && kSlots[slot] != packed) slot = (slot + 1) % kNumSlots;
  return kSlots[slot] == packed;
}

bool is_ascii_sentence_mark(char byte) {
  return byte == ',' || byte == '.' || byte == ';' || byte == ':' || byte == '!' || byte == '?';
}

bool is_wide_sentence_mark(char32_t code_point) {
  return std::u32string_view(U"，。；：！？、…").find(code_point) != std::u32string_view::npos;
}

bool is_ideograph(char32_t code_point) {
  if (code_point >= 0x4E00 && code_point <= 0x9FFF) return true;
  return code_point >= 0x3040 && (text::is_han(code_point) || text::is_kana(code_point));
}

// Counts character by character; a word is open from its first letter to the byte behind its last.
class Counter {
 public:
  explicit Counter(std::string_view text) : text_(text) {}

  TextCounts count() {
    while (position_ < text_.size()) {
      const auto byte = static_cast<unsigned char>(text_[position_]);
      if (byte < 0x80) {
        count_ascii(static_cast<char>(byte));
        ++position_;
      } else {
        const text::Decoded decoded = text::decode_code_point(text_.substr(position_));
        count_wide(decoded.code_point);
        position_ += decoded.num_bytes;
      }
    }
    close_word();
    return counts_;
  }

 private:
  void count_ascii(char byte) {
    if (is_ascii_letter(byte) || is_ascii_digit(byte)) {
      if (is_ascii_digit(byte)) ++counts_.num_digits;
      open_word();
      return;
    }
    close_word();
    if (is_html_space(byte)) return;
    const bool ends_word = position_ + 1 == text_.size() || is_html_space(text_[position_ + 1]);
    if (is_ascii_sentence_mark(byte) && ends_word) {
      ++counts_.num_sentence_marks;
    } else if (byte != '\'' && byte != '-') {
      ++counts_.num_symbols;
    }
  }

  void count_wide(char32_t code_point) {
    if (is_ideograph(code_point)) {
      close_word();
      ++counts_.num_ideographs;
      if (kStopIdeographs.find(code_point) != kStopIdeographs.npos) ++counts_.num_stop_words;
    } else if (text::is_letter(code_point) || text::is_mark(code_point) ||
               text::is_digit(code_point)) {
      open_word();
    } else {
      close_word();
      if (is_wide_sentence_mark(code_point))
        ++counts_.num_sentence_marks;
      else if (!text::is_white_space(code_point))
        ++counts_.num_symbols;
    }
  }

  void open_word() {
    if (in_word_) return;
    in_word_ = true;
    word_begin_ = position_;
  }

  void close_word() {
    if (!in_word_) return;
    in_word_ = false;
    ++counts_.num_spaced_words;
    const char first = text_[word_begin_];
    if (first >= 'A' && first <= 'Z') ++counts_.num_capitals;
    if (is_stop_word(text_.substr(word_begin_, position_ - word_begin_))) ++counts_.num_stop_words;
  }

  std::string_view text_;
  std::size_t position_ = 0;
  std::size_t word_begin_ = 0;
  bool in_word_ = false;
  TextCounts counts_;
};

bool is_closing_mark(char byte) {
  return byte == '"' || byte == '\'' || byte == ')' || byte == ']';
}

}  // namespace

TextCounts count_text(std::string_view text) { return Counter(text).count(); }

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
