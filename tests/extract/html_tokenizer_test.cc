#include "tamis/extract/html_tokenizer.h"

#include <gtest/gtest.h>

#include <string>

namespace tamis::extract {
namespace {

std::string attributes_of(const Token& token) {
  std::string printed;
  for (const Attribute& attribute : token.attributes) {
    printed += ' ';
    printed += attribute.name;
    if (attribute.value.data() != nullptr) printed.append("=[").append(attribute.value).append("]");
  }
  return printed;
}

// `open` and `close` around what stands between them.
std::string wrap(std::string_view open, std::string_view inside, std::string_view close) {
  return std::string(open).append(inside).append(close);
}

std::string print(const Token& token) {
  switch (token.kind) {
    case TokenKind::kText:
      return wrap("'", token.text, "'");
    case TokenKind::kStartTag:
      return wrap("<", token.name, attributes_of(token))
          .append(token.is_self_closing ? " />" : ">");
    case TokenKind::kEndTag:
      return wrap("</", token.name, ">");
    case TokenKind::kComment:
      return wrap("{", token.text, "}");
  }
  return {};
}

// All tokens of a page in one line: 'text' <tag name=[value]> </tag> {comment}.
std::string tokens_of(std::string_view html) {
  std::string printed;
  HtmlTokenizer tokenizer(html);
  while (tokenizer.next()) printed += print(tokenizer.token());
  return printed;
}

struct Case {
  std::string_view html;
  std::string_view tokens;
};

void expect_tokens(std::initializer_list<Case> cases) {
  for (const auto& [html, tokens] : cases) EXPECT_EQ(tokens_of(html), tokens) << html;
}

TEST(HtmlTokenizer, ReadsTagsAndText) {
  expect_tokens({{"", ""},
                 {"text", "'text'"},
                 {"<p>a</p>", "<p>'a'</p>"},
                 {"<P >a</P >", "<P>'a'</P>"},
                 {"<br/>x", "<br />'x'"},
                 {"<br / >x", "<br>'x'"},
                 {"</p class='x'>", "</p>"},
                 {"中<b>文</b>", "'中'<b>'文'</b>"}});
}

TEST(HtmlTokenizer, TakesALoneLessThanAsText) {
  expect_tokens({{"a < b", "'a < b'"},
                 {"1<2", "'1<2'"},
                 {"<", "'<'"},
                 {"</", "'</'"},
                 {"<<p>", "'<'<p>"},
                 {"<<<", "'<<<'"},
                 {"a</>b", "'a''b'"},
                 {"<1>", "'<1>'"}});
}

TEST(HtmlTokenizer, ReadsAttributesInEveryForm) {
  expect_tokens({{"<a b=c>", "<a b=[c]>"},
                 {"<a b = 'c d' >", "<a b=[c d]>"},
                 {"<a b=\"x>y\">", "<a b=[x>y]>"},
                 {"<a b>", "<a b>"},
                 {"<a b=>", "<a b=[]>"},
                 {"<a b='c'd=e>", "<a b=[c] d=[e]>"},
                 {"<a href=/x/>", "<a href=[/x/]>"},
                 {"<a =b>", "<a =b>"},
                 {"<a b='1' b='2'>", "<a b=[1] b=[2]>"},
                 {"<a\nb\t=\r\n'c'>", "<a b=[c]>"}});
}

TEST(HtmlTokenizer, FindsAttributesInAnyCase) {
  HtmlTokenizer tokenizer("<a HREF='x' href='y' title>");
  ASSERT_TRUE(tokenizer.next());
  EXPECT_EQ(tokenizer.token().attribute("href"), "x");
  EXPECT_EQ(tokenizer.token().attribute("rel").data(), nullptr);
  EXPECT_NE(tokenizer.token().attribute("title").data(), nullptr);
}

TEST(HtmlTokenizer, DropsTagsThatThePageCutsOff) {
  expect_tokens({{"a<p", "'a'"},
                 {"a<p b", "'a'"},
                 {"a<p b='c>d", "'a'"},
                 {"a<p b=c", "'a'"},
                 {"a</p", "'a'"}});
}

TEST(HtmlTokenizer, ReadsCommentsAndDeclarations) {
  expect_tokens({{"<!-- a -->b", "{ a }'b'"},
                 {"<!-->a", "{}'a'"},
                 {"<!--->a", "{}'a'"},
                 {"<!--a--!>b", "{a}'b'"},
                 {"<!--a->b-->c", "{a->b}'c'"},
                 {"<!--a", "{a}"},
                 {"<!doctype html>a", "{doctype html}'a'"},
                 {"<?xml version='1.0'?>a", "{?xml version='1.0'?}'a'"},
                 {"<!>a", "{}'a'"},
                 {"</ a>b", "{/ a}'b'"},
                 {"<![if IE]>a<![endif]>", "{[if IE]}'a'{[endif]}"}});
}

TEST(HtmlTokenizer, ReadsCdataInForeignContentOnly) {
  expect_tokens({{"<svg><![CDATA[a<b]]></svg>", "<svg>'a<b'</svg>"},
                 {"<![CDATA[a]]>", "{[CDATA[a]]}"},
                 {"<svg/><![CDATA[a]]>", "<svg />{[CDATA[a]]}"}});
}

TEST(HtmlTokenizer, TakesRawTextUpToItsEndTag) {
  expect_tokens({{"<script>a<p>b</script>c", "<script>'a<p>b'</script>'c'"},
                 {"<style>a</styles></STYLE >b", "<style>'a</styles>'</STYLE>'b'"},
                 {"<title>a<b>&amp;</title>", "<title>'a<b>&amp;'</title>"},
                 {"<textarea></p></textarea>", "<textarea>'</p>'</textarea>"},
                 {"<script></script>a", "<script></script>'a'"},
                 {"<plaintext>a</plaintext>", "<plaintext>'a</plaintext>'"},
                 {"<iframe><p>x</p>", "<iframe>'<p>x</p>'"}});
}

TEST(HtmlTokenizer, LetsForeignElementsEndThemselves) {
  expect_tokens(
      {{"<svg><title/><p>a", "<svg><title /><p>'a'"}, {"<title/><p>a", "<title />'<p>a'"}});
}

TEST(HtmlTokenizer, ReadsOverAttributesBeyondItsLimit) {
  std::string html = "<a";
  for (int i = 0; i < 1000; ++i) html += " b=c";
  HtmlTokenizer tokenizer(html += ">text");
  ASSERT_TRUE(tokenizer.next());
  EXPECT_EQ(tokenizer.token().attributes.size(), HtmlTokenizer::kNumAttributesMax);
  ASSERT_TRUE(tokenizer.next());
  EXPECT_EQ(tokenizer.token().text, "text");
}

}  // namespace
}  // namespace tamis::extract
