// Names of authors in what pages write: "By Jane Doe, Senior Editor | May 1",
// "作者：张三 来源：某报".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tamis::extract {

// What is longer is no name, and no list of them.
inline constexpr std::size_t kNameBytesMax = 60;
inline constexpr std::size_t kNameWordsMax = 6;
inline constexpr int kNumNamesMax = 16;
inline constexpr std::size_t kNamesBytesMax = 300;

// What a field or an element for the author holds (field_text.h), as a name: without "By " and
// "作者：" before it.
// Empty for addresses, dates and what is too long to be names.
std::string author_name(std::string_view field);

// The names in a line that says of itself that it holds them: by "By", "Written by", "Posted on
// May 1 by", "Author:", "Von" on a page whose `language` is German (it may be empty), "作者：",
// "文/", "记者" (chinese_author_names.h). Empty if it does not. Linear.
std::string find_author(std::string_view line, std::string_view language);

// True for a text of more words of lower case than a name has, "Read more about the team", or one
// that says whose a page is: what stands where a page shows its author, and is none.
bool is_phrase(std::string_view text);

}  // namespace tamis::extract
