#include "tamis/extract/metadata.h"

#include <gtest/gtest.h>

#include "tests/extract/read_blocks.h"

namespace tamis::extract {
namespace {

struct Read {
  std::string title;
  std::string date;
  std::string language;
};

Read read(std::string_view html, std::string_view url = "") {
  MetadataReader reader;
  reader.start();
  HtmlTokenizer tokenizer(html);
  while (tokenizer.next()) reader.add(tokenizer.token());
  const Blocks blocks = read_blocks(html);
  return {reader.title(blocks), reader.date(url, blocks), reader.language()};
}

TEST(MetadataReader, CutsTheSiteOffTheTitle) {
  EXPECT_EQ(read("<title>A long story of a river - The Site</title>").title,
            "A long story of a river");
  EXPECT_EQ(read("<title>长江水位今日上涨三米_新闻_某某网</title>").title, "长江水位今日上涨三米");
  EXPECT_EQ(read("<title>One | A very long name of a site</title><h1>One</h1>").title, "One");
  EXPECT_EQ(
      read("<meta property=og:title content='X - Y'><meta property=og:site_name content=Y>").title,
      "X");
  EXPECT_EQ(read("<title>North - South relations</title><h1>North - South relations</h1>").title,
            "North - South relations");
}

TEST(MetadataReader, TakesTheTitleThatThePageSaysFirst) {
  EXPECT_EQ(read("<title>b</title><meta property='og:title' content='a &amp;\n b'>").title,
            "a & b");
  EXPECT_EQ(read("<h1>c <b>d</b></h1>").title, "c d");
  EXPECT_EQ(read("<p>x").title, "");
}

TEST(MetadataReader, FindsTheDateInOrder) {
  EXPECT_EQ(read("<meta property=article:published_time content=2023-05-01T12:30:00Z><time "
                 "datetime=2020-01-01>")
                .date,
            "2023-05-01T12:30:00Z");
  EXPECT_EQ(
      read("<script type=application/ld+json>{\"datePublished\" : \"2023-05-01\"}</script>").date,
      "2023-05-01");
  EXPECT_EQ(read("<time datetime='2023-05-01'>x</time>", "http://a/2020/01/01/").date,
            "2023-05-01");
  EXPECT_EQ(read("<p>x", "http://a/2020/01/31/").date, "2020-01-31");
  EXPECT_EQ(read("<h1>标题</h1><div>2023年5月1日 12:30 来源：某报</div>").date, "2023-05-01T12:30");
  EXPECT_EQ(read("<p>Copyright 2023-05-01</p>").date, "");
}

TEST(MetadataReader, ReadsTheDeclaredLanguage) {
  EXPECT_EQ(read("<html lang='zh_CN'>").language, "zh-cn");
  EXPECT_EQ(read("<meta http-equiv=Content-Language content=EN>").language, "en");
  EXPECT_EQ(read("<p>").language, "");
}

}  // namespace
}  // namespace tamis::extract
