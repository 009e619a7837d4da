#include "tamis/io/content_hash.h"

#include <gtest/gtest.h>

namespace tamis::io {
namespace {

TEST(ContentHash, IsThatOfXxhsum) {  // `xxhsum -H2`
  EXPECT_EQ(content_hash(""), "99aa06d3014798d86001c324468d497f");
  EXPECT_NE(content_hash("磨坊"), content_hash("磨房"));
}

}  // namespace
}  // namespace tamis::io
