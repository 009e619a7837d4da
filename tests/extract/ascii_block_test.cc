#include "tamis/extract/ascii_block.h"

#include <gtest/gtest.h>

#include <string>

#include "tamis/base/ascii.h"
#include "tamis/extract/ascii.h"

namespace tamis::extract {
namespace {

TEST(ReadAsciiBlock, KnowsEveryByteAtEveryPlace) {
  for (int value = 0; value < 256; ++value) {
    const char byte = static_cast<char>(value);
    for (std::size_t place = 0; place < kAsciiBlockBytes; ++place) {
      std::string bytes(kAsciiBlockBytes, '#');  // of no kind
      bytes[place] = byte;
      const AsciiBlock block = read_ascii_block(bytes.data());
      const auto bits = [&](bool is_set) { return is_set ? 1U << place : 0U; };
      EXPECT_EQ(block.others, bits(value >= 0x80)) << value;
      EXPECT_EQ(block.letters, bits(is_ascii_letter(byte))) << value;
      EXPECT_EQ(block.digits, bits(is_ascii_digit(byte))) << value;
      EXPECT_EQ(block.spaces, bits(is_html_space(byte))) << value;
      EXPECT_EQ(block.sentence_marks, bits(value != 0 && std::string_view(",.;:!?").find(byte) !=
                                                             std::string_view::npos));
      EXPECT_EQ(block.joints, bits(byte == '\'' || byte == '-')) << value;
      EXPECT_EQ(block.dollars, bits(byte == '$')) << value;
    }
  }
}

}  // namespace
}  // namespace tamis::extract
