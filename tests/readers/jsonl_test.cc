// JSON Lines to documents: fields, broken lines, bytes that are no UTF-8.
#include "tests/readers/reading.h"

namespace tamis::readers {
namespace {

std::vector<ReadRow> read(std::string bytes, ReadOptions options = {.format = "jsonl"}) {
  return read_file("a.jsonl", std::move(bytes), std::move(options)).rows;
}

TEST(ReadJsonLines, EndsLinesAtLineFeedsAlone) {
  const auto rows = read("{\"text\":\"a\u2028b\u2029c\u0085d\"}\n{\"text\":\"\u4e2d\u6587\"}");
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].text, "a\u2028b\u2029c\u0085d");
  EXPECT_EQ(rows[1].text, "\u4e2d\u6587");
}

TEST(ReadJsonLines, PassesBlankLinesButCountsThem) {
  const auto rows = read("\n \t\r\n{\"text\":\"a\"}\r\n\n");
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0].id, "a.jsonl:3");
}

TEST(ReadJsonLines, DropsOnlyTheLineThatIsBroken) {
  for (const char* line : {"{\"text\":\"a\"", "{\"text\":\"\\ud80\"}", "garbage", "\xff\xff"}) {
    const auto rows = read(std::string(line) + "\n{\"text\":\"good\"}\n");
    ASSERT_EQ(rows.size(), 2u) << line;
    EXPECT_EQ(rows[0].reason, DropReason::kUnparsableLine) << line;
    EXPECT_EQ(rows[1].text, "good") << line;
  }
  EXPECT_EQ(read("{\"text\":\"\"}").at(0).reason, DropReason::kEmptyPayload);
}

TEST(ReadJsonLines, SaysThatALineHasNoTextField) {
  for (const char* line :
       {"{\"no\":1}", "{\"text\":null}", "{\"text\":[]}", "{\"text\":7}", "[1]", "7"}) {
    const auto rows = read(std::string(line) + "\n{\"text\":\"good\"}\n");
    ASSERT_EQ(rows.size(), 2u) << line;
    EXPECT_EQ(rows[0].reason, DropReason::kNoTextField) << line;
    EXPECT_EQ(rows[1].text, "good") << line;
  }
}

TEST(ReadJsonLines, RepairsBytesThatAreNoUtf8) {
  const auto rows =
      read("{\"text\":\"caf\xe9 \xe4\xb8 \u4e2d\",\"url\":\"u\xff\"}\n{\"text\":\"next\"}");
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].text, "caf\ufffd \ufffd \u4e2d");
  EXPECT_EQ(rows[0].url, "u\ufffd");
  EXPECT_FALSE(rows[0].reason);
  EXPECT_EQ(rows[1].text, "next");
}

// All of the line is U+FFFD, or ends no string where a second byte is a backslash.
TEST(ReadJsonLines, DropsLinesInAnotherEncoding) {
  const auto rows = read(
      "{\"text\":\"春眠不觉晓，处处闻啼鸟。夜来风雨声，花落知多少。"
      "春眠不觉晓，处处闻啼鸟。夜来风雨声，花落知多少。"
      "春眠不觉晓，处处闻啼鸟。夜来风雨声，花落知多少。\"}\n"
      "{\"text\":\"\xb4\xba\xc3\xdf\xb2\xbb\xbe\xf5\"}\n"
      "{\"text\":\"\xb3\\\xa5\\\xbb\\\xa5\\\xb3\\\"}\n");
  ASSERT_EQ(rows.size(), 3u);
  EXPECT_FALSE(rows[0].reason);
  EXPECT_EQ(rows[1].reason, DropReason::kCharset);
  EXPECT_EQ(rows[2].reason, DropReason::kCharset);
}

TEST(ReadJsonLines, RepairsHalvesOfPairsInEscapes) {
  const auto rows = read("{\"text\":\"\\u78e8\\u574a \\ud83d\"}\n{\"text\":\"caf\xe9 \\ude00\"}");
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].text, "磨坊 \ufffd");
  EXPECT_EQ(rows[1].text, "caf\ufffd \ufffd");
  EXPECT_FALSE(rows[0].reason || rows[1].reason);
}

TEST(ReadJsonLines, DropsARowWhoseOtherFieldsAreTooLarge) {
  ReadOptions options = {.format = "jsonl"};
  options.limits.metadata_bytes_max = 100;
  const auto rows = read("{\"id\":\"a\",\"text\":\"t\",\"html\":\"" + std::string(200, 'x') +
                             "\"}\n{\"text\":\"good\",\"html\":\"short\"}",
                         options);
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].reason, DropReason::kMetadataTooLarge);
  EXPECT_EQ(rows[0].id, "a");
  EXPECT_EQ(rows[0].text, "t");
  EXPECT_FALSE(rows[1].reason);
}

TEST(ReadJsonLines, TakesNumbersOfAnySize) {
  const auto rows =
      read("{\"text\":\"a\",\"n\":1e400}\n{\"text\":\"b\",\"id\":18446744073709551616}");
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].text, "a");
  EXPECT_EQ(rows[1].id, "18446744073709551616");
}

TEST(ReadJsonLines, PassesAByteOrderMark) {
  EXPECT_EQ(read("\ufeff{\"text\":\"a\"}\n").at(0).text, "a");
  const auto rows = read("{\"text\":\"a\"}\n\ufeff{\"text\":\"b\"}\n");
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[1].text, "b");
}

TEST(ReadJsonLines, TakesWhatPythonWritesOfFloats) {
  const auto rows = read("{\"text\":\"a\",\"s\":NaN}\n{\"s\":-Infinity,\"text\":\"NaN\"}\n");
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].text, "a");
  EXPECT_EQ(rows[1].text, "NaN");
}

TEST(ReadJsonLines, FindsFieldsInsideFields) {
  const ReadOptions options{.format = "jsonl",
                            .params = {{"text_field", "page.body"}, {"url_field", "meta.a.b"}}};
  const auto rows = read(
      "{\"page\":{\"body\":\"x\"},\"meta\":{\"a\":{\"b\":7}}}\n{\"page.body\":\"y\"}", options);
  EXPECT_EQ(rows.at(0).text, "x");
  EXPECT_EQ(rows.at(0).url, "7");
  EXPECT_EQ(rows.at(1).text, "y");
}

TEST(ReadJsonLines, DropsLinesAndTextsOverTheLimit) {
  const ReadOptions options{.format = "jsonl", .limits = {.document_bytes_max = 10}};
  const std::string huge = "{\"text\":\"" + std::string(3'000'000, 'x') + "\"}\n";
  const auto rows =
      read("{\"text\":\"0123456789\"}\n{\"text\":\"0123456789a\"}\n" + huge + "{\"text\":\"last\"}",
           options);
  ASSERT_EQ(rows.size(), 4u);
  EXPECT_FALSE(rows[0].reason);
  EXPECT_EQ(rows[1].reason, DropReason::kDocumentTooLarge);
  EXPECT_EQ(rows[2].reason, DropReason::kDocumentTooLarge);
  EXPECT_EQ(rows[3].text, "last");
}

TEST(ReadJsonLines, DropsRowsOfLargeOtherFields) {
  const ReadOptions options{.format = "jsonl", .limits = {.header_bytes_max = 100}};
  const auto rows =
      read("{\"id\":\"a\",\"text\":\"中\",\"url\":\"" + std::string(99, 'u') +
               "\"}\n{\"id\":\"b\",\"text\":\"中\",\"title\":\"" + std::string(100, 't') + "\"}",
           options);
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_FALSE(rows[0].reason);
  EXPECT_EQ(rows[1].reason, DropReason::kHeaderTooLarge);
  EXPECT_EQ(rows[1].id, "a.jsonl:2");
}

// What a parser would make of a large line is larger than the line.
TEST(ReadJsonLines, BoundsTheValuesOfLargeLines) {
  const auto line_of = [](std::string_view unit) {
    std::string line = "{\"text\":\"中\",\"x\":[";
    while (line.size() < 1'500'000) line += unit;
    return line + "0]}\n";
  };
  const ReadOptions options{.format = "jsonl", .limits = {.document_bytes_max = 2 << 20}};
  EXPECT_EQ(read(line_of("0,"), options).at(0).reason, DropReason::kDocumentTooLarge);
  EXPECT_EQ(read(line_of("[],"), options).at(0).reason, DropReason::kDocumentTooLarge);
  const std::string in_strings = "\"" + std::string(100'000, ',') + "\\\"[[[\",";
  EXPECT_FALSE(read(line_of(in_strings), options).at(0).reason);
}

TEST(ReadJsonLines, MakesDatesOfNumbers) {
  const auto rows = read(
      "{\"text\":\"\u4e2d\",\"date\":1709633730}\n{\"text\":\"a\",\"date\":1.7096337301e12}\n"
      "{\"text\":\"a\",\"date\":-7}\n{\"text\":\"a\",\"date\":\"1709633730\"}\n");
  ASSERT_EQ(rows.size(), 4u);
  EXPECT_EQ(rows[0].date, "2024-03-05T10:15:30Z");
  EXPECT_EQ(rows[1].date, "2024-03-05T10:15:30Z");
  EXPECT_EQ(rows[2].date, "");
  EXPECT_EQ(rows[3].date, "1709633730");  // as it is
}

TEST(ReadJsonLines, TakesPagesIfTold) {
  const ReadOptions options{.format = "jsonl", .params = {{"content", "html"}}};
  EXPECT_EQ(read("{\"text\":\"<p>\"}", options).at(0).payload, Payload::kHtml);
}

// Copies of what is repaired are bounded by the limits, not by twice as much.
TEST(ReadJsonLines, RepairsNoLineBeyondTheLimits) {
  const Limits limits = {.document_bytes_max = 1000, .header_bytes_max = 200};
  const auto read = [&](std::string_view end, std::size_t num_bytes) {
    std::string line = "{\"text\":\"a\",\"x\":\"";
    line.resize(num_bytes - end.size() - 2, 'x');
    return read_file("a.jsonl", line + std::string(end) + "\"}\n", {.limits = limits}).rows.at(0);
  };
  EXPECT_EQ(read("\\ud83d", 1200).reason, std::nullopt);
  EXPECT_EQ(read("\\ud83d", 1201).reason, DropReason::kDocumentTooLarge);
  EXPECT_EQ(read("", 1201).reason, std::nullopt);
}

}  // namespace
}  // namespace tamis::readers
