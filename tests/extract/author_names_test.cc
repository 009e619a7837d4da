#include "tamis/extract/author_names.h"

#include <gtest/gtest.h>

namespace tamis::extract {
namespace {

TEST(AuthorName, IsTheNameAlone) {
  EXPECT_EQ(author_name("Jane Doe"), "Jane Doe");
  EXPECT_EQ(author_name("By Jane Doe"), "Jane Doe");
  EXPECT_EQ(author_name("作者：张三"), "张三");
  EXPECT_EQ(author_name("Jane Doe · Founder"), "Jane Doe");
  EXPECT_EQ(author_name(", The Paper"), "The Paper");
  EXPECT_EQ(author_name("A, B & C"), "A, B & C");
  EXPECT_EQ(author_name("加西亚·马尔克斯"), "加西亚·马尔克斯");
  EXPECT_EQ(author_name("J·K·罗琳"), "J·K·罗琳");
  EXPECT_EQ(author_name("来源：某报"), "某报");
}

TEST(AuthorName, IsEmptyForWhatIsNoName) {
  for (const std::string_view field : {"",
                                       " ",
                                       "null",
                                       "Written by",
                                       "https://facebook.com/x",
                                       "12345",
                                       "{{author}}",
                                       "系统管理员",
                                       "Admin",
                                       "Written by:",
                                       "Discuz! Team and Comsenz UI Team",
                                       "Posted on May 1",
                                       "May 1, 2023",
                                       "2023年5月1日",
                                       "About the Author",
                                       "Follow",
                                       "作者简介",
                                       "关注",
                                       "View more posts",
                                       "查看更多文章"}) {
    EXPECT_EQ(author_name(field), "") << field;
  }
  EXPECT_EQ(author_name(std::string(500, 'x')), "");
}

TEST(FindAuthor, ReadsEnglishLines) {
  EXPECT_EQ(find_author("By Jane Doe"), "Jane Doe");
  EXPECT_EQ(find_author("by Jane Doe, Senior Editor"), "Jane Doe");
  EXPECT_EQ(find_author("By Jane van der Berg on May 1, 2023"), "Jane van der Berg");
  EXPECT_EQ(find_author("Posted on May 1, 2023 by Jane Doe in News"), "Jane Doe");
  EXPECT_EQ(find_author("Written by: Jane Doe | 5 min read"), "Jane Doe");
  EXPECT_EQ(find_author("Author: Jane Doe"), "Jane Doe");
  EXPECT_EQ(find_author("ByJane Doe"), "Jane Doe");
  EXPECT_EQ(find_author("View all posts by Jane Doe"), "Jane Doe");
}

TEST(FindAuthor, ReadsLinesInOtherLanguagesOfEurope) {
  EXPECT_EQ(find_author("Von MORITZ WEBER am 21. April 2020"), "MORITZ WEBER");
  EXPECT_EQ(find_author("Autorin: Petra Klein"), "Petra Klein");
  EXPECT_EQ(find_author("Erstellt von Petra Klein"), "Petra Klein");
  EXPECT_EQ(find_author("Publiziert am 13. Januar 2014 von uriebe"), "");
  EXPECT_EQ(find_author("Publiziert am 13. Januar 2014 von Max Weber"), "Max Weber");
  EXPECT_EQ(find_author("Par Florence Petit , le 15 septembre 2009"), "Florence Petit");
  EXPECT_EQ(find_author("Por Juan Pérez"), "Juan Pérez");
  EXPECT_EQ(find_author("Von Weber"), "");
  EXPECT_EQ(find_author("Von der Leyen in Brüssel"), "");
  EXPECT_EQ(find_author("Von Hamburg nach Berlin"), "");
  EXPECT_EQ(author_name("von Peter Klein"), "Peter Klein");
  EXPECT_EQ(author_name("von Karajan"), "von Karajan");
}

TEST(FindAuthor, ReadsLists) {
  EXPECT_EQ(find_author("By Jane Doe, John Roe and Jim Poe"), "Jane Doe, John Roe and Jim Poe");
  EXPECT_EQ(find_author("By Jane Doe, John Roe, & Jim van Poe | May 1"),
            "Jane Doe, John Roe, & Jim van Poe");
  EXPECT_EQ(find_author("By Jane Doe, Senior Editor and Chief Writer"), "Jane Doe");
  EXPECT_EQ(find_author("By Jane Doe, London, and the river"), "Jane Doe");
  EXPECT_EQ(find_author("作者：张三、李四"), "张三, 李四");
}

TEST(FindAuthor, LeavesOtherLinesAlone) {
  for (const std::string_view line :
       {"", "By", "by the river it was cold", "By 2030 all will be well", "Bypass", "ByteDance",
        "The house was built by John", "作者：", "来源：2023"}) {
    EXPECT_EQ(find_author(line), "") << line;
  }
}

}  // namespace
}  // namespace tamis::extract
