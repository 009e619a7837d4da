// How many sentences spaCy 3.8's rule-based "sentencizer" makes of text that is split into tokens:
// what datatrove 0.10.1 counts for C4's bound on sentences.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace tamis::text {

// The number of sentences of `text`, given its words and marks: views into it, in order, without
// tokens of white space. Works for the tokens of every splitter whose marks are tokens of their
// own (English ones, Chinese words).
//
// A sentence begins with the first token behind a full stop (of any script; as one token) that is
// no punctuation. White space between two tokens is such a token itself, unless it is one space;
// so "One.\n" has two sentences, and "One. " has one.
//
// Never 0: datatrove's split_into_sentences makes one piece of a text without tokens.
std::int64_t count_token_sentences(std::string_view text, std::span<const std::string_view> tokens);

}  // namespace tamis::text
