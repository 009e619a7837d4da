#include "tamis/text/english_tokens.h"

#include <array>
#include <bit>
#include <cstring>

#include "tamis/base/ascii.h"
#include "tamis/text/ascii_letters.h"
#include "tamis/text/english_chunks.h"
#include "tamis/text/english_token_exceptions.h"
#include "tamis/text/english_token_merges.h"
#include "tamis/text/utf8.h"
#include "tamis/text/white_space.h"

namespace tamis::text {
namespace {

enum class ByteKind : std::uint8_t {
  kLetter,
  kOther,     // part of a chunk that must be looked at
  kMaySpace,  // the first byte of code points some of which are white space
  kSpace,
};

constexpr std::array<ByteKind, 256> kByteKinds = [] {
  std::array<ByteKind, 256> kinds = {};
  kinds.fill(ByteKind::kOther);
  for (int byte = 'a'; byte <= 'z'; ++byte) {
    kinds[byte] = ByteKind::kLetter;
    kinds[byte - 'a' + 'A'] = ByteKind::kLetter;
  }
  for (int byte = '\t'; byte <= '\r'; ++byte) kinds[byte] = ByteKind::kSpace;
  for (int byte = 0x1C; byte <= ' '; ++byte) kinds[byte] = ByteKind::kSpace;
  for (const int byte : {0xC2, 0xE1, 0xE2, 0xE3}) kinds[byte] = ByteKind::kMaySpace;
  return kinds;
}();

ByteKind kind_of(char byte) { return kByteKinds[static_cast<unsigned char>(byte)]; }

static_assert(std::endian::native == std::endian::little);

class Splitter {
 public:
  Splitter(std::string_view text, std::vector<std::string_view>& tokens)
      : text_(text), tokens_(tokens) {}

  void split() {
    std::size_t i = 0;
    while (i < text_.size()) {
      const std::size_t begin = i;
      i = end_of_letters(i);
      if (const std::size_t space = space_bytes_at(i); space > 0) {
        if (i > begin) add_word(text_.substr(begin, i - begin));
        i += space;
      } else if (ends_in_mark(begin, i)) {
        tokens_.push_back(text_.substr(begin, i - begin));
        tokens_.push_back(text_.substr(i, 1));
        ++i;
      } else {
        i = end_of_chunk(i);
        add_chunk(text_.substr(begin, i - begin));
      }
    }
    if (is_merge_due_) english_token_merges().apply(tokens_);
  }

 private:
  // Eight bytes a step: most words take one, and no branch depends on where they end.
  std::size_t end_of_letters(std::size_t i) const {
    for (; i + sizeof(std::uint64_t) <= text_.size(); i += sizeof(std::uint64_t)) {
      std::uint64_t bytes = 0;
      std::memcpy(&bytes, text_.data() + i, sizeof bytes);
      const std::uint64_t others = marks_of_other_than_letters(bytes);
      if (others != 0) return i + std::countr_zero(others) / 8;
    }
    while (i < text_.size() && kind_of(text_[i]) == ByteKind::kLetter) ++i;
    return i;
  }

  // The bytes of the white space at `i`, 0 if there is none; the end counts as one.
  std::size_t space_bytes_at(std::size_t i) const {
    if (i == text_.size()) return 1;
    const ByteKind kind = kind_of(text_[i]);
    if (kind == ByteKind::kSpace) return 1;
    if (kind != ByteKind::kMaySpace) return 0;
    const Decoded decoded = decode_multibyte(text_.substr(i));
    return is_python_space(decoded.code_point) ? decoded.num_bytes : 0;
  }

  // Whether the chunk at `begin` is a word of ASCII letters, which ends at `end`, and a comma or a
  // full stop, and no exception with or without: most chunks that are more than a word. Neither
  // phrases nor affixes change these.
  bool ends_in_mark(std::size_t begin, std::size_t end) const {
    if (end == begin || space_bytes_at(end + 1) == 0) return false;
    const bool is_comma = text_[end] == ',';
    const bool is_full_stop = text_[end] == '.' && is_ascii_lower(text_[end - 1]);
    if (!is_comma && !is_full_stop) return false;
    return exceptions_.find(text_.substr(begin, end - begin)) == nullptr &&
           exceptions_.find(text_.substr(begin, end + 1 - begin)) == nullptr;
  }

  std::size_t end_of_chunk(std::size_t i) const {
    while (i < text_.size() &&
           (kind_of(text_[i]) < ByteKind::kMaySpace || space_bytes_at(i) == 0)) {
      ++i;
    }
    return i;
  }

  // ASCII letters: an exception ("cannot") or one token, without affixes.
  void add_word(std::string_view word) {
    const TokenCuts* cuts = exceptions_.find(word);
    if (cuts == nullptr) {
      tokens_.push_back(word);
    } else {
      cuts->append_tokens(word, tokens_);
    }
  }

  void add_chunk(std::string_view chunk) {
    const std::size_t num_tokens = tokens_.size();
    chunks_.split(chunk, tokens_);
    const bool is_split = tokens_.size() > num_tokens + 1;
    if (is_split && !is_merge_due_) {
      is_merge_due_ = english_token_merges().has_change(tokens_, num_tokens);
    }
  }

  std::string_view text_;
  std::vector<std::string_view>& tokens_;
  const EnglishExceptions& exceptions_ = english_exceptions();
  EnglishChunkSplitter chunks_{&exceptions_};
  // Seldom: the phrases are looked for all over the text only if they change a chunk.
  bool is_merge_due_ = false;
};

}  // namespace

void split_english_tokens(std::string_view text, std::vector<std::string_view>& tokens) {
  tokens.clear();
  Splitter(text, tokens).split();
}

}  // namespace tamis::text
