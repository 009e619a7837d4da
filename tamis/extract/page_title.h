// A page's title, out of what it calls itself and what it shows.
#pragma once

#include <string>
#include <string_view>

#include "tamis/extract/blocks.h"

namespace tamis::extract {

// `stated` is what the page calls itself in its head: "Title | Site", or a title made for search
// engines. The <h1> that shares half of its words is taken instead, but for the site's name and for
// single words out of it; else `stated` without the site's name. Empty if there is neither. Linear.
std::string page_title(std::string_view stated, std::string_view site_name, const Blocks& blocks);

// "Site | Title" without "Site | ".
std::string_view without_site_in_front(std::string_view title, std::string_view site_name);

// True if the one with fewer words shares half of them with the other, in Chinese more than half of
// its characters: both may be titles of the same page.
bool is_like_title(std::string_view title, std::string_view other);

}  // namespace tamis::extract
