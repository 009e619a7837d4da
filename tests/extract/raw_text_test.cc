#include "tamis/extract/raw_text.h"

#include <gtest/gtest.h>

namespace tamis::extract {
namespace {

// What of `html` is the element's content.
std::string_view content(std::string_view html, Tag tag) {
  return html.substr(0, find_raw_text_end(html, 0, tag));
}

TEST(FindRawTextEnd, NeedsTheWholeName) {
  EXPECT_EQ(content("a</stylex></style>b", Tag::kStyle), "a</stylex>");
  EXPECT_EQ(content("a</style", Tag::kStyle), "a</style");
  EXPECT_EQ(content("a</STYLE/>b", Tag::kStyle), "a");
}

TEST(FindRawTextEnd, EndsAScriptInAComment) {
  EXPECT_EQ(content("<!-- a </script> -->", Tag::kScript), "<!-- a ");
}

TEST(FindRawTextEnd, FollowsScriptsInCommentsInScripts) {
  EXPECT_EQ(content("<!-- <script> </script> --> b </script>c", Tag::kScript),
            "<!-- <script> </script> --> b ");
  EXPECT_EQ(content("<!-- <script> --> </script>c", Tag::kScript), "<!-- <script> --> ");
  EXPECT_EQ(content("<!--> <script> </script>c", Tag::kScript), "<!--> <script> ");
  EXPECT_EQ(content("<script> </script>c", Tag::kScript), "<script> ");
}

TEST(FindCommentEnd, TakesTheFirstOfItsEnds) {
  EXPECT_EQ(find_comment_end("a-->b-->"), 1U);
  EXPECT_EQ(find_comment_end("a--!>"), 1U);
  EXPECT_EQ(find_comment_end("a--->"), 2U);
  EXPECT_EQ(find_comment_end(">"), 0U);
  EXPECT_EQ(find_comment_end("->"), 0U);
  EXPECT_EQ(find_comment_end("a- ->"), std::string_view::npos);
}

}  // namespace
}  // namespace tamis::extract
