#include "tamis/io/zstd_output.h"

#define ZSTD_STATIC_LINKING_ONLY  // for its estimates
#include <fmt/core.h>
#include <zstd.h>

#include <string>

namespace tamis::io {
namespace {

// What level 1 finds is too little where every line has the same keys: zstd's own makes 13 to 18 %
// more of JSONL than level 3 does. Twice its table, and matches of one byte less, make 7 to 9 %, at
// two thirds of level 3's cost and a sixth of its memory.
constexpr int kFastTableBits = 15;
constexpr int kFastMatchBytesMin = 6;

}  // namespace

struct ZstdOutput::Encoder {
  std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context{ZSTD_createCCtx(), ZSTD_freeCCtx};
  std::string out = std::string(ZSTD_CStreamOutSize(), '\0');
};

std::int64_t zstd_encoder_bytes(int level) {
  return static_cast<std::int64_t>(ZSTD_estimateCStreamSize(level) + ZSTD_CStreamOutSize());
}

ZstdOutput::ZstdOutput(std::unique_ptr<OutputFile> file, std::unique_ptr<Encoder> encoder,
                       std::int64_t num_bytes_before)
    : file_(std::move(file)), encoder_(std::move(encoder)), num_bytes_written_(num_bytes_before) {}

ZstdOutput::~ZstdOutput() = default;

Result<std::unique_ptr<ZstdOutput>> ZstdOutput::create(std::unique_ptr<OutputFile> file, int level,
                                                       std::int64_t num_bytes_before) {
  constexpr int kLevelMax = 19;  // more needs memory on the reader's side
  if (level < 1 || level > kLevelMax) {
    return fail(ErrorCode::kInvalidInput,
                fmt::format("zstd level {}: choose 1 (fast) to {} (small)", level, kLevelMax));
  }
  auto encoder = std::make_unique<Encoder>();
  if (encoder->context == nullptr) {
    return fail(ErrorCode::kUnavailable, "no memory for a zstd encoder; use fewer threads");
  }
  ZSTD_CCtx_setParameter(encoder->context.get(), ZSTD_c_compressionLevel, level);
  if (level == 1) {
    ZSTD_CCtx_setParameter(encoder->context.get(), ZSTD_c_hashLog, kFastTableBits);
    ZSTD_CCtx_setParameter(encoder->context.get(), ZSTD_c_minMatch, kFastMatchBytesMin);
  }
  ZSTD_CCtx_setParameter(encoder->context.get(), ZSTD_c_checksumFlag, 1);
  return std::make_unique<ZstdOutput>(std::move(file), std::move(encoder), num_bytes_before);
}

Result<void> ZstdOutput::compress(std::string_view bytes, bool ends_frame) {
  ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
  for (bool is_done = false; !is_done;) {
    ZSTD_outBuffer out{encoder_->out.data(), encoder_->out.size(), 0};
    const std::size_t num_left = ZSTD_compressStream2(encoder_->context.get(), &out, &in,
                                                      ends_frame ? ZSTD_e_end : ZSTD_e_continue);
    if (ZSTD_isError(num_left)) {
      return fail(ErrorCode::kUnavailable, fmt::format("cannot compress: {}; use fewer threads",
                                                       ZSTD_getErrorName(num_left)));
    }
    TAMIS_TRY(file_->write(std::string_view(encoder_->out).substr(0, out.pos)));
    num_bytes_written_ += static_cast<std::int64_t>(out.pos);
    is_done = ends_frame ? num_left == 0 : in.pos == in.size;
  }
  is_in_frame_ = !ends_frame;
  return {};
}

Result<void> ZstdOutput::write(std::string_view bytes) {
  if (bytes.empty()) return {};
  return compress(bytes, false);
}

Result<std::int64_t> ZstdOutput::sync() {
  if (is_in_frame_) TAMIS_TRY(compress({}, true));
  return file_->sync();
}

Result<void> ZstdOutput::commit() {
  // A file without a frame is no zstd file: other programs refuse it.
  if (is_in_frame_ || num_bytes_written_ == 0) TAMIS_TRY(compress({}, true));
  return file_->commit();
}

}  // namespace tamis::io
