// The text of an article that a page states in JSON-LD (articleBody) and shows by scripts alone.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tamis::extract {

// True if a page that shows `num_shown` bytes of main text shows less than half of an article of
// `num_stated`.
constexpr bool is_mostly_unseen(std::size_t num_stated, std::size_t num_shown) {
  constexpr std::size_t kArticleBytesMin = 200;  // some thirty words: less is a teaser
  return num_stated >= kArticleBytesMin && num_stated / 2 > num_shown;
}

// True if a page whose blocks have the text `shown`, kept or not, says a piece of `stated`, which
// is looked for at eight places: what the page has and does not keep it left out for a reason.
// Linear.
bool says_part_of(std::string_view shown, std::string_view stated);

// The body, as JSON-LD has it, as HTML: itself if it has blocks, also where they are written as
// references ("&lt;p&gt;"), else a paragraph a line. Linear.
std::string stated_body_page(std::string_view body);

}  // namespace tamis::extract
