// What the words of a short text say of it: "Subscribe", "All rights reserved", "Specifications".
//
// Menus, buttons and headings of all sites speak the same few words, and which of them stand beside
// main text is learnt (text_word_table.cc). Long texts speak for themselves. Words are of ASCII
// letters: the sets have too few Chinese pages to learn theirs from (boilerplate_phrases.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "tamis/extract/word_points.h"

namespace tamis::extract {

// Blocks of more words are not rated, nor is what follows so many bytes of a text.
inline constexpr std::uint32_t kRatedTextWordsMax = 10;
inline constexpr std::size_t kRatedTextBytesMax = 1000;

std::span<const PointsOfWords> rated_text_words();

// Of all words of `text`: runs of letters, in any case. `page`: the text that it is a part of, if
// it is.
WordPoints rate_text(std::string_view text, std::string_view page);

}  // namespace tamis::extract
