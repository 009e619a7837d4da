#include "tamis/rules/garbled_text.h"

#include <gtest/gtest.h>

#include "tamis/text/utf8.h"

namespace tamis::rules {
namespace {

// How many code points are not found garbled.
std::int64_t num_sound(std::string_view text) {
  return static_cast<std::int64_t>(text::count_code_points(text)) - count_garbled(text);
}

TEST(CountGarbled, FindsUtf8ReadAsGbk) {
  EXPECT_EQ(num_sound("浣犲ソ锛屼笘鐣岋紒杩欐槸涔辩爜"), 0);
  EXPECT_EQ(count_garbled("他说浣犲ソ，然后走了。"), 3);
  EXPECT_EQ(count_garbled("It isn鈥檛 what it was."), 2);
}

TEST(CountGarbled, FindsUtf8ReadAsWindows1252) {
  EXPECT_EQ(num_sound("ä½\u00A0å¥½ï¼Œä¸–ç•Œ"), 0);
  EXPECT_EQ(count_garbled("It isnâ€™t what it was."), 3);
  EXPECT_EQ(count_garbled("70 kilÃ³metros"), 2);
  EXPECT_EQ(count_garbled("ÐŸÑ€Ð¸Ð²ÐµÑ‚"), 12);
}

TEST(CountGarbled, FindsGbkReadAsLatin1) {
  EXPECT_EQ(num_sound("ÄãºÃ£¬ÊÀ½ç"), 0);
  EXPECT_EQ(count_garbled("Subject: ÄãºÃ"), 4);
}

TEST(CountGarbled, FindsWhatDecodersPutInPlaceOfBytes) {
  EXPECT_EQ(count_garbled("锟斤拷锟斤拷的"), 6);
  EXPECT_EQ(count_garbled("烫烫烫屯屯屯屯"), 7);
  EXPECT_EQ(count_garbled("a\uFFFDb\xE4\xBD z"), 2);
  EXPECT_EQ(count_garbled("\uE5E5好\U000F0001"), 2);
  EXPECT_EQ(count_garbled("□□□字■■■"), 6);
}

TEST(CountGarbled, LeavesRareCharactersAlone) {
  for (const std::string_view text :
       {"浣、犲、锘、锟、斤、拷", "水很烫烫，屯田", "□ 选项一 □ 选项二 ■ 已选", "钬的符号旧作鈥",
        "妈妈说联通模拟涓涓细流", "臣聞鈥之性堅", "喦嵒巗巖巌", "鯤鵬鸞鳳龘靐齉"}) {
    EXPECT_EQ(count_garbled(text), 0) << text;
  }
}

TEST(CountGarbled, LeavesAccentsAndSignsAlone) {
  for (const std::string_view text :
       {"Noël à l’été, « déjà vu », café\u00A0»", "«Größe»: 20°–30°…", "······ °°°° ««««",
        "ESPAÑA y MAÇÃ", "naïve “quotes” — and €5", "Ýmir, Þór og Æsir", "ÀÁ ÈÉ ÒÓ"}) {
    EXPECT_EQ(count_garbled(text), 0) << text;
  }
}

TEST(CountGarbled, FindsGarbledTextBehindRowsOfSigns) {
  EXPECT_EQ(count_garbled("······ÄãºÃÄãºÃ"), 12);  // half of it letters
  EXPECT_EQ(count_garbled("·····ÿÄãºÃ"), 4);
  EXPECT_EQ(count_garbled("锛岋紝锛岋紝浣犲ソ"), 9);  // marks first
}

// Each of 300,000 signs may begin what only the last one shows to be none: hours, one by one.
TEST(CountGarbled, LooksAtRowsOfSignsOnce) {
  for (const std::string_view sign : {"·", "°", "»", "锛岋紝"}) {
    std::string text;
    for (int i = 0; i < 300'000; ++i) text += sign;
    EXPECT_EQ(count_garbled(text), 0) << sign;
  }
}

bool has_any_that_may_be_garbled(std::string_view text) {
  while (!text.empty()) {
    const text::Decoded decoded = text::decode_code_point(text);
    if (may_be_garbled(decoded.code_point)) return true;
    text.remove_prefix(decoded.num_bytes);
  }
  return false;
}

TEST(MayBeGarbled, HoldsOfACodePointOfEveryGarbledText) {
  for (const std::string_view text :
       {"浣犲ソ", "isn鈥檛", "isnâ€™t", "kilÃ³metros", "ÄãºÃ", "锟斤拷", "烫烫烫", "屯屯屯", "□□□",
        "a\uFFFDb", "\xE4\xBD z", "\uE5E5", "\U000F0001"}) {
    EXPECT_GT(count_garbled(text), 0) << text;
    EXPECT_TRUE(has_any_that_may_be_garbled(text)) << text;
  }
  EXPECT_FALSE(has_any_that_may_be_garbled("这本书说的是一个山村里发生的故事。— “quotes”, 20 km"));
}

}  // namespace
}  // namespace tamis::rules
