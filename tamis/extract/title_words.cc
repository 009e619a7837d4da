#include "tamis/extract/title_words.h"

namespace tamis::extract {

void TitleWords::add(std::uint64_t word) {
  const std::size_t slot = slot_of(word);
  if (bits_[slot] != 0 || num_words_ == kWordsMax) return;
  words_[slot] = word;
  bits_[slot] = std::uint64_t{1} << num_words_++;
}

}  // namespace tamis::extract
