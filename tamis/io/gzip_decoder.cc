#include "tamis/io/gzip_decoder.h"

#include <libdeflate.h>
#include <zlib.h>

#include <algorithm>
#include <limits>

#include "tamis/base/check.h"
#include "tamis/io/byte_source.h"

namespace tamis::io {
namespace {

// Members that decode to more are streamed by zlib: 2.5 times slower (io_bench) but bounded.
constexpr std::size_t kWholeBytesMax = std::size_t{16} << 20;
constexpr std::size_t kFirstWholeBytes = std::size_t{1} << 20;
constexpr int kGzipWindowBits = 15 + 16;  // zlib's way to say "gzip only"
constexpr unsigned kReservedFlags = 0xe0;
constexpr std::size_t kFlagsAt = 3;

class GzipDecoder final : public MemberDecoder {
 public:
  GzipDecoder() : whole_decoder_(libdeflate_alloc_decompressor(), libdeflate_free_decompressor) {
    TAMIS_CHECK(whole_decoder_ != nullptr);
    TAMIS_CHECK(inflateInit2(&stream_, kGzipWindowBits) == Z_OK);
  }
  ~GzipDecoder() override { inflateEnd(&stream_); }

  std::size_t find_head(std::string_view bytes) const override {
    constexpr std::string_view kMagic("\x1f\x8b\x08", 3);
    for (std::size_t at = 0; (at = bytes.find(kMagic, at)) != std::string_view::npos; ++at) {
      const bool has_flags = at + kFlagsAt < bytes.size();
      if (!has_flags || (static_cast<unsigned char>(bytes[at + kFlagsAt]) & kReservedFlags) == 0) {
        return at;
      }
    }
    return std::string_view::npos;
  }

  std::optional<Whole> decode_whole(std::string_view input) override {
    if (whole_capacity_ == 0) grow(kFirstWholeBytes);
    for (;;) {
      std::size_t num_read = 0, num_written = 0;
      const auto result =
          libdeflate_gzip_decompress_ex(whole_decoder_.get(), input.data(), input.size(),
                                        whole_.get(), whole_capacity_, &num_read, &num_written);
      if (result == LIBDEFLATE_SUCCESS) {
        std::fill_n(whole_.get() + num_written, ByteReader::kPaddingBytes, '\0');
        return Whole{.bytes = {whole_.get(), num_written}, .num_read = num_read};
      }
      if (result != LIBDEFLATE_INSUFFICIENT_SPACE) return std::nullopt;
      if (whole_capacity_ >= kWholeBytesMax) return std::nullopt;
      grow(2 * whole_capacity_);
    }
  }

  void begin() override { TAMIS_CHECK(inflateReset(&stream_) == Z_OK); }

  Step decode(std::string_view input, char* out, std::size_t num_bytes) override {
    constexpr std::size_t kAtOnceMax = std::numeric_limits<uInt>::max();
    const auto num_in = static_cast<uInt>(std::min(input.size(), kAtOnceMax));
    const auto num_out = static_cast<uInt>(std::min(num_bytes, kAtOnceMax));
    // zlib is declared without const, but does not write to its input.
    stream_.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(input.data()));
    stream_.avail_in = num_in;
    stream_.next_out = reinterpret_cast<Bytef*>(out);
    stream_.avail_out = num_out;
    const int result = inflate(&stream_, Z_NO_FLUSH);
    Step step{.num_read = num_in - stream_.avail_in, .num_written = num_out - stream_.avail_out};
    if (result == Z_STREAM_END) step.state = State::kEnd;
    if (result != Z_STREAM_END && result != Z_OK && result != Z_BUF_ERROR) {
      step.state = State::kError;
    }
    return step;
  }

 private:
  void grow(std::size_t num_bytes) {
    whole_ = std::make_unique_for_overwrite<char[]>(num_bytes + ByteReader::kPaddingBytes);
    whole_capacity_ = num_bytes;
  }

  std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)> whole_decoder_;
  std::unique_ptr<char[]> whole_;
  std::size_t whole_capacity_ = 0;
  z_stream stream_ = {};
};

}  // namespace

std::unique_ptr<MemberDecoder> make_gzip_decoder() { return std::make_unique<GzipDecoder>(); }

}  // namespace tamis::io
