// Plain text: a document a file, a paragraph or a line.
#include "tests/readers/reading.h"

namespace tamis::readers {
namespace {

std::vector<ReadRow> read(std::string bytes, const std::string& documents, Limits limits = {}) {
  return read_file("a.txt", std::move(bytes),
                   {.format = "plain_text", .params = {{"documents", documents}}, .limits = limits})
      .rows;
}

TEST(ReadPlainText, TakesAFileAsItIs) {
  const auto rows = read("one\r\n\r\ntwo\n", "file");
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0].text, "one\r\n\r\ntwo\n");
  EXPECT_EQ(rows[0].id, "a.txt");
  EXPECT_EQ(rows[0].payload, Payload::kTextBytes);
}

TEST(ReadPlainText, EndsParagraphsAtBlankLines) {
  const auto rows = read("\n\n\u7b2c\u4e00\n\u884c\n \t\r\n\nlast", "paragraph");
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].text, "\u7b2c\u4e00\n\u884c");
  EXPECT_EQ(rows[0].id, "a.txt:3");
  EXPECT_EQ(rows[1].text, "last");
}

TEST(ReadPlainText, TakesEachLineThatIsNotBlank) {
  const auto rows = read("one\n\n\u4e8c\nthree", "line");
  ASSERT_EQ(rows.size(), 3u);
  EXPECT_EQ(rows[1].text, "\u4e8c");
  EXPECT_EQ(rows[2].id, "a.txt:4");
}

TEST(ReadPlainText, DropsOnlyThePieceOverTheLimit) {
  const Limits limits{.document_bytes_max = 5};
  for (const char* documents : {"paragraph", "line"}) {
    const auto rows = read("12345\n\n123456\n\nlast\n", documents, limits);
    ASSERT_EQ(rows.size(), 3u) << documents;
    EXPECT_EQ(rows[0].text, "12345") << documents;
    EXPECT_EQ(rows[1].reason, DropReason::kDocumentTooLarge) << documents;
    EXPECT_EQ(rows[2].text, "last") << documents;
  }
  EXPECT_EQ(read("12\n345", "paragraph", limits).at(0).reason, DropReason::kDocumentTooLarge);
  EXPECT_EQ(read("123456", "file", limits).at(0).reason, DropReason::kDocumentTooLarge);
}

}  // namespace
}  // namespace tamis::readers
