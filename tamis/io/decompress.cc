#include "tamis/io/decompress.h"

#include "tamis/io/gzip_decoder.h"
#include "tamis/io/member_source.h"
#include "tamis/io/zstd_decoder.h"

namespace tamis::io {
namespace {

constexpr std::string_view kGzipMagic = "\x1f\x8b";
constexpr std::size_t kMagicBytes = 4;

class PlainSource final : public ChunkSource {
 public:
  explicit PlainSource(ByteReader reader) : reader_(std::move(reader)) {}

  Result<bool> next(Chunk& chunk) override {
    reader_.consume(num_given_);
    chunk = {};
    chunk.offset = reader_.offset();
    chunk.begins_member = reader_.offset() == 0;
    TAMIS_ASSIGN(chunk.bytes, reader_.peek(1));
    num_given_ = chunk.bytes.size();
    chunk.end_offset = num_bytes_read();
    return num_given_ > 0;
  }

  bool is_compressed() const override { return false; }

  std::int64_t num_bytes_read() const override {
    return reader_.offset() + static_cast<std::int64_t>(num_given_);
  }

 private:
  ByteReader reader_;
  std::size_t num_given_ = 0;  // bytes of the last chunk, consumed by the next call
};

}  // namespace

Result<std::unique_ptr<ChunkSource>> decompress(std::unique_ptr<ByteSource> source) {
  ByteReader reader(std::move(source));
  TAMIS_ASSIGN(const std::string_view head, reader.peek(kMagicBytes));
  if (head.starts_with(kGzipMagic)) {
    return std::make_unique<MemberSource>(std::move(reader), make_gzip_decoder());
  }
  if (is_zstd(head)) {
    return std::make_unique<MemberSource>(std::move(reader), make_zstd_decoder());
  }
  return std::make_unique<PlainSource>(std::move(reader));
}

Result<std::unique_ptr<ChunkSource>> open_decompressed(const FileSystem& file_system,
                                                       const std::string& path) {
  TAMIS_ASSIGN(std::unique_ptr<ByteSource> source, file_system.open(path));
  return decompress(std::move(source));
}

}  // namespace tamis::io
