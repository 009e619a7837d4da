#include "tamis/text/language_tags.h"

#include <gtest/gtest.h>

namespace tamis::text {
namespace {

struct Case {
  std::string_view written;
  std::string_view tag;
};

TEST(CanonicalLanguageTag, IsOneForAllWaysOfWriting) {
  const Case kCases[] = {{"zh", "zh"},
                         {"ZH", "zh"},
                         {"chi", "zh"},
                         {"zho", "zh"},
                         {"cmn", "zh"},
                         {"cmn_Hani", "zh"},
                         {"Chinese", "zh"},
                         {"zh-CN", "zh-Hans"},
                         {"zh_CN", "zh-Hans"},
                         {"zh-cn", "zh-Hans"},
                         {"zh-SG", "zh-Hans"},
                         {"zh_Hans", "zh-Hans"},
                         {"zho_Hans", "zh-Hans"},
                         {"zh-TW", "zh-Hant"},
                         {"zh-hk", "zh-Hant"},
                         {"zho-Hant", "zh-Hant"},
                         {"zh-Hans-HK", "zh-Hans"},
                         {"zh-cmn-Hant", "zh-Hant"},
                         {"en", "en"},
                         {"EN", "en"},
                         {"English", "en"},
                         {"en-US", "en-US"},
                         {"en_us", "en-US"},
                         {"eng_Latn", "en-Latn"},
                         {"pt-br", "pt-BR"},
                         {"iw", "he"},
                         {"deu", "de"},
                         {"ger", "de"},
                         {"nb-NO", "no-NO"},
                         {"arb_Arab", "ar-Arab"},
                         {"und", "und"},
                         {"", ""},
                         {"sr-latn-rs", "sr-Latn-RS"}};
  for (const auto& [written, tag] : kCases) {
    EXPECT_EQ(canonical_language_tag(written), tag) << written;
    EXPECT_EQ(canonical_language_tag(tag), tag);
  }
}

TEST(CanonicalLanguageTag, LeavesWhatIsNoTag) {
  const std::string endless(1'000'000, 'a');
  const std::string_view kWords[] = {
      "{{lang}}", "\u4e2d\u6587", "x-600",  "q",  "no idea",   "-",
      "_",        "--",           "zh\xff", "12", {"\0\0", 2}, endless};
  for (const std::string_view word : kWords) {
    EXPECT_EQ(canonical_language_tag(word), word);
  }
}

TEST(LanguageTags, AreInTheirOwnForm) {
  for (const std::string_view tag : language_tags()) EXPECT_EQ(canonical_language_tag(tag), tag);
}

TEST(NearLanguage, FindsSlipsOfNamesAndTags) {
  EXPECT_EQ(near_language("Chinees"), "Chinese");
  EXPECT_EQ(near_language("Englsh"), "English");
  EXPECT_EQ(near_language("hwa"), "ha");
  EXPECT_EQ(near_language("nonsense of any kind"), std::nullopt);
}

}  // namespace
}  // namespace tamis::text
