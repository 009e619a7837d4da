// Which records are documents, and how the others are counted.
#include "tamis/readers/record_source.h"

#include "tests/readers/reading.h"

namespace tamis::readers {
namespace {

// Records as they are given.
class GivenRecords final : public RecordReader {
 public:
  explicit GivenRecords(std::vector<Record> records) : records_(std::move(records)) {}
  Result<bool> next(Record& record) override {
    if (index_ == records_.size()) return false;
    record = records_[index_++];
    return true;
  }
  std::int64_t num_bytes_read() const override { return 0; }

 private:
  std::vector<Record> records_;
  std::size_t index_ = 0;
};

ReadFile read(std::vector<Record> records) {
  RecordSource source(std::make_unique<GivenRecords>(std::move(records)), "a.warc");
  Batch batch;
  EXPECT_FALSE(*source.read(batch, {}));
  return {rows_of(batch), source.num_other_records()};
}

ReadRow row_of(const Record& record) { return read({record}).rows.at(0); }

TEST(RecordSource, KnowsThePayloadOfEachType) {
  EXPECT_EQ(row_of({.type = "response", .block = "HTTP/1.1 200"}).payload, Payload::kHttpResponse);
  EXPECT_EQ(row_of({.type = "resource", .content_type = "text/html", .block = "x"}).payload,
            Payload::kHtmlBytes);
  EXPECT_EQ(
      row_of({.type = "conversion", .content_type = "text/plain", .block = "HTTP/ is"}).payload,
      Payload::kTextBytes);
}

TEST(RecordSource, KnowsTypesInAnyCase) {
  EXPECT_EQ(row_of({.type = "Response", .block = "HTTP/1.1 200"}).payload, Payload::kHttpResponse);
  EXPECT_EQ(row_of({.type = "REVISIT"}).reason, DropReason::kRevisit);
}

TEST(RecordSource, DropsByReason) {
  EXPECT_EQ(row_of({.type = "revisit"}).reason, DropReason::kRevisit);
  EXPECT_EQ(row_of({.type = "resource"}).reason, DropReason::kEmptyPayload);
  EXPECT_EQ(row_of({.type = "resource", .content_type = "image/png", .block = "x"}).reason,
            DropReason::kMediaType);
  EXPECT_EQ(row_of({.type = "response", .content_type = "text/dns", .block = "x"}).reason,
            DropReason::kNotAResponse);
  EXPECT_EQ(row_of({.type = "response", .flaw = DropReason::kTruncatedRecord}).reason,
            DropReason::kTruncatedRecord);
}

TEST(RecordSource, TakesABrokenRecordForADocumentOnlyIfItMayBeOne) {
  const ReadFile file = read({{.type = "request", .flaw = DropReason::kDamagedRecord},
                              {.type = "metadata", .flaw = DropReason::kTruncatedRecord},
                              {.type = "metadata"},
                              {.type = "", .flaw = DropReason::kDamagedRecord},
                              {.type = "resp", .flaw = DropReason::kDamagedRecord}});
  EXPECT_EQ(file.rows.size(), 2u);
  EXPECT_EQ(file.others,
            (Source::RecordCounts{
                {"metadata", 1}, {"metadata.truncated_record", 1}, {"request.damaged_record", 1}}));
}

TEST(RecordSource, BoundsTheTypesThatItCounts) {
  std::vector<std::string> types;
  for (int i = 0; i < 500; ++i) types.push_back("type" + std::string(200, 'x') + std::to_string(i));
  for (int i = 0; i < 500; ++i) types.push_back(std::to_string(i));
  std::vector<Record> records;
  for (const std::string& type : types) records.push_back({.type = type});
  const ReadFile file = read(std::move(records));
  std::int64_t num_records = 0;
  for (const auto& [type, num_of_type] : file.others) {
    EXPECT_LE(type.size(), 100u);
    num_records += num_of_type;
  }
  EXPECT_LE(file.others.size(), 65u);
  EXPECT_EQ(num_records, 1000);
}

TEST(RecordSource, DropsWhatCrawlersWriteForThemselves) {
  const auto reason = [](std::string_view uri) {
    return row_of({.type = "resource", .uri = uri, .content_type = "text/plain", .block = "a log"})
        .reason;
  };
  for (const char* uri :
       {"metadata://gnu.org/software/wget/warc/wget.log", "urn:text:https://a.cn/",
        "urn:textFinal:https://a.cn/", "urn:pageinfo:https://a.cn/", "urn:view:https://a.cn/",
        "urn:thumbnail:https://a.cn/"})
    EXPECT_EQ(reason(uri), DropReason::kNotAResponse) << uri;
  for (const char* uri : {"https://a.cn/metadata:", "file:///a.txt", "urn:isbn:1"})
    EXPECT_EQ(reason(uri), std::nullopt) << uri;
}

TEST(RecordSource, MakesIdsOfPlacesWhereThereAreNone) {
  EXPECT_EQ(row_of({.id = "<urn:uuid:12>", .offset = 7}).id, "12");
  EXPECT_EQ(row_of({.id = "<http://a/1>", .offset = 7}).id, "http://a/1");
  EXPECT_EQ(row_of({.offset = 7}).id, "a.warc@7");
}

}  // namespace
}  // namespace tamis::readers
