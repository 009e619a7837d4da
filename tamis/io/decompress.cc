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

// What `zstd --long=28` to 31 may ask for. More is no window that anybody has, but damage.
bool is_long_window(std::int64_t num_bytes) {
  constexpr std::int64_t kLongestBytes = std::int64_t{1} << 31;
  return kZstdWindowBytesMax < num_bytes && num_bytes <= kLongestBytes;
}

// Better said at once than as one record that is damaged: all of the file would be lost.
Result<void> check_window(std::string_view head) {
  const std::int64_t num_bytes = zstd_window_bytes(head);
  if (!is_long_window(num_bytes)) return {};
  return fail(ErrorCode::kInvalidInput,
              fmt::format("its zstd frame needs a window of {} MiB, over {} MiB; pack it again "
                          "without --long, or give `zstd -dc --long=31` of it by standard input",
                          num_bytes >> 20, kZstdWindowBytesMax >> 20));
}

// Null for bytes that are not compressed.
std::unique_ptr<MemberDecoder> decoder_of(std::string_view head) {
  if (head.starts_with(kGzipMagic)) return make_gzip_decoder();
  return is_zstd(head) ? make_zstd_decoder() : nullptr;
}

// The first bytes of a file as they are, fewer where it ends; readable bytes follow them, as
// decoders want.
Result<std::string> read_first(const FileSystem& file_system, const std::string& path,
                               std::size_t num_bytes) {
  TAMIS_ASSIGN(const std::unique_ptr<ByteSource> source, file_system.open(path));
  std::string bytes;
  bytes.reserve(num_bytes + ByteReader::kPaddingBytes);
  bytes.resize(num_bytes);
  std::size_t num_read = 0;
  for (std::size_t step = 1; step > 0 && num_read < num_bytes; num_read += step) {
    TAMIS_ASSIGN(step, source->read(bytes.data() + num_read, num_bytes - num_read));
  }
  bytes.resize(num_read);
  return bytes;
}

// Of one member after the other, up to the first that is damaged or not all there.
std::string decoded_head(MemberDecoder& decoder, std::string_view input, std::size_t num_bytes) {
  std::string head(num_bytes, '\0');
  std::size_t num_written = 0;
  decoder.begin();
  while (num_written < num_bytes) {
    const auto step = decoder.decode(input, head.data() + num_written, num_bytes - num_written);
    num_written += step.num_written;
    input.remove_prefix(step.num_read);
    if (step.state == MemberDecoder::State::kError) break;
    if (step.num_read == 0 && step.num_written == 0) break;
    if (step.state == MemberDecoder::State::kEnd) decoder.begin();
  }
  head.resize(num_written);
  return head;
}

}  // namespace

Result<std::unique_ptr<ChunkSource>> decompress(std::unique_ptr<ByteSource> source) {
  ByteReader reader(std::move(source));
  TAMIS_ASSIGN(const std::string_view head, reader.peek(kZstdWindowHeadBytes));
  std::unique_ptr<MemberDecoder> decoder = decoder_of(head);
  if (decoder == nullptr) return std::make_unique<PlainSource>(std::move(reader));
  TAMIS_TRY(check_window(head));
  return std::make_unique<MemberSource>(std::move(reader), std::move(decoder));
}

Result<std::unique_ptr<ChunkSource>> open_decompressed(const FileSystem& file_system,
                                                       const std::string& path) {
  TAMIS_ASSIGN(std::unique_ptr<ByteSource> source, file_system.open(path));
  auto chunks = decompress(std::move(source));
  const bool is_window = !chunks && chunks.error().code() == ErrorCode::kInvalidInput;
  if (is_window) return tl::unexpected(std::move(chunks).error().context("cannot read " + path));
  return chunks;
}

Result<std::string> read_head(const FileSystem& file_system, const std::string& path,
                              std::size_t num_bytes) {
  // Of nearly all packed files the first says enough; a block of zstd gives nothing before its end.
  constexpr std::size_t kFirstBytes = std::size_t{1} << 14;
  constexpr std::size_t kPackedBytes = std::size_t{1} << 18;
  TAMIS_ASSIGN(std::string bytes, read_first(file_system, path, kFirstBytes));
  std::unique_ptr<MemberDecoder> decoder = decoder_of(bytes);
  const bool is_whole = bytes.size() < kFirstBytes;
  if (decoder == nullptr) {
    if (num_bytes > kFirstBytes && !is_whole) return read_first(file_system, path, num_bytes);
    return bytes.substr(0, num_bytes);
  }
  if (auto window = check_window(bytes); !window)
    return tl::unexpected<Error>(std::move(window).error().context("cannot read " + path));
  std::string head = decoded_head(*decoder, bytes, num_bytes);
  if (head.size() == num_bytes || is_whole) return head;
  TAMIS_ASSIGN(bytes, read_first(file_system, path, kPackedBytes));
  decoder = decoder_of(bytes);
  return decoder == nullptr ? head : decoded_head(*decoder, bytes, num_bytes);
}

}  // namespace tamis::io
