#include "tamis/readers/content_coding.h"

#include "tests/readers/reading.h"

namespace tamis::readers {
namespace {

constexpr std::int64_t kBytesMax = 1 << 20;
constexpr int kZlib = 15, kRaw = -15;

// Words that no decoder takes for a run of one.
std::string prose() {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "word" + std::to_string(i * 7919 % 1000) + ' ';
  return text;
}

struct Undone {
  CodingState state;
  std::string bytes;
};

Undone undo(std::string_view coding, std::string_view bytes) {
  std::string out = "old";
  const CodingState state = undo_coding(coding, bytes, kBytesMax, out);
  return {state, out};
}

TEST(UndoCoding, KnowsTheNamesInAnyCase) {
  EXPECT_EQ(undo("X-GZip", deflated("a")).bytes, "a");
  EXPECT_EQ(undo("Deflate", deflated("a", kZlib)).bytes, "a");
  EXPECT_EQ(undo("deflate", deflated("a", kRaw)).bytes, "a");
  EXPECT_EQ(undo("deflate", deflated("a")).bytes, "a");
  EXPECT_EQ(undo("BR", "\x0b\x02\x80hello\x03").bytes, "hello");
  EXPECT_EQ(undo("lzma", "x").state, CodingState::kUnknown);
}

// One frame of one block of that byte over and over (RFC 8878, 3.1.1.2.2).
std::string zstd_frame(std::uint32_t num_bytes, char byte) {
  const std::uint32_t block = num_bytes << 3 | 1U << 1 | 1U;
  std::string frame("\x28\xB5\x2F\xFD\x00\x58", 6);  // a window of 2 MiB
  for (const int shift : {0, 8, 16}) frame += static_cast<char>(block >> shift & 0xFF);
  return frame + byte;
}

TEST(UndoCoding, ReadsFramesOfZstd) {
  EXPECT_EQ(undo("zstd", zstd_frame(3, 'a')).bytes, "aaa");
  EXPECT_EQ(undo("ZSTD", zstd_frame(3, 'a') + zstd_frame(100'000, 'b')).bytes,
            "aaa" + std::string(100'000, 'b'));
  EXPECT_EQ(undo("zstd", zstd_frame(3, 'a') + zstd_frame(3, 'b')).state, CodingState::kDecoded);
  EXPECT_EQ(undo("zstd", zstd_frame(3, 'a').substr(0, 8)).state, CodingState::kTruncated);
  EXPECT_EQ(undo("zstd", zstd_frame(3, 'a') + "\r\n").state, CodingState::kDecoded);
  EXPECT_EQ(undo("zstd", zstd_frame(3, 'a') + "\r\n").bytes, "aaa");
  const std::string reserved("\x28\xB5\x2F\xFD\x00\x58\x07\x00\x00", 9);  // a type of block
  EXPECT_EQ(undo("zstd", zstd_frame(3, 'a') + reserved).state, CodingState::kDamaged);
  EXPECT_EQ(undo("zstd", "<html>").state, CodingState::kNotEncoded);
  std::string bomb;
  for (int i = 0; i < 20; ++i) bomb += zstd_frame(100'000, 'x');
  EXPECT_EQ(undo("zstd", bomb).state, CodingState::kTooLarge);
}

TEST(UndoCoding, KeepsWhatCameBeforeABreak) {
  const std::string text = prose();
  for (const auto& [coding, bits] :
       {std::pair("gzip", 31), {"deflate", kZlib}, {"deflate", kRaw}}) {
    const std::string packed = deflated(text, bits);
    const Undone undone = undo(coding, packed.substr(0, packed.size() * 3 / 4));
    EXPECT_EQ(undone.state, CodingState::kTruncated) << coding << bits;
    EXPECT_GT(undone.bytes.size(), text.size() / 4) << coding << bits;
    EXPECT_TRUE(text.starts_with(undone.bytes)) << coding << bits;
  }
}

TEST(UndoCoding, TellsDamageFromABreak) {
  std::string packed = deflated(prose());
  for (std::size_t i = packed.size() / 2; i < packed.size() / 2 + 40; ++i) packed[i] = '\xff';
  EXPECT_EQ(undo("gzip", packed).state, CodingState::kDamaged);
}

TEST(UndoCoding, SeesThatBytesAreNotEncoded) {
  for (const char* coding : {"gzip", "deflate", "br"}) {
    for (const char* text : {"<html>page</html>", "Plain words, stored decoded.", "\u4e2d\u6587",
                             "8y: a zlib head by chance", "x", ""}) {
      EXPECT_EQ(undo(coding, text).state, CodingState::kNotEncoded) << coding << ' ' << text;
    }
  }
}

TEST(UndoCoding, ReadsEveryMemberOfAGzip) {
  const std::string text = prose();
  EXPECT_EQ(undo("gzip", deflated("one ") + deflated("") + deflated(text)).bytes, "one " + text);
  EXPECT_EQ(undo("deflate", deflated("one ") + deflated("two")).bytes, "one two");
  for (const char* behind : {"junk", "\x1f\x8bjunk", "\x1f"}) {
    const Undone undone = undo("gzip", deflated("one") + behind);
    EXPECT_EQ(undone.state, CodingState::kDecoded) << behind;
    EXPECT_EQ(undone.bytes, "one") << behind;
  }
  const std::string cut = deflated(text).substr(0, 2000);
  EXPECT_EQ(undo("gzip", deflated("one") + cut).state, CodingState::kTruncated);
  const std::string half(kBytesMax / 2, 'x');
  EXPECT_EQ(undo("gzip", deflated(half) + deflated(half)).state, CodingState::kDecoded);
  EXPECT_EQ(undo("gzip", deflated(half) + deflated(half + 'x')).state, CodingState::kTooLarge);
}

TEST(UndoCoding, BoundsWhatComesOut) {
  std::string out;
  const std::string bomb = deflated(std::string(50 << 20, '\0'));
  EXPECT_EQ(undo_coding("gzip", bomb, kBytesMax, out), CodingState::kTooLarge);
  EXPECT_LE(out.size(), 1u + kBytesMax);
  const std::string exact(kBytesMax, 'x');
  EXPECT_EQ(undo("gzip", deflated(exact)).state, CodingState::kDecoded);
  EXPECT_EQ(undo("gzip", deflated(exact + 'x')).state, CodingState::kTooLarge);
}

}  // namespace
}  // namespace tamis::readers
