#include "tamis/io/chunk_reader.h"

#include <algorithm>

#include "tamis/base/check.h"
#include "tamis/io/byte_source.h"

namespace tamis::io {

Result<std::string_view> ChunkReader::peek(std::size_t num_bytes) {
  while (view_.size() < num_bytes && damage_ == Damage::kNone && !is_at_end_) {
    TAMIS_TRY(take_chunk());
  }
  return view_;
}

Result<void> ChunkReader::take_chunk() {
  // The next call makes the last chunk's bytes invalid: what is left of them moves out first.
  if (is_joined_) {
    joined_.erase(0, joined_.size() - view_.size() - ByteReader::kPaddingBytes);
    joined_.resize(view_.size());
  } else {
    joined_.assign(view_);
  }
  Chunk chunk;
  TAMIS_ASSIGN(const bool has_chunk, source_->next(chunk));
  is_at_end_ = !has_chunk || chunk.is_last;
  damage_ = chunk.damage;
  damage_offset_ = chunk.damage_offset;
  const std::int64_t begin = position_ + static_cast<std::int64_t>(joined_.size());
  if (has_chunk) {
    add_place({.position = begin,
               .end_position = begin + static_cast<std::int64_t>(chunk.bytes.size()),
               .offset = chunk.offset,
               .end_offset = chunk.end_offset,
               .begins_member = chunk.begins_member,
               .ends_member = chunk.ends_member});
  }
  is_joined_ = !joined_.empty();
  if (!is_joined_) {
    view_ = chunk.bytes;
    return {};
  }
  joined_.append(chunk.bytes);
  const std::size_t num_bytes = joined_.size();
  joined_.append(ByteReader::kPaddingBytes, '\0');
  view_ = std::string_view(joined_).substr(0, num_bytes);
  return {};
}

// Members of hardly a byte would take more memory by their places than by their bytes.
void ChunkReader::add_place(const Place& place) {
  constexpr std::size_t kPlacesMax = std::size_t{1} << 16;
  Place* const last = places_.empty() ? nullptr : &places_.back();
  const bool is_empty = last != nullptr && last->position == place.end_position;
  if (is_empty && place.begins_member >= last->begins_member &&
      place.ends_member >= last->ends_member) {
    *last = place;
  } else if (places_.size() < kPlacesMax) {
    places_.push_back(place);
  } else {
    last->end_position = place.end_position;
    if (damage_ != Damage::kNone) last->offset = place.offset;  // it is of this member
    last->end_offset = place.end_offset;
    last->ends_member = place.ends_member;
  }
  forget_passed_places();
}

void ChunkReader::consume(std::size_t num_bytes) {
  TAMIS_CHECK(num_bytes <= view_.size());
  view_.remove_prefix(num_bytes);
  position_ += static_cast<std::int64_t>(num_bytes);
  forget_passed_places();
}

// The last place stays: it tells where the position is when all is consumed.
void ChunkReader::forget_passed_places() {
  while (places_.size() > 1 && places_[1].position <= position_) places_.pop_front();
}

void ChunkReader::pass_damage() {
  TAMIS_CHECK(damage_ != Damage::kNone);
  consume(view_.size());
  damage_ = Damage::kNone;
}

std::int64_t ChunkReader::file_offset() const {
  if (places_.empty()) return 0;
  const Place& place = places_.front();
  if (!is_compressed()) return place.offset + (position_ - place.position);
  return position_ >= place.end_position && place.ends_member ? place.end_offset : place.offset;
}

std::int64_t ChunkReader::next_member_position() const {
  for (const Place& place : places_) {
    if (place.begins_member && place.position > position_) return place.position;
  }
  return kNoMember;
}

ChunkReader::MemberBytes ChunkReader::member_bytes() const {
  if (places_.empty()) return {};
  const Place& first = places_.front();
  if (first.position != position_ || !first.begins_member) return {};
  for (const Place& place : places_) {
    if (!place.ends_member) continue;
    return {.in_file = place.end_offset - first.offset,
            .decompressed = place.end_position - first.position};
  }
  return {};
}

Result<bool> ChunkReader::is_member_damaged_at(std::size_t num_bytes) {
  TAMIS_CHECK(num_bytes <= view_.size());
  const std::int64_t end = position_ + static_cast<std::int64_t>(num_bytes);
  while (is_compressed() && view_.size() == num_bytes && !is_at_end_) {
    if (damage_ != Damage::kNone) return is_damaged_before(end);
    if (ends_member_at(end)) return false;
    TAMIS_TRY(take_chunk());
  }
  return false;
}

bool ChunkReader::ends_member_at(std::int64_t position) const {
  return std::ranges::any_of(places_, [&](const Place& place) {
    return place.ends_member && place.end_position == position;
  });
}

// True if the damage at hand is of the member that holds the byte before `position`.
bool ChunkReader::is_damaged_before(std::int64_t position) const {
  if (damage_ == Damage::kForeignBytes) return false;
  return std::ranges::any_of(places_, [&](const Place& place) {
    return place.position < position && position <= place.end_position &&
           place.offset == damage_offset_;
  });
}

bool ChunkReader::is_at_member_border() const {
  if (places_.empty()) return true;
  const Place& place = places_.front();
  return (place.begins_member && place.position == position_) ||
         (place.ends_member && place.end_position == position_);
}

}  // namespace tamis::io
