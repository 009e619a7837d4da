#include "tamis/extract/class_values.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace tamis::extract {
namespace {

TEST(ClassValues, SayTheSameWhateverIsRemembered) {
  std::vector<std::string> values = {"", "footer", "page-footer 正文", std::string(400, 'a')};
  for (int i = 0; i < 2000; ++i) values.push_back("menu item-" + std::to_string(i) + " nav");
  ClassValues remembering;
  remembering.start();
  for (int round = 0; round < 2; ++round) {
    for (const std::string& value : values) {
      ClassValues fresh;
      fresh.start();
      const ClassValue& known = remembering.of(value);
      EXPECT_EQ(known.likeness, fresh.of(value).likeness) << value;
      EXPECT_EQ(known.words.meanings(), fresh.of(value).words.meanings()) << value;
      EXPECT_EQ(known.words.points(), fresh.of(value).words.points()) << value;
    }
  }
}

TEST(ClassValues, AreAlikeButForNumbers) {
  ClassValues values;
  values.start();
  const auto likeness = [&](std::string_view value) { return values.of(value).likeness; };
  EXPECT_EQ(likeness("post-17 open"), likeness("post-3 open"));
  EXPECT_EQ(likeness("17"), likeness(""));
  EXPECT_NE(likeness("post-17 open"), likeness("post-17 closed"));
  EXPECT_NE(likeness("正文"), likeness("左栏"));
  EXPECT_EQ(likeness(std::string(256, 'x')), likeness(std::string(256, 'x') + "y"));
}

TEST(ClassValues, ForgetThePageBefore) {
  ClassValues values;
  values.start();
  std::string page = "footer";
  EXPECT_NE(values.of(page).words.meanings(), 0U);
  page = "xxxxxx";
  values.start();
  EXPECT_EQ(values.of(page).words.meanings(), 0U);
}

}  // namespace
}  // namespace tamis::extract
