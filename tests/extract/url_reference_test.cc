#include "tamis/extract/url_reference.h"

#include <gtest/gtest.h>

namespace tamis::extract {
namespace {

// RFC 3986, section 5.4, with http for its base, and without fragments.
TEST(ResolveUrl, FollowsTheStandard) {
  constexpr std::string_view kBase = "http://a/b/c/d;p?q";
  constexpr std::pair<std::string_view, std::string_view> kCases[] = {
      {"g", "http://a/b/c/g"},
      {"./g", "http://a/b/c/g"},
      {"g/", "http://a/b/c/g/"},
      {"/g", "http://a/g"},
      {"//g", "http://g"},
      {"?y", "http://a/b/c/d;p?y"},
      {"g?y", "http://a/b/c/g?y"},
      {"#s", "http://a/b/c/d;p?q"},
      {"g#s", "http://a/b/c/g"},
      {"", "http://a/b/c/d;p?q"},
      {".", "http://a/b/c/"},
      {"..", "http://a/b/"},
      {"../g", "http://a/b/g"},
      {"../../g", "http://a/g"},
      {"../../../g", "http://a/g"},
      {"/./g", "http://a/g"},
      {"/../g", "http://a/g"},
      {"g.", "http://a/b/c/g."},
      {"./g/.", "http://a/b/c/g/"},
      {"g/../h", "http://a/b/c/h"},
      {"g?y/../x", "http://a/b/c/g?y/../x"},
      {"http://x/y", "http://x/y"},
      {"HTTPS://x", "HTTPS://x"},
  };
  for (const auto& [reference, wanted] : kCases) {
    EXPECT_EQ(resolve_url(kBase, reference), wanted) << reference;
  }
}

TEST(ResolveUrl, TakesBasesWithoutAPath) {
  EXPECT_EQ(resolve_url("http://a", "x"), "http://a/x");
  EXPECT_EQ(resolve_url("https://a.cn?q", "新闻/1"), "https://a.cn/新闻/1");
}

TEST(ResolveUrl, GivesNothingForWhatIsNoWebAddress) {
  EXPECT_EQ(resolve_url("", "/x"), "");
  EXPECT_EQ(resolve_url("page.html", "x"), "");
  EXPECT_EQ(resolve_url("http://a/", "javascript:alert(1)"), "");
  EXPECT_EQ(resolve_url("http://a/", "mailto:a@b"), "");
  EXPECT_EQ(resolve_url("http://a/", "http://"), "");
  EXPECT_EQ(resolve_url("http://a/", "http:///x"), "");
  EXPECT_EQ(resolve_url("http://a/", "//"), "");
  EXPECT_EQ(resolve_url("http://a/", "///x"), "");
  EXPECT_EQ(resolve_url("http://", "x"), "");
  EXPECT_EQ(resolve_url("http://a/", std::string(5000, 'x')), "");
}

TEST(ResolveUrl, TrimsLikeBrowsers) {
  EXPECT_EQ(resolve_url("", " http://a/\nb\t "), "http://a/b");
  EXPECT_EQ(resolve_url("http://a/ ", ""), "http://a/");
}

// What is resolved is resolved: white space before a fragment once stayed at an address's end.
TEST(ResolveUrl, GivesAnAddressThatIsItself) {
  for (const std::string_view reference :
       {"http://a/b #c", "http://a/b\t\n #", "新闻 #评论", "? #", " # ", "b \n#"}) {
    const std::string resolved = resolve_url("http://a/x y?q #z", reference);
    EXPECT_EQ(resolve_url("", resolved), resolved) << reference;
    EXPECT_FALSE(resolved.ends_with(' ')) << reference;
  }
}

}  // namespace
}  // namespace tamis::extract
