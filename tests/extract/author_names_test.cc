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
  EXPECT_EQ(author_name("John Roe (roe@example.com)"), "John Roe");
  EXPECT_EQ(author_name("roe@example.com (John Roe)"), "John Roe");
  EXPECT_EQ(author_name("@roe"), "@roe");
  EXPECT_EQ(author_name("Af Jens Jensen"), "Jens Jensen");
  EXPECT_EQ(author_name("Автор: Иван Петров"), "Иван Петров");
  EXPECT_EQ(author_name("Recueilli par Jean Petit."), "Jean Petit.");
  EXPECT_EQ(author_name("张三 责任编辑：李四"), "张三");
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
                                       "查看更多文章",
                                       "name, email@gmail.com",
                                       "webmaster@example.com",
                                       "责任编辑：张申",
                                       "未知 责任编辑：棒棒",
                                       "小编",
                                       "@",
                                       "5 min read",
                                       "219.79.38.192",
                                       "/jroe",
                                       "©The Paper Inc.",
                                       "von",
                                       "Photo: Jane Doe",
                                       "摄影：张三"}) {
    EXPECT_EQ(author_name(field), "") << field;
  }
  EXPECT_EQ(author_name(std::string(500, 'x')), "");
}

TEST(IsPhrase, TellsLabelsFromNames) {
  for (const std::string_view text :
       {"If you are a human, ignore this field", "Read more about The Upwork Team",
        "1.5x increase with AirPods Pro 3", "The Paper © 2025"}) {
    EXPECT_TRUE(is_phrase(text)) << text;
  }
  for (const std::string_view text : {"", "Jane van der Berg", "98 Buck Social", "李明", "jroe"})
    EXPECT_FALSE(is_phrase(text)) << text;
}

TEST(FindAuthor, ReadsEnglishLines) {
  EXPECT_EQ(find_author("By Jane Doe", ""), "Jane Doe");
  EXPECT_EQ(find_author("by Jane Doe, Senior Editor", ""), "Jane Doe");
  EXPECT_EQ(find_author("By Jane van der Berg on May 1, 2023", ""), "Jane van der Berg");
  EXPECT_EQ(find_author("Posted on May 1, 2023 by Jane Doe in News", ""), "Jane Doe");
  EXPECT_EQ(find_author("Written by: Jane Doe | 5 min read", ""), "Jane Doe");
  EXPECT_EQ(find_author("Author: Jane Doe", ""), "Jane Doe");
  EXPECT_EQ(find_author("ByJane Doe", ""), "Jane Doe");
  EXPECT_EQ(find_author("View all posts by Jane Doe", ""), "Jane Doe");
  EXPECT_EQ(find_author("By Jane Doe December 2, 2025", ""), "Jane Doe");
  EXPECT_EQ(find_author("By Jane Doe Mar. 2, 2025", ""), "Jane Doe");
  EXPECT_EQ(find_author("By Jane Doe Tuesday", ""), "Jane Doe");
  EXPECT_EQ(find_author("By Jane May", ""), "Jane May");
  EXPECT_EQ(find_author("Written by Feb 11, 2019 · 3 min read", ""), "");
}

TEST(FindAuthor, ReadsLinesInOtherLanguagesOfEurope) {
  EXPECT_EQ(find_author("Autorin: Petra Klein", ""), "Petra Klein");
  EXPECT_EQ(find_author("Erstellt von Petra Klein", ""), "Petra Klein");
  EXPECT_EQ(find_author("Publiziert am 13. Januar 2014 von Max Weber", ""), "Max Weber");
  EXPECT_EQ(find_author("Publiziert am 13. Januar 2014 von uriebe", ""), "");
  EXPECT_EQ(find_author("Von MORITZ WEBER am 21. April 2020", "de-CH"), "MORITZ WEBER");
  EXPECT_EQ(find_author("Par Florence Petit , le 15 septembre 2009", "fr"), "Florence Petit");
  EXPECT_EQ(find_author("Por Juan Pérez", "es"), "Juan Pérez");
}

// These words begin names and titles elsewhere.
TEST(FindAuthor, ReadsPrepositionsWhereTheLanguageHasThem) {
  for (const std::string_view line :
       {"Di Maria Scores Twice", "Von Miller Signs Contract", "Door County Vacation Rentals",
        "PAR Technology Corporation", "Created for Air France par Excellence Design"}) {
    EXPECT_EQ(find_author(line, "en"), "") << line;
    EXPECT_EQ(find_author(line, ""), "") << line;
  }
  for (const std::string_view line :
       {"Von Weber", "Von der Leyen in Brüssel", "Von Hamburg nach Berlin"}) {
    EXPECT_EQ(find_author(line, "de"), "") << line;
  }
  EXPECT_EQ(find_author("By Jane Um", "en"), "Jane Um");
}

TEST(AuthorName, LeavesWordsThatBeginNames) {
  EXPECT_EQ(author_name("von Peter Klein"), "Peter Klein");
  for (const std::string_view name : {"von Karajan", "von der Leyen", "Di Stefano Giuseppe",
                                      "Par Anders Johansson", "Von Miller"}) {
    EXPECT_EQ(author_name(name), name);
  }
  EXPECT_EQ(author_name("Autor:"), "");
}

TEST(FindAuthor, ReadsLists) {
  EXPECT_EQ(find_author("By Jane Doe, John Roe and Jim Poe", ""), "Jane Doe, John Roe and Jim Poe");
  EXPECT_EQ(find_author("By Jane Doe, John Roe, & Jim van Poe | May 1", ""),
            "Jane Doe, John Roe, & Jim van Poe");
  EXPECT_EQ(find_author("By Jane Doe, Senior Editor and Chief Writer", ""), "Jane Doe");
  EXPECT_EQ(find_author("By Jane Doe, London, and the river", ""), "Jane Doe");
  EXPECT_EQ(find_author("作者：张三、李四", ""), "张三, 李四");
}

TEST(FindAuthor, TakesLabelsAndDaysForNoNames) {
  for (const std::string_view line : {"Author Information", "Author Biography", "Author: Profile",
                                      "By Monday, all was quiet on the river"})
    EXPECT_EQ(find_author(line, "en"), "") << line;
  EXPECT_EQ(find_author("Author Jane Doe", "en"), "Jane Doe");
}

TEST(FindAuthor, LeavesOtherLinesAlone) {
  for (const std::string_view line :
       {"", "By", "by the river it was cold", "By 2030 all will be well", "Bypass", "ByteDance",
        "The house was built by John", "作者：", "来源：2023"}) {
    EXPECT_EQ(find_author(line, ""), "") << line;
  }
}

}  // namespace
}  // namespace tamis::extract
