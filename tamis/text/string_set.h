// A set of millions of short strings, asked often and never changed: the domains of a block list.
//
// All strings stand in one block, and a table of their places is searched by hash: the bytes of a
// string and 6 to 12 more, where std::unordered_set takes 60 to 80. Exact: strings are compared.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tamis::text {

class StringSet {
 public:
  // All strings together have fewer bytes than this.
  static constexpr std::size_t kBytesMax = std::size_t{1} << 32;

  // False if the set is full: then `string` is not added. Requires: no zero byte in `string`.
  bool add(std::string_view string);

  bool contains(std::string_view string) const;

  // After the last string: gives back what was reserved for more.
  void shrink() { bytes_.shrink_to_fit(); }

  std::size_t size() const { return num_strings_; }
  std::size_t num_bytes_of_memory() const;

 private:
  static constexpr std::uint32_t kEmpty = 0;  // no string stands at the block's first byte

  // Where in the table the string is, or would be. Requires: a table with an empty slot.
  std::size_t slot_of(std::string_view string) const;
  void grow();

  std::string bytes_ = std::string(1, '\0');  // strings, each ended by a zero byte
  std::vector<std::uint32_t> places_;         // by hash; the size is a power of two
  std::size_t num_strings_ = 0;
};

}  // namespace tamis::text
