#include "tamis/text/url_host.h"

#include <gtest/gtest.h>

#include <string>

namespace tamis::text {
namespace {

std::string host_of(std::string_view url) {
  std::string normal;
  normalize_host(written_host(url), normal);
  return normal;
}

TEST(UrlHost, FindsTheHostAndWritesItOneWay) {
  struct Case {
    std::string_view url;
    std::string_view host;
  };
  for (const Case& c : std::initializer_list<Case>{
           {"http://Example.COM/a?b#c", "example.com"},
           {"https://user:pass@example.com:8080/", "example.com"},
           {"http://a@b@example.com", "example.com"},
           {"//example.com?x", "example.com"},
           {"example.com/a//b", "example.com"},
           {"example.com/?u=http://other.org", "example.com"},
           {"http://example.com.", "example.com"},
           {"http://192.0.2.7:80/x", "192.0.2.7"},
           {"http://[2001:DB8::1]:443/", "[2001:db8::1]"},
           {"http://中文.网址/路径", "xn--fiq228c.xn--ses554g"},
           {"http://XN--FIQ228C.xn--ses554g", "xn--fiq228c.xn--ses554g"},
           {"http://例子。中国", "xn--fsqu00a.xn--fiqs8s"},
           {"http://Bücher.example", "xn--bcher-kva.example"},
           {"mailto:a@example.com", "example.com"},
           {"http:\\\\example.com", "http"},
           {"", ""},
           {"http://", ""},
           {"//", ""},
           {"@", ""},
           {"[", ""},
       }) {
    EXPECT_EQ(host_of(c.url), c.host) << c.url;
  }
}

TEST(UrlHost, KeepsWhatIdnaForbids) {
  EXPECT_EQ(host_of("http://A\xFF.com/"), "a\xFF.com");
  EXPECT_EQ(host_of("http://under_score.Example.com"), "under_score.example.com");
  const std::string endless = "http://" + std::string(5000, 'A') + ".中国";
  EXPECT_EQ(host_of(endless).size(), endless.size() - 7);
}

TEST(RegisteredDomain, IsOneLabelBeforeThePublicSuffix) {
  struct Case {
    std::string_view host;
    std::string_view domain;
  };
  for (const Case& c : std::initializer_list<Case>{
           {"news.bbc.co.uk", "bbc.co.uk"},
           {"bbc.co.uk", "bbc.co.uk"},
           {"co.uk", ""},
           {"a.b.sina.com.cn", "sina.com.cn"},
           {"someone.blogspot.com", "blogspot.com"},  // a private suffix is none
           {"xn--fiq228c.xn--ses554g", "xn--fiq228c.xn--ses554g"},
           {"www.ck", "www.ck"},  // an exception to *.ck
           {"a.b.ck", "a.b.ck"},
           {"192.0.2.7", ""},
           {"[::1]", ""},
           {"localhost", ""},
           {"printer.local", ""},
           {"", ""},
           {"..", ""},
       }) {
    EXPECT_EQ(registered_domain(c.host), c.domain) << c.host;
  }
}

TEST(ParentDomain, TakesOneLabelAway) {
  EXPECT_EQ(parent_domain("a.b.com"), "b.com");
  EXPECT_EQ(parent_domain("com"), "");
  EXPECT_EQ(parent_domain("192.0.2.7"), "");
  EXPECT_EQ(parent_domain("192.0.2.7.example"), "0.2.7.example");
}

TEST(AfterHost, IsPathQueryAndFragment) {
  EXPECT_EQ(after_host("http://a.com:80/b?c#d"), "/b?c#d");
  EXPECT_EQ(after_host("a.com?b"), "?b");
  EXPECT_EQ(after_host("http://a.com"), "");
  EXPECT_EQ(after_host(""), "");
}

}  // namespace
}  // namespace tamis::text
