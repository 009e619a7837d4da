#include "tamis/extract/byte_pairs.h"

#ifdef __SSE2__
#include <emmintrin.h>

#include <bit>
#endif

namespace tamis::extract {
namespace {

struct Pair {
  char first;
  char second;
  char other_second;

  bool is_at(const char* bytes) const {
    return bytes[0] == first && (bytes[1] == second || bytes[1] == other_second);
  }
};

#ifdef __SSE2__

constexpr std::size_t kBlockBytes = 64;

__m128i load(const char* bytes) { return _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes)); }

// Sixty-four bytes and the one behind them at a time.
class BlockScanner {
 public:
  explicit BlockScanner(const Pair& pair)
      : first_(_mm_set1_epi8(pair.first)),
        second_(_mm_set1_epi8(pair.second)),
        other_second_(_mm_set1_epi8(pair.other_second)) {}

  // The offset of the first pair in the block; kBlockBytes if there is none.
  std::size_t find(const char* block) const {
    const __m128i found[] = {pairs_at(block), pairs_at(block + 16), pairs_at(block + 32),
                             pairs_at(block + 48)};
    const __m128i any =
        _mm_or_si128(_mm_or_si128(found[0], found[1]), _mm_or_si128(found[2], found[3]));
    if (_mm_movemask_epi8(any) == 0) return kBlockBytes;
    std::size_t part = 0;
    while (_mm_movemask_epi8(found[part]) == 0) ++part;
    const auto bits = static_cast<unsigned>(_mm_movemask_epi8(found[part]));
    return part * 16 + static_cast<std::size_t>(std::countr_zero(bits));
  }

 private:
  __m128i pairs_at(const char* bytes) const {
    const __m128i behind = load(bytes + 1);
    const __m128i is_second =
        _mm_or_si128(_mm_cmpeq_epi8(behind, second_), _mm_cmpeq_epi8(behind, other_second_));
    return _mm_and_si128(_mm_cmpeq_epi8(load(bytes), first_), is_second);
  }

  __m128i first_;
  __m128i second_;
  __m128i other_second_;
};

// The position of the first pair, or one from which on fewer than a block and a byte are left.
std::size_t skip_blocks(std::string_view bytes, std::size_t begin, const Pair& pair) {
  const BlockScanner scanner(pair);
  while (begin + kBlockBytes < bytes.size()) {
    const std::size_t offset = scanner.find(bytes.data() + begin);
    begin += offset;
    if (offset < kBlockBytes) break;
  }
  return begin;
}

#else

std::size_t skip_blocks(std::string_view, std::size_t begin, const Pair&) { return begin; }

#endif

}  // namespace

std::size_t find_byte_pair(std::string_view bytes, std::size_t begin, char first, char second,
                           char other_second) {
  const Pair pair = {first, second, other_second};
  for (std::size_t i = skip_blocks(bytes, begin, pair); i + 1 < bytes.size(); ++i) {
    if (pair.is_at(bytes.data() + i)) return i;
  }
  return std::string_view::npos;
}

}  // namespace tamis::extract
