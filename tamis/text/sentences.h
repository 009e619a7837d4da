// Text to sentences and clauses, in Chinese and English.
//
// The marks decide, not a model: the rules are those of Unicode's annex 29 (sentence boundaries)
// where Latin text is concerned, with a list of abbreviations in place of its locale data, and
// the habits of Chinese text, where a mark ends a sentence without a space behind it.
#pragma once

#include <string_view>
#include <vector>

namespace tamis::text {

// Replaces `sentences` by the sentences of one paragraph: views whose concatenation is the whole
// paragraph; the white space behind a sentence belongs to it. A sentence ends
// - after a run with a full-width mark 。！？ or …… (or the mark of another script, as the danda),
//   anywhere;
// - after ". ! ?", "…" and "..." before white space or the end, but not after an abbreviation, an
//   initial or a list's number, nor before a lower-case letter ("!" and "?": only if a closing
//   quote stands between);
// - without white space after "! ?" and "......" beside a Han or kana character, and after a single
//   "." between two of them.
// Closing quotes and brackets behind the mark belong to the sentence.
void split_sentences(std::string_view paragraph, std::vector<std::string_view>& sentences);

// Replaces `clauses` by the clauses of one sentence: views whose concatenation is the sentence.
// A clause ends after ，、；： , ; with the closing quotes and the white space behind it; "," and
// ";" between two digits end none. The sentence's end mark belongs to the last one.
void split_clauses(std::string_view sentence, std::vector<std::string_view>& clauses);

}  // namespace tamis::text
