#include "tamis/text/words.h"

#include <array>
#include <bit>

#include "tamis/base/ascii.h"
#include "tamis/text/ascii_word_block.h"
#include "tamis/text/byte_finder.h"
#include "tamis/text/code_point_walk.h"
#include "tamis/text/ideographs.h"
#include "tamis/text/letters.h"

namespace tamis::text {
namespace {

enum class Class : std::uint8_t {
  kSeparator,
  kRun,           // a letter or digit of a script with spaces
  kMark,          // belongs to the run or ideograph before it, and is nothing by itself
  kIdeograph,     // a word of its own
  kJoiner,        // ' - and their kin: inside a run only
  kNumberJoiner,  // . , between digits only
  kMultibyte,     // not ASCII: to be decoded
};

constexpr std::array<Class, 256> kByteClasses = [] {
  std::array<Class, 256> classes = {};
  for (int i = 0; i < 256; ++i) {
    const char byte = static_cast<char>(i);
    if (is_ascii_alphanumeric(byte)) classes[i] = Class::kRun;
    if (byte == '\'' || byte == '-') classes[i] = Class::kJoiner;
    if (byte == '.' || byte == ',') classes[i] = Class::kNumberJoiner;
    if (i >= 0x80) classes[i] = Class::kMultibyte;
  }
  return classes;
}();

constexpr ByteFinder kAsciiRun("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

Class class_of_byte(char byte) { return kByteClasses[static_cast<unsigned char>(byte)]; }

constexpr bool is_joiner(char32_t code_point) {
  switch (code_point) {
    case 0x00AD:  // soft hyphen
    case 0x200C:  // zero-width non-joiner, inside words of Persian and of Indic scripts
    case 0x200D:  // zero-width joiner
    case 0x2010:  // hyphen
    case 0x2011:  // non-breaking hyphen
    case 0x2019:  // apostrophe
      return true;
    default:
      return false;
  }
}

// The class of a code point that is not ASCII.
Class class_of(char32_t code_point, const LetterTable& table) {
  const Traits traits = table[code_point];
  if (traits.has(Traits::kIdeograph)) return Class::kIdeograph;
  if (traits.has(Traits::kLetter | Traits::kDigit)) return Class::kRun;
  if (traits.has(Traits::kMark)) return Class::kMark;
  return is_joiner(code_point) ? Class::kJoiner : Class::kSeparator;
}

struct Piece {
  Class kind;
  std::size_t num_bytes;
};

class Splitter {
 public:
  explicit Splitter(std::string_view text) : text_(text), table_(letter_table()) {}

  void split(std::vector<std::string_view>& words) const {
    for (std::size_t i = 0; i < text_.size();) {
      if (const auto word_bytes = word_bytes_at(text_, i)) {
        i = split_block(i, *word_bytes, words);
        continue;
      }
      const Piece piece = piece_at(i);
      if (piece.kind == Class::kRun) {
        const std::size_t end = end_of_run(i + piece.num_bytes);
        words.push_back(text_.substr(i, end - i));
        i = end;
      } else if (piece.kind == Class::kIdeograph) {
        i = split_ideographs(i, piece, words);
      } else {
        i += piece.num_bytes;
      }
    }
  }

 private:
  // Nothing at the end.
  Piece piece_at(std::size_t i) const {
    if (i == text_.size()) return {Class::kSeparator, 0};
    const Class kind = class_of_byte(text_[i]);
    if (kind != Class::kMultibyte) return {kind, 1};
    const Decoded decoded = decode_wide(text_.substr(i));
    return {class_of(decoded.code_point, table_), decoded.num_bytes};
  }

  // Adds the words that begin in the block of ASCII at `i`; returns where the next ones may begin.
  std::size_t split_block(std::size_t i, std::uint64_t word_bytes,
                          std::vector<std::string_view>& words) const {
    std::uint64_t borders = word_bytes ^ word_bytes << 1;  // begin, end, begin ...
    while (borders != 0) {
      const std::size_t begin = i + static_cast<std::size_t>(std::countr_zero(borders));
      borders &= borders - 1;
      if (borders == 0) {
        const std::size_t end = end_of_run(i + kWordBlockBytes);
        words.push_back(text_.substr(begin, end - begin));
        return end;
      }
      const std::size_t end = i + static_cast<std::size_t>(std::countr_zero(borders));
      borders &= borders - 1;
      words.push_back(text_.substr(begin, end - begin));
    }
    return i + kWordBlockBytes;
  }

  // Where the run that has come to `i` ends.
  std::size_t end_of_run(std::size_t i) const {
    for (;;) {
      i = kAsciiRun.find_other(text_, i);
      const Piece piece = piece_at(i);
      if (!goes_on(piece, i)) return i;
      i += piece.num_bytes;
    }
  }

  // Whether the piece at `i`, behind a run, belongs to it.
  bool goes_on(Piece piece, std::size_t i) const {
    const std::size_t next = i + piece.num_bytes;
    switch (piece.kind) {
      case Class::kRun:
      case Class::kMark:
        return true;
      case Class::kJoiner:
        return piece_at(next).kind == Class::kRun;
      case Class::kNumberJoiner:
        return is_ascii_digit(text_[i - 1]) && next < text_.size() && is_ascii_digit(text_[next]);
      default:
        return false;
    }
  }

  // Adds the ideographs from `piece` at `i` on, each with its marks (those of kana voicing, and
  // selectors of Han variants); returns where they end.
  std::size_t split_ideographs(std::size_t i, Piece piece,
                               std::vector<std::string_view>& words) const {
    while (piece.kind == Class::kIdeograph) {
      // Of four in a row, the last may have marks.
      for (; decode_four_of_three_bytes(text_.substr(i)).are_ideographs; i += 9) {
        for (std::size_t k = 0; k < 9; k += 3) words.push_back(text_.substr(i + k, 3));
        piece = {Class::kIdeograph, 3};
      }
      const std::size_t begin = i;
      i += piece.num_bytes;
      if (is_common_ideograph(decode_three_bytes(text_.substr(i)))) {
        piece = {Class::kIdeograph, 3};
      } else {
        piece = piece_at(i);
        for (; piece.kind == Class::kMark; piece = piece_at(i)) i += piece.num_bytes;
      }
      words.push_back(text_.substr(begin, i - begin));
    }
    return i;
  }

  std::string_view text_;
  const LetterTable& table_;
};

}  // namespace

void split_words(std::string_view text, std::vector<std::string_view>& words) {
  words.clear();
  Splitter(text).split(words);
}

}  // namespace tamis::text
