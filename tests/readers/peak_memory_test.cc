// How much memory one hostile record can take: measured in a process of its own.
#include <sys/resource.h>

#include "tamis/readers/decode_stage.h"
#include "tests/readers/reading.h"

namespace tamis::readers {
namespace {

// Decoders and buffers that do not depend on the limit: a member of 16 MiB at one go, input kept
// to look for the next member in, and growth by doubling.
constexpr std::int64_t kFixedBytes = std::int64_t{32} << 20;
// A sanitizer keeps freed memory for a while, so that peaks say nothing.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kIsSanitized = true;
#else
constexpr bool kIsSanitized = false;
#endif

constexpr std::int64_t kZeros = std::int64_t{1} << 30;

std::int64_t peak_bytes() {
  rusage usage = {};
  getrusage(RUSAGE_SELF, &usage);
  return std::int64_t{usage.ru_maxrss} << 10;
}

// `head`, then a gigabyte of zeros, as one gzip member.
std::string bomb(std::string head, std::int64_t num_zeros) {
  z_stream stream = {};
  deflateInit2(&stream, 1, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string out(std::size_t{8} << 20, '\0');
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  std::string piece = std::move(head);
  for (; num_zeros >= 0; num_zeros -= 1 << 20) {
    stream.next_in = reinterpret_cast<Bytef*>(piece.data());
    stream.avail_in = static_cast<uInt>(piece.size());
    deflate(&stream, num_zeros == 0 ? Z_FINISH : Z_NO_FLUSH);
    piece.assign(1 << 20, '\0');
  }
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

// Exits with 0 if reading and decoding `file` costs no more than `num_bytes_max` at the peak.
void read_and_exit(const std::string& file, const Limits& limits, std::int64_t num_bytes_max) {
  io::MemoryFileSystem files;
  files.add("bomb.warc.gz", file);
  const std::int64_t before = peak_bytes();
  Batch batch;
  auto source = open_source(files, "bomb.warc.gz", "auto", limits);
  while (*(*source)->read(batch, {})) {
  }
  const DecodeStage stage{limits};
  stage.process(batch, stage.make_scratch().get());
  const std::int64_t grown = peak_bytes() - before;
  if (grown > num_bytes_max)
    fprintf(stderr, "grown by %lld bytes\n", static_cast<long long>(grown));
  std::exit(batch.selected.empty() && grown <= num_bytes_max ? 0 : 1);
}

TEST(PeakMemoryDeathTest, OfARecordOfAGigabyte) {
  if (kIsSanitized) GTEST_SKIP() << "not under a sanitizer";
  const std::string head =
      "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: " + std::to_string(kZeros) + "\r\n\r\n";
  const std::string file = bomb(head, kZeros);
  for (const std::int64_t limit : {std::int64_t{1} << 20, std::int64_t{32} << 20}) {
    EXPECT_EXIT(read_and_exit(file, {.document_bytes_max = limit}, kFixedBytes + 3 * limit),
                testing::ExitedWithCode(0), "")
        << limit;
  }
}

TEST(PeakMemoryDeathTest, OfABodyThatDecodesToAGigabyte) {
  if (kIsSanitized) GTEST_SKIP() << "not under a sanitizer";
  const std::string file = deflated(warc_record(
      "response", "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + bomb("", kZeros)));
  for (const std::int64_t limit : {std::int64_t{2} << 20, std::int64_t{32} << 20}) {
    EXPECT_EXIT(read_and_exit(file, {.document_bytes_max = limit}, kFixedBytes + 3 * limit),
                testing::ExitedWithCode(0), "")
        << limit;
  }
}

}  // namespace
}  // namespace tamis::readers
