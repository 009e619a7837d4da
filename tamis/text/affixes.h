// Whether a text begins or ends with one of several words, or where the first of them stands.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

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

// The first or last eight bytes of a word, for comparison with those of a text. The others are
// zero.
class EdgeBytes {
 public:
  constexpr EdgeBytes() = default;

  static constexpr EdgeBytes first_of(std::string_view word) {
    EdgeBytes edge;
    if (!std::is_constant_evaluated() && word.size() >= sizeof(std::uint64_t)) {
      std::memcpy(&edge.bytes_, word.data(), sizeof edge.bytes_);
      return edge;
    }
    for (std::size_t i = std::min(word.size(), sizeof(std::uint64_t)); i-- > 0;) {
      edge.bytes_ = edge.bytes_ << 8 | static_cast<unsigned char>(word[i]);
      edge.mask_ = edge.mask_ << 8 | 0xFF;
    }
    return edge;
  }

  static constexpr EdgeBytes last_of(std::string_view word) {
    EdgeBytes edge;
    for (const char byte :
         word.substr(word.size() - std::min(word.size(), sizeof(std::uint64_t)))) {
      edge.bytes_ = edge.bytes_ >> 8 | std::uint64_t{static_cast<unsigned char>(byte)} << 56;
      edge.mask_ = edge.mask_ >> 8 | std::uint64_t{0xFF} << 56;
    }
    return edge;
  }

  // Whether a word that has this edge may have that one, too.
  constexpr bool is_in(const EdgeBytes& of_text) const {
    return ((bytes_ ^ of_text.bytes_) & mask_) == 0;
  }

 private:
  std::uint64_t bytes_ = 0;
  std::uint64_t mask_ = 0;
};

// Words that a part of the program knows, asked of text that mostly has none of them: its first or
// last byte tells so before any word is compared, and its first or last eight of nearly all words.
template <std::size_t kNumWords>
class AffixList {
 public:
  // Requires: no empty word.
  consteval explicit AffixList(const std::string_view (&words)[kNumWords]) {
    for (std::size_t i = 0; i < kNumWords; ++i) {
      words_[i] = words[i];
      first_edges_[i] = EdgeBytes::first_of(words[i]);
      last_edges_[i] = EdgeBytes::last_of(words[i]);
      first_bytes_.add(words[i].front());
      last_bytes_.add(words[i].back());
    }
    first_byte_finder_ = finder_of_first_bytes();
  }

  // Takes the longest word off the front of `text`; false if none stands there.
  constexpr bool take_prefix(std::string_view& text) const {
    const std::size_t num_bytes = prefix_bytes(text);
    text.remove_prefix(num_bytes);
    return num_bytes > 0;
  }

  // The bytes of the longest word that `text` begins with; 0 if with none.
  constexpr std::size_t prefix_bytes(std::string_view text) const {
    if (text.empty() || !first_bytes_.contains(text.front())) return 0;
    const EdgeBytes edge = EdgeBytes::first_of(text);
    std::size_t longest = 0;
    for (std::size_t i = 0; i < kNumWords; ++i) {
      if (first_edges_[i].is_in(edge) && text.starts_with(words_[i]))
        longest = std::max(longest, words_[i].size());
    }
    return longest;
  }

  // The bytes of the longest word that `text` ends with; 0 if with none.
  constexpr std::size_t suffix_bytes(std::string_view text) const {
    if (text.empty() || !last_bytes_.contains(text.back())) return 0;
    const EdgeBytes edge = EdgeBytes::last_of(text);
    std::size_t longest = 0;
    for (std::size_t i = 0; i < kNumWords; ++i) {
      if (last_edges_[i].is_in(edge) && text.ends_with(words_[i]))
        longest = std::max(longest, words_[i].size());
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
  std::array<EdgeBytes, kNumWords> first_edges_ = {};
  std::array<EdgeBytes, kNumWords> last_edges_ = {};
  ByteSet first_bytes_;
  ByteSet last_bytes_;
  ByteFinder first_byte_finder_{""};
};

}  // namespace tamis::text
