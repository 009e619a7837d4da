// Text that was decoded by the wrong encoding, found by decoding it back.
//
// UTF-8 read as GBK or Windows-1252, and GBK read as Latin-1, look like writing: rare Chinese
// characters, letters with accents. But put back into the wrong encoding they give bytes that are
// well-formed in the right one, and real writing does so only by chance.
#pragma once

#include <cstdint>
#include <string_view>

namespace tamis::rules {

// How many code points of `text` say nothing any more:
// - UTF-8 read as GBK: runs that encode to two or more UTF-8 characters of Chinese text in a row,
//   as 浣犲ソ, or to a quotation mark or dash in English text, as in don鈥檛;
// - UTF-8 read as Windows-1252 or Latin-1, as ä½ å¥½ and â€™, by the same test;
// - GBK read as Latin-1: runs of four and more of U+00A1 to U+00FE that pair up to GB 2312;
// - 锟斤拷 (two replacement characters read as GBK); 烫烫烫 and 屯屯屯 (memory never written, read
//   as GBK) in runs of three;
// - U+FFFD, invalid UTF-8, private use characters; □ and ■ in runs of three.
// Linear.
std::int64_t count_garbled(std::string_view text);

// Whether a text with this code point may hold garbled ones: with none such, it holds none.
bool may_be_garbled(char32_t code_point);

}  // namespace tamis::rules
