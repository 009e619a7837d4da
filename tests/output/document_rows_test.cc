#include "tamis/output/document_rows.h"

#include <gtest/gtest.h>

#include "tests/output/run_fixture.h"

namespace tamis::output {
namespace {

// The names of the columns of documents/, and the values of one document.
struct Rows {
  std::vector<std::string> names;
  std::vector<writers::FieldValue> values;
};

Rows rows_of(const std::string& recipe, const Batch& batch) {
  io::MemoryFileSystem files;
  files.add("in.jsonl", json_line("a", kGoodEnglish));
  const pipeline::Plan plan =
      must(pipeline::build_plan(files, "r.yaml", recipe, {.inputs = {"test=in.jsonl"}}));
  const DocumentRows document_rows(plan);
  Rows rows;
  for (const writers::Field& field : document_rows.kept_fields()) rows.names.push_back(field.name);
  document_rows.make_kept(batch, 0, rows.values);
  return rows;
}

TEST(DocumentRows, HoldAttributionWhereItIsRead) {
  Batch batch;
  batch.append({.id = "a", .text = "河水"});
  batch.author.replace(0, "张三");
  const Rows plain = rows_of("stages: []\n", batch);
  EXPECT_EQ(plain.names.back(), "offset");
  EXPECT_EQ(plain.values.size(), plain.names.size());
  const Rows rows = rows_of("extract: {attribution: true}\nstages: []\n", batch);
  ASSERT_EQ(rows.values.size(), plain.values.size() + 3);
  EXPECT_EQ(rows.names[plain.names.size()], "author");
  EXPECT_EQ(std::get<std::string_view>(rows.values[plain.names.size()]), "张三");
  EXPECT_TRUE(std::holds_alternative<std::monostate>(rows.values.back()));
}

}  // namespace
}  // namespace tamis::output
