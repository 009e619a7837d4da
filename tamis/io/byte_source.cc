#include "tamis/io/byte_source.h"

#include <algorithm>
#include <cstring>
#include <string>

#include "tamis/base/check.h"

namespace tamis::io {
namespace {

// Large enough that system calls cost nothing, small enough to stay in the cache.
constexpr std::size_t kFirstCapacityBytes = std::size_t{1} << 20;

}  // namespace

void ByteReader::reserve(std::size_t num_bytes) {
  const std::size_t num_buffered = end_ - begin_;
  if (num_bytes > capacity_) {
    // Twice what is asked for, so that moving the rest to the front stays rare.
    const std::size_t capacity = std::max(2 * num_bytes, kFirstCapacityBytes);
    auto larger = std::make_unique_for_overwrite<char[]>(capacity + kPaddingBytes);
    if (num_buffered > 0) std::memcpy(larger.get(), buffer_.get() + begin_, num_buffered);
    buffer_ = std::move(larger);
    capacity_ = capacity;
  } else if (begin_ + num_bytes > capacity_) {
    std::memmove(buffer_.get(), buffer_.get() + begin_, num_buffered);
  } else {
    return;
  }
  begin_ = 0;
  end_ = num_buffered;
}

Result<std::string_view> ByteReader::peek(std::size_t num_bytes) {
  reserve(num_bytes);
  while (end_ - begin_ < num_bytes && !is_source_at_end_) {
    TAMIS_ASSIGN(const std::size_t num_read, source_->read(buffer_.get() + end_, capacity_ - end_));
    end_ += num_read;
    is_source_at_end_ = num_read == 0;
  }
  if (buffer_ == nullptr) return std::string_view();
  std::memset(buffer_.get() + end_, 0, kPaddingBytes);
  return std::string_view(buffer_.get() + begin_, end_ - begin_);
}

void ByteReader::consume(std::size_t num_bytes) {
  TAMIS_CHECK(num_bytes <= end_ - begin_);
  begin_ += num_bytes;
  offset_ += static_cast<std::int64_t>(num_bytes);
}

}  // namespace tamis::io
