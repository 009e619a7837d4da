#include "tamis/text/word_hash.h"

#include <gtest/gtest.h>
#include <sys/mman.h>
#include <unistd.h>

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

TEST(HashWord, IsTheSameInTheMidstOfAText) {
  const std::string text = "中文的 word 0123456789abcdefghijk";
  for (std::size_t begin = 0; begin <= text.size(); ++begin) {
    for (std::size_t size = 0; begin + size <= text.size(); ++size) {
      const std::string_view word = std::string_view(text).substr(begin, size);
      const HashedWord known = hash_word_in(text, word);
      ASSERT_EQ(known.hash, hash_word(word).hash);
      ASSERT_EQ(known.num_code_points, hash_word(word).num_code_points);
      ASSERT_EQ(hash_word_in({}, word).hash, known.hash);
    }
  }
}

// Words that were rewritten stand in other memory than their text, before or behind it.
TEST(HashWord, ReadsNoByteBehindWordsThatStandElsewhere) {
  const auto page_bytes = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
  void* const pages =
      mmap(nullptr, 5 * page_bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  ASSERT_NE(pages, MAP_FAILED);
  char* const begin = static_cast<char*>(pages);
  for (const std::size_t guard : {1, 3}) {
    ASSERT_EQ(mprotect(begin + guard * page_bytes, page_bytes, PROT_NONE), 0);
  }
  const std::string_view text(begin + 2 * page_bytes, page_bytes);
  for (const std::size_t page : {0, 2, 4}) {
    const std::string_view word(begin + (page + 1) * page_bytes - 3, 3);
    EXPECT_EQ(hash_word_in(text, word).hash, hash_word(std::string(3, '\0')).hash);
  }
  munmap(pages, 5 * page_bytes);
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
