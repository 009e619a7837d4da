// The bytes of a file after decompression, chunk by chunk, with their places in the file.
#pragma once

#include <cstdint>
#include <string_view>

#include "tamis/base/result.h"

namespace tamis::io {

// What may be wrong with a place in a file.
enum class Damage : std::uint8_t {
  kNone,
  kCorrupt,       // compressed bytes that do not decode, or fail their checksum
  kTruncated,     // the file ends inside a member
  kForeignBytes,  // bytes between members that belong to none
};

// A member is what was compressed by itself: a gzip member, a zstd frame. A file that is not
// compressed counts as one member that never ends.
struct Chunk {
  std::string_view bytes;       // live until the next call; kPaddingBytes readable bytes follow
  std::int64_t offset = 0;      // in the file: of the first byte, or of the member if compressed
  std::int64_t end_offset = 0;  // in the file: behind the chunk, exact where a member ends
  bool begins_member = false;
  bool ends_member = false;
  bool is_last = false;            // it is known that no bytes follow; false may mean unknown
  Damage damage = Damage::kNone;   // what follows the bytes: a place where some are lost
  std::int64_t damage_offset = 0;  // of the damaged member or the first foreign byte
};

// Not thread-safe.
class ChunkSource {
 public:
  ChunkSource() = default;
  ChunkSource(const ChunkSource&) = delete;
  ChunkSource& operator=(const ChunkSource&) = delete;
  virtual ~ChunkSource() = default;

  // False at the end. Damage is no Error: what can be read behind it follows in later chunks.
  virtual Result<bool> next(Chunk& chunk) = 0;

  // True if the file is compressed: offsets are those of members.
  virtual bool is_compressed() const = 0;

  // Bytes of the file consumed so far.
  virtual std::int64_t num_bytes_read() const = 0;
};

}  // namespace tamis::io
