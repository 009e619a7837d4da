#include "tamis/base/language_tag.h"

#include <gtest/gtest.h>

namespace tamis {
namespace {

TEST(PrimaryLanguage, IsWhatStandsBeforeScriptAndRegion) {
  for (const std::string_view tag : {"en", "en-GB", "en_GB", "en-Latn-GB"}) {
    EXPECT_EQ(primary_language(tag), "en") << tag;
  }
  EXPECT_EQ(primary_language(""), "");
}

TEST(PrimaryLanguage, IsOneForChinese) {
  for (const std::string_view tag : {"zh", "zh-Hans", "zh_CN", "zho", "chi", "cmn", "cmn_Hani"}) {
    EXPECT_EQ(primary_language(tag), "zh") << tag;
  }
  for (const std::string_view tag : {"zha", "ch", "cm"}) EXPECT_EQ(primary_language(tag), tag);
}

}  // namespace
}  // namespace tamis
