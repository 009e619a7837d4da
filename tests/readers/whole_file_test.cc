// A file as one document, for the plain text and the page reader.
#include "tests/readers/reading.h"

namespace tamis::readers {
namespace {

TEST(ReadWholeFile, IsOneDocumentUnderItsPath) {
  for (const char* path : {"a/b.html", "a/b.htm.gz", "B.XHTML"}) {
    const ReadFile file = read_file(path, "<p>\xd6\xd0");
    ASSERT_EQ(file.rows.size(), 1u) << path;
    EXPECT_EQ(file.rows[0].id, path);
    EXPECT_EQ(file.rows[0].text, "<p>\xd6\xd0") << path;
    EXPECT_EQ(file.rows[0].payload, Payload::kHtmlBytes) << path;
  }
}

TEST(ReadWholeFile, IsTextByItsNameAlone) {
  EXPECT_EQ(read_file("a.txt.gz", deflated("<p>")).rows.at(0).payload, Payload::kTextBytes);
  io::MemoryFileSystem files;
  files.add("words", "just words");
  EXPECT_FALSE(open_source(files, "words", "auto", Limits{}).has_value());
}

TEST(ReadWholeFile, DropsByReason) {
  const std::string packed = deflated(std::string(5000, 'a') + "bcd");
  const Limits limits{.document_bytes_max = 10};
  EXPECT_EQ(read_file("a.html", "").rows.at(0).reason, DropReason::kEmptyPayload);
  EXPECT_EQ(read_file("a.html", "0123456789a", {.limits = limits}).rows.at(0).reason,
            DropReason::kDocumentTooLarge);
  EXPECT_FALSE(read_file("a.html", "0123456789", {.limits = limits}).rows.at(0).reason);
  EXPECT_EQ(read_file("a.html.gz", packed.substr(0, packed.size() - 9)).rows.at(0).reason,
            DropReason::kTruncatedRecord);
}

}  // namespace
}  // namespace tamis::readers
