#include "tamis/io/decompress.h"

#include <gtest/gtest.h>
#include <zlib.h>
#include <zstd.h>

#include <random>
#include <vector>

#include "tamis/io/memory_file_system.h"
#include "tests/gzip.h"

namespace tamis::io {
namespace {

std::string gzip(std::string_view bytes) { return deflated(bytes); }

std::string zstd(std::string_view bytes) {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), 3));
  return out;
}

using Compress = std::string (*)(std::string_view);

// Words of random letters: compressible, but not trivially.
std::string text_of(std::size_t num_bytes, unsigned seed) {
  std::mt19937 random(seed);
  std::string text;
  while (text.size() < num_bytes)
    text += static_cast<char>(random() % 7 == 0 ? ' ' : 'a' + random() % 9);
  return text;
}

struct Event {
  Damage damage;
  std::int64_t offset;
  bool operator==(const Event&) const = default;
};

struct Content {
  std::string bytes;
  std::vector<Event> events;
};

Content read(std::string file) {
  auto source = decompress(memory_source(std::move(file)));
  Content content;
  if (!source.has_value()) return content;  // a window that no memory holds
  Chunk chunk;
  while (*(*source)->next(chunk)) {
    content.bytes.append(chunk.bytes);
    if (chunk.damage != Damage::kNone)
      content.events.push_back({chunk.damage, chunk.damage_offset});
  }
  return content;
}

TEST(ReadHead, GivesTheFirstBytesUnpacked) {
  MemoryFileSystem files;
  const std::string text = text_of(1'000'000, 5);
  files.add("bare", text);
  files.add("gz", gzip(text));
  files.add("members.gz", gzip("one ") + gzip("") + gzip("two"));
  files.add("zst", zstd(text));
  files.add("damaged.gz", gzip(text).replace(40'000, 99, 99, 'x'));
  for (const char* path : {"bare", "gz", "zst", "damaged.gz"})
    EXPECT_EQ(*read_head(files, path, 4096), text.substr(0, 4096)) << path;
  EXPECT_EQ(*read_head(files, "members.gz", 4096), "one two");
  EXPECT_FALSE(read_head(files, "absent", 4096).has_value());
}

class Compressed : public testing::TestWithParam<Compress> {};

TEST_P(Compressed, JoinsMembersOfAllSizes) {
  std::string file, text;
  for (const std::size_t num_bytes : {0, 1, 70'000, 3'000'000, 20'000'000, 5}) {
    const std::string part = text_of(num_bytes, 1);
    file += GetParam()(part);
    text += part;
  }
  const Content content = read(file);
  EXPECT_TRUE(content.bytes == text);
  EXPECT_TRUE(content.events.empty());
}

TEST_P(Compressed, IgnoresZeroPaddingAndReportsForeignBytes) {
  const std::string one = GetParam()("one");
  const Content content = read(one + std::string(100, '\0') + one + "garbage!" + one + "tail");
  EXPECT_EQ(content.bytes, "oneoneone");
  const auto size = static_cast<std::int64_t>(one.size());
  EXPECT_EQ(content.events, (std::vector<Event>{{Damage::kForeignBytes, 2 * size + 100},
                                                {Damage::kForeignBytes, 3 * size + 108}}));
}

TEST_P(Compressed, LosesOnlyTheDamagedMember) {
  const std::string first = GetParam()(text_of(1000, 1));
  std::string second = GetParam()(text_of(100'000, 2));
  const std::string third = GetParam()(text_of(1000, 3));
  for (std::size_t i = second.size() / 2; i < second.size() / 2 + 20; ++i) second[i] = '\xff';
  const Content content = read(first + second + third);
  EXPECT_TRUE(content.bytes.starts_with(text_of(1000, 1)));
  EXPECT_TRUE(content.bytes.ends_with(text_of(1000, 3)));
  ASSERT_EQ(content.events.size(), 1u);
  EXPECT_EQ(content.events[0], (Event{Damage::kCorrupt, static_cast<std::int64_t>(first.size())}));
}

TEST_P(Compressed, LosesOnlyTheMemberThatIsCutOff) {
  const std::string first = GetParam()(text_of(100'000, 1));
  const std::string second = GetParam()(text_of(1000, 2));
  for (const std::size_t num_kept : {20u, 100u, 20'000u}) {
    const Content content = read(first.substr(0, num_kept) + second + second);
    EXPECT_TRUE(content.bytes.ends_with(text_of(1000, 2) + text_of(1000, 2))) << num_kept;
    EXPECT_EQ(content.events.size(), 1u) << num_kept;
  }
}

TEST_P(Compressed, SaysWhereTheFileEndsInsideAMember) {
  const std::string first = GetParam()("first");
  const std::string last = GetParam()(text_of(10'000, 2));
  const Content content = read(first + last.substr(0, last.size() / 2));
  EXPECT_TRUE(content.bytes.starts_with("first"));
  EXPECT_EQ(content.events,
            (std::vector<Event>{{Damage::kTruncated, static_cast<std::int64_t>(first.size())}}));
}

TEST_P(Compressed, SurvivesEveryCutAndEveryFlippedByte) {
  const std::string file = GetParam()(text_of(200, 1)) + GetParam()(text_of(200, 2));
  for (std::size_t i = 0; i < file.size(); ++i) {
    read(file.substr(0, i));
    std::string flipped = file;
    flipped[i] = static_cast<char>(~flipped[i]);
    EXPECT_LE(read(flipped).bytes.size(), 10'000u);
  }
}

TEST(Decompress, RefusesWindowsThatNoMemoryHolds) {
  // 128 MiB; an eighth more, which is damage; 256 MiB, 2 GiB; 4 GiB, damage again.
  for (const auto& [descriptor, is_refused] : {std::pair('\x88', false),
                                               {'\x89', false},
                                               {'\x90', true},
                                               {'\xa8', true},
                                               {'\xb0', false}}) {
    MemoryFileSystem files;
    files.add("a.zst", std::string("\x28\xb5\x2f\xfd\x00", 5) + descriptor + "\x01\x00\x00");
    const auto source = open_decompressed(files, "a.zst");
    EXPECT_EQ(!source.has_value(), is_refused);
    if (source.has_value()) continue;
    EXPECT_TRUE(source.error().message().starts_with("cannot read a.zst: its zstd"));
  }
}

// What a frame without a window needs is all of its content.
TEST(Decompress, RefusesFramesOfOnePieceThatNoMemoryHolds) {
  const std::string skippable("\x50\x2a\x4d\x18\x03\x00\x00\x00xyz", 11);
  const auto frame = [](std::uint64_t num_bytes) {
    std::string bytes("\x28\xb5\x2f\xfd\xe0", 5);  // the length of the content has 8 bytes
    for (int i = 0; i < 8; ++i) bytes += static_cast<char>(num_bytes >> (8 * i));
    return bytes + std::string("\x01\x00\x00", 3);
  };
  for (const auto& [num_bytes, is_refused] : {std::pair(std::uint64_t{128} << 20, false),
                                              {(std::uint64_t{128} << 20) + 1, true},
                                              {std::uint64_t{2} << 30, true},
                                              {~std::uint64_t{0}, false}}) {
    for (const std::string& before : {std::string(), skippable + skippable}) {
      MemoryFileSystem files;
      files.add("a.zst", before + frame(num_bytes));
      EXPECT_EQ(!open_decompressed(files, "a.zst").has_value(), is_refused) << num_bytes;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Formats, Compressed, testing::Values(gzip, zstd));

TEST(Decompress, LeavesPlainBytesAsTheyAre) {
  const std::string text = text_of(3'000'000, 1);
  EXPECT_TRUE(read(text).bytes == text);
  EXPECT_EQ(read("").bytes, "");
  EXPECT_EQ(read("x").bytes, "x");
}

TEST(Decompress, KnowsTheEndOfASmallFile) {
  auto source = decompress(memory_source("a page"));
  Chunk chunk;
  ASSERT_TRUE(*(*source)->next(chunk));
  EXPECT_EQ(chunk.bytes, "a page");
  EXPECT_TRUE(chunk.is_last);
  EXPECT_FALSE(*(*source)->next(chunk));
}

TEST(Decompress, SkipsSkippableFrames) {
  const std::string skippable("\x50\x2a\x4d\x18\x03\x00\x00\x00xyz", 11);
  EXPECT_EQ(read(skippable + zstd("one") + skippable + zstd("two")).bytes, "onetwo");
}

// Found by a fuzzer: the head decodes into a small buffer, and with a large one the decoder fails
// before it has read a byte. Such a member was tried for ever.
TEST(Decompress, PassesAMemberThatFailsBeforeItIsRead) {
  const std::string small("\x28\xb5\x2f\xfd\x04\x41\xfb\xff\x00\x0a\x0a\x40\xfd\x28", 14);
  const Content content = read(small + zstd("one"));
  EXPECT_EQ(content.events.size(), 1u);
  EXPECT_TRUE(content.bytes.ends_with("one"));
}

// 1 GB of zeros arrives in pieces; none is larger than the bound for whole members.
// A member of gigabytes is read in a few reads: each piece asks.
TEST_P(Compressed, StopsBetweenPieces) {
  class Stopping final : public ByteSource {
   public:
    Stopping(std::string bytes, const bool& is_stopped)
        : bytes_(std::move(bytes)), is_stopped_(is_stopped) {}
    Result<std::size_t> read(char* out, std::size_t num_bytes) override {
      const std::size_t num_read = bytes_.copy(out, num_bytes);
      bytes_.erase(0, num_read);
      return num_read;
    }
    Result<void> check_stopped() const override {
      if (is_stopped_) return fail(ErrorCode::kInterrupted, "stopped");
      return {};
    }

   private:
    std::string bytes_;
    const bool& is_stopped_;
  };
  bool is_stopped = false;
  const std::string bytes = GetParam()(std::string(std::size_t{64} << 20, 'x'));
  auto source = *decompress(std::make_unique<Stopping>(bytes, is_stopped));
  Chunk chunk;
  EXPECT_TRUE(*source->next(chunk));
  is_stopped = true;
  EXPECT_EQ(source->next(chunk).error().code(), ErrorCode::kInterrupted);
}

TEST(Decompress, StreamsABombInBoundedMemory) {
  std::string bomb;
  {
    z_stream stream = {};
    deflateInit2(&stream, 1, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    std::string zeros(1 << 20, '\0'), out(1 << 20, '\0');
    for (int i = 0; i < 1024; ++i) {
      stream.next_in = reinterpret_cast<Bytef*>(zeros.data());
      stream.avail_in = static_cast<uInt>(zeros.size());
      stream.next_out = reinterpret_cast<Bytef*>(out.data());
      stream.avail_out = static_cast<uInt>(out.size());
      deflate(&stream, i == 1023 ? Z_FINISH : Z_NO_FLUSH);
      bomb.append(out, 0, out.size() - stream.avail_out);
    }
    deflateEnd(&stream);
  }
  auto source = decompress(memory_source(std::move(bomb)));
  Chunk chunk;
  std::size_t num_bytes = 0, num_largest = 0;
  while (*(*source)->next(chunk)) {
    num_bytes += chunk.bytes.size();
    num_largest = std::max(num_largest, chunk.bytes.size());
  }
  EXPECT_EQ(num_bytes, std::size_t{1} << 30);
  EXPECT_LE(num_largest, std::size_t{16} << 20);
}

}  // namespace
}  // namespace tamis::io
