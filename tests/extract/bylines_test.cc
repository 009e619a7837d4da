#include "tamis/extract/bylines.h"

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
  EXPECT_EQ(read("<a rel=authority>A</a>").declared(), "");
}

TEST(AuthorElements, ReadsTheInnermostOfAClass) {
  EXPECT_EQ(read("<div class=post-author><img><span class=authorName>Jane Doe</span>Editor</div>")
                .named(),
            "Jane Doe");
  EXPECT_EQ(read("<a class=username>river_fan</a><a class=username>other</a>").named(),
            "river_fan");
  EXPECT_EQ(read("<p>text").named(), "");
}

TEST(AuthorElements, GivesUpOnLongOnes) {
  const std::string words = "<i>" + std::string(300, 'x') + "</i>";
  EXPECT_EQ(read("<p itemprop=author>" + words + "</p><p itemprop=author>A</p>").declared(), "A");
  EXPECT_EQ(read("<p itemprop=author>never closed").declared(), "");
}

TEST(FindVisibleAuthor, LooksNearTheHeading) {
  EXPECT_EQ(find_visible_author(read_blocks("<p>By No One<h1>T</h1><p>By Jane Doe<p>text")),
            "Jane Doe");
  EXPECT_EQ(find_visible_author(read_blocks("<h1>标题</h1><div>2023-05-01 作者：张三</div>")),
            "张三");
  EXPECT_EQ(find_visible_author(read_blocks("<h1>T</h1><p>By<p>Jane Doe")), "Jane Doe");
  EXPECT_EQ(find_visible_author(read_blocks("<div class=byline>By Jane Doe</div><h1>T</h1>")),
            "Jane Doe");
  EXPECT_EQ(find_visible_author(read_blocks("<h1>T</h1><p>By Monday it was over.")), "");
}

}  // namespace
}  // namespace tamis::extract
