// Text to sentences and clauses, in Chinese and English.
#pragma once

#include <string_view>
#include <vector>

namespace tamis::text {

// Replaces `sentences` by the sentences of one paragraph: views whose concatenation is the whole
// paragraph. A sentence ends after 。！？…… or their half-width kin, with the closing quotes and
// brackets behind them; after ". ! ?" only before white space or the end, and not after a
// known abbreviation, an initial, or inside a number.
void split_sentences(std::string_view paragraph, std::vector<std::string_view>& sentences);

// Replaces `clauses` by the clauses of one sentence: views whose concatenation is the sentence.
// A clause ends after ，、；： , ; and the sentence's end mark belongs to the last one.
void split_clauses(std::string_view sentence, std::vector<std::string_view>& clauses);

}  // namespace tamis::text
