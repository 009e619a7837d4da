#include "tamis/text/word_hash.h"

#include <gtest/gtest.h>

#include <string>
#include <unordered_set>

#include "tamis/text/utf8.h"
#include "tests/text/random_text.h"

namespace tamis::text {
namespace {

TEST(HashWord, CountsTheCodePointsOfWordsOfAnySize) {
  for (unsigned seed = 0; seed < 2000; ++seed) {
    const std::string word = random_text(kMixedPieces, static_cast<int>(seed % 20), seed);
    ASSERT_EQ(hash_word(word).num_code_points, count_code_points(word)) << word;
  }
}

TEST(HashWord, IsTheSameWhereverTheWordStands) {
  const std::string text = "xx中文的 word 0123456789abcdefghijk";
  for (std::size_t size = 0; size <= text.size(); ++size) {
    const std::string copy = "y" + text.substr(0, size);
    EXPECT_EQ(hash_word(std::string_view(copy).substr(1)).hash,
              hash_word(std::string_view(text).substr(0, size)).hash);
  }
}

TEST(HashWord, IsTheSameWhateverIsKnownToFollow) {
  const std::string text = "中文的 word 0123456789abcdefghijk";
  for (std::size_t begin = 0; begin <= text.size(); ++begin) {
    for (std::size_t size = 0; begin + size <= text.size(); ++size) {
      const std::string_view word = std::string_view(text).substr(begin, size);
      const HashedWord known = hash_word_before(text.data() + text.size(), word);
      ASSERT_EQ(known.hash, hash_word(word).hash);
      ASSERT_EQ(known.num_code_points, hash_word(word).num_code_points);
      ASSERT_EQ(hash_word_before(nullptr, word).hash, known.hash);
    }
  }
}

TEST(HashWord, TellsWordsApartThatDifferInAByte) {
  std::unordered_set<std::uint64_t> hashes;
  std::size_t num_words = 0;
  for (std::size_t size = 0; size <= 20; ++size) {
    const std::string zeros(size, '\0');
    hashes.insert(hash_word(zeros).hash);
    ++num_words;
    for (std::size_t i = 0; i < size; ++i) {
      for (int byte = 1; byte < 256; ++byte, ++num_words) {
        std::string word = zeros;
        word[i] = static_cast<char>(byte);
        hashes.insert(hash_word(word).hash);
      }
    }
  }
  EXPECT_EQ(hashes.size(), num_words);
}

}  // namespace
}  // namespace tamis::text
