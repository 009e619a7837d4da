#include "tamis/output/document_rows.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <deque>

#include "tamis/output/row_sink.h"
#include "tests/output/run_fixture.h"

namespace tamis::output {
namespace {

// The names of the columns of documents/, and the values of one document.
struct Rows {
  std::vector<std::string> names;
  std::vector<writers::FieldValue> values;
  std::deque<std::string> texts;  // what the values look at
};

Rows rows_of(const std::string& recipe, const Batch& batch) {
  io::MemoryFileSystem files;
  files.add("in.jsonl", json_line("a", kGoodEnglish));
  const pipeline::Plan plan =
      must(pipeline::build_plan(files, "r.yaml", recipe, {.inputs = {"test=in.jsonl"}}));
  const DocumentRows document_rows(plan);
  Rows rows;
  for (const writers::Field& field : document_rows.kept_fields()) rows.names.push_back(field.name);
  CutPieces cuts;
  cuts.collect(batch);
  document_rows.make_kept(batch, 0, cuts, rows.values);
  for (writers::FieldValue& value : rows.values) {
    if (const auto* text = std::get_if<std::string_view>(&value))
      value = std::string_view(rows.texts.emplace_back(*text));
  }
  return rows;
}

TEST(DocumentRows, HoldAttributionWhereItIsRead) {
  Batch batch;
  batch.append({.id = "a", .text = "河水"});
  batch.author.replace(0, "张三");
  const std::string recipe = "read: {metadata_fields: []}\nstages: []\n";
  const Rows plain = rows_of(recipe, batch);
  EXPECT_EQ(plain.names.back(), "offset");
  EXPECT_EQ(plain.values.size(), plain.names.size());
  const Rows rows = rows_of("extract: {attribution: true}\n" + recipe, batch);
  ASSERT_EQ(rows.values.size(), plain.values.size() + 3);
  EXPECT_EQ(rows.names[plain.names.size()], "author");
  EXPECT_EQ(std::get<std::string_view>(rows.values[plain.names.size()]), "张三");
  EXPECT_TRUE(std::holds_alternative<std::monostate>(rows.values.back()));
}

TEST(DocumentRows, HoldMetadataWhereInputsMayHaveSome) {
  Batch batch;
  batch.append({.id = "a", .metadata = R"({"dump":"河"})", .text = "河水"});
  Rows rows = rows_of("stages: []\n", batch);
  EXPECT_EQ(rows.names.back(), "metadata");
  EXPECT_EQ(std::get<writers::Json>(rows.values.back()).text, R"({"dump":"河"})");
  batch.metadata.replace(0, "");
  rows = rows_of("stages: []\n", batch);
  EXPECT_TRUE(std::holds_alternative<std::monostate>(rows.values.back()));
  EXPECT_EQ(rows_of("read: {format: plain_text}\nstages: []\n", batch).names.back(), "offset");
}

// As of a count before and behind a cut: the row has the text behind it.
TEST(DocumentRows, HoldTheNumberThatWasMeasuredLast) {
  Batch batch;
  batch.append({.id = "a", .text = "河水"});
  batch.signals.resize(2);
  batch.signals.set(0, 0, 9);
  const std::string recipe = "stages: [s: [word_count], t: [word_count]]\n";
  EXPECT_EQ(std::get<double>(rows_of(recipe, batch).values.back()), 9);
  batch.signals.set(1, 0, 2);
  EXPECT_EQ(std::get<double>(rows_of(recipe, batch).values.back()), 2);
}

// So that no measured number gets the name of another column.
TEST(DocumentRows, HaveTheColumnsThatPlansKnow) {
  io::MemoryFileSystem files;
  const pipeline::Plan plan = must(
      pipeline::build_plan(files, "r.yaml", "extract: {attribution: true}\nwrite: {cuts: true}",
                           {.needs_inputs = false}));
  const DocumentRows rows(plan);
  for (const auto& fields : {rows.kept_fields(), rows.rejected_fields(), TextSink::fields(),
                             MeasureSink::fields(plan)}) {
    for (const writers::Field& field : fields) {
      EXPECT_NE(std::ranges::find(pipeline::kDocumentColumns, field.name),
                std::end(pipeline::kDocumentColumns))
          << field.name;
    }
  }
}

TEST(DocumentRows, HoldWhatWasCutIfTheyAreToldTo) {
  const std::string stages = "stages: [s: [line_word_count]]\n";
  Batch batch;
  batch.append({.id = "a", .text = "河水"});
  batch.signals.resize(1);
  batch.record_cut(0, kFirstStepCause, "上\"页", 2);
  const Rows rows = rows_of("write: {cuts: true}\n" + stages, batch);
  EXPECT_EQ(rows.names.back(), "cuts");
  EXPECT_EQ(std::get<std::string_view>(rows.values.back()),
            R"([{"stage":"s","rule":"line_word_count","value":2,"text":"上\"页"}])");
  EXPECT_EQ(rows_of(stages, batch).names.back(), "line_word_count");
}

}  // namespace
}  // namespace tamis::output
