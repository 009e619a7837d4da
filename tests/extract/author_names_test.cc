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
}

TEST(AuthorName, IsEmptyForWhatIsNoName) {
  for (const std::string_view field : {"", " ", "null", "Written by", "https://facebook.com/x",
                                       "12345", "{{author}}", "May 1, 2023", "2023年5月1日"}) {
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
}

TEST(FindAuthor, ReadsChineseLines) {
  EXPECT_EQ(find_author("2023-05-01 12:30 来源：某报 作者：张三 责任编辑：李四"), "张三");
  EXPECT_EQ(find_author("来源：新华网 2023年5月1日"), "新华网");
  EXPECT_EQ(find_author("本报记者 王五"), "王五");
  EXPECT_EQ(find_author("文/赵六"), "赵六");
  EXPECT_EQ(find_author("來源：聯合報"), "聯合報");
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
