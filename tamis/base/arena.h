// Memory that is given out piece by piece and taken back all at once.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace tamis {

// A bump allocator for the bytes of one batch. clear() keeps its blocks, so a worker that
// reuses an arena stops allocating after the first batches. Every piece is followed by at
// least kPaddingBytes readable bytes of the block, so that wide loads need no tail case.
// Not thread-safe.
class Arena {
 public:
  static constexpr std::size_t kPaddingBytes = 64;

  Arena() = default;
  Arena(Arena&&) = default;
  Arena& operator=(Arena&&) = default;

  // Returns `num_bytes` uninitialised bytes that live until clear().
  char* allocate(std::size_t num_bytes);

  // Copies `bytes`; the copy lives until clear().
  std::string_view copy(std::string_view bytes);

  // Forgets all pieces. Blocks up to kKeptBytes together are kept for the next ones.
  void clear();

  // Bytes held from the system, whether given out or not.
  std::size_t num_reserved_bytes() const { return num_reserved_bytes_; }

 private:
  static constexpr std::size_t kBlockBytes = std::size_t{1} << 18;
  static constexpr std::size_t kKeptBytes = std::size_t{1} << 26;

  struct Block {
    std::unique_ptr<char[]> bytes;
    std::size_t num_bytes = 0;
  };

  std::vector<Block> blocks_;
  std::size_t block_index_ = 0;  // the block that pieces are taken from
  std::size_t num_used_ = 0;     // bytes given out of that block
  std::size_t num_reserved_bytes_ = 0;
};

}  // namespace tamis
