// The WARC reader from file to documents: what each kind of record becomes.
#include <zstd.h>

#include "tests/readers/reading.h"

namespace tamis::readers {
namespace {

constexpr std::string_view kPage = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>page";

TEST(ReadWarcFile, TakesTheTextsOfWetFiles) {
  const ReadFile file =
      read_file("a.warc.wet", warc_record("warcinfo", "software: x") +
                                  warc_record("conversion", "\u4e2d\u6587\n",
                                              "WARC-Target-URI: http://a.example/\r\n"
                                              "WARC-Date: 2024-01-02T03:04:05Z\r\n"
                                              "WARC-Record-ID: <urn:uuid:1234>\r\n"
                                              "Content-Type: text/plain\r\n"));
  ASSERT_EQ(file.rows.size(), 1u);
  EXPECT_EQ(file.rows[0].text, "\u4e2d\u6587\n");
  EXPECT_EQ(file.rows[0].payload, Payload::kTextBytes);
  EXPECT_EQ(file.rows[0].id, "1234");
  EXPECT_EQ(file.rows[0].url, "http://a.example/");
  EXPECT_EQ(file.rows[0].date, "2024-01-02T03:04:05Z");
  EXPECT_EQ(file.others, (Source::RecordCounts{{"warcinfo", 1}}));
}

TEST(ReadWarcFile, TakesAddressesOutOfBrackets) {
  const ReadFile file = read_file(
      "a.warc", warc_record("response", kPage, "WARC-Target-URI: <http://a.example/>\r\n"));
  EXPECT_EQ(file.rows.at(0).url, "http://a.example/");
}

TEST(ReadWarcFile, DropsRevisits) {
  const ReadFile file = read_file("a.warc", warc_record("revisit", "HTTP/1.1 304 No\r\n\r\n"));
  EXPECT_EQ(file.rows.at(0).reason, DropReason::kRevisit);
}

TEST(ReadWarcFile, ReadsAllCompressionsAlike) {
  const std::string one = warc_record("response", kPage), two = warc_record("response", "HTTP/1.0");
  std::string zstd(ZSTD_compressBound(one.size()), '\0');
  zstd.resize(ZSTD_compress(zstd.data(), zstd.size(), one.data(), one.size(), 3));
  for (const std::string& bytes :
       {one + two, deflated(one) + deflated(two), deflated(one + two), zstd + zstd}) {
    const ReadFile file = read_file("crawl", bytes);  // no name tells what it is
    ASSERT_EQ(file.rows.size(), 2u);
    EXPECT_EQ(file.rows[0].text, kPage);
    EXPECT_FALSE(file.rows[0].reason || file.rows[1].reason);
  }
}

TEST(ReadWarcFile, GivesTheSameInBatchesOfAnySize) {
  std::string bytes;
  for (int i = 0; i < 20; ++i) bytes += warc_record(i % 3 == 0 ? "revisit" : "response", kPage);
  const ReadFile whole = read_file("a.warc", bytes);
  const ReadFile pieces = read_file("a.warc", bytes, {.size = {.num_rows_max = 1}});
  ASSERT_EQ(whole.rows.size(), pieces.rows.size());
  for (std::size_t i = 0; i < whole.rows.size(); ++i) {
    EXPECT_EQ(whole.rows[i].id, pieces.rows[i].id);
    EXPECT_EQ(whole.rows[i].reason, pieces.rows[i].reason);
  }
}

}  // namespace
}  // namespace tamis::readers
