#include "tamis/extract/packed_name.h"

#include <gtest/gtest.h>

#include <string>

#include "tamis/extract/ascii.h"

namespace tamis::extract {
namespace {

// The slow twin is equals_ignoring_case().
TEST(PackName, EqualsWhereNamesDoButForTheirCase) {
  for (const std::string_view name :
       {"a", "h1", "th", "main", "b-c", "section", "blockquote", "bdsharebuttonbox"}) {
    const PackedName lower = pack_lower_name(name);
    for (std::size_t i = 0; i < name.size(); ++i) {
      for (int byte = 0; byte < 256; ++byte) {
        std::string other(name);
        other[i] = static_cast<char>(byte);
        EXPECT_EQ(pack_name(other) == lower, equals_ignoring_case(other, name)) << name << byte;
      }
    }
    EXPECT_NE(pack_name(name.substr(1)), lower);
    EXPECT_NE(pack_name(name.substr(0, name.size() - 1)), lower);
  }
}

TEST(PackName, DependsOnNoByteAround) {
  EXPECT_EQ(pack_name(std::string_view("xnavx").substr(1, 3)), pack_lower_name("nav"));
}

}  // namespace
}  // namespace tamis::extract
