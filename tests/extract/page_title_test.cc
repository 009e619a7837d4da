#include "tamis/extract/page_title.h"

#include <gtest/gtest.h>

#include "tamis/extract/block_builder.h"

namespace tamis::extract {
namespace {

std::string title(std::string_view stated, std::string_view html, std::string_view site = "") {
  return page_title(stated, site, read_blocks(html));
}

TEST(PageTitle, CutsTheSiteOff) {
  EXPECT_EQ(title("A long story of a river - The Site", ""), "A long story of a river");
  EXPECT_EQ(title("长江水位今日上涨三米_新闻_某某网", ""), "长江水位今日上涨三米");
  EXPECT_EQ(title("X - Y", "", "Y"), "X");
  EXPECT_EQ(title("某市召开会议--时政--人民网", ""), "某市召开会议");
  EXPECT_EQ(title("新手机评测iPhone15_IT之家", ""), "新手机评测iPhone15");
  EXPECT_EQ(title("A double free was found in kmem_cache", ""),
            "A double free was found in kmem_cache");
  EXPECT_EQ(title("某市召开重要会议-中新网", ""), "某市召开重要会议");
  EXPECT_EQ(title("某某问题的研究-以北京为例", ""), "某某问题的研究-以北京为例");
  EXPECT_EQ(title("A long story -- The Site", ""), "A long story");
}

TEST(PageTitle, TakesTheHeadingThatSaysTheSame) {
  EXPECT_EQ(title("Rivers of Europe 2023: Guide", "<h1>The Site</h1><h1>The rivers of Europe</h1>"),
            "The rivers of Europe");
  EXPECT_EQ(title("长江水位上涨三米", "<h1>长江水位今日上涨三米</h1>"), "长江水位今日上涨三米");
  EXPECT_EQ(title("Rivers rise", "<h1>Subscribe</h1>"), "Rivers rise");
}

TEST(PageTitle, LeavesLogosAndLabelsOfHeadingsOut) {
  constexpr std::string_view kStated = "What is a good habit?";
  EXPECT_EQ(title(kStated, "<h1>Habit</h1>"), kStated);
  EXPECT_EQ(title("Cakes of the world | Cake World", "<h1>Cake World</h1>"), "Cakes of the world");
  EXPECT_EQ(title("今日书报开放", "<h1>科技日报</h1>"), "今日书报开放");
  EXPECT_EQ(title(kStated, "<h1><b>Title:</b>What is a good habit?</h1>"), kStated);
  EXPECT_EQ(title(kStated, "<h1>What is a good habit? #12</h1>"), kStated);
  EXPECT_EQ(title("Rain: all of its names", "<h1>Rain</h1>"), "Rain");
}

TEST(PageTitle, TellsTitleAndSiteByTheHeadingsOfAnyLevel) {
  EXPECT_EQ(title("What is new in May | Library 2.0", "<h2>What is new in May</h2>"),
            "What is new in May");
  EXPECT_EQ(title("Soul Radio » Number twenty", "<h1>Soul Radio</h1><h2>Number twenty</h2>"),
            "Number twenty");
  EXPECT_EQ(title("History | The Sounds of Silence", "<h2>The Sounds of Silence</h2>"),
            "History | The Sounds of Silence");
  EXPECT_EQ(title("Dignity – a story", "<h1>Big Questions</h1><h2>Dignity – a story</h2>"),
            "Dignity – a story");
  EXPECT_EQ(title("长江 - 水位上涨", "<h1>某某网</h1><h3>长江 - 水位上涨</h3>"), "长江 - 水位上涨");
  EXPECT_EQ(title("How to bake a bread » The Kitchen", "<h1>The Kitchen</h1>"),
            "How to bake a bread");
  for (const std::string_view stated :
       {"Python - How to sort a list", "BBC News - Storm hits the southern coast"}) {
    const std::string section(stated.substr(0, stated.find(" - ")));
    EXPECT_EQ(title(stated, "<h3>" + section + "</h3>"), stated);
  }
  EXPECT_EQ(title("新闻_北京召开全市科技创新大会_某某网", "<h3>新闻</h3>"),
            title("新闻_北京召开全市科技创新大会_某某网", ""));
  const std::string others(200, 'x');
  std::string html;
  for (int i = 0; i < 100; ++i) html += "<h2>" + others + "</h2>";
  EXPECT_EQ(title("WALLETS | Shop", html + "<h1>WALLETS</h1>"), "WALLETS");
}

TEST(PageTitle, LeavesLinesAboveAndBelowTheTitleOut) {
  EXPECT_EQ(title("A long story | Site", "<h1><div>Culture</div>A long story</h1>"),
            "A long story");
  EXPECT_EQ(title("A long story", "<h1>Culture<br>A long story</h1>"), "A long story");
  EXPECT_EQ(title("A long story", "<h1>A long story<br>2 May 2022</h1>"), "A long story");
  EXPECT_EQ(title("长江水位上涨", "<h1>时政<br>长江水位上涨</h1>"), "长江水位上涨");
}

TEST(PageTitle, JoinsLinesAsTheirScriptDoes) {
  EXPECT_EQ(title("关于公开招聘工作人员的公告_某市", "<h1>关于公开招聘<br>工作人员的公告</h1>"),
            "关于公开招聘工作人员的公告");
  EXPECT_EQ(title("通話の成否 編集委員", "<h1><div>通話の成否</div>編集委員</h1>"),
            "通話の成否 編集委員");
}

TEST(PageTitle, IsNoLogoAndNoSection) {
  constexpr std::string_view kStated = "数据清洗的方法与实践 - 某某科技有限公司";
  EXPECT_EQ(title(kStated, "<h1>某某科技有限公司</h1><h2>数据清洗的方法与实践</h2>"),
            "数据清洗的方法与实践");
  EXPECT_EQ(title("解决新项目依赖报错 | 某某社区", "<h1>解决</h1>"), "解决新项目依赖报错");
  EXPECT_EQ(
      title("解决新项目依赖报错 | 某某社区", "<h1><div>解决新项目依赖报错</div></h1><h1>解决</h1>"),
      "解决新项目依赖报错");
}

TEST(PageTitle, PartsTheSiteByADot) {
  EXPECT_EQ(title("Harbour plan agreed • Daily", "", "Daily"), "Harbour plan agreed");
}

TEST(PageTitle, IsNotTheNameOfABook) {
  constexpr std::string_view kStated = "What is Ownership? - The Rust Programming Language";
  EXPECT_EQ(title(kStated, "<h1>The Rust Programming Language</h1><h2>What is Ownership?</h2>"),
            "What is Ownership?");
  EXPECT_EQ(title("Errors are values - The Go Programming Language",
                  "<h1>The Go Blog</h1><h1>Errors are values</h1>"),
            "Errors are values");
}

TEST(WithoutSiteInFront, CutsTheNameOfTheSite) {
  EXPECT_EQ(without_site_in_front("Seaside Daily | Harbour plan", "Seaside Daily"), "Harbour plan");
  EXPECT_EQ(without_site_in_front("某某网 - 长江水位上涨", "某某网"), "长江水位上涨");
  for (const std::string_view title : {"Seaside Daily", "Seaside Daily | ", "Seaside | Daily"})
    EXPECT_EQ(without_site_in_front(title, "Seaside Daily"), title);
  EXPECT_EQ(without_site_in_front("a | b", ""), "a | b");
}

TEST(PageTitle, EndsWhereAHeadingDoes) {
  for (const std::string_view mark : {"-", ",", "·", "丨", "＿"}) {
    const std::string stated = "电源设计的五个误区" + std::string(mark) + "EDN 电子";
    EXPECT_EQ(title(stated, "<h4>电源设计的五个误区</h4>"), "电源设计的五个误区") << mark;
    EXPECT_EQ(title(stated, ""), stated) << mark;
  }
  EXPECT_EQ(title("iPhone 15-inch", "<h4>iPhone 15</h4>"), "iPhone 15-inch");
}

TEST(PageTitle, CutsTailsThatReachOverLines) {
  for (const std::string_view heading :
       {"<h1>Other<br>[<br>edit<br>]</h1>", "<h1>Other<br>[edit |<br>edit source]</h1>",
        "<h1># <br>Other<br>Title</h1>", "<h1><br>#</h1>", "<h1>标题<br>¶<br>¶</h1>"}) {
    EXPECT_FALSE(title("Title", heading).empty()) << heading;
  }
}

TEST(PageTitle, TakesNoHeadingForItsSize) {
  constexpr std::string_view kStated = "red fish and old dogs in town";
  EXPECT_EQ(title(kStated, "<h1>dogs abcdefghijklmnopqrstuvwx</h1>"), kStated);
}

TEST(PageTitle, ReadsTheWholeHeading) {
  EXPECT_EQ(title("One: The Road | Books", "<h1>One:<br>The Road</h1>"), "One: The Road");
  EXPECT_EQ(title("Setup - Docs of it", "<h1>Setup<a>¶</a></h1>"), "Setup");
}

TEST(PageTitle, FallsBackToAnyHeading) {
  EXPECT_EQ(title("", "<h1>c</h1>"), "c");
  EXPECT_EQ(title("", "<p>c"), "");
}

}  // namespace
}  // namespace tamis::extract
