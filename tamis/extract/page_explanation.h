// Why blocks of a page were kept or dropped, for people: a table for the terminal, and the page
// itself, marked.
//
// Both show what the decision had before it: the score and the bound, what moved the score, the
// element, what its classes mean, words and links. (main_text.h's explain_page() prints all
// features, for programs.)
#pragma once

#include <string>
#include <string_view>

#include "tamis/extract/main_text.h"

namespace tamis::extract {

// Two lines a block, in document order, under a head that says how to read it.
std::string explanation_table(std::string_view html, const Options& options);

// A page that stands alone: the elements of `html` without their attributes, texts that are kept
// green, the others faded, and why as their tooltips. Nothing of it can run or load anything: only
// names of elements from a list are written, and a policy forbids the rest.
std::string explanation_page(std::string_view html, const Options& options);

}  // namespace tamis::extract
