#include "tamis/extract/class_words.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <string>

#include "tamis/extract/ascii.h"

namespace tamis::extract {
namespace {

ClassMeanings meanings_of(std::string_view value) {
  ClassWords words;
  words.add(value);
  return words.meanings();
}

bool means(std::string_view value, ClassMeaning meaning) {
  return (meanings_of(value) & bit(meaning)) != 0;
}

TEST(ClassWords, SplitsWordsAtBordersAndCapitals) {
  for (const std::string_view value :
       {"footer", "site-footer", "site_footer", "siteFooter", "x footer2", "FOOTER",
        "a\xE4"
        "footer",
        "TheFooterBox"}) {
    EXPECT_TRUE(means(value, ClassMeaning::kFooter)) << value;
  }
}

TEST(ClassWords, TakesWholeWordsOnly) {
  EXPECT_FALSE(means("footerless", ClassMeaning::kFooter));
  EXPECT_FALSE(means("FOOTERless", ClassMeaning::kFooter));
  EXPECT_FALSE(means("foOter", ClassMeaning::kFooter));
  EXPECT_FALSE(means("averyveryverylongfooter", ClassMeaning::kFooter));
  EXPECT_FALSE(means("header", ClassMeaning::kAdvertisement));
  EXPECT_EQ(meanings_of("xyzzy q1 -- __"), 0U);
}

TEST(ClassWords, KnowsPinyin) {
  EXPECT_TRUE(means("daohang", ClassMeaning::kNavigation));
  EXPECT_TRUE(means("pinglun_list", ClassMeaning::kComment));
  EXPECT_TRUE(means("banquan", ClassMeaning::kLegal));
}

TEST(ClassWords, LooksAtABoundedPrefix) {
  EXPECT_EQ(meanings_of(std::string(300, '-') + "footer"), 0U);
}

std::int16_t rating_of(std::string_view word) {
  for (const auto& [points, words] : rated_class_words()) {
    if (has_name(words, word)) return points;
  }
  return 0;
}

TEST(NamesPurpose, IsTrueOfFiveAttributesInAnyCase) {
  for (const std::string_view name : {"class", "ID", "role", "itemprop", "aria-LABEL"})
    EXPECT_TRUE(names_purpose(Tag::kDiv, name)) << name;
  for (const std::string_view name : {"", "title", "is", "style", "data-role"})
    EXPECT_FALSE(names_purpose(Tag::kDiv, name)) << name;
}

TEST(NamesPurpose, TakesIdsOfSectionsForAnchors) {
  for (const Tag tag : {Tag::kSection, Tag::kH1, Tag::kH6}) {
    EXPECT_FALSE(names_purpose(tag, "id"));
    EXPECT_TRUE(names_purpose(tag, "class"));
  }
}

// Learnt, so that only the sign is known.
TEST(ClassWords, RatesWhatBoxesHold) {
  EXPECT_GT(rating_of("article"), 0);
  EXPECT_LT(rating_of("footer"), 0);
  ClassWords words;
  EXPECT_EQ(words.points(), WordPoints{});
  words.add("article-xyzzy");
  words.add("footer");
  const std::int16_t sum = rating_of("article") + rating_of("footer");
  EXPECT_EQ(words.points().lowest, rating_of("footer"));
  EXPECT_EQ(words.points().highest, rating_of("article"));
  EXPECT_LE(std::abs(words.points().mean * 2 - sum), 1);
}

}  // namespace
}  // namespace tamis::extract
