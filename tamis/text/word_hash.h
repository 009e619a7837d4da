// The hash of a word and its code points, in a few nanoseconds.
//
// Words are short, and general hashes spend more on finding out how short than on hashing. Up to
// 16 bytes are packed into two integers, exactly, from which both answers follow without a loop.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace tamis::text {

struct HashedWord {
  std::uint64_t hash;
  std::uint32_t num_code_points;  // as of count_code_points()
};

// The out-of-line part of hash_word(): more than 16 bytes.
HashedWord hash_long_word(std::string_view word);

namespace detail {

template <typename Integer>
std::uint64_t load(const char* bytes) {
  Integer value;
  std::memcpy(&value, bytes, sizeof value);
  return value;
}

}  // namespace detail

static_assert(std::endian::native == std::endian::little);

// The bytes of a word in order, the rest zero.
struct PackedWord {
  std::uint64_t low = 0;
  std::uint64_t high = 0;
};

// Two loads that overlap at the same bytes agree there, so that they may be joined by "or".
// Requires: at most 16 bytes.
constexpr PackedWord pack_word(std::string_view word) {
  const char* bytes = word.data();
  const std::size_t size = word.size();
  if (std::is_constant_evaluated()) {  // the compiler loads byte by byte
    PackedWord packed;
    for (std::size_t i = 0; i < size; ++i) {
      const std::uint64_t byte = static_cast<unsigned char>(bytes[i]);
      (i < 8 ? packed.low : packed.high) |= byte << 8 * (i % 8);
    }
    return packed;
  }
  if (size > 8) {
    return {detail::load<std::uint64_t>(bytes),
            detail::load<std::uint64_t>(bytes + size - 8) >> 8 * (16 - size)};
  }
  if (size >= 4) {
    return {detail::load<std::uint32_t>(bytes) | detail::load<std::uint32_t>(bytes + size - 4)
                                                     << 8 * (size - 4)};
  }
  if (size == 0) return {};
  return {detail::load<std::uint8_t>(bytes) |
          detail::load<std::uint8_t>(bytes + size / 2) << 8 * (size / 2) |
          detail::load<std::uint8_t>(bytes + size - 1) << 8 * (size - 1)};
}

// The same of what may be a part of `text`. In the midst of a text sixteen bytes are loaded, and
// cut by a mask: no branch on the size, of which the processor guesses every other wrong.
inline PackedWord pack_word_in(std::string_view text, std::string_view word) {
  static constexpr std::array<unsigned char, 32> kKeptThenDropped = [] {
    std::array<unsigned char, 32> mask = {};
    std::fill_n(mask.begin(), sizeof(PackedWord), 0xFF);
    return mask;
  }();
  const auto address = [](const char* byte) { return reinterpret_cast<std::uintptr_t>(byte); };
  const std::uintptr_t offset = address(word.data()) - address(text.data());  // vast if elsewhere
  const bool is_inside =
      text.size() >= sizeof(PackedWord) && offset <= text.size() - sizeof(PackedWord);
  if (!is_inside) return pack_word(word);
  const auto kept = [&](std::size_t i) {
    std::uint64_t mask;
    std::memcpy(&mask, &kKeptThenDropped[sizeof(PackedWord) - word.size() + i], sizeof mask);
    return detail::load<std::uint64_t>(word.data() + i) & mask;
  };
  return {kept(0), kept(8)};
}

// Sums bits by a multiplication: what baseline x86-64 has in place of counting them.
inline std::uint32_t num_continuation_bytes(const PackedWord& word) {
  constexpr std::uint64_t kLastBits = 0x0101010101010101;
  const auto marks = [](std::uint64_t bytes) { return bytes >> 7 & ~(bytes >> 6) & kLastBits; };
  return static_cast<std::uint32_t>((marks(word.low) + marks(word.high)) * kLastBits >> 56);
}

// Of a word of `size` bytes, 16 at most.
inline HashedWord hash_packed_word(const PackedWord& packed, std::size_t size) {
  // Odd multipliers and shifts, which lose nothing of either half. (The constants are those of
  // MurmurHash3's finalizer and the golden ratio; any odd ones with mixed bits would do.)
  std::uint64_t hash = packed.low * 0xFF51AFD7ED558CCD;
  hash = (hash ^ hash >> 32) + packed.high + size * 0x9E3779B97F4A7C15;
  hash *= 0xC4CEB9FE1A85EC53;
  hash ^= hash >> 29;
  return {hash, static_cast<std::uint32_t>(size) - num_continuation_bytes(packed)};
}

inline HashedWord hash_word(std::string_view word) {
  if (word.size() > sizeof(PackedWord)) return hash_long_word(word);
  return hash_packed_word(pack_word(word), word.size());
}

// The same of a word as pack_word_in() has it.
inline HashedWord hash_word_in(std::string_view text, std::string_view word) {
  if (word.size() > sizeof(PackedWord)) return hash_long_word(word);
  return hash_packed_word(pack_word_in(text, word), word.size());
}

}  // namespace tamis::text
