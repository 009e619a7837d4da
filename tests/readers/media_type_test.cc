#include "tamis/readers/media_type.h"

#include <gtest/gtest.h>

namespace tamis::readers {
namespace {

TEST(MediaType, LeavesParametersOut) {
  EXPECT_EQ(media_type(" Text/HTML ; charset=x"), "text/html");
  EXPECT_EQ(media_type(""), "");
}

TEST(CharsetOf, FindsTheParameterQuotedOrNot) {
  EXPECT_EQ(charset_of("text/html; charset=gb2312"), "gb2312");
  EXPECT_EQ(charset_of("text/html;a=b; Charset = \"Big5\" ;c"), "Big5");
  EXPECT_EQ(charset_of("text/html; charset='utf-8'"), "utf-8");
  EXPECT_EQ(charset_of("text/html; charset"), "");
  EXPECT_EQ(charset_of("charset=utf-8"), "");
}

TEST(SniffMediaType, TellsPagesTextAndBytesApart) {
  for (const char* page :
       {"<!DOCTYPE HTML>", " \n<html>", "<p class=a>", "\xef\xbb\xbf<BODY>", "<!-- a -->"}) {
    EXPECT_EQ(sniff_media_type(page), "text/html") << page;
  }
  for (const char* text : {"", "words", "\u4e2d\u6587", "<pre", "\xd6\xd0\xce\xc4"}) {
    EXPECT_EQ(sniff_media_type(text), "text/plain") << text;
  }
  EXPECT_EQ(sniff_media_type(std::string_view("\xff\xfe"
                                              "a\0",
                                              4)),
            "text/plain");
  EXPECT_EQ(sniff_media_type("\x89PNG\r\n\x1a\n"), "");
}

}  // namespace
}  // namespace tamis::readers
