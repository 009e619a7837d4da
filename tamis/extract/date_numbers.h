// The numbers of dates in ASCII, whatever digits a page writes them in.
#pragma once

#include <string>
#include <string_view>

namespace tamis::extract {

// "２０２４年３月５日 １４：３０" and "二〇二四年三月五日" as "2024年3月5日 14:30" and
// "2024年3月5日": full-width ASCII is ASCII, a space without break a space, and Chinese numerals
// before 年, 月, 日, 号, 时, 点 and 分 are digits. Linear.
std::string with_ascii_numbers(std::string_view text);

}  // namespace tamis::extract
