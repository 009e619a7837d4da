// Text to words: runs of letters and digits, and single characters of Chinese and Japanese.
//
// A word is a maximal run of letters, marks and digits, together with what joins it inside:
// an apostrophe or hyphen between two of them ("don't", "state-of-the-art"), a point or comma
// between two digits ("3.14", "1,000"), zero-width joiners and soft hyphens. Han and kana are
// written without spaces, so that each of their characters is a word of its own, with the marks
// that follow it; where words of several characters matter, n-grams of these stand for them.
// Korean has spaces: a run of hangul is a word. A run of Thai, Lao, Khmer or Myanmar is one
// word too, for want of a dictionary. Punctuation, symbols and emoji are no words.
#pragma once

#include <string_view>
#include <vector>

namespace tamis::text {

// Replaces `words` by the words of `text`, in order: views into it. Linear; never allocates per
// word. Invalid bytes separate words.
void split_words(std::string_view text, std::vector<std::string_view>& words);

}  // namespace tamis::text
