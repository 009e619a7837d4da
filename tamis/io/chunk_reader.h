// Looking ahead in decompressed bytes, for parsers of records: across chunks, but not across
// damage, and always knowing the place in the file.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>

#include "tamis/io/chunk_source.h"

namespace tamis::io {

class ChunkReader {
 public:
  explicit ChunkReader(std::unique_ptr<ChunkSource> source) : source_(std::move(source)) {}

  // The bytes from the current position on: at least `num_bytes`, unless damage or the end comes
  // before, and whatever else is at hand. Copies nothing if one chunk holds them. The caller
  // bounds `num_bytes`. The view lives until the next peek; kPaddingBytes follow it.
  Result<std::string_view> peek(std::size_t num_bytes);

  // Moves on. Requires: num_bytes <= the size of the last view.
  void consume(std::size_t num_bytes);

  // What the last view ends with: more bytes (kNone, not is_at_end()), damage, or the end.
  Damage damage() const { return damage_; }
  std::int64_t damage_offset() const { return damage_offset_; }
  bool is_at_end() const { return is_at_end_; }

  // Goes on behind the damage, dropping what is left before it. Requires: damage() != kNone.
  void pass_damage();

  // Bytes before the current position, after decompression. Lost bytes do not count.
  std::int64_t position() const { return position_; }

  // The current position's place in the file: of its member, if compressed.
  std::int64_t file_offset() const;

  // The position of the first member that begins behind the current position and was seen by a
  // peek, or kNoMember.
  static constexpr std::int64_t kNoMember = -1;
  std::int64_t next_member_position() const;

  // True if the current position is where a member begins or ends.
  bool is_at_member_border() const;

  // If a member begins at the current position and a peek has met its end: how many bytes it has
  // in the file and after decompression. Else zeros.
  struct MemberBytes {
    std::int64_t in_file = 0;
    std::int64_t decompressed = 0;
  };
  MemberBytes member_bytes() const;

  // True if the member that holds the byte before `num_bytes` from here has no more bytes and ends
  // in damage: a wrong checksum, say, which is noticed only behind all bytes. Reads on if it must.
  // Requires: num_bytes <= the size of the last view.
  Result<bool> is_member_damaged_at(std::size_t num_bytes);

  bool is_compressed() const { return source_->is_compressed(); }
  std::int64_t num_bytes_read() const { return source_->num_bytes_read(); }

 private:
  // Where a chunk that is still of use lies.
  struct Place {
    std::int64_t position = 0;
    std::int64_t end_position = 0;
    std::int64_t offset = 0;
    std::int64_t end_offset = 0;
    bool begins_member = false;
    bool ends_member = false;
  };

  Result<void> take_chunk();
  void add_place(const Place& place);
  void forget_passed_places();
  bool ends_member_at(std::int64_t position) const;
  bool is_damaged_before(std::int64_t position) const;

  std::unique_ptr<ChunkSource> source_;
  std::string_view view_;  // what is at hand, in the last chunk or in joined_
  std::string joined_;     // bytes of several chunks
  bool is_joined_ = false;
  std::deque<Place> places_;
  std::int64_t position_ = 0;
  Damage damage_ = Damage::kNone;
  std::int64_t damage_offset_ = 0;
  bool is_at_end_ = false;
};

}  // namespace tamis::io
