// Plain text: a document a file, a paragraph or a line.
#include <iconv.h>

#include "tamis/readers/decode_stage.h"
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

std::string in_encoding(const std::string& utf8, const char* encoding) {
  const iconv_t converter = ::iconv_open(encoding, "UTF-8");
  std::string from = utf8;
  std::string to(2 * from.size(), '\0');
  char* in = from.data();
  char* out = to.data();
  std::size_t num_in = from.size(), num_out = to.size();
  EXPECT_EQ(::iconv(converter, &in, &num_in, &out, &num_out), 0u) << encoding;
  ::iconv_close(converter);
  to.resize(to.size() - num_out);
  return to;
}

// The texts of the pieces in UTF-8; what was dropped is "-".
std::vector<std::string> decoded(std::string bytes, const std::string& documents) {
  io::MemoryFileSystem files;
  files.add("a.txt", std::move(bytes));
  const ReaderSpec* const reader = find_reader(builtin_readers(), "plain_text");
  const Setup::Params params = reader->make_params();
  reader->params.front().set(params.get(), documents);
  Batch batch;
  const auto source = open_source(files, "a.txt", "plain_text", Limits{}, params.get());
  EXPECT_TRUE(source.has_value() && (*source)->read(batch, {}).has_value());
  const DecodeStage decode{Limits{}};
  decode.process(batch, decode.make_scratch().get());
  std::vector<std::string> texts;
  for (RowIndex row = 0; row < batch.num_rows(); ++row) texts.emplace_back(batch.text[row]);
  for (const Drop& drop : batch.dropped) texts[drop.row] = "-";
  return texts;
}

// A line by itself says too little: each of these was read as another encoding.
TEST(ReadPlainText, GuessesTheEncodingByTheFile) {
  const std::vector<std::string> poem = {"春眠不觉晓", "处处闻啼鸟", "夜来风雨声",
                                         "花落知多少", "登高",       "白日依山尽",
                                         "黄河入海流", "欲穷千里目", "更上一层楼"};
  const std::vector<std::string> traditional = {
      "床前明月光", "疑是地上霜", "舉頭望明月", "低頭思故鄉", "山中", "空山不見人", "但聞人語響"};
  const std::vector<std::string> french = {"Le château est fermé.", "été", "Il pleut."};
  for (const auto& [lines, encoding] :
       {std::pair(&poem, "GB18030"), std::pair(&traditional, "BIG5"),
        std::pair(&french, "ISO-8859-1"), std::pair(&poem, "UTF-8")}) {
    for (const auto& [end, documents] :
         {std::pair("\n", "line"), std::pair("\r\n\r\n", "paragraph")}) {
      std::string file;
      for (const std::string& line : *lines) file += line + end;
      EXPECT_EQ(decoded(in_encoding(file, encoding), documents), *lines) << encoding;
    }
  }
}

// The guess is of a bounded beginning, which may end within a character.
TEST(ReadPlainText, GuessesByTheBeginningOfALargeFile) {
  std::string file;
  for (int line = 0; line < 20'000; ++line) file += "处处闻啼鸟\n";
  const auto texts = decoded(in_encoding(file, "GB18030"), "line");
  ASSERT_GT(texts.size(), 500u);
  EXPECT_EQ(texts.back(), "处处闻啼鸟");
}

TEST(ReadPlainText, TakesNoCarriageReturnIntoAPiece) {
  EXPECT_EQ(read("one\r\n\u4e8c\r\n", "line").at(1).text, "\u4e8c");
  EXPECT_EQ(read("one\r\n\u4e8c\r\n\r\nx\r\n", "paragraph").at(0).text, "one\n\u4e8c");
}

// Half a paragraph is no document.
TEST(ReadPlainText, LosesTheParagraphWithALineThatItCannotRead) {
  const Limits limits{.document_bytes_max = 5};
  const auto rows = read("one\n123456\nthree\n\nlast\n", "paragraph", limits);
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].reason, DropReason::kDocumentTooLarge);
  EXPECT_EQ(rows[0].id, "a.txt:1");
  EXPECT_EQ(rows[1].text, "last");
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
