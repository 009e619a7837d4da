#include "tamis/readers/content_coding.h"

#include <brotli/decode.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <limits>
#include <memory>

#include "tamis/base/ascii.h"
#include "tamis/base/check.h"
#include "tamis/readers/media_type.h"

namespace tamis::readers {
namespace {

constexpr int kGzipBits = 15 + 16;
constexpr int kZlibBits = 15;
constexpr int kRawBits = -15;
constexpr int kOverLimit = 100;  // zlib's own results are smaller
constexpr std::size_t kFirstBytes = std::size_t{1} << 16;

// Doubles `out` behind its `num_written` bytes, as far as one byte over the limit: more would tell
// no more. False when that byte is there.
bool grow(std::string& out, std::size_t num_written, std::int64_t num_bytes_max) {
  if (static_cast<std::int64_t>(num_written) > num_bytes_max) return false;
  out.resize(std::min(std::max(kFirstBytes, 2 * num_written),
                      static_cast<std::size_t>(num_bytes_max) + 1));
  return true;
}

bool begins_gzip(std::string_view bytes) { return bytes.starts_with("\x1f\x8b"); }

std::string_view rest_of(const z_stream& stream) {
  return {reinterpret_cast<const char*>(stream.next_in), stream.avail_in};
}

// Inflates behind the `num_written` bytes of `out` until the stream ends, breaks off or fails:
// what zlib says, or kOverLimit.
int inflate_one(z_stream& stream, std::int64_t num_bytes_max, std::string& out,
                std::size_t& num_written) {
  int result = Z_OK;
  do {
    if (stream.avail_out == 0) {
      if (!grow(out, num_written, num_bytes_max)) return kOverLimit;
      stream.next_out = reinterpret_cast<Bytef*>(out.data() + num_written);
      stream.avail_out = static_cast<uInt>(out.size() - num_written);
    }
    result = inflate(&stream, Z_NO_FLUSH);
    num_written = out.size() - stream.avail_out;
  } while (result == Z_OK && stream.avail_out == 0);
  return result;
}

CodingState inflate_all(std::string_view bytes, int window_bits, std::int64_t num_bytes_max,
                        std::string& out) {
  z_stream stream = {};
  TAMIS_CHECK(inflateInit2(&stream, window_bits) == Z_OK);
  const std::unique_ptr<z_stream, int (*)(z_stream*)> owner(&stream, inflateEnd);
  stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(bytes.data()));
  stream.avail_in =
      static_cast<uInt>(std::min<std::size_t>(bytes.size(), std::numeric_limits<uInt>::max()));
  std::size_t num_written = 0;
  out.clear();
  int result = inflate_one(stream, num_bytes_max, out, num_written);
  while (result == Z_STREAM_END && window_bits == kGzipBits && begins_gzip(rest_of(stream))) {
    TAMIS_CHECK(inflateReset(&stream) == Z_OK);
    const std::size_t num_before = num_written;
    const int next = inflate_one(stream, num_bytes_max, out, num_written);
    if (next == Z_DATA_ERROR && num_written == num_before) break;  // no member, but other bytes
    result = next;
  }
  if (result == kOverLimit) return CodingState::kTooLarge;
  out.resize(num_written);
  if (static_cast<std::int64_t>(num_written) > num_bytes_max) return CodingState::kTooLarge;
  if (result == Z_STREAM_END) return CodingState::kDecoded;
  if (num_written == 0) return CodingState::kNotEncoded;
  const bool needs_more = result == Z_OK || result == Z_BUF_ERROR;
  return needs_more ? CodingState::kTruncated : CodingState::kDamaged;
}

// Raw deflate and brotli have no magic bytes, so that a page that is stored decoded may decode for
// some bytes by chance. It looks like text then, which compressed bytes do not.
CodingState or_text(CodingState state, std::string_view bytes) {
  const bool is_broken = state == CodingState::kTruncated || state == CodingState::kDamaged;
  return is_broken && !sniff_media_type(bytes).empty() ? CodingState::kNotEncoded : state;
}

CodingState undo_gzip(std::string_view bytes, std::int64_t num_bytes_max, std::string& out) {
  if (!begins_gzip(bytes)) return CodingState::kNotEncoded;
  const CodingState state = inflate_all(bytes, kGzipBits, num_bytes_max, out);
  return state == CodingState::kNotEncoded ? CodingState::kDamaged : state;
}

// "deflate" means zlib by the standard, raw deflate by many servers, and gzip by some.
CodingState undo_deflate(std::string_view bytes, std::int64_t num_bytes_max, std::string& out) {
  if (begins_gzip(bytes)) return undo_gzip(bytes, num_bytes_max, out);
  const CodingState state = inflate_all(bytes, kZlibBits, num_bytes_max, out);
  if (state != CodingState::kNotEncoded) return state;
  return or_text(inflate_all(bytes, kRawBits, num_bytes_max, out), bytes);
}

CodingState undo_brotli(std::string_view bytes, std::int64_t num_bytes_max, std::string& out) {
  const std::unique_ptr<BrotliDecoderState, decltype(&BrotliDecoderDestroyInstance)> decoder(
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), BrotliDecoderDestroyInstance);
  TAMIS_CHECK(decoder != nullptr);
  std::size_t num_in = bytes.size(), num_written = 0;
  const auto* in = reinterpret_cast<const std::uint8_t*>(bytes.data());
  out.clear();
  auto result = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
  while (result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT) {
    if (!grow(out, num_written, num_bytes_max)) return CodingState::kTooLarge;
    auto* next = reinterpret_cast<std::uint8_t*>(out.data() + num_written);
    std::size_t num_out = out.size() - num_written;
    result = BrotliDecoderDecompressStream(decoder.get(), &num_in, &in, &num_out, &next, nullptr);
    num_written = out.size() - num_out;
  }
  out.resize(num_written);
  if (static_cast<std::int64_t>(num_written) > num_bytes_max) return CodingState::kTooLarge;
  if (result == BROTLI_DECODER_RESULT_SUCCESS) return CodingState::kDecoded;
  if (num_written == 0) return CodingState::kNotEncoded;
  const bool needs_more = result == BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT;
  return or_text(needs_more ? CodingState::kTruncated : CodingState::kDamaged, bytes);
}

// Several frames are one stream (RFC 8878, 3.1).
CodingState undo_zstd(std::string_view bytes, std::int64_t num_bytes_max, std::string& out) {
  constexpr std::string_view kMagic = "\x28\xB5\x2F\xFD";
  constexpr int kWindowLogMax = 23;  // of the content coding: RFC 9659
  if (!bytes.starts_with(kMagic)) return CodingState::kNotEncoded;
  const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context(ZSTD_createDCtx(),
                                                                     ZSTD_freeDCtx);
  TAMIS_CHECK(context != nullptr);
  ZSTD_DCtx_setParameter(context.get(), ZSTD_d_windowLogMax, kWindowLogMax);
  ZSTD_inBuffer in = {bytes.data(), bytes.size(), 0};
  std::size_t num_written = 0, num_wanted = 1;
  out.clear();
  // A frame that is whole wants nothing, and so does what has come to the end of its bytes with
  // room left to write.
  while (!ZSTD_isError(num_wanted) && (in.pos < in.size || num_written == out.size())) {
    // What is behind the last frame and begins none does no harm, as behind a gzip.
    if (num_wanted == 0 && !bytes.substr(in.pos).starts_with(kMagic)) break;
    if (num_written == out.size() && !grow(out, num_written, num_bytes_max))
      return CodingState::kTooLarge;
    ZSTD_outBuffer written = {out.data(), out.size(), num_written};
    num_wanted = ZSTD_decompressStream(context.get(), &written, &in);
    num_written = written.pos;
  }
  out.resize(num_written);
  if (static_cast<std::int64_t>(num_written) > num_bytes_max) return CodingState::kTooLarge;
  if (num_wanted == 0) return CodingState::kDecoded;
  return ZSTD_isError(num_wanted) ? CodingState::kDamaged : CodingState::kTruncated;
}

}  // namespace

CodingState undo_coding(std::string_view coding, std::string_view bytes, std::int64_t num_bytes_max,
                        std::string& out) {
  if (bytes.empty()) return CodingState::kNotEncoded;
  const auto is = [&](std::string_view name) { return equals_ignoring_case(coding, name); };
  if (is("gzip") || is("x-gzip")) return undo_gzip(bytes, num_bytes_max, out);
  if (is("deflate")) return undo_deflate(bytes, num_bytes_max, out);
  if (is("br")) return undo_brotli(bytes, num_bytes_max, out);
  if (is("zstd")) return undo_zstd(bytes, num_bytes_max, out);
  return CodingState::kUnknown;
}

}  // namespace tamis::readers
