// Where bytes come from, one after the other: a file, standard input, memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "tamis/base/result.h"

namespace tamis::io {

// A sequence of bytes that is read once, from front to back. Not thread-safe.
class ByteSource {
 public:
  ByteSource() = default;
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;
  virtual ~ByteSource() = default;

  // Writes up to `num_bytes` bytes to `out` and returns how many; 0 only at the end.
  virtual Result<std::size_t> read(char* out, std::size_t num_bytes) = 0;

  // ErrorCode::kInterrupted once the program is to end, as read() gives it too: for who makes much
  // of few bytes, and reads seldom.
  virtual Result<void> check_stopped() const { return {}; }
};

// A buffer in front of a ByteSource, for parsers that must look before they take.
class ByteReader {
 public:
  // Readable bytes after each view, so that wide loads need no tail case.
  static constexpr std::size_t kPaddingBytes = 64;

  explicit ByteReader(std::unique_ptr<ByteSource> source) : source_(std::move(source)) {}

  // The bytes from the current position on: at least `num_bytes`, unless the source ends before,
  // and whatever else is buffered. The buffer grows to `num_bytes`, so the caller bounds it. The
  // view lives until the next peek.
  Result<std::string_view> peek(std::size_t num_bytes);

  // Moves on. Requires: num_bytes <= the size of the last view.
  void consume(std::size_t num_bytes);

  // Bytes of the source before the current position.
  std::int64_t offset() const { return offset_; }

  // As of the source.
  Result<void> check_stopped() const { return source_->check_stopped(); }

  // True once the source has given its last byte to the buffer.
  bool is_source_at_end() const { return is_source_at_end_; }

 private:
  // Makes room for `num_bytes` from begin_ on.
  void reserve(std::size_t num_bytes);

  std::unique_ptr<ByteSource> source_;
  std::unique_ptr<char[]> buffer_;
  std::size_t capacity_ = 0;  // without the padding
  std::size_t begin_ = 0;     // the current position in the buffer
  std::size_t end_ = 0;       // end of the bytes in the buffer
  std::int64_t offset_ = 0;
  bool is_source_at_end_ = false;
};

}  // namespace tamis::io
