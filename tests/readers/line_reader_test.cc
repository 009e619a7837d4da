#include "tamis/readers/line_reader.h"

#include "tamis/io/decompress.h"
#include "tests/readers/reading.h"

namespace tamis::readers {
namespace {

struct FoundLine {
  std::string bytes;
  std::int64_t number;
  std::optional<DropReason> flaw;
};

std::vector<FoundLine> read(std::string file, std::int64_t num_bytes_max = 100) {
  auto chunks = io::decompress(io::memory_source(std::move(file)));
  LineReader reader(std::make_unique<io::ChunkReader>(*std::move(chunks)), num_bytes_max);
  std::vector<FoundLine> lines;
  Line line;
  while (*reader.next(line)) lines.push_back({std::string(line.bytes), line.number, line.flaw});
  return lines;
}

TEST(LineReader, EndsLinesAtLineFeedsAlone) {
  const auto lines = read("a\r\n\nb\u2028\u0085\vc\nlast");
  ASSERT_EQ(lines.size(), 4u);
  EXPECT_EQ(lines[0].bytes, "a\r");
  EXPECT_EQ(lines[1].bytes, "");
  EXPECT_EQ(lines[2].bytes, "b\u2028\u0085\vc");
  EXPECT_EQ(lines[3].bytes, "last");
  EXPECT_EQ(lines[3].number, 4);
}

TEST(LineReader, FindsNoLineBehindTheLastEnd) {
  EXPECT_EQ(read("").size(), 0u);
  EXPECT_EQ(read("a\n").size(), 1u);
  EXPECT_EQ(read("\n").size(), 1u);
}

TEST(LineReader, PassesLinesOverTheLimit) {
  const std::string fits(100, 'x');
  const auto lines = read(fits + "\n" + fits + "x\n" + std::string(5'000'000, 'y') + "\nlast");
  ASSERT_EQ(lines.size(), 4u);
  EXPECT_EQ(lines[0].bytes, fits);
  EXPECT_EQ(lines[1].flaw, DropReason::kDocumentTooLarge);
  EXPECT_EQ(lines[2].flaw, DropReason::kDocumentTooLarge);
  EXPECT_EQ(lines[2].bytes, "");
  EXPECT_EQ(lines[3].bytes, "last");
}

TEST(LineReader, LosesOnlyTheLineThatDamageCuts) {
  const auto lines = read(deflated("one\ntw") + "garbage" + deflated("three\n"));
  ASSERT_EQ(lines.size(), 3u);
  EXPECT_EQ(lines[0].bytes, "one");
  EXPECT_EQ(lines[1].flaw, DropReason::kDamagedRecord);
  EXPECT_EQ(lines[2].bytes, "three");
}

}  // namespace
}  // namespace tamis::readers
