// Whether a text begins or ends with one of several words, or where the first of them stands.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "tamis/text/byte_finder.h"

namespace tamis::text {

// `words`: a range of what string_view compares with. An empty word begins and ends every text.
template <typename Words>
bool starts_with_any(std::string_view text, const Words& words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return text.starts_with(word); });
}

template <typename Words>
bool ends_with_any(std::string_view text, const Words& words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return text.ends_with(word); });
}

// A set of bytes.
class ByteSet {
 public:
  constexpr void add(char byte) {
    const auto index = static_cast<unsigned char>(byte);
    bits_[index / 64] |= std::uint64_t{1} << index % 64;
  }

  constexpr bool contains(char byte) const {
    const auto index = static_cast<unsigned char>(byte);
    return (bits_[index / 64] >> index % 64 & 1) != 0;
  }

 private:
  std::array<std::uint64_t, 4> bits_ = {};
};

// Words that a part of the program knows, asked of text that mostly has none of them: its first or
// last byte tells so before any word is compared.
template <std::size_t kNumWords>
class AffixList {
 public:
  // Requires: no empty word.
  consteval explicit AffixList(const std::string_view (&words)[kNumWords]) {
    for (std::size_t i = 0; i < kNumWords; ++i) {
      words_[i] = words[i];
      first_bytes_.add(words[i].front());
      last_bytes_.add(words[i].back());
    }
    first_byte_finder_ = finder_of_first_bytes();
  }

  // The bytes of the longest word that `text` begins with; 0 if with none.
  constexpr std::size_t prefix_bytes(std::string_view text) const {
    if (text.empty() || !first_bytes_.contains(text.front())) return 0;
    std::size_t longest = 0;
    for (const std::string_view word : words_) {
      if (text.starts_with(word)) longest = std::max(longest, word.size());
    }
    return longest;
  }

  // The bytes of the longest word that `text` ends with; 0 if with none.
  constexpr std::size_t suffix_bytes(std::string_view text) const {
    if (text.empty() || !last_bytes_.contains(text.back())) return 0;
    std::size_t longest = 0;
    for (const std::string_view word : words_) {
      if (text.ends_with(word)) longest = std::max(longest, word.size());
    }
    return longest;
  }

  // Where the first word of `text` begins; its size if it has none.
  std::size_t find(std::string_view text, std::size_t start = 0) const {
    std::size_t i = first_byte_finder_.find(text, start);
    while (i < text.size() && prefix_bytes(text.substr(i)) == 0) {
      i = first_byte_finder_.find(text, i + 1);
    }
    return i;
  }

  bool is_in(std::string_view text) const { return find(text) < text.size(); }

 private:
  consteval ByteFinder finder_of_first_bytes() const {
    std::array<char, kNumWords> bytes = {};
    for (std::size_t i = 0; i < kNumWords; ++i) bytes[i] = words_[i].front();
    return ByteFinder({bytes.data(), bytes.size()});
  }

  std::array<std::string_view, kNumWords> words_ = {};
  ByteSet first_bytes_;
  ByteSet last_bytes_;
  ByteFinder first_byte_finder_{""};
};

}  // namespace tamis::text
