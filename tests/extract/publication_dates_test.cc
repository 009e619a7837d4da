#include "tamis/extract/publication_dates.h"

#include <gtest/gtest.h>

#include "tamis/extract/block_builder.h"

namespace tamis::extract {
namespace {

DateElements read(std::string_view html) {
  DateElements elements;
  elements.start();
  HtmlTokenizer tokenizer(html);
  while (tokenizer.next()) elements.add(tokenizer.token());
  return elements;
}

TEST(DateElements, TellsWhichDateItIs) {
  struct Case {
    std::string_view html;
    DateElements::Mark mark;
  };
  for (const auto& [html, mark] : std::initializer_list<Case>{
           {"<i itemprop='x datePublished'>May 1, 2023</i>", DateElements::kPublished},
           {"<i itemprop=datePublished content=2023-05-01>today</i>", DateElements::kPublished},
           {"<time pubdate datetime=2023-05-01>", DateElements::kPublished},
           {"<time class='entry-date updated' datetime=2023-05-01>", DateElements::kPublished},
           {"<abbr class=published title=2023-05-01>today</abbr>", DateElements::kPublished},
           {"<i itemprop=dateCreated>2023-05-01</i>", DateElements::kPublished},
           {"<div itemprop=datePublished><time>May 1, 2023</time></div>", DateElements::kPublished},
           {"<p itemprop=datePublished>于<time datetime=2023-05-01>五月一日</time></p>",
            DateElements::kPublished},
           {"<p itemprop=dateModified><time>2023年5月1日</time></p>", DateElements::kModified},
           {"<aside></aside><time>2023-05-01</time>", DateElements::kUnmarked},
           {"<relative-time datetime=2023-05-01>", DateElements::kUnmarked},
           {"<aside><time itemprop=datePublished>2023-05-01</time>", DateElements::kBeside},
           {"<time itemprop=dateModified datetime=2023-05-01>", DateElements::kModified},
           {"<time class=updated>2023-05-01</time>", DateElements::kModified}}) {
    EXPECT_EQ(read(html).date_of(mark), "2023-05-01") << html;
  }
}

TEST(DateElements, TakesTheFirstOfEachMark) {
  const DateElements elements = read(
      "<time class=updated datetime=2020-01-01></time><time datetime=2021-01-01></time>"
      "<time datetime=2022-01-01></time><i itemprop=dateCreated>2023-01-01</i>"
      "<i itemprop=datePublished>2024-01-01</i>");
  EXPECT_EQ(elements.date_of(DateElements::kPublished), "2023-01-01");
  EXPECT_EQ(elements.date_of(DateElements::kModified), "2020-01-01");
  EXPECT_EQ(elements.date_of(DateElements::kUnmarked), "2021-01-01");
}

TEST(DateElements, CountsTheTextOfIndentedOnes) {
  const std::string indent = "\n" + std::string(60, ' ');
  for (const std::string_view date : {"May 1, 2023", "2023年5月1日"}) {
    const std::string html = "<time class=published>" + indent + std::string(date) + indent;
    EXPECT_EQ(read(html + "</time>").date_of(DateElements::kPublished), "2023-05-01") << date;
  }
}

TEST(DateElements, LeavesOtherElementsAlone) {
  for (const std::string_view html :
       {"<abbr title=2023-05-01>x</abbr>", "<ins datetime=2023-05-01>x</ins>", "<p>2023-05-01</p>",
        "<time>2023-05-01", "<time datetime=now>now</time>"}) {
    for (int mark = 0; mark < DateElements::kNumMarks; ++mark) {
      EXPECT_EQ(read(html).date_of(static_cast<DateElements::Mark>(mark)), "") << html;
    }
  }
  EXPECT_EQ(read("<time>" + std::string(200, 'x') + " 2023-05-01</time>")
                .date_of(DateElements::kUnmarked),
            "");
}

TEST(FindVisibleDate, PrefersWhatSaysThatItWasPublished) {
  for (const std::string_view html :
       {"<h1>T</h1><p>2023-05-01 by Jane", "<h1>T</h1><p>二〇二三年五月一日",
        "<p>2020-01-01<p>发布时间：2023-05-01", "<h1>T</h1><p>Updated May 9, 2024<p>May 1, 2023",
        "<h1>T</h1><p>Updated May 9, 2024 Published May 1, 2023",
        "<h1>T</h1><p>May 1, 2023 (updated May 9, 2024)", "<h1>T</h1><p>Updated May 1, 2023",
        "<h1>T</h1><p>最新推荐文章于 2024-06-01 发布<p>于 2023-05-01 发布",
        "<h1>T</h1><p><a href=x>1 May 2023</a><p>text", "<h1>T</h1><p>２０２３－０５－０１"}) {
    EXPECT_EQ(find_visible_date(read_blocks(html), ""), "2023-05-01") << html;
  }
  for (const std::string_view html :
       {"<p>2023-05-01<h1>T</h1><p>text", "<p>2020-01-01<h1>T</h1><p>2023-05-01",
        "<h1>T</h1><p><a href=x>Publiziert am 1. Mai 2023</a>",
        "<p>a<p>Zuletzt aktualisiert: 1. Mai 2023",
        "<p>Friday, November 20, 2026<h1>T</h1><p>text<p>更新时间：2023-05-01",
        "<h1>T 5 May 2020</h1><p>2023-05-01<p><a href=x>发布于 2019-01-01</a>",
        "<p>2020-01-01<p>x<p>x<p>x<p>标题<p>2023-05-01 12:30 来源：某报",
        "<h1>标题</h1><p>2023-05-01<p>a<p>b<h4>c</h4><p class=date>2018-03-01"}) {
    EXPECT_EQ(find_visible_date(read_blocks(html), "标题").substr(0, 10), "2023-05-01") << html;
  }
  for (const std::string_view html :
       {"<p>Today is Sunday, November 22, 2026<p>Menu<h1>T</h1>",
        "<p>今天是2026年11月22日 星期日<h1>标题</h1>", "<h1>iPad 8 May 2020 Review</h1>"}) {
    EXPECT_EQ(find_visible_date(read_blocks(html), ""), "") << html;
  }
  for (const std::string_view html : {"<h1>T</h1><p><a href=x>2023-05-01 news</a>",
                                      "<h1>T</h1><p>a<p>b<p>c<p><a href=x>2023年5月1日</a>"}) {
    EXPECT_EQ(find_visible_date(read_blocks(html), ""), "") << html;
  }
  EXPECT_EQ(find_visible_date(read_blocks("<h1>T</h1><p>最新推荐文章于 2024-06-01 发布"), ""), "");
  EXPECT_EQ(find_visible_date(read_blocks("<p>2023-05-01<p>a<p>b<p>c<h1>T</h1>"), ""), "");
}

}  // namespace
}  // namespace tamis::extract
