#include "tamis/extract/class_words.h"

#include <gtest/gtest.h>

#include <string>

namespace tamis::extract {
namespace {

bool means(std::string_view value, ClassMeaning meaning) {
  return (find_class_meanings(value) & bit(meaning)) != 0;
}

TEST(FindClassMeanings, SplitsWordsAtBordersAndCapitals) {
  for (const std::string_view value :
       {"footer", "site-footer", "site_footer", "siteFooter", "x footer2", "FOOTER",
        "a\xE4"
        "footer",
        "TheFooterBox"}) {
    EXPECT_TRUE(means(value, ClassMeaning::kFooter)) << value;
  }
}

TEST(FindClassMeanings, TakesWholeWordsOnly) {
  EXPECT_FALSE(means("footerless", ClassMeaning::kFooter));
  EXPECT_FALSE(means("FOOTERless", ClassMeaning::kFooter));
  EXPECT_FALSE(means("foOter", ClassMeaning::kFooter));
  EXPECT_FALSE(means("averyveryverylongfooter", ClassMeaning::kFooter));
  EXPECT_FALSE(means("header", ClassMeaning::kAdvertisement));
  EXPECT_EQ(find_class_meanings("xyzzy q1 -- __"), 0U);
}

TEST(FindClassMeanings, KnowsPinyin) {
  EXPECT_TRUE(means("daohang", ClassMeaning::kNavigation));
  EXPECT_TRUE(means("pinglun_list", ClassMeaning::kComment));
  EXPECT_TRUE(means("banquan", ClassMeaning::kLegal));
}

TEST(FindClassMeanings, LooksAtABoundedPrefix) {
  EXPECT_EQ(find_class_meanings(std::string(300, '-') + "footer"), 0U);
}

}  // namespace
}  // namespace tamis::extract
