// The language that a listing of code is in, as the page says it for those who highlight it.
#pragma once

#include <cstdint>
#include <string_view>

#include "tamis/extract/blocks.h"

namespace tamis::extract {

// True for what may be the name of a language: one short word that does not say that there is none.
bool is_language_name(std::string_view name);

// The language of the listing whose <pre> has its name at `source` in `page`: of that element, or
// of what comes before its first text and of the <code> in it. As highlighters write it in class,
// data-lang or, of a <pre>, lang: "language-python", "highlight-source-c++", "brush: js"; in lower
// case where the page has it so. Empty if none is said, or "text" and the like.
std::string_view language_of_listing(std::string_view page, const char* source);

// The outermost <pre> around a block that keeps its space, as a container.
std::uint32_t listing_around(const Blocks& blocks, const Block& block);

struct MarkedListing {
  std::string_view language;  // of the <pre>, or of a box around it that holds little else
  std::uint32_t box = 0;      // the outermost such box
};

// Of a block that keeps its space. `page` is the HTML of the blocks.
MarkedListing find_marked_listing(const Blocks& blocks, const Block& block, std::string_view page);

}  // namespace tamis::extract
