// Text to words: runs of letters and digits, and single characters of scripts without spaces.
//
// A word is a maximal run of letters, marks and digits with the apostrophes and hyphens inside
// it; every Han, kana, hangul-free ideograph is a word of its own, because Chinese and Japanese
// put no spaces between words. Punctuation and symbols are no words.
#pragma once

#include <string_view>
#include <vector>

namespace tamis::text {

// Replaces `words` by the words of `text`, in order: views into it. Linear; never allocates per
// word. Invalid bytes separate words.
void split_words(std::string_view text, std::vector<std::string_view>& words);

}  // namespace tamis::text
