#include "tamis/text/english_token_url.h"

#include <gtest/gtest.h>

#include <string>

namespace tamis::text {
namespace {

TEST(IsUrlToken, HoldsOfAddresses) {
  for (const std::string_view chunk :
       {"example.com", "EXAMPLE.com", "a.b.c.example.org", "http://example.com", "x-y_z.co.uk:8080",
        "example.com/", "example.com?q", "example.com#top", "ftp+s.2://a.bc", "user@example.com",
        "http://user:pass@example.com:80/path@x", "@@example.com", "8.8.8.8", "1.00.0.1:53/x",
        "中国.中国", "例子.com/路径", "²x://a.bc", "end.next"}) {
    EXPECT_TRUE(is_url_token(chunk)) << chunk;
  }
}

TEST(IsUrlToken, DoesNotHoldOfOtherText) {
  for (const std::string_view chunk :
       {"", "word", ".", "a.b", "example.COM", "end.Next", "e.g", "-a.com", "a-.com", "a..com",
        "example.com:8", "example.com:123456", "example.com:80x", "http://x", "://a b", "@example",
        "x://a.bc:", "\xFF.\xFF\xFF", "example.com,"}) {
    EXPECT_FALSE(is_url_token(chunk)) << chunk;
  }
}

TEST(IsUrlToken, TakesPublicAddressesOnly) {
  for (const std::string_view chunk :
       {"10.0.0.1", "127.0.0.1", "169.254.1.1", "192.168.0.1", "172.16.0.1", "172.31.9.9",
        "0.1.2.3", "224.1.1.1", "1.256.1.1", "1.1.1.255", "1.1.1.0", "1.1.1", "1.1.1.1.1",
        "01.1.1.1", "1.012.1.1"}) {
    EXPECT_FALSE(is_url_token(chunk)) << chunk;
  }
  for (const std::string_view chunk : {"172.15.0.1", "172.32.0.1", "223.255.255.254"}) {
    EXPECT_TRUE(is_url_token(chunk)) << chunk;
  }
}

TEST(IsUrlToken, BoundsTheBytesOfNames) {
  const std::string name(64, 'a');
  EXPECT_TRUE(is_url_token(name + ".com"));
  EXPECT_FALSE(is_url_token(name + "a.com"));
  EXPECT_TRUE(is_url_token("x." + name.substr(1)));
  EXPECT_FALSE(is_url_token("x." + name));
}

}  // namespace
}  // namespace tamis::text
