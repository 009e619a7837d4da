#include "tamis/base/arena.h"

#include <algorithm>
#include <cstring>

namespace tamis {

char* Arena::allocate(std::size_t num_bytes) {
  const std::size_t needed = num_bytes + kPaddingBytes;
  while (block_index_ < blocks_.size() && blocks_[block_index_].num_bytes - num_used_ < needed) {
    ++block_index_;
    num_used_ = 0;
  }
  if (block_index_ == blocks_.size()) {
    const std::size_t block_bytes = std::max(kBlockBytes, needed);
    blocks_.push_back({std::make_unique_for_overwrite<char[]>(block_bytes), block_bytes});
    num_reserved_bytes_ += block_bytes;
  }
  char* piece = blocks_[block_index_].bytes.get() + num_used_;
  num_used_ += num_bytes;
  return piece;
}

std::string_view Arena::copy(std::string_view bytes) {
  char* piece = allocate(bytes.size());
  if (!bytes.empty()) std::memcpy(piece, bytes.data(), bytes.size());
  return {piece, bytes.size()};
}

void Arena::clear() {
  block_index_ = 0;
  num_used_ = 0;
  while (num_reserved_bytes_ > kKeptBytes) {
    num_reserved_bytes_ -= blocks_.back().num_bytes;
    blocks_.pop_back();
  }
}

}  // namespace tamis
