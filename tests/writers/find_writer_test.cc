#include <gtest/gtest.h>

#include "tamis/writers/writer.h"

namespace tamis::writers {
namespace {

TEST(FindWriter, FindsEachByItsName) {
  ASSERT_FALSE(builtin_writers().empty());
  for (const WriterSpec* spec : builtin_writers()) {
    EXPECT_EQ(find_writer(spec->name), spec);
    EXPECT_NE(spec->open, nullptr);
    EXPECT_GT(spec->memory_bytes(19, 1 << 20), spec->memory_bytes(1, 1 << 20));
  }
}

TEST(FindWriter, FindsNothingElse) {
  EXPECT_EQ(find_writer(""), nullptr);
  EXPECT_EQ(find_writer("JSONL"), nullptr);
  EXPECT_EQ(find_writer("json"), nullptr);
}

}  // namespace
}  // namespace tamis::writers
