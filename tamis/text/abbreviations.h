// English abbreviations, for split_sentences: whether a full stop belongs to the word before it.
#pragma once

#include <string_view>

namespace tamis::text {

enum class Abbreviation {
  kNone,
  kNeverEnds,     // a name or a number follows: "Dr. Li", "Fig. 3"
  kBeforeNumber,  // only before a number: "No. 5"
  kMayEnd,        // ends a sentence if the next one visibly begins: "Tamis Inc. The ..."
};

// What `word` followed by a full stop is. `word` is without that full stop, and may hold others
// ("e.g", "U.S"). A single capital is an initial, thus never ends a sentence.
Abbreviation abbreviation_of(std::string_view word);

// True if `word` often begins an English sentence: "The", "However".
bool often_begins_sentence(std::string_view word);

}  // namespace tamis::text
