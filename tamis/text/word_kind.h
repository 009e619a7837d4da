// The ways in which published rules cut a text into words.
//
// "Words" of one page can be 400 by one system and 550 by another, and a Chinese page can be one
// word or a thousand. A rule says which words it counts, a recipe may choose others.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tamis/text/chinese_words.h"

namespace tamis::text {

enum class WordKind : std::uint8_t {
  kLetters,  // words.h: runs of letters and digits; a Chinese character is a word
  kTokens,   // datatrove's: words and punctuation marks as spaCy splits English, Chinese by jieba
  kWhiteSpace,        // Python's str.split(): what Dolma, DCLM, NeMo Curator and Data-Juicer count
  kWordPunct,         // NLTK's WordPunct, RedPajama's "raw": runs of \w, and runs of other marks
  kUnicodeWordPunct,  // Dolma's: the same by Unicode's \w, which takes marks, too
  kNormalized,  // RedPajama's "normalized": lower case, ASCII punctuation deleted, then str.split()
  kStripped,    // Data-Juicer's: split at space, tab and "\n", special characters stripped off
  kStrippedLower,  // the same, of the text in lower case
  kNumKinds,
};

// The names that recipes use, in the order of the kinds.
std::span<const std::string_view> word_kind_names();
std::string_view word_kind_name(WordKind kind);
std::optional<WordKind> find_word_kind(std::string_view name);

// Keeps its memory from text to text. Not thread-safe.
class WordSplitter {
 public:
  // Replaces `words` by the words of `text`: views into it, or, of kNormalized and kStrippedLower,
  // into the splitter, good until it splits by that kind again. `language` is a tag as "zh-Hans":
  // kTokens splits Chinese by jieba and everything else as English.
  void split(std::string_view text, WordKind kind, std::string_view language,
             std::vector<std::string_view>& words);

 private:
  ChineseWordSplitter chinese_;
  std::string normalized_;
  std::string lower_;
};

}  // namespace tamis::text
