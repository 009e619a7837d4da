// Parquet as users meet it: through the reader and the writer, which load the module.
#include <algorithm>
#include <random>

#include "parquet_files.h"
#include "tamis/base/module.h"

namespace tamis {
namespace {

using writers::Field;
using writers::FieldType;

const std::vector<Field> kFields = {{"id", FieldType::kText},
                                    {"text", FieldType::kText},
                                    {"url", FieldType::kText},
                                    {"word_count", FieldType::kInteger},
                                    {"confidence", FieldType::kNumber}};

Row row(std::string_view id, std::string_view text) {
  return {id, text, std::string_view("http://a.cn/"), std::int64_t{7}, 0.5};
}

const std::vector<Row> kThreeRows = {row("a", "One line.\nTwo."), row("b", "“全角”，标点！"),
                                     row("c", "last")};

std::int64_t num_threads() {
  return std::distance(std::filesystem::directory_iterator("/proc/self/task"), {});
}

TEST(LoadModule, SaysWhatAMissingModuleMeans) {
  const auto module = load_module("absent", "tamis_absent", "do without it");
  ASSERT_FALSE(module.has_value());
  EXPECT_EQ(module.error().code(), ErrorCode::kUnavailable);
  EXPECT_NE(module.error().message().find("tamis_absent.so"), std::string::npos);
  EXPECT_NE(module.error().message().find("do without it"), std::string::npos);
}

TEST(LoadModule, SaysWithoutArrowWhatToDo) {
#ifdef TAMIS_HAS_PARQUET
  GTEST_SKIP() << "this build has the Parquet module";
#endif
  io::DiskFileSystem disk;
  const auto writer = writers::find_writer("parquet")->open(disk, "never.parquet", kFields, {});
  ASSERT_FALSE(writer.has_value());
  EXPECT_NE(writer.error().message().find("write jsonl"), std::string::npos);
  EXPECT_FALSE(writers::find_writer("parquet")->load().has_value());
}

class Parquet : public ParquetFiles {
 protected:
  // That a file is read up to where it is damaged, and what is behind it dropped as one document.
  void expect_damaged(const std::string& name) {
    Batch batch;
    ASSERT_TRUE(read(name, batch).has_value()) << name;
    ASSERT_FALSE(batch.dropped.empty()) << name;
    const Drop& last = batch.dropped.back();
    EXPECT_EQ(last.cause, static_cast<CauseId>(DropReason::kDamagedRecord)) << name;
    EXPECT_EQ(last.row, batch.num_rows() - 1) << name;
    EXPECT_EQ(batch.id[last.row], path(name));
    EXPECT_EQ(std::ranges::count(batch.dropped, last.cause, &Drop::cause), 1) << name;
  }
};

TEST_F(Parquet, RefusesATableThatTheModuleHasNot) {
  const auto module = load_module("parquet", "tamis_no_such_table", "");
  ASSERT_FALSE(module.has_value());
  EXPECT_NE(module.error().message().find("tamis_no_such_table"), std::string::npos);
}

TEST_F(Parquet, ReadsWhatItWrote) {
  ASSERT_TRUE(write("a.parquet", kFields, kThreeRows).has_value());
  Batch batch;
  ASSERT_TRUE(read("a.parquet", batch).has_value());
  ASSERT_EQ(batch.selected.size(), 3U);
  EXPECT_EQ(batch.id[0], "a");
  EXPECT_EQ(batch.text[0], "One line.\nTwo.");
  EXPECT_EQ(batch.text[1], "“全角”，标点！");
  EXPECT_EQ(batch.code_points[1], 8);
  EXPECT_EQ(batch.url[2], "http://a.cn/");
  EXPECT_EQ(batch.title[2], "");
  EXPECT_EQ(batch.payload[2], Payload::kText);
  EXPECT_EQ(batch.offset[2], 3);
}

TEST_F(Parquet, DropsRowsWithoutText) {
  ASSERT_TRUE(write("a.parquet", kFields, {row("a", ""), Row(5), row("c", "text")}).has_value());
  Batch batch;
  ASSERT_TRUE(read("a.parquet", batch).has_value());
  EXPECT_EQ(batch.selected, (std::vector<RowIndex>{2}));
  ASSERT_EQ(batch.dropped.size(), 2U);
  EXPECT_EQ(batch.dropped[1].cause, static_cast<CauseId>(DropReason::kEmptyPayload));
  EXPECT_EQ(batch.id[1], path("a.parquet") + ":2");
}

TEST_F(Parquet, DropsATextOverTheLimitAlone) {
  const std::string large(1001, 'x');
  const std::string fitting(1000, 'x');
  ASSERT_TRUE(write("a.parquet", kFields, {row("a", large), row("b", fitting)}).has_value());
  Batch batch;
  ASSERT_TRUE(read("a.parquet", batch, {}, {.document_bytes_max = 1000}).has_value());
  ASSERT_EQ(batch.dropped.size(), 1U);
  EXPECT_EQ(batch.dropped[0].cause, static_cast<CauseId>(DropReason::kDocumentTooLarge));
  EXPECT_EQ(batch.text[0], "");
  EXPECT_EQ(batch.text[1], fitting);
}

TEST_F(Parquet, KeepsAFileOfNoRows) {
  ASSERT_TRUE(write("a.parquet", kFields, {}).has_value());
  Batch batch;
  ASSERT_TRUE(read("a.parquet", batch).has_value());
  EXPECT_EQ(batch.num_rows(), 0U);
}

TEST_F(Parquet, KeepsManyRowsInOrderInSmallBatches) {
  constexpr std::int64_t kNumRows = 100'000;
  std::vector<std::string> texts;
  for (std::int64_t index = 0; index < kNumRows; ++index) {
    texts.push_back("第" + std::to_string(index) + "行");
  }
  std::vector<Row> rows;
  for (const std::string& text : texts) rows.push_back(row(text, text));
  ASSERT_TRUE(write("a.parquet", kFields, rows).has_value());

  const auto source = open("a.parquet");
  ASSERT_TRUE(source.has_value());
  Batch batch;
  std::size_t num_read = 0;
  for (bool has_more = true; has_more; batch.clear()) {
    const auto result = (*source)->read(batch, {.num_rows_max = 333});
    ASSERT_TRUE(result.has_value());
    has_more = *result;
    ASSERT_LE(batch.num_rows(), 333U);
    for (RowIndex index = 0; index < batch.num_rows(); ++index, ++num_read) {
      ASSERT_EQ(batch.text[index], texts[num_read]);
    }
  }
  EXPECT_EQ(num_read, texts.size());
  EXPECT_EQ((*source)->num_bytes_read(), std::ssize(bytes_of("a.parquet")));
}

TEST_F(Parquet, EndsABatchAtItsBytes) {
  const std::string text(1000, 'x');
  ASSERT_TRUE(write("a.parquet", kFields, std::vector<Row>(10, row("a", text))).has_value());
  const auto source = open("a.parquet");
  Batch batch;
  const auto has_more = (*source)->read(batch, {.num_bytes_max = 2500 + 2 * Batch::kRowBytes});
  ASSERT_TRUE(has_more.has_value());
  EXPECT_TRUE(*has_more);
  EXPECT_EQ(batch.num_rows(), 3U);
}

TEST_F(Parquet, GivesTheSameBytesEachTime) {
  ASSERT_TRUE(write("a.parquet", kFields, kThreeRows).has_value());
  ASSERT_TRUE(write("b.parquet", kFields, kThreeRows).has_value());
  EXPECT_EQ(bytes_of("a.parquet"), bytes_of("b.parquet"));
}

TEST_F(Parquet, AppearsOnlyWhenCommitted) {
  {
    const auto writer =
        writers::find_writer("parquet")->open(disk_, path("a.parquet"), kFields, {});
    ASSERT_TRUE(writer.has_value());
    ASSERT_TRUE((*writer)->write(kThreeRows[0]).has_value());
    EXPECT_FALSE(std::filesystem::exists(path("a.parquet")));
  }
  EXPECT_FALSE(std::filesystem::exists(path("a.parquet.partial")));
}

TEST_F(Parquet, StartsNoThread) {
  const std::int64_t num_threads_before = num_threads();
  ASSERT_TRUE(write("a.parquet", kFields, kThreeRows).has_value());
  Batch batch;
  ASSERT_TRUE(read("a.parquet", batch).has_value());
  EXPECT_EQ(num_threads(), num_threads_before);
}

TEST_F(Parquet, ReadsTheColumnsNamed) {
  ASSERT_TRUE(write("a.parquet", kFields, kThreeRows).has_value());
  readers::FieldNames fields;
  fields.text_field = "url";
  fields.id_field = "word_count";
  fields.title_field = "text";
  fields.content = "html";
  Batch batch;
  ASSERT_TRUE(read("a.parquet", batch, fields).has_value());
  EXPECT_EQ(batch.text[0], "http://a.cn/");
  EXPECT_EQ(batch.id[0], "7");
  EXPECT_EQ(batch.title[1], "“全角”，标点！");
  EXPECT_EQ(batch.payload[0], Payload::kHtml);
}

TEST_F(Parquet, ListsTheColumnsWhereOneIsMissing) {
  ASSERT_TRUE(write("a.parquet", kFields, kThreeRows).has_value());
  for (const auto field : {&readers::FieldNames::text_field, &readers::FieldNames::url_field}) {
    readers::FieldNames fields;
    fields.*field = "contents";
    const auto source = open("a.parquet", fields);
    ASSERT_FALSE(source.has_value());
    EXPECT_EQ(source.error().code(), ErrorCode::kInvalidInput);
    EXPECT_NE(source.error().message().find("\"contents\""), std::string::npos);
    EXPECT_NE(source.error().message().find("id, text, url, word_count, confidence"),
              std::string::npos);
  }
}

TEST_F(Parquet, RefusesNumbersAsText) {
  ASSERT_TRUE(write("a.parquet", kFields, kThreeRows).has_value());
  readers::FieldNames fields;
  fields.text_field = "confidence";
  EXPECT_FALSE(open("a.parquet", fields).has_value());
}

TEST_F(Parquet, DropsAFileThatIsNone) {
  put("empty.parquet", "");
  put("text.parquet", "PAR1 but no Parquet at all");
  expect_damaged("empty.parquet");
  expect_damaged("text.parquet");
}

TEST_F(Parquet, NamesAFileThatItCannotRead) {
  put("packed.parquet.gz", "");
  for (const auto& [name, code] : std::vector<std::pair<std::string, ErrorCode>>{
           {"packed.parquet.gz", ErrorCode::kInvalidInput},
           {"absent.parquet", ErrorCode::kNotFound}}) {
    const auto source = open(name);
    ASSERT_FALSE(source.has_value()) << name;
    EXPECT_EQ(source.error().code(), code) << name;
    EXPECT_NE(source.error().message().find(path(name)), std::string::npos);
  }
}

TEST_F(Parquet, SurvivesDamageAnywhere) {
  ASSERT_TRUE(write("a.parquet", kFields, kThreeRows).has_value());
  const std::string whole = bytes_of("a.parquet");
  std::mt19937 random(1);
  for (std::size_t index = 0; index < whole.size(); index += 3) {
    std::string damaged = whole;
    damaged[index] = static_cast<char>(random());
    put("damaged.parquet", damaged);
    Batch batch;
    static_cast<void>(read("damaged.parquet", batch));
    static_cast<void>(readers::describe_parquet(disk_, path("damaged.parquet")));
    put("damaged.parquet", whole.substr(0, index));
    expect_damaged("damaged.parquet");
  }
}

TEST_F(Parquet, NoticesADamagedText) {
  const std::string text = "A text that zstd leaves as it is, being short: 很短。";
  ASSERT_TRUE(write("a.parquet", {{"text", FieldType::kText}}, {{text}}).has_value());
  std::string bytes = bytes_of("a.parquet");
  bytes[bytes.find("zstd")] = 'Z';
  put("a.parquet", bytes);
  expect_damaged("a.parquet");
}

// A file of nothing but a footer: one column, "text", and row groups in Thrift's compact protocol.
std::string file_of_groups(std::string_view groups) {
  using std::string_literals::operator""s;
  std::string footer = "\x15\x02\x19\x2c\x48\x06schema\x15\x02\x00"s;
  footer += "\x15\x0c\x25\x00\x18\x04text\x00\x16\x02\x19"s;
  footer += std::string(groups) + '\0';
  const auto num_bytes = static_cast<char>(footer.size());  // of four bytes, the lowest first
  return "PAR1" + footer + num_bytes + std::string(3, '\0') + "PAR1";
}

TEST_F(Parquet, RefusesAFooterThatWouldFillTheMemory) {
  put("groups.parquet", file_of_groups("\xfc\x80\x80\x40"));           // 2^20 of them
  put("columns.parquet", file_of_groups("\x1c\x19\xfc\x80\x80\x40"));  // as many in the first
  for (const std::string name : {"groups.parquet", "columns.parquet"}) {
    const auto source = open(name);
    ASSERT_FALSE(source.has_value()) << name;
    EXPECT_EQ(source.error().code(), ErrorCode::kUnavailable) << source.error().message();
    EXPECT_NE(source.error().message().find("give more --memory"), std::string::npos) << name;
  }
}

TEST_F(Parquet, NoticesAGroupOfFewerRowsThanItSays) {
  using std::string_view_literals::operator""sv;
  put("a.parquet", file_of_groups("\x1c\x19\x1c\x26\x00\x00\x16\x02\x16\x02\x00"sv));
  expect_damaged("a.parquet");
}

TEST_F(Parquet, RefusesATextOfLessThanNothing) {
  using std::string_literals::operator""s;
  const std::string column = "\x15\x0c\x19\x15\x00\x19\x18\x04text\x15\x00\x16\x02"s;
  const std::string minus_one_byte = "\x16\x01";
  put("a.parquet", file_of_groups("\x1c\x19\x1c\x26\x00\x1c"s + column + minus_one_byte +
                                  "\x16\x02\x26\x08\x00\x00\x16\x02\x16\x02\x00"s));
  expect_damaged("a.parquet");
}

TEST_F(Parquet, ReadsWithinTheMemoryThatItIsGiven) {
  constexpr std::int64_t kMebibyte = std::int64_t{1} << 20;
  const std::string large(8 * kMebibyte, 'x');
  ASSERT_TRUE(write("a.parquet", kFields, {row("a", large)}).has_value());
  Batch batch;
  const auto refusal = read("a.parquet", batch, {}, {}, 4 * kMebibyte);
  ASSERT_FALSE(refusal.has_value());
  EXPECT_EQ(refusal.error().code(), ErrorCode::kUnavailable);
  for (const std::string_view part : {"a.parquet: it needs more at once than the 4 MiB",
                                      "give more --memory", "smaller row groups"}) {
    EXPECT_NE(refusal.error().message().find(part), std::string::npos) << refusal.error().message();
  }
  batch.clear();
  ASSERT_TRUE(read("a.parquet", batch, {}, {}, 64 * kMebibyte).has_value());
  EXPECT_EQ(batch.text[0].size(), large.size());
}

TEST_F(Parquet, HasAFaultWithoutATextColumn) {
  ASSERT_TRUE(
      write("a.parquet", {{"content", FieldType::kText}}, {{std::string_view("one")}}).has_value());
  const auto fault = readers::file_fault(disk_, path("a.parquet"), "auto", {}, nullptr);
  EXPECT_NE(fault->find("has no column \"text\""), std::string::npos);
  readers::FieldNames fields;
  fields.text_field = "content";
  EXPECT_EQ(*readers::file_fault(disk_, path("a.parquet"), "parquet", {}, &fields), "");
}

TEST_F(Parquet, HasAFaultThatIsEncrypted) {
  ASSERT_TRUE(write("a.parquet", kFields, kThreeRows).has_value());
  std::string bytes = bytes_of("a.parquet");
  bytes.replace(0, 4, "PARE").replace(bytes.size() - 4, 4, "PARE");
  put("a.parquet", bytes);
  EXPECT_NE(readers::file_fault(disk_, path("a.parquet"), "auto", {}, nullptr)->find("decrypt"),
            std::string::npos);
}

TEST_F(Parquet, DescribesAFile) {
  ASSERT_TRUE(write("a.parquet", kFields, kThreeRows).has_value());
  const auto lines = readers::describe_parquet(disk_, path("a.parquet"));
  ASSERT_TRUE(lines.has_value());
  for (const std::string_view line :
       {"rows: 3", "row groups: 1", "columns: 5", "text: String (BYTE_ARRAY), zstd",
        "text: \"One line.\\nTwo.\"", "word_count: 7", "confidence: 0.5"}) {
    EXPECT_NE(lines->find(line), std::string::npos) << line << "\n" << *lines;
  }
}

}  // namespace
}  // namespace tamis
