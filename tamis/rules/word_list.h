// Lists of words as recipes give them, made into a matcher, and what they find.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tamis/base/result.h"
#include "tamis/batch/passage.h"
#include "tamis/catalog/spec.h"
#include "tamis/text/word_matcher.h"

namespace tamis::rules {

// The parameters of every rule that looks for the words of a list.
struct WordListParams {
  std::vector<std::string> words;
  std::vector<std::string> files;
  std::vector<std::string> allowed_words;
  std::vector<std::string> allowed_files;
  std::string borders = "script";
};

inline constexpr std::string_view kBorderNames[] = {"script", "non_word", "none"};

inline constexpr ParamSpec kWordListParams[] = {
    param<&WordListParams::words>(
        "words",
        "Words that count; letters match in either case. Of words that overlap "
        "in a text one counts."),
    param<&WordListParams::files>(
        "files", "Files of such words: UTF-8, one a line; lines that begin with # are comments."),
    param<&WordListParams::allowed_words>(
        "allowed_words",
        "Phrases inside which a word does not count: a longer word that holds it."),
    param<&WordListParams::allowed_files>("allowed_files", "Files of such phrases."),
    param<&WordListParams::borders>(
        "borders",
        "Where a word may begin and end. script: beside no letter or digit of a script with "
        "spaces, and Chinese words anywhere. non_word: beside no letter, digit or underscore of "
        "any script. none: anywhere.",
        kBorderNames),
};

// RuleSpec::lists of these rules.
inline constexpr std::string_view kWordLists[] = {"words", "files"};

class WordList {
 public:
  // Fails for a file that cannot be read, a line that is not UTF-8 and a word that is too long,
  // with file and line.
  static Result<WordList> make(const WordListParams& params, ReadFiles& files);

  const text::WordMatcher& matcher() const { return matcher_; }

  // How many different words occur. The same word twice in the list is one word.
  std::int64_t count_distinct(std::string_view text) const;

 private:
  WordList(text::WordMatcher matcher, std::size_t num_words)
      : matcher_(std::move(matcher)), num_words_(num_words) {}

  text::WordMatcher matcher_;
  std::size_t num_words_ = 0;
};

// The share of the passage's code points that stand in words that the matcher finds.
double matched_code_point_ratio(const text::WordMatcher& matcher, const Passage& passage);

}  // namespace tamis::rules
