#include "tamis/extract/bylines.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tamis/extract/block_builder.h"

namespace tamis::extract {
namespace {

AuthorElements read(std::string_view html) {
  AuthorElements elements;
  elements.start();
  HtmlTokenizer tokenizer(html);
  while (tokenizer.next()) elements.add(tokenizer.token());
  return elements;
}

TEST(AuthorElements, ReadsMicrodataAndRel) {
  EXPECT_EQ(read("<span itemprop=author>By <b>Jane</b> Doe</span>x").declared(), "Jane Doe");
  EXPECT_EQ(read("<a rel='nofollow author' href=/z>张三</a>").declared(), "张三");
  EXPECT_EQ(
      read("<a rel=author>A</a><div itemprop=author><div><meta itemprop=name content=B></div>")
          .declared(),
      "B");
  EXPECT_EQ(read("<a rel='nofollow\tauthor'>张三</a>").declared(), "张三");
  EXPECT_EQ(read("<a rel=authority>A</a>").declared(), "");
}

TEST(AuthorElements, BelievesTheBestOfAnElementsMarks) {
  EXPECT_EQ(read("<i class=author itemprop=author>Jane Doe</i>").declared(), "Jane Doe");
  EXPECT_EQ(read("<a class=author rel=author>张三</a>").declared(), "张三");
}

TEST(AuthorElements, ReadsTheInnermostOfAClass) {
  EXPECT_EQ(read("<div class=post-author><img><span class=authorName>Jane Doe</span>Editor</div>")
                .named(),
            "Jane Doe");
  EXPECT_EQ(read("<a class=username>river_fan</a><a class=username>other</a>").named(),
            "river_fan");
  EXPECT_EQ(read("<div class=authi><a>南山种豆</a></div>").named(), "南山种豆");
  EXPECT_EQ(read("<p class=authority>Port Authority</p>").named(), "");
  EXPECT_EQ(read("<p class='authority author'>Jane Doe</p>").named(), "Jane Doe");
  for (const std::string_view other :
       {"comment-form-author", "comment-author", "authix", "xauthi", "uthi", "uy"})
    EXPECT_EQ(read(fmt::format("<p class='{}'>Jane Doe</p>", other)).named(), "") << other;
  EXPECT_EQ(read("<p>text").named(), "");
}

TEST(AuthorElements, EndsTheNameWhereItsElementOrLineDoes) {
  EXPECT_EQ(read("<div itemprop=author><b>Lea Brook</b><i>Nature Editor</i></div>").declared(),
            "Lea Brook");
  EXPECT_EQ(read("<i class=author>Jane Doe<br>Google<br>jane@x.com</i>").named(), "Jane Doe");
  EXPECT_EQ(read("<div class=author><p>By</p><p>Jane Doe</p></div>").named(), "Jane Doe");
  EXPECT_EQ(read("<div class=author>作者：<b>张三</b><i>关注</i></div>").named(), "张三");
  EXPECT_EQ(read("<div itemprop=author><a>jroe<b itemprop=name>jroe</b></a>1,203</div>").declared(),
            "jroe");
  EXPECT_EQ(read("<div class=author><h3>About the Author</h3><p>Jane Doe</p></div>").named(),
            "Jane Doe");
  EXPECT_EQ(read("<div class=author><h3>作者简介</h3><a>关注</a><p>张三</p></div>").named(),
            "张三");
  EXPECT_EQ(read("<div class=author><img><i itemprop=name>张三</i>关注</div>").named(), "张三");
}

TEST(AuthorElements, JoinsTheNamesOfAList) {
  EXPECT_EQ(read("by <a rel=author>A</a> and <a rel=author>B</a>").declared(), "A, B");
  EXPECT_EQ(read("<i itemprop=author><b itemprop=name>A</b></i>, <i itemprop=author>B</i>"
                 "<i itemprop=author>B</i>")
                .declared(),
            "A, B");
  EXPECT_EQ(read("<p itemprop=author><b itemprop=name>A</b><i>Editor</i></p>"
                 "<p itemprop=author><meta itemprop=name content=B></p>")
                .declared(),
            "A, B");
  EXPECT_EQ(read("<a rel=author>A</a><p>text<a rel=author>B</a>").declared(), "A");
  const std::string indent = "\n" + std::string(40, ' ');
  EXPECT_EQ(read("<a rel=author>A</a>," + indent + "<a rel=author>B</a>").declared(), "A, B");
  EXPECT_EQ(read("<a rel=author>李明华</a>、<a rel=author>李明</a>").declared(), "李明华, 李明");
  EXPECT_EQ(read("<a rel=author>Ann Lee</a> <a rel=author>Ann</a>").declared(), "Ann Lee, Ann");
  EXPECT_EQ(read("<i class=author>A</i>, <i class=author>B</i>").named(), "A");
}

TEST(AuthorElements, BelievesTheAuthorsOfRemarksLast) {
  const AuthorElements elements =
      read("<div itemtype=http://schema.org/Comment><i itemprop=author>A</i></div>");
  EXPECT_EQ(elements.declared(), "");
  EXPECT_EQ(elements.named(), "A");
}

TEST(AuthorElements, ReadsThePublisher) {
  EXPECT_EQ(read("<p itemprop=publisher><img><meta itemprop=name content='The Paper'></p>"
                 "<i itemprop=author>A</i>")
                .publisher(),
            "The Paper");
}

TEST(AuthorElements, CountsTheTextOfIndentedOnes) {
  for (std::size_t num_spaces = 190; num_spaces <= 200; ++num_spaces) {
    const std::string start = "<span class=author>" + std::string(num_spaces, ' ');
    EXPECT_EQ(read(start + "Jane Doe</span>").named(), "Jane Doe");
    EXPECT_EQ(read(start + "张三丰</span>").named(), "张三丰");
  }
}

TEST(AuthorElements, GivesUpOnLongOnes) {
  const std::string words = "<i>" + std::string(300, 'x') + "</i>";
  EXPECT_EQ(read("<p itemprop=author>" + words + "</p><p itemprop=author>A</p>").declared(), "A");
  EXPECT_EQ(read("<p itemprop=author>never closed").declared(), "");
}

TEST(FindVisibleAuthor, LooksNearTheHeading) {
  EXPECT_EQ(find_visible_author(read_blocks("<p>By No One<h1>T</h1><p>By Jane Doe<p>text"), "", ""),
            "Jane Doe");
  EXPECT_EQ(
      find_visible_author(read_blocks("<h1>标题</h1><div>2023-05-01 作者：张三</div>"), "", ""),
      "张三");
  EXPECT_EQ(find_visible_author(read_blocks("<h1>T</h1><p>By<p>Jane Doe"), "", ""), "Jane Doe");
  EXPECT_EQ(find_visible_author(read_blocks("<h1>标题</h1><p>作者：<p>张三"), "", ""), "张三");
  EXPECT_EQ(
      find_visible_author(read_blocks("<div class=byline>By Jane Doe</div><h1>T</h1>"), "", ""),
      "Jane Doe");
  EXPECT_EQ(find_visible_author(read_blocks("<h1>标题</h1><p>来源：某报<p>作者：张三"), "", ""),
            "张三");
  EXPECT_EQ(
      find_visible_author(read_blocks("<h1>标题</h1><p>来源：某报<p>（记者张三）开始。"), "", ""),
      "张三");
  EXPECT_EQ(find_visible_author(read_blocks("<h1>标题</h1><p>来源：某报"), "", ""), "某报");
  EXPECT_EQ(find_visible_author(read_blocks("<h1>T</h1><p>By Monday it was over."), "", ""), "");
  EXPECT_EQ(
      find_visible_author(read_blocks("<h1>标题</h1><p>作者：高兴地说完这句话就走了。"), "", ""),
      "");
}

}  // namespace
}  // namespace tamis::extract
