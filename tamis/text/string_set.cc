#include "tamis/text/string_set.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <utility>

namespace tamis::text {

bool StringSet::add(std::string_view string) {
  if (string.size() + 1 >= kBytesMax - bytes_.size()) return false;
  if (4 * (num_strings_ + 1) > 3 * places_.size()) grow();  // three quarters: short searches
  const std::size_t slot = slot_of(string);
  if (places_[slot] != kEmpty) return true;
  places_[slot] = static_cast<std::uint32_t>(bytes_.size());
  bytes_.append(string).push_back('\0');
  ++num_strings_;
  return true;
}

bool StringSet::contains(std::string_view string) const {
  return num_strings_ > 0 && places_[slot_of(string)] != kEmpty;
}

std::size_t StringSet::num_bytes_of_memory() const {
  return bytes_.capacity() + places_.capacity() * sizeof(std::uint32_t);
}

std::size_t StringSet::slot_of(std::string_view string) const {
  const std::size_t mask = places_.size() - 1;
  std::size_t slot = XXH3_64bits(string.data(), string.size()) & mask;
  for (; places_[slot] != kEmpty; slot = (slot + 1) & mask) {
    // The block ends in a zero byte, so that the comparison stays inside it.
    const std::string_view rest = std::string_view(bytes_).substr(places_[slot]);
    if (rest.starts_with(string) && rest[string.size()] == '\0') break;
  }
  return slot;
}

void StringSet::grow() {
  constexpr std::size_t kPlacesMin = 64;
  const std::vector<std::uint32_t> old = std::exchange(
      places_, std::vector<std::uint32_t>(std::max(kPlacesMin, 2 * places_.size()), kEmpty));
  for (const std::uint32_t place : old) {
    if (place != kEmpty) places_[slot_of(bytes_.c_str() + place)] = place;
  }
}

}  // namespace tamis::text
