// The chunks of text that spaCy's English tokenizer knows by heart: contractions ("can|not",
// "he|'d|'ve"), abbreviations ("Mr."), times ("5|pm"), emoticons (":-)").
// Source: spacy/lang/tokenizer_exceptions.py and spacy/lang/en/tokenizer_exceptions.py, 3.8.
#pragma once

#include <algorithm>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tamis/text/word_hash.h"

namespace tamis::text {

// Answers "certainly not a member" of a set of short strings in a few instructions: from size,
// first and last byte, and from a hash where these do not tell, as of "were". No false negatives.
// Strings longer than all members cost nothing, so that to ask at each step through a long text is
// linear.
class ShortStringFilter {
 public:
  // Requires: !member.empty().
  void add(std::string_view member) {
    bits_.set(bit_of(member));
    hashes_.set(hash_of(member));
    num_bytes_max_ = std::max(num_bytes_max_, member.size());
  }
  // Requires: !string.empty().
  bool may_have(std::string_view string) const {
    return string.size() <= num_bytes_max_ && bits_.test(bit_of(string)) &&
           hashes_.test(hash_of(string));
  }

 private:
  static constexpr std::size_t kNumBits = 1 << 16;
  static constexpr int kHashBits = 15;

  // The last byte, of which many are periods, tells most; five bits of the first tell letters
  // apart.
  static std::size_t bit_of(std::string_view string) {
    const std::size_t first = string.front() & 0x1F;
    const std::size_t last = string.back() & 0x7F;
    return first << 11 | last << 4 | std::min<std::size_t>(string.size(), 15);
  }

  static std::size_t hash_of(std::string_view string) {
    return hash_word(string).hash >> (64 - kHashBits);
  }

  std::bitset<kNumBits> bits_;
  std::bitset<std::size_t{1} << kHashBits> hashes_;
  std::size_t num_bytes_max_ = 0;
};

// Where an exception is cut: into one, two or three tokens.
struct TokenCuts {
  std::uint8_t first = 0;   // bytes before the second token; 0 where there is none
  std::uint8_t second = 0;  // bytes before the third token; 0 where there is none

  // True if cutting the text of `tokens` so makes just these.
  bool make(std::span<const std::string_view> tokens) const;

  // Appends the tokens of `exception`.
  void append_tokens(std::string_view exception, std::vector<std::string_view>& tokens) const;
};

class EnglishExceptions {
 public:
  EnglishExceptions();

  // The cuts of `chunk`; nullptr if it is no exception. Requires: !chunk.empty().
  const TokenCuts* find(std::string_view chunk) const {
    return filter_.may_have(chunk) ? look_up(chunk) : nullptr;
  }

  // All of them, in no order that may matter.
  std::vector<std::string_view> list() const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };

  void add(std::string_view marked);
  void add_both_apostrophes(std::string_view marked);
  void add_contractions();
  void add_times();
  const TokenCuts* look_up(std::string_view chunk) const;

  ShortStringFilter filter_;
  std::unordered_map<std::string, TokenCuts, Hash, std::equal_to<>> cuts_;
};

// The one table. Thread-safe; the first call builds it.
const EnglishExceptions& english_exceptions();

}  // namespace tamis::text
