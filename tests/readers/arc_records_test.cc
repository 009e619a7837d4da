// ARC files record by record, and as documents.
#include "tamis/readers/arc_records.h"

#include "tests/readers/reading.h"

namespace tamis::readers {
namespace {

constexpr std::string_view kVersion1 =
    "filedesc://a.arc 0.0.0.0 20050102030405 text/plain 20\n1 0 Archive\nURL IP\n\n\n";
constexpr std::string_view kPage = "HTTP/1.1 200 OK\n\n<p>\xd6\xd0\xce\xc4";

std::string arc_record(std::string_view url, std::string_view block, std::string_view length) {
  return std::string(url) + " 1.2.3.4 20050102030405 text/html " + std::string(length) + "\n" +
         std::string(block) + "\n";
}

std::string arc_record(std::string_view url, std::string_view block) {
  return arc_record(url, block, std::to_string(block.size()));
}

TEST(ReadArc, TakesPagesWithDatesAndPlaces) {
  const std::string record = arc_record("http://a.example/a b", kPage);
  const ReadFile file = read_file("a.arc", std::string(kVersion1) + record);
  ASSERT_EQ(file.rows.size(), 1u);
  EXPECT_EQ(file.rows[0].url, "http://a.example/a b");
  EXPECT_EQ(file.rows[0].date, "2005-01-02T03:04:05Z");
  EXPECT_EQ(file.rows[0].text, kPage);
  EXPECT_EQ(file.rows[0].id, "a.arc@" + std::to_string(kVersion1.size()));
  EXPECT_EQ(file.others, (Source::RecordCounts{{"arc_header", 1}}));
}

TEST(ReadArc, ReadsVersion2) {
  const std::string file =
      "filedesc://a.arc 0.0.0.0 20050102030405 text/plain 200 - - 0 a.arc 12\n2 0 Archive\n\n"
      "http://a.example/ 1.2.3.4 20050102030405 text/html 200 sum - 99 a.arc 4\npage\n";
  const ReadFile found = read_file("a.arc.gz", deflated(file));
  // The first line of a file of version 2 has the fields of version 1 or 2: both occur.
  ASSERT_FALSE(found.rows.empty());
  EXPECT_EQ(found.rows.back().url, "http://a.example/");
  EXPECT_EQ(found.rows.back().text, "page");
}

// The length is added to, and none can be so large.
TEST(ReadArc, TakesALengthBeyondAnyFileForDamage) {
  const ReadFile file =
      read_file("a.arc", std::string(kVersion1) +
                             arc_record("http://b.example/", "page", "9223372036854775807") +
                             arc_record("http://c.example/", kPage));
  ASSERT_EQ(file.rows.size(), 2u);
  EXPECT_EQ(file.rows[0].reason, DropReason::kDamagedRecord);
  EXPECT_EQ(file.rows[1].text, kPage);
}

TEST(ReadArc, DropsARecordWhoseMemberFailsItsChecksum) {
  for (const std::size_t num_bytes : {std::size_t{10}, std::size_t{300'000}}) {
    std::string middle = deflated(arc_record("http://b.example/", std::string(num_bytes, 'x')));
    middle[middle.size() - 8] ^= 1;
    const ReadFile file =
        read_file("a.arc.gz",
                  deflated(kVersion1) + middle + deflated(arc_record("http://c.example/", kPage)));
    ASSERT_EQ(file.rows.size(), 2u);
    EXPECT_EQ(file.rows[0].reason, DropReason::kDamagedRecord);
    EXPECT_EQ(file.rows[1].text, kPage);
    EXPECT_FALSE(file.rows[1].reason);
  }
}

TEST(ReadArc, LosesOnlyTheBrokenRecord) {
  const struct {
    const char* name;
    std::string middle;
  } kCases[] = {
      {"negative length", arc_record("http://b.example/", "x", "-1")},
      {"no number", arc_record("http://b.example/", "x", "abc")},
      {"garbage", "garbage\nmore\n"},
      {"over the limit", arc_record("http://b.example/", std::string(2000, 'x'))},
      {"length beyond the file", arc_record("http://b.example/", "x", "999999")},
  };
  for (const auto& c : kCases) {
    const ReadFile file = read_file(
        "a.arc", std::string(kVersion1) + c.middle + arc_record("http://c.example/", kPage),
        {.limits = {.document_bytes_max = 1000}});
    ASSERT_EQ(file.rows.size(), 2u) << c.name;
    EXPECT_TRUE(file.rows[0].reason.has_value()) << c.name;
    EXPECT_EQ(file.rows[1].text, kPage) << c.name;
  }
}

TEST(ReadArc, DropsALineOverTheLimitAndReadsOnBehindIt) {
  const Limits limits = {.header_bytes_max = 100};
  const std::string url = "http://a.example/";
  // All but the URL of a head; a piece of a line that looks like one is none.
  const std::size_t num_others = arc_record("", "page").find('\n') + 1;
  for (const std::size_t num_bytes : {99, 100, 101, 300}) {
    const std::string padding(num_bytes - num_others - url.size(), 'x');
    const std::string middle = arc_record(url + padding, "page");
    ASSERT_EQ(middle.find('\n') + 1, num_bytes);
    const ReadFile file =
        read_file("a.arc", std::string(kVersion1) + middle + arc_record("http://c.example/", kPage),
                  {.limits = limits});
    ASSERT_EQ(file.rows.size(), 2u) << num_bytes;
    const bool is_too_large = num_bytes > 100;
    EXPECT_EQ(file.rows[0].reason,
              is_too_large ? std::optional(DropReason::kHeaderTooLarge) : std::nullopt)
        << num_bytes;
    EXPECT_EQ(file.rows[0].url, is_too_large ? "" : url + padding) << num_bytes;
    EXPECT_EQ(file.rows[1].text, kPage) << num_bytes;
  }
}

// 150 bytes, the last 50 of which would be a head.
TEST(ReadArc, BeginsNoRecordInsideALine) {
  const std::string head = "http://a.example/ 1.2.3.4 20050102030405 text/html 4\n";
  const ReadFile file =
      read_file("a.arc", std::string(kVersion1) + std::string(100, 'x') + head + "page\n",
                {.limits = {.header_bytes_max = 100}});
  ASSERT_EQ(file.rows.size(), 1u);
  EXPECT_EQ(file.rows[0].reason, DropReason::kHeaderTooLarge);
}

TEST(ReadArc, EndsOnEveryCut) {
  const std::string file = std::string(kVersion1) + arc_record("http://a.example/", kPage);
  for (std::size_t i = 1; i < file.size(); ++i) {
    EXPECT_LE(read_file("a.arc", file.substr(0, i)).rows.size(), 2u) << i;
  }
}

// Inside of its line or of its block.
TEST(ReadArc, SaysThatARecordWasCut) {
  const std::string record = arc_record("http://a.example/", kPage);
  for (const std::size_t num_bytes : {std::size_t{10}, record.find('\n'), record.size() - 5}) {
    const ReadFile file = read_file("a.arc", std::string(kVersion1) + record.substr(0, num_bytes));
    ASSERT_EQ(file.rows.size(), 1u) << num_bytes;
    EXPECT_EQ(file.rows[0].reason, DropReason::kTruncatedRecord) << num_bytes;
  }
}

}  // namespace
}  // namespace tamis::readers
