// English text to tokens: words, and punctuation marks as words of their own.
//
// These are the words on which datatrove 0.10.1 measures Gopher's and FineWeb's rules in English:
// the tokens of spaCy 3.8's rule tokenizer, `spacy.blank("en")`, without those of white space.
// spaCy documents its algorithm:
// https://spacy.io/usage/linguistic-features#how-tokenizer-works
//   1. Cut the text at white space into chunks.
//   2. While a chunk is no exception ("Mr.", "don't"), split a prefix and a suffix off it.
//   3. Keep what is left whole if it is a web address, or cut it at infixes ("well-known").
//   4. Put together or cut anew tokens that are an exception after all (english_token_merges.h).
// Text of other languages is split by the same rules: a run of Han ends only at their marks.
//
// Deliberate differences: properties of characters are those of Unicode 15, not of Python's 14;
// digits in IP addresses and ports are ASCII's.
#pragma once

#include <string_view>
#include <vector>

namespace tamis::text {

// Replaces `tokens` by the words and punctuation marks of `text`, in order: views into it. Linear,
// however long a chunk is. Invalid bytes are symbols, so that each is a token.
void split_english_tokens(std::string_view text, std::vector<std::string_view>& tokens);

}  // namespace tamis::text
