#include "tamis/extract/byte_pairs.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace tamis::extract {
namespace {

// The slow twin.
std::size_t find_slowly(std::string_view bytes, std::size_t begin) {
  for (std::size_t i = begin; i + 1 < bytes.size(); ++i) {
    if (bytes[i] == '<' && (bytes[i + 1] == '/' || bytes[i + 1] == '!')) return i;
  }
  return std::string_view::npos;
}

TEST(FindBytePair, FindsThePairWhereverItStands) {
  for (std::size_t size = 0; size < 200; ++size) {
    for (std::size_t at = 0; at + 1 < size; ++at) {
      std::string bytes(size, '<');
      bytes[at + 1] = at % 2 == 0 ? '/' : '!';
      ASSERT_EQ(find_byte_pair(bytes, 0, '<', '/', '!'), at) << size;
      ASSERT_EQ(find_byte_pair(bytes, at + 1, '<', '/', '!'), std::string_view::npos) << size;
    }
  }
}

TEST(FindBytePair, AgreesWithASlowSearch) {
  constexpr std::string_view kBytes = "<<//!!a\xE4";
  std::mt19937 random(1);
  for (int i = 0; i < 2000; ++i) {
    std::string bytes(random() % 300, 'x');
    for (int j = 0; j < 6 && !bytes.empty(); ++j) {
      bytes[random() % bytes.size()] = kBytes[random() % kBytes.size()];
    }
    for (std::size_t begin = 0; begin <= bytes.size(); begin += 1 + random() % 20) {
      ASSERT_EQ(find_byte_pair(bytes, begin, '<', '/', '!'), find_slowly(bytes, begin)) << bytes;
    }
  }
}

}  // namespace
}  // namespace tamis::extract
