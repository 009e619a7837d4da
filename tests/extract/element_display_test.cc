#include "tamis/extract/element_display.h"

#include <gtest/gtest.h>

#include <initializer_list>
#include <string_view>

namespace tamis::extract {
namespace {

using Question = bool (*)(const Token&);

void expect_of_tags(Question question, bool answer, std::initializer_list<std::string_view> tags) {
  for (const std::string_view tag : tags) {
    HtmlTokenizer tokenizer(tag);
    ASSERT_TRUE(tokenizer.next()) << tag;
    EXPECT_EQ(question(tokenizer.token()), answer) << tag;
  }
}

TEST(ElementDisplay, KnowsWhatIsHidden) {
  expect_of_tags(is_hidden, true,
                 {"<p hidden>", "<p HIDDEN=''>", "<noscript>", "<div style='display:none'>",
                  "<i style='color:red; DISPLAY : NONE !important'>",
                  "<i style='visibility: hidden'>", "<input type=HIDDEN>", "<x-tip hidden>",
                  "<x-tip style='display:none'>", "<font class=jammer>"});
}

TEST(ElementDisplay, TakesTheRestForShown) {
  expect_of_tags(
      is_hidden, false,
      {"<p>", "<p class=hidden>", "<p style=''>", "<p style='display:block;'>",
       "<i style='-webkit-backface-visibility:hidden'>",
       "<i style='background:url(x?display:none)'>", "<div style='visibility: hidden; opacity: 0'>",
       "<app-root style='visibility:hidden'>", "<html style='visibility:hidden'>",
       "<html style='display:none'>", "<html hidden>", "<input type=text>", "<font class=x>",
       "<i style='font-size:0'>"});
}

TEST(ElementDisplay, KnowsWhatIsForThoseWhoListen) {
  expect_of_tags(is_for_screen_readers, true,
                 {"<span class=sr-only>", "<span class='x screen-reader-text'>"});
  expect_of_tags(is_for_screen_readers, false, {"<span>", "<span class=sr>", "<i id=sr-only>"});
}

TEST(ElementDisplay, EndsSvgBeforeHtml) {
  expect_of_tags(ends_svg, true,
                 {"<p>", "<div>", "<SPAN>", "<b>", "<table>", "<br>", "<img>", "<font COLOR=red>",
                  "<font size=2>"});
  expect_of_tags(
      ends_svg, false,
      {"<path>", "<g>", "<a>", "<title>", "<section>", "<style>", "<font>", "<font id=x>"});
}

}  // namespace
}  // namespace tamis::extract
