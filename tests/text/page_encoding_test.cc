#include "tamis/text/page_encoding.h"

#include <gtest/gtest.h>

#include <string>

namespace tamis::text {
namespace {

TEST(PageEncoding, ReadsWhatPagesDeclare) {
  const struct {
    const char* page;
    const char* encoding;
  } kCases[] = {
      {"<meta charset=gb2312>", "GB18030"},
      {"<META CharSet = 'Big5' />", "Big5"},
      {"<meta http-equiv=\"Content-Type\" content=\"text/html; charset=gbk\">", "GB18030"},
      {"<meta content='text/html;charset = \"sjis\"' http-equiv=content-type>", "Shift_JIS"},
      {"<?xml version=\"1.0\" encoding='euc-kr'?><html>", "EUC-KR"},
      {"<meta charset=utf-16>", "UTF-8"},
      {"<!-- <meta charset=gbk> --><meta charset=utf-8>", "UTF-8"},
      {"<a title='<meta charset=gbk>'><meta charset=koi8-r>", "KOI8-R"},
      {"<meta name=x content='text/html; charset=gbk'>", ""},
      {"<meta charset=nonsense><meta charset=iso-8859-1>", "windows-1252"},
      {"<meta charset", ""},
      {"<metacharset=gbk>", ""},
      {"<", ""},
      {"", ""},
  };
  for (const auto& test : kCases) EXPECT_EQ(page_encoding(test.page), test.encoding) << test.page;
}

TEST(PageEncoding, LooksIntoTheHeadOnly) {
  EXPECT_EQ(page_encoding(std::string(2000, ' ') + "<meta charset=gbk>"), "GB18030");
  EXPECT_EQ(page_encoding(std::string(5000, ' ') + "<meta charset=gbk>"), "");
}

}  // namespace
}  // namespace tamis::text
