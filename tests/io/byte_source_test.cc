#include "tamis/io/byte_source.h"

#include <gtest/gtest.h>

#include "tamis/io/memory_file_system.h"

namespace tamis::io {
namespace {

TEST(ByteReader, LooksAheadAndMovesOn) {
  std::string bytes;
  for (int i = 0; i < 3'000'000; ++i) bytes += static_cast<char>(i % 251);
  ByteReader reader(memory_source(bytes));
  std::string copied;
  for (std::size_t step = 1; copied.size() < bytes.size(); step = step * 3 % 1'000'003) {
    const std::string_view view = *reader.peek(step);
    copied.append(view.substr(0, step));
    reader.consume(std::min(step, view.size()));
    EXPECT_EQ(reader.offset(), static_cast<std::int64_t>(copied.size()));
  }
  EXPECT_TRUE(copied == bytes);
  EXPECT_TRUE(reader.peek(1)->empty());
}

TEST(ByteReader, FollowsEachViewWithReadableZeros) {
  ByteReader reader(memory_source("abc"));
  const std::string_view view = *reader.peek(10);
  ASSERT_EQ(view, "abc");
  EXPECT_EQ(view.data()[view.size() + ByteReader::kPaddingBytes - 1], '\0');
}

}  // namespace
}  // namespace tamis::io
