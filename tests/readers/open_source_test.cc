#include "tamis/readers/open_source.h"

#include <gtest/gtest.h>

#include "tamis/io/memory_file_system.h"
#include "tamis/readers/field_names.h"

namespace tamis::readers {
namespace {

class OpenSource : public testing::Test {
 protected:
  Batch read(const std::string& path, std::string_view format = "auto",
             const void* params = nullptr) {
    Batch batch;
    auto source = open_source(files_, path, format, Limits{}, params);
    if (!source.has_value()) return batch;
    while (*(*source)->read(batch, {.num_rows_max = 2})) {
    }
    return batch;
  }

  io::MemoryFileSystem files_;
};

TEST_F(OpenSource, ReadsJsonLines) {
  files_.add("a.jsonl",
             "{\"text\":\"one\\u2028\xc2\x85\",\"id\":7,\"url\":\"u\"}\n\nbroken\n{\"no\":1}\n"
             "{\"text\":\"\u4e2d\u6587\"}");
  const Batch batch = read("a.jsonl");
  ASSERT_EQ(batch.num_rows(), 4u);
  EXPECT_EQ(batch.id[0], "7");
  EXPECT_EQ(batch.text[3], "\u4e2d\u6587");
  EXPECT_EQ(batch.id[3], "a.jsonl:5");
  EXPECT_EQ(batch.selected, (std::vector<RowIndex>{0, 3}));
}

TEST_F(OpenSource, FindsNestedFields) {
  files_.add("a.jsonl", "{\"text\":\"one\",\"meta\":{\"url\":\"u\"}}");
  const ReaderSpec* jsonl = find_reader(builtin_readers(), "jsonl");
  const auto params = jsonl->make_params();
  for (const ParamSpec& param : jsonl->params) {
    if (param.name == "url_field") param.set(params.get(), std::string("meta.url"));
  }
  EXPECT_EQ(read("a.jsonl", "jsonl", params.get()).url[0], "u");
}

TEST_F(OpenSource, GivesTheNamesOfFieldsToTheReadersThatTakeThem) {
  files_.add("a.jsonl", "{\"content\":\"\u4e2d\"}");
  files_.add("a.txt", "one");
  FieldNames names;
  names.text_field = "content";
  EXPECT_EQ(read("a.jsonl", "auto", &names).text[0], "\u4e2d");
  EXPECT_EQ(read("a.txt", "auto", &names).text[0], "one");
}

TEST_F(OpenSource, SplitsPlainTextIntoParagraphs) {
  files_.add("a.txt", "one\ntwo\n\n\n\xe4\xb8\xad\nlast");
  const ReaderSpec* text = find_reader(builtin_readers(), "plain_text");
  const auto params = text->make_params();
  text->params[0].set(params.get(), std::string("paragraph"));
  const Batch batch = read("a.txt", "plain_text", params.get());
  ASSERT_EQ(batch.num_rows(), 2u);
  EXPECT_EQ(batch.text[0], "one\ntwo");
  EXPECT_EQ(batch.text[1], "\xe4\xb8\xad\nlast");
  EXPECT_EQ(batch.id[1], "a.txt:5");
  EXPECT_EQ(read("a.txt").num_rows(), 1u);
}

TEST_F(OpenSource, CountsRecordsThatAreNoDocuments) {
  files_.add("a.warc",
             "WARC/1.0\r\nWARC-Type: request\r\nContent-Length: 0\r\n\r\n\r\n\r\n"
             "WARC/1.0\r\nWARC-Type: revisit\r\nContent-Length: 0\r\n\r\n\r\n\r\n");
  auto source = open_source(files_, "a.warc", "auto", Limits{});
  Batch batch;
  EXPECT_FALSE(*(*source)->read(batch, {}));
  EXPECT_EQ(batch.dropped.size(), 1u);
  EXPECT_EQ((*source)->num_other_records(), (Source::RecordCounts{{"request", 1}}));
}

TEST_F(OpenSource, KnowsFormatsByTheirFirstBytes) {
  files_.add("page", " <!DOCTYPE html><p>");
  files_.add("crawl", "WARC/1.0\r\nWARC-Type: revisit\r\nContent-Length: 0\r\n\r\n\r\n\r\n");
  EXPECT_EQ(read("page").payload.at(0), Payload::kHtmlBytes);
  EXPECT_EQ(read("crawl").num_rows(), 1u);
}

TEST_F(OpenSource, AdvisesWhereTheFormatIsNotKnown) {
  files_.add("what", "\x01\x02\x03");
  const auto source = open_source(files_, "what", "auto", Limits{});
  ASSERT_FALSE(source.has_value());
  EXPECT_NE(source.error().message().find("jsonl"), std::string_view::npos);
  EXPECT_FALSE(open_source(files_, "what", "word", Limits{}).has_value());
}

TEST_F(OpenSource, EndsAtOnceOnEmptyFiles) {
  for (const char* path : {"a.warc", "a.arc", "a.jsonl", "nameless"}) {
    files_.add(path, "");
    EXPECT_EQ(read(path).num_rows(), 0u) << path;
  }
}

}  // namespace
}  // namespace tamis::readers
