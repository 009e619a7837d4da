#include "tamis/extract/metadata.h"

#include <gtest/gtest.h>

#include <iterator>

#include "tamis/extract/block_builder.h"

namespace tamis::extract {
namespace {

struct Read {
  std::string title;
  std::string author;
  std::string date;
  std::string site;
  std::string canonical_url;
  std::string language;
};

Read read(std::string_view html, std::string_view url = "") {
  MetadataReader reader;
  reader.start(true);
  HtmlTokenizer tokenizer(html);
  while (tokenizer.next()) reader.add(tokenizer.token());
  const Blocks blocks = read_blocks(html);
  const std::string title = reader.title(blocks);
  return {title,         reader.author(blocks, title), reader.date(url, blocks, title),
          reader.site(), reader.canonical_url(url),    reader.language()};
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
  EXPECT_EQ(read("<title>New Zealand - Wiki</title><script type=application/ld+json>"
                 "{\"headline\":\"country in Oceania\"}</script><h1>New Zealand</h1>")
                .title,
            "New Zealand");
  constexpr std::string_view kSite = "<meta property=og:site_name content='某某网'>";
  constexpr std::string_view kTitle = "<title>某某网 - 长江水位上涨</title>";
  EXPECT_EQ(read(std::string(kSite).append(kTitle)).title, "长江水位上涨");
  EXPECT_EQ(read(std::string(kSite).append(kTitle) + "<link rel=canonical href=https://a/>").title,
            "某某网 - 长江水位上涨");
  EXPECT_EQ(read("<title>X</title><meta name=twitter:title content=Y>"
                 "<meta property=og:title content=Z>")
                .title,
            "Z");
  EXPECT_EQ(read("<title>X_Y</title><meta property=og:title content=Y>"
                 "<meta property=og:site_name content=Y>")
                .title,
            "X");
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

TEST(MetadataReader, PrefersDatesOfPublication) {
  EXPECT_EQ(read("<aside><time datetime=2024-06-01></time></aside><h1>T</h1><p>2023-05-01").date,
            "2023-05-01");
  EXPECT_EQ(read("<time datetime=2024-06-01></time><i itemprop=datePublished>2023-05-01</i>").date,
            "2023-05-01");
  EXPECT_EQ(read("<time class=updated datetime=2024-06-01>", "http://a/2023/05/01/").date,
            "2023-05-01");
  EXPECT_EQ(read("<time class=updated datetime=2023-05-01>").date, "2023-05-01");
  EXPECT_EQ(read("<h1>T</h1><p>2023-05-01 08:30", "http://a/2023/05/01/").date, "2023-05-01T08:30");
  EXPECT_EQ(read("<meta itemprop=dateCreated content=2023-05-01>").date, "2023-05-01");
}

TEST(MetadataReader, FindsTheAuthorInOrder) {
  constexpr std::string_view kPieces[] = {
      "<script type='application/ld+json'>{\"author\":{\"name\":\"A\"}}</script>",
      "<meta name=author content=B>", "<a rel=author>C</a>", "<h1>T</h1><p>By D</p>",
      "<i class=author-name>E</i>"};
  for (std::size_t first = 0; first < std::size(kPieces); ++first) {
    std::string page;
    for (std::size_t i = std::size(kPieces); i-- > first;) page += kPieces[i];
    EXPECT_EQ(read(page).author, std::string(1, static_cast<char>('A' + first)));
  }
  EXPECT_EQ(read("<h1>标题</h1><div>来源：某报 作者：张三</div>").author, "张三");
  EXPECT_EQ(read("<p>x").author, "");
}

TEST(MetadataReader, ReadsAuthorsOfMeta) {
  EXPECT_EQ(
      read("<meta name=citation_author content='A B'><meta name=citation_author content=C>").author,
      "A B, C");
  EXPECT_EQ(read("<meta name=citation_author content='Doe, Jane'><meta name=citation_author "
                 "content='Roe, John'>")
                .author,
            "Jane Doe, John Roe");
  EXPECT_EQ(read("<meta name=citation_author content='John Smith, PhD'>").author,
            "John Smith, PhD");
  EXPECT_EQ(read("<meta property=article:author content=https://fb.com/a><meta name=dc.creator "
                 "content=张三>")
                .author,
            "张三");
  EXPECT_EQ(read("<meta name=twitter:label1 content='Written by'><meta name=twitter:data1 "
                 "content=A>")
                .author,
            "A");
}

TEST(MetadataReader, DecodesTheReferencesOfNames) {
  EXPECT_EQ(read("<i itemprop=author>By&nbsp;Jane O&#8217;Neil</i>").author, "Jane O\u2019Neil");
}

TEST(MetadataReader, ReadsTheSite) {
  EXPECT_EQ(read("<meta property=og:site_name content='The &amp; Site'>").site, "The & Site");
  EXPECT_EQ(
      read("<script type=application/ld+json>{\"publisher\":{\"name\":\"某报\"}}</script>").site,
      "某报");
  EXPECT_EQ(read("<p itemprop=publisher><b itemprop=name>某报</b></p>").site, "某报");
  EXPECT_EQ(read("<p>x").site, "");
}

TEST(MetadataReader, ReadsTheFieldsOfChineseAuthorities) {
  const Read found = read(
      "<title>政策文件_某市人民政府</title><meta name=SiteName content=某市人民政府>"
      "<meta name=ArticleTitle content=关于印发规划的通知><meta name=Author content=系统管理员>"
      "<meta name=PubDate content='2024-03-05 14:30'><meta name=ContentSource content=办公室>");
  EXPECT_EQ(found.title, "关于印发规划的通知");
  EXPECT_EQ(found.site, "某市人民政府");
  EXPECT_EQ(found.date, "2024-03-05T14:30");
  EXPECT_EQ(found.author, "办公室");
}

TEST(MetadataReader, LeavesTitlesOfDrawingsAlone) {
  EXPECT_EQ(read("<title></title><body><title>Menu</title><p>x").title, "");
  EXPECT_EQ(read("<body><title>T</title><p>x").title, "T");
}

TEST(MetadataReader, ResolvesTheCanonicalUrl) {
  constexpr std::string_view kUrl = "http://a/b/c?d";
  EXPECT_EQ(read("<link rel=canonical href='/x?a=1&amp;b=2'>", kUrl).canonical_url,
            "http://a/x?a=1&b=2");
  EXPECT_EQ(read("<link rel=canonical href='/x?a=1&copy=2'>", kUrl).canonical_url,
            "http://a/x?a=1&copy=2");
  EXPECT_EQ(read("<base href=//z/y/><link rel=canonical href=x>", kUrl).canonical_url,
            "http://z/y/x");
  EXPECT_EQ(read("<meta property=og:url content=https://a/新闻>").canonical_url, "https://a/新闻");
  EXPECT_EQ(read("<link rel=canonical href=/x>").canonical_url, "");
  EXPECT_EQ(read("<meta property=og:url content=https://a/>", kUrl).canonical_url, "");
  EXPECT_EQ(read("<meta property=og:url content=https://a/>", "https://a/").canonical_url,
            "https://a/");
  EXPECT_EQ(read("<link rel=stylesheet href=/x>", kUrl).canonical_url, "");
}

TEST(MetadataReader, ReadsTheDeclaredLanguage) {
  EXPECT_EQ(read("<html lang='zh_CN'>").language, "zh-cn");
  EXPECT_EQ(read("<meta http-equiv=Content-Language content=EN>").language, "en");
  EXPECT_EQ(read("<p>").language, "");
  EXPECT_EQ(read("<html xml:lang=zh>").language, "zh");
  EXPECT_EQ(read("<html lang=en><meta property=og:locale content=zh_CN>").language, "en");
  EXPECT_EQ(read("<html><meta property=og:locale content=zh_CN>").language, "zh-cn");
  EXPECT_EQ(read("<script type=application/ld+json>{\"inLanguage\":\"zh-CN\"}</script>").language,
            "zh-cn");
  const std::string letters(34, 'a');  // a byte less than what is read
  EXPECT_EQ(read("<html lang='" + letters + "中'>").language, letters);
}

}  // namespace
}  // namespace tamis::extract
