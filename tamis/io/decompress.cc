#include "tamis/io/decompress.h"

#include <fmt/core.h>

#include <bit>

#include "tamis/io/gzip_decoder.h"
#include "tamis/io/member_source.h"
#include "tamis/io/zstd_decoder.h"

namespace tamis::io {
namespace {

constexpr std::string_view kGzipMagic = "\x1f\x8b";

class PlainSource final : public ChunkSource {
 public:
  explicit PlainSource(ByteReader reader) : reader_(std::move(reader)) {}

  Result<bool> next(Chunk& chunk) override {
    reader_.consume(num_given_);
    chunk = {};
    chunk.offset = reader_.offset();
    chunk.begins_member = reader_.offset() == 0;
    TAMIS_ASSIGN(chunk.bytes, reader_.peek(kChunkBytes));
    num_given_ = chunk.bytes.size();
    chunk.is_last = reader_.is_source_at_end();
    chunk.end_offset = num_bytes_read();
    return num_given_ > 0;
  }

  bool is_compressed() const override { return false; }

  std::int64_t num_bytes_read() const override {
    return reader_.offset() + static_cast<std::int64_t>(num_given_);
  }

 private:
  // More than a page has, so that a page in a file of its own is the last chunk of its file.
  static constexpr std::size_t kChunkBytes = std::size_t{1} << 19;

  ByteReader reader_;
  std::size_t num_given_ = 0;  // bytes of the last chunk, consumed by the next call
};

// The windows of `zstd --long=28` to 31. Others are no window that anybody asks for, but damage.
bool is_long_window(std::int64_t num_bytes) {
  constexpr std::int64_t kLongestBytes = std::int64_t{1} << 31;
  return kZstdWindowBytesMax < num_bytes && num_bytes <= kLongestBytes &&
         std::has_single_bit(static_cast<std::uint64_t>(num_bytes));
}

// Better said at once than as one record that is damaged: all of the file would be lost.
Result<void> check_window(std::string_view head) {
  const std::int64_t num_bytes = zstd_window_bytes(head);
  if (!is_long_window(num_bytes)) return {};
  return fail(ErrorCode::kUnavailable,
              fmt::format("its zstd frame needs a window of {} MiB, over {} MiB; pack it again "
                          "without --long, or give `zstd -dc --long=31` of it by standard input",
                          num_bytes >> 20, kZstdWindowBytesMax >> 20));
}

}  // namespace

Result<std::unique_ptr<ChunkSource>> decompress(std::unique_ptr<ByteSource> source) {
  ByteReader reader(std::move(source));
  TAMIS_ASSIGN(const std::string_view head, reader.peek(kZstdWindowHeadBytes));
  if (head.starts_with(kGzipMagic)) {
    return std::make_unique<MemberSource>(std::move(reader), make_gzip_decoder());
  }
  if (is_zstd(head)) {
    TAMIS_TRY(check_window(head));
    return std::make_unique<MemberSource>(std::move(reader), make_zstd_decoder());
  }
  return std::make_unique<PlainSource>(std::move(reader));
}

Result<std::unique_ptr<ChunkSource>> open_decompressed(const FileSystem& file_system,
                                                       const std::string& path) {
  TAMIS_ASSIGN(std::unique_ptr<ByteSource> source, file_system.open(path));
  auto chunks = decompress(std::move(source));
  const bool is_window = !chunks && chunks.error().code() == ErrorCode::kUnavailable;
  if (is_window) return tl::unexpected(std::move(chunks).error().context("cannot read " + path));
  return chunks;
}

}  // namespace tamis::io
