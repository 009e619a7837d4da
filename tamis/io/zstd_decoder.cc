#include "tamis/io/zstd_decoder.h"

#include <zstd.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "tamis/base/check.h"
#include "tamis/io/byte_source.h"

namespace tamis::io {
namespace {

constexpr std::string_view kFrameMagic = "\x28\xb5\x2f\xfd";
constexpr std::string_view kDictionaryMagic = "\x5d\x2a\x4d\x18";
constexpr std::size_t kMagicBytes = 4;
constexpr std::size_t kSkippableHeadBytes = 8;
constexpr int kWindowLogMax = 27;
static_assert(std::int64_t{1} << kWindowLogMax == kZstdWindowBytesMax);
constexpr std::size_t kDictionaryBytesMax = std::size_t{16} << 20;
// Frames that decode to more are streamed.
constexpr std::size_t kWholeBytesMax = std::size_t{16} << 20;

bool is_skippable(std::string_view head) {
  return head.size() >= kMagicBytes && (static_cast<unsigned char>(head[0]) & 0xf0) == 0x50 &&
         head.substr(1, 3) == kDictionaryMagic.substr(1);
}

std::uint32_t little_endian_32(std::string_view bytes) {
  std::uint32_t value = 0;
  for (int i = 3; i >= 0; --i) value = value << 8 | static_cast<unsigned char>(bytes[i]);
  return value;
}

class ZstdDecoder final : public MemberDecoder {
 public:
  ZstdDecoder() : context_(ZSTD_createDCtx(), ZSTD_freeDCtx) {
    TAMIS_CHECK(context_ != nullptr);
    ZSTD_DCtx_setParameter(context_.get(), ZSTD_d_windowLogMax, kWindowLogMax);
  }

  std::size_t find_head(std::string_view bytes) const override {
    if (is_skippable(bytes)) return 0;
    return bytes.find(kFrameMagic);
  }

  std::optional<Whole> decode_whole(std::string_view input) override {
    if (is_skippable(input)) return skip(input);
    const unsigned long long num_bytes = ZSTD_getFrameContentSize(input.data(), input.size());
    // Also true of the two values that mean "unknown" and "error".
    if (num_bytes > kWholeBytesMax) return std::nullopt;
    const std::size_t num_read = ZSTD_findFrameCompressedSize(input.data(), input.size());
    if (ZSTD_isError(num_read)) return std::nullopt;
    whole_.resize(num_bytes + ByteReader::kPaddingBytes);
    begin();
    const std::size_t num_written =
        ZSTD_decompressDCtx(context_.get(), whole_.data(), num_bytes, input.data(), num_read);
    if (ZSTD_isError(num_written)) return std::nullopt;
    return Whole{.bytes = {whole_.data(), num_written}, .num_read = num_read};
  }

  void begin() override { ZSTD_DCtx_reset(context_.get(), ZSTD_reset_session_only); }

  Step decode(std::string_view input, char* out, std::size_t num_bytes) override {
    ZSTD_inBuffer in{input.data(), input.size(), 0};
    ZSTD_outBuffer written{out, num_bytes, 0};
    const std::size_t result = ZSTD_decompressStream(context_.get(), &written, &in);
    Step step{.num_read = in.pos, .num_written = written.pos};
    if (result == 0) step.state = State::kEnd;
    if (ZSTD_isError(result)) step.state = State::kError;
    return step;
  }

 private:
  // Reads the dictionary if the frame holds one. A skippable frame that `input` does not hold to
  // its end is left to decode(), which skips it too.
  std::optional<Whole> skip(std::string_view input) {
    if (input.size() < kSkippableHeadBytes) return std::nullopt;
    const std::size_t num_content = little_endian_32(input.substr(kMagicBytes));
    if (input.size() - kSkippableHeadBytes < num_content) return std::nullopt;
    if (input.starts_with(kDictionaryMagic)) {
      load_dictionary(input.substr(kSkippableHeadBytes, num_content));
    }
    return Whole{.bytes = {}, .num_read = kSkippableHeadBytes + num_content};
  }

  // A dictionary may itself be a zstd frame.
  void load_dictionary(std::string_view dictionary) {
    std::string decoded;
    if (dictionary.starts_with(kFrameMagic)) {
      const unsigned long long num_bytes =
          ZSTD_getFrameContentSize(dictionary.data(), dictionary.size());
      if (num_bytes > kDictionaryBytesMax) return;
      decoded.resize(num_bytes);
      const std::size_t num_written =
          ZSTD_decompress(decoded.data(), decoded.size(), dictionary.data(), dictionary.size());
      if (ZSTD_isError(num_written)) return;
      dictionary = std::string_view(decoded).substr(0, num_written);
    }
    begin();
    ZSTD_DCtx_loadDictionary(context_.get(), dictionary.data(), dictionary.size());
  }

  std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context_;
  std::vector<char> whole_;
};

}  // namespace

bool is_zstd(std::string_view head) { return head.starts_with(kFrameMagic) || is_skippable(head); }

// RFC 8878, sections 3.1.1.1.1, 3.1.1.1.2 and 3.1.2.
std::int64_t zstd_window_bytes(std::string_view head) {
  constexpr unsigned kHasNoWindow = 0x20;  // the frame's own size is it
  while (is_skippable(head) && head.size() > kSkippableHeadBytes) {
    const std::size_t num_bytes = little_endian_32(head.substr(kMagicBytes));
    head.remove_prefix(std::min(kSkippableHeadBytes + num_bytes, head.size()));
  }
  if (head.size() < kMagicBytes + 2 || !head.starts_with(kFrameMagic)) return 0;
  if ((static_cast<unsigned char>(head[kMagicBytes]) & kHasNoWindow) != 0) {
    const unsigned long long num_bytes = ZSTD_getFrameContentSize(head.data(), head.size());
    const bool is_known = num_bytes <= std::numeric_limits<std::int64_t>::max();  // else an error
    return is_known ? static_cast<std::int64_t>(num_bytes) : 0;
  }
  const auto descriptor = static_cast<unsigned char>(head[kMagicBytes + 1]);
  const bool is_power_of_two = (descriptor & 7) == 0;  // as all encoders make them: else damage
  return is_power_of_two ? std::int64_t{1} << (10 + (descriptor >> 3)) : 0;
}

std::unique_ptr<MemberDecoder> make_zstd_decoder() { return std::make_unique<ZstdDecoder>(); }

}  // namespace tamis::io
