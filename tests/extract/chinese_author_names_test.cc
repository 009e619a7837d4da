#include "tamis/extract/chinese_author_names.h"

#include <gtest/gtest.h>

namespace tamis::extract {
namespace {

struct Case {
  std::string_view line;
  std::string_view author;
};

TEST(FindChineseAuthor, ReadsTheMarksOfPages) {
  for (const auto& [line, author] : std::initializer_list<Case>{
           {"2023-05-01 12:30 来源：某报 作者：张三 责任编辑：李四", "张三"},
           {"作者丨张三", "张三"},
           {"作者 ｜ 张三", "张三"},
           {"撰文 / 张三", "张三"},
           {"文/赵六", "赵六"},
           {"文丨张三 编辑丨李四", "张三"},
           {"文/图：张三 作者：李四", "李四"},
           {"本报记者 王五", "王五"},
           {"(记者 张三)", "张三"},
           {"新华社记者张三报道", "张三"},
           {"记者張三／台北報導", "張三"},
           {"〔記者張三／台北報導〕", "張三"},
           {"記者張三報導", "張三"},
           {"本报记者 王五 摄影报道", "王五"},
           {"记者：王五", "王五"},
           {"记者：端木蕻良", "端木蕻良"},
           {"记者：John Smith", "John Smith"},
           {"作 者：张三", "张三"},
           {"作者:张三责任编辑:李四", "张三"},
           {"作者：加西亚·马尔克斯", "加西亚·马尔克斯"},
           {"作者：[美]约翰·史密斯 著", "约翰·史密斯"},
           {"作者：[美] 海明威", "海明威"},
           {"作者： 来源：江城晚报 时间：2024-03-05", ""},
           {"作者： 时间：2024-03-05", ""},
           {"作者：J·K·罗琳", "J·K·罗琳"},
           {"作者：约翰·F·肯尼迪 译者：李四", "约翰·F·肯尼迪"}}) {
    EXPECT_EQ(find_chinese_author(line), author) << line;
  }
}

TEST(FindChineseAuthor, ReadsLatinNames) {
  for (const auto& [line, author] : std::initializer_list<Case>{
           {"作者：John Smith", "John Smith"},
           {"作者：J. K. Rowling 译者：李四", "J. K. Rowling"},
           {"作者：José María Díaz、John Smith", "José María Díaz, John Smith"},
           {"作者：John Smith is a writer of books", "John Smith"},
           {"作者：John Smith Editor: Jane Doe", "John Smith"},
           {"作者：John 张三", "John, 张三"}}) {
    EXPECT_EQ(find_chinese_author(line), author) << line;
  }
}

TEST(FindChineseAuthor, ReadsLists) {
  EXPECT_EQ(find_chinese_author("作者：张三、李四"), "张三, 李四");
  EXPECT_EQ(find_chinese_author("作者：张三 李四 北京"), "张三, 李四");
  EXPECT_EQ(find_chinese_author("新华社记者张三、李四"), "张三, 李四");
  EXPECT_EQ(find_chinese_author("作者：张三、责任编辑：李四"), "张三");
}

TEST(FindChineseAuthor, LeavesOtherLinesAlone) {
  for (const std::string_view line :
       {"", "作者：", "作者：2023", "By Jane", "记者手记", "记者从某局获悉", "来源：某报",
        "全文：张三", "本报记者 多日走访发现，情况属实。", "作者 在书中写道：",
        "（记者 从有关部门）", "作者 Google it", "记者：您怎么看这件事情？", "记者：您好！",
        "记者：首先，这件事情怎么看", "新华社记者 王五 摄", "新华社记者王五摄", "本報記者王五攝"}) {
    EXPECT_EQ(find_chinese_author(line), "") << line;
  }
}

TEST(FindChineseAuthor, NeverCutsACharacter) {
  std::string name;
  while (name.size() < 200) name += "中";
  EXPECT_EQ(find_chinese_author("作者：" + name), "");
  EXPECT_EQ(find_chinese_author("作者：张三、" + name), "张三");
}

TEST(FindSource, SaysWhereItComesFrom) {
  EXPECT_EQ(find_source("来源：新华网 2023年5月1日"), "新华网");
  EXPECT_EQ(find_source("來源：聯合報"), "聯合報");
  EXPECT_EQ(find_source("来源：China Daily 2024-03-05"), "China Daily");
  EXPECT_EQ(find_source("来源：Voice of America 作者：张三"), "Voice of America");
  EXPECT_EQ(find_source("来源：2023"), "");
  for (const std::string_view other :
       {"图片来源：视觉中国", "数据来源：Wind资讯", "資料來源：某局"})
    EXPECT_EQ(find_source(other), "") << other;
  EXPECT_EQ(find_source("图片来源：视觉中国 文章来源：某报"), "某报");
  EXPECT_EQ(find_source("作者：张三"), "");
}

TEST(FindReporter, LooksAtTheEndsOfAParagraph) {
  const std::string text(600, 'x');
  EXPECT_EQ(find_reporter("新华社北京3月5日电（记者张三、李四）" + text), "张三, 李四");
  EXPECT_EQ(find_reporter(text + "（本报记者 王五）"), "王五");
  EXPECT_EQ(find_reporter(text + "（本报记者 王五）" + text), "");
  EXPECT_EQ(find_reporter("记者张三" + text), "");
  EXPECT_EQ(find_reporter("（记者 张三" + text), "");
}

TEST(WithoutChineseMark, LeavesTheName) {
  EXPECT_EQ(without_chinese_mark("作者：张三"), "张三");
  EXPECT_EQ(without_chinese_mark("来源：某报"), "某报");
  EXPECT_EQ(without_chinese_mark("作者"), "作者");
  EXPECT_EQ(without_chinese_mark("张三"), "张三");
}

TEST(UntilPartingDot, KeepsTheDotsOfNames) {
  EXPECT_EQ(until_parting_dot("加西亚·马尔克斯 · 作家"), "加西亚·马尔克斯 ");
  EXPECT_EQ(until_parting_dot("Jane Doe•Founder"), "Jane Doe");
  EXPECT_EQ(until_parting_dot("Jane Doe·Founder"), "Jane Doe");
  EXPECT_EQ(until_parting_dot("乔治·R·R·马丁·"), "乔治·R·R·马丁");
  EXPECT_EQ(until_parting_dot("·张三"), "·张三");
  EXPECT_EQ(until_parting_dot(""), "");
}

}  // namespace
}  // namespace tamis::extract
