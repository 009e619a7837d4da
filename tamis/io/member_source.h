// A compressed file as the chunks of its members, past any damage.
//
// A member that fits in memory is one chunk, decoded at one go; a larger one comes in pieces.
// After a damaged member reading goes on at the next head of a member that really decodes. It
// is looked for from just behind the damaged member's own head, because a decoder that runs on
// from a cut-off member into the next notices it only later, and the next must not be lost too.
#pragma once

#include <cstdint>
#include <memory>

#include "tamis/io/byte_source.h"
#include "tamis/io/chunk_source.h"
#include "tamis/io/member_decoder.h"

namespace tamis::io {

class MemberSource final : public ChunkSource {
 public:
  MemberSource(ByteReader reader, std::unique_ptr<MemberDecoder> decoder);

  Result<bool> next(Chunk& chunk) override;
  bool is_compressed() const override { return true; }
  std::int64_t num_bytes_read() const override;

 private:
  // One member's decoding in pieces.
  struct Stream {
    bool is_open = false;
    bool is_first_piece = true;
    std::int64_t offset = 0;      // of the member in the file
    std::size_t num_decoded = 0;  // bytes decoded already and not consumed, behind the reader
    bool keeps_start = true;      // the reader still stands at the member's start
  };

  Result<bool> next_member(Chunk& chunk, std::string_view input);
  Result<void> next_piece(Chunk& chunk);
  Result<void> end_damaged(Chunk& chunk, Damage damage);
  Result<void> skip_foreign(Chunk& chunk);

  // Moves to the next head of a member that decodes, or to the end.
  Result<void> seek_member();
  bool decodes(std::string_view input);

  ByteReader reader_;
  std::unique_ptr<MemberDecoder> decoder_;
  std::unique_ptr<char[]> piece_;
  Stream stream_;
  std::int64_t rework_credit_bytes_;
};

}  // namespace tamis::io
