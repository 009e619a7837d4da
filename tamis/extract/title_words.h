// The words of a page's title. Its main text says them again, and what stands beside it mostly does
// not: of an article on bread the recommendations are about other things.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace tamis::extract {

// Up to kWordsMax different words, each a bit. A word is told by its first eight bytes and how many
// bytes it has, so that "information" and "informative" are one; a pair of ideographs by both.
class TitleWords {
 public:
  static constexpr std::size_t kWordsMax = 64;

  void clear() { *this = {}; }
  bool is_empty() const { return num_words_ == 0; }
  std::uint32_t num_words() const { return num_words_; }

  // One more than kWordsMax is left out.
  void add(std::uint64_t word);

  // The bit of the word; 0 if the title does not say it.
  std::uint64_t find(std::uint64_t word) const { return bits_[slot_of(word)]; }

 private:
  static constexpr std::size_t kSlotBits = 8;  // four times as many as words

  // Where the word stands, or the free slot where it would.
  std::size_t slot_of(std::uint64_t word) const {
    std::size_t slot = word * 0x9E3779B97F4A7C15 >> (64 - kSlotBits);
    while (bits_[slot] != 0 && words_[slot] != word) slot = (slot + 1) % bits_.size();
    return slot;
  }

  std::uint32_t num_words_ = 0;
  std::array<std::uint64_t, std::size_t{1} << kSlotBits> bits_ = {};  // 0 of a free slot
  std::array<std::uint64_t, std::size_t{1} << kSlotBits> words_ = {};
};

}  // namespace tamis::extract
