// A list of phrases that a rule brings along: the model of rules that look for such.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tamis/rules/rule.h"
#include "tamis/text/letters.h"
#include "tamis/text/simplified.h"
#include "tamis/text/utf8.h"
#include "tamis/text/word_matcher.h"

namespace tamis::rules {

// `words`, and behind them those forms of them that Passage::simplified() has in their place.
inline std::vector<std::string> in_both_scripts(std::vector<std::string> words) {
  const std::size_t num_words = words.size();
  for (std::size_t i = 0; i < num_words; ++i) {
    std::string simplified;
    text::append_simplified_in_place(words[i], simplified);
    if (simplified != words[i]) words.push_back(std::move(simplified));
  }
  return words;
}

// Of what stands behind a phrase: in Chinese a word may go on.
inline bool begins_with_letter(std::string_view text) {
  return !text.empty() && text::is_letter(text::decode_code_point(text).code_point);
}

// `Params` has the member `phrases`.
template <text::Borders kBorders = text::Borders::kByScript>
struct Phrases {
  text::WordMatcher matcher;

  template <typename Params>
  static Result<Phrases> make(const Params& params) {
    TAMIS_ASSIGN(text::WordMatcher matcher, text::WordMatcher::make(params.phrases, {}, kBorders));
    return Phrases{std::move(matcher)};
  }
};

}  // namespace tamis::rules
