#include "tamis/extract/date_numbers.h"

#include <gtest/gtest.h>

namespace tamis::extract {
namespace {

TEST(WithAsciiNumbers, ReadsFullWidthAndChineseNumbers) {
  for (const auto& [text, numbers] :
       std::initializer_list<std::pair<std::string_view, std::string_view>>{
           {"May 1, 2023", "May 1, 2023"},
           {"２０２４／３／５　１４：３０", "2024/3/5 14:30"},
           {"二〇二四年三月五日", "2024年3月5日"},
           {"二○二四年十二月二十日", "2024年12月20日"},
           {"二０二四年三月五日", "2024年3月5日"},
           {"二0二四 年 十 月 三十一 日", "2024 年 10 月 31 日"},
           {"一九九九年", "1999年"}}) {
    EXPECT_EQ(with_ascii_numbers(text), numbers);
  }
}

TEST(WithAsciiNumbers, LeavesOtherNumeralsAlone) {
  for (const std::string_view text :
       {"", "一起", "三五个人", "二", "十十日", "一二三四五", "\xFF年"}) {
    EXPECT_EQ(with_ascii_numbers(text), text);
  }
}

}  // namespace
}  // namespace tamis::extract
