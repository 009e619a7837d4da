#include "tamis/readers/warc_records.h"

#include <gtest/gtest.h>

#include <vector>

#include "tamis/io/decompress.h"
#include "tamis/io/memory_file_system.h"
#include "tests/gzip.h"

namespace tamis::readers {
namespace {

struct Found {
  std::string type, uri, block;
  std::int64_t offset = 0;
  std::optional<DropReason> flaw;
};

std::vector<Found> read(std::unique_ptr<io::ByteSource> file, Limits limits = {},
                        std::size_t num_max = 1000) {
  auto chunks = io::decompress(std::move(file));
  WarcRecords records(std::make_unique<io::ChunkReader>(*std::move(chunks)), limits);
  std::vector<Found> found;
  Record record;
  while (*records.next(record)) {
    found.push_back({std::string(record.type), std::string(record.uri), std::string(record.block),
                     record.offset, record.flaw});
    EXPECT_LT(found.size(), num_max);
    if (found.size() >= num_max) break;
  }
  return found;
}

std::vector<Found> read(std::string file, Limits limits = {}, std::size_t num_max = 1000) {
  return read(io::memory_source(std::move(file)), limits, num_max);
}

// Gives no more than so many bytes a call, as a pipe does.
class SlowSource final : public io::ByteSource {
 public:
  SlowSource(std::string bytes, std::size_t num_bytes_max)
      : bytes_(std::move(bytes)), num_bytes_max_(num_bytes_max) {}

  Result<std::size_t> read(char* out, std::size_t num_bytes) override {
    const std::size_t num_read = bytes_.copy(out, std::min(num_bytes, num_bytes_max_), position_);
    position_ += num_read;
    return num_read;
  }

 private:
  const std::string bytes_;
  const std::size_t num_bytes_max_;
  std::size_t position_ = 0;
};

std::string record_of(std::string_view block, std::int64_t length, std::string_view uri = "u:1") {
  return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: " + std::string(uri) +
         "\r\nContent-Length: " + std::to_string(length) + "\r\n\r\n" + std::string(block) +
         "\r\n\r\n";
}

std::string record_of(std::string_view block) {
  return record_of(block, static_cast<std::int64_t>(block.size()));
}

TEST(ReadWarc, AcceptsBareLineFeedsFoldedFieldsOldVersionsAndBrackets) {
  const auto found = read(
      "WARC/0.18\nwarc-type: resp\nWARC-Target-URI:\n <http://a.example/a b>\nContent-Length: 3\n\n"
      "abc\n\nWARC/1.1\r\nWARC-Type: request\r\nContent-Length: 0\r\n\r\n\r\n\r\n");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].uri, "http://a.example/a b");
  EXPECT_EQ(found[0].block, "abc");
  EXPECT_EQ(found[1].type, "request");
  EXPECT_FALSE(found[0].flaw || found[1].flaw);
}

TEST(ReadWarc, KeepsBlocksThatQuoteWarc) {
  const std::string block = "text\r\n\r\nWARC/1.0\r\nWARC-Type: warcinfo\r\n\r\n";
  const auto found = read(record_of(block) + record_of("next"));
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].block, block);
}

TEST(ReadWarc, NeedsNoBlankLinesBetweenRecords) {
  std::string first = record_of("one");
  first.resize(first.size() - 4);
  const auto found = read(first + record_of("two"));
  ASSERT_EQ(found.size(), 2u);
  EXPECT_FALSE(found[0].flaw);
  EXPECT_EQ(found[1].block, "two");
}

struct BrokenCase {
  const char* name;
  std::string middle;  // between two good records
  std::size_t num_broken;
};

TEST(ReadWarc, LosesOnlyTheBrokenRecord) {
  const BrokenCase kCases[] = {
      {"length too small", record_of("longer than said", 3), 1},
      {"length too large", record_of("short", 30), 1},
      {"length beyond the file", record_of("short", 1'000'000), 1},
      {"length of 10^18", record_of("short", 1'000'000'000'000'000'000), 1},
      {"negative length", record_of("short", -5), 1},
      {"no length", "WARC/1.0\r\nWARC-Type: response\r\n\r\nabc\r\n\r\n", 1},
      {"garbage", "this is\r\nno record\r\n\r\n", 1},
      {"head without end", "WARC/1.0\r\nWARC-Type: response\r\n", 1},
  };
  for (const BrokenCase& c : kCases) {
    const auto found = read(record_of("first") + c.middle + record_of("last"));
    ASSERT_GE(found.size(), 2u) << c.name;
    EXPECT_EQ(found.front().block, "first") << c.name;
    std::size_t num_broken = 0;
    for (const Found& record : found) num_broken += record.flaw.has_value();
    if (c.num_broken != num_broken || found.back().block != "last") {
      ADD_FAILURE() << c.name << ": " << num_broken << " broken of " << found.size();
    }
  }
}

// Of a member each, small ones and ones that are decoded in pieces, which may end with the record.
TEST(ReadWarc, DropsARecordWhoseMemberFailsItsChecksum) {
  const std::string first = deflated(record_of("first")), last = deflated(record_of("last"));
  const std::size_t num_around = record_of("").size() + 5;  // more digits of the length
  for (const std::size_t num_bytes : {std::size_t{10}, std::size_t{70'000}, std::size_t{300'000},
                                      (std::size_t{1} << 18) - num_around}) {
    const std::string middle = deflated(record_of(std::string(num_bytes, 'x')));
    for (std::size_t at = middle.size() - 8; at < middle.size(); ++at) {
      std::string flipped = middle;
      flipped[at] ^= 1;
      const auto found = read(first + flipped + last);
      ASSERT_EQ(found.size(), 3u) << num_bytes << " " << at;
      EXPECT_EQ(found[1].flaw, DropReason::kDamagedRecord) << num_bytes << " " << at;
      EXPECT_EQ(found[1].offset, static_cast<std::int64_t>(first.size()));
      EXPECT_EQ(found[2].block, "last");
      EXPECT_FALSE(found[0].flaw || found[2].flaw);
    }
  }
}

TEST(ReadWarc, CountsADamagedMemberOnce) {
  const std::string first = deflated(record_of("first")), last = deflated(record_of("last"));
  const std::string middle = deflated(record_of("one two three 一二三 four five six"));
  for (std::size_t at = 10; at < middle.size(); ++at) {
    std::string flipped = middle;
    flipped[at] ^= 4;
    const auto found = read(first + flipped + last);
    ASSERT_EQ(found.size(), 3u) << at;
    EXPECT_TRUE(found[1].flaw.has_value()) << at;
    EXPECT_EQ(found[2].block, "last") << at;
  }
}

TEST(ReadWarc, BelievesRecordsBeforeForeignBytesAndInSharedMembers) {
  const std::string one = record_of("one"), two = record_of("two");
  for (const std::string& file : {deflated(one) + "foreign", deflated(one + two) + "foreign"}) {
    const auto found = read(file);
    ASSERT_GE(found.size(), 2u);
    EXPECT_FALSE(found[found.size() - 2].flaw);
    EXPECT_EQ(found.back().flaw, DropReason::kDamagedRecord);
  }
}

TEST(ReadWarc, SaysWhereTheFileWasCut) {
  const std::string first = record_of("first");
  const auto found = read(first + record_of("second").substr(0, 77));
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[1].flaw, DropReason::kTruncatedRecord);
  EXPECT_EQ(found[1].offset, static_cast<std::int64_t>(first.size()));
}

TEST(ReadWarc, SkipsBlocksOverTheLimitWithoutHoldingThem) {
  Limits limits;
  limits.document_bytes_max = 1000;
  const auto found = read(record_of(std::string(3'000'000, 'x')) + record_of("last"), limits);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].flaw, DropReason::kDocumentTooLarge);
  EXPECT_EQ(found[0].block, "");
  EXPECT_EQ(found[1].block, "last");
}

TEST(ReadWarc, DropsHeadsOfTooManyLinesAlone) {
  const auto with_lines = [](int num_lines) {  // the version's, the length's and the empty one too
    std::string head = "WARC/1.0\r\nContent-Length: 4\r\n";
    for (int line = 3; line < num_lines; ++line) head += "X: \xe4\xb8\x80\r\n";
    return head + "\r\ntext\r\n\r\n";
  };
  const Limits limits{.header_lines_max = 10};
  const auto found = read(with_lines(10) + with_lines(11) + with_lines(10), limits);
  ASSERT_EQ(found.size(), 3u);
  EXPECT_FALSE(found[0].flaw || found[2].flaw);
  EXPECT_EQ(found[1].flaw, DropReason::kTooManyHeaderLines);
}

TEST(ReadWarc, DropsHeadsOfTooManyBytesAlone) {
  const auto with_head = [](std::size_t num_bytes) {
    std::string head = "WARC/1.0\r\nContent-Length: 4\r\nX: ";
    head.resize(num_bytes - 4, 'x');
    return head + "\r\n\r\ntext\r\n\r\n";
  };
  const Limits limits{.header_bytes_max = 200};
  const auto found = read(with_head(200) + with_head(201) + with_head(200), limits);
  ASSERT_EQ(found.size(), 3u);
  EXPECT_FALSE(found[0].flaw || found[2].flaw);
  EXPECT_EQ(found[1].flaw, DropReason::kHeaderTooLarge);
}

TEST(ReadWarc, FindsTheRecordsThatAFalseLengthOverTheLimitCovers) {
  const Limits limits{.document_bytes_max = 100};
  for (const std::size_t num_bytes : {std::size_t{10}, std::size_t{3'000'000}}) {
    for (const std::int64_t length : {4'000'000, 100'000'000}) {
      const std::string covered = record_of(std::string(num_bytes, 'x'), length);
      const auto found = read(covered + record_of("one") + record_of("two"), limits);
      ASSERT_EQ(found.size(), 3u) << length;
      EXPECT_EQ(found[0].flaw, DropReason::kDamagedRecord);
      EXPECT_EQ(found[1].offset, static_cast<std::int64_t>(covered.size()));
      EXPECT_EQ(found[1].block, "one");
      EXPECT_EQ(found[2].block, "two");
    }
  }
}

TEST(ReadWarc, BelievesLargeBlocksThatQuoteHalfAHead) {
  const Limits limits{.document_bytes_max = 100};
  for (const char* quote : {"WARC/1.0\r\nno field\r\n\r\n", "WARC/1.0\r\n\r\n",
                            "WARC/1.0\r\nWARC-Type: response\r\n\r\n"}) {
    const std::string block = std::string(500, 'x') + "\r\n" + quote;
    const auto found = read(record_of(block) + record_of("next"), limits);
    ASSERT_EQ(found.size(), 2u) << quote;
    EXPECT_EQ(found[0].flaw, DropReason::kDocumentTooLarge) << quote;
    EXPECT_EQ(found[1].block, "next") << quote;
  }
}

// Each of a million lines looks like the first one of a head.
TEST(ReadWarc, LooksAtQuotedHeadsOnlyOnce) {
  std::string block;
  while (block.size() < 20'000'000) block += "WARC/1.0: a\r\n";
  const auto found = read(record_of(block) + record_of("next"), {.document_bytes_max = 100});
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[1].block, "next");
}

// 40,000 heads without an end: to look for that behind each of them takes a minute.
TEST(ReadWarc, EndsAHeadAtTheNextRecord) {
  constexpr std::size_t kNumHeads = 40'000;
  for (const std::string_view head : {"WARC/1.0\r\n", "WARC/1.0\nA: b\nContent-Length: 0\n"}) {
    std::string file;
    for (std::size_t i = 0; i < kNumHeads; ++i) file += head;
    const auto found = read(file + record_of("last"), {}, 2 * kNumHeads);
    ASSERT_EQ(found.size(), kNumHeads + 1) << head;
    EXPECT_EQ(found.front().flaw, DropReason::kDamagedRecord);
    EXPECT_EQ(found.back().block, "last");
  }
}

// What stands behind a block whose length is too small may look like the blank lines and the first
// bytes of a record, as long as no more of it is at hand.
TEST(ReadWarc, FindsTheSameRecordsWhateverAReadGives) {
  constexpr std::string_view kBlock = "begin\r\r\nWelcome to the rest of the text";
  const std::string file = record_of(kBlock, 6, "u:short") + record_of("next");
  const auto whole = read(file);
  ASSERT_EQ(whole.size(), 2u);
  EXPECT_EQ(whole[0].flaw, DropReason::kDamagedRecord);
  EXPECT_EQ(whole[1].block, "next");
  for (std::size_t num_bytes = 1; num_bytes < file.size(); ++num_bytes) {
    const auto pieces = read(std::make_unique<SlowSource>(file, num_bytes));
    ASSERT_EQ(pieces.size(), whole.size()) << num_bytes;
    for (std::size_t i = 0; i < whole.size(); ++i) {
      EXPECT_EQ(pieces[i].flaw, whole[i].flaw) << num_bytes;
      EXPECT_EQ(pieces[i].block, whole[i].block) << num_bytes;
      EXPECT_EQ(pieces[i].offset, whole[i].offset) << num_bytes;
    }
  }
}

TEST(ReadWarc, EndsOnEveryCutAndEveryFlippedByte) {
  const std::string file = record_of("first") + record_of("second");
  for (std::size_t i = 0; i < file.size(); ++i) {
    read(file.substr(0, i));
    std::string flipped = file;
    flipped[i] = static_cast<char>(~flipped[i]);
    EXPECT_GE(read(flipped).size(), 1u) << i;
  }
}

}  // namespace
}  // namespace tamis::readers
