// Against pyarrow, the writer and reader of most Parquet files there are.
#include <cstdlib>

#include "parquet_files.h"

namespace tamis {
namespace {

using writers::Field;
using writers::FieldType;

class Pyarrow : public ParquetFiles {
 protected:
  void SetUp() override {
    ParquetFiles::SetUp();
    if (IsSkipped()) return;
    if (!python("pass")) GTEST_SKIP() << TAMIS_PYTHON << " has no pyarrow";
  }

  // Runs a script that knows pyarrow as `pa` and `pq`, and the test's folder as its own.
  bool python(const std::string& script) {
    put("script.py", "import datetime\nimport pyarrow as pa, pyarrow.parquet as pq\n" + script);
    const std::string folder = std::filesystem::path(path("script.py")).parent_path().string();
    const std::string command = "cd '" + folder + "' && '" TAMIS_PYTHON "' script.py";
    return std::system(command.c_str()) == 0;
  }
};

TEST_F(Pyarrow, ReadsWhatWeWrote) {
  const std::vector<Field> fields = {
      {"text", FieldType::kText}, {"words", FieldType::kInteger}, {"ratio", FieldType::kNumber}};
  ASSERT_TRUE(write("ours.parquet", fields,
                    {{std::string_view("中文，text"), std::int64_t{-3}, 0.25}, Row(3)})
                  .has_value());
  EXPECT_TRUE(python(R"(
table = pq.read_table("ours.parquet", page_checksum_verification=True)
assert table.schema == pa.schema([("text", pa.utf8()), ("words", pa.int64()), ("ratio", pa.float64())])
assert table.to_pylist() == [dict(text="中文，text", words=-3, ratio=0.25), dict(text=None, words=None, ratio=None)]
)"));
}

TEST_F(Pyarrow, WritesStringsOfAllKindsForUs) {
  ASSERT_TRUE(python(R"(
values = ["甲", None, "second"]
for name, type in [("utf8", pa.utf8()), ("large", pa.large_utf8()), ("view", pa.string_view()),
                   ("binary", pa.binary()), ("large_binary", pa.large_binary()),
                   ("dictionary", pa.dictionary(pa.int32(), pa.utf8()))]:
    for codec in ["none", "snappy", "gzip", "brotli", "zstd", "lz4"]:
        texts = pa.array([v and v.encode() for v in values] if "binary" in name else values, type)
        pq.write_table(pa.table({"text": texts}), f"{name}.{codec}.parquet", compression=codec)
)"));
  for (const std::string kind : {"utf8", "large", "view", "binary", "large_binary", "dictionary"}) {
    for (const std::string codec : {"none", "snappy", "gzip", "brotli", "zstd", "lz4"}) {
      Batch batch;
      ASSERT_TRUE(read(kind + "." + codec + ".parquet", batch).has_value()) << kind << codec;
      EXPECT_EQ(batch.text[0], "甲") << kind << codec;
      EXPECT_EQ(batch.text[2], "second") << kind << codec;
      EXPECT_EQ(batch.selected, (std::vector<RowIndex>{0, 2})) << kind << codec;
    }
  }
}

TEST_F(Pyarrow, WritesStructsNumbersAndDatesForUs) {
  ASSERT_TRUE(python(R"(
pq.write_table(pa.table({
    "metadata": [{"url": "http://甲.cn/", "deep": {"title": "题"}, "unread": 1}, None],
    "text": ["a", "b"], "tags": [["x"], []], "id": [12, 13], "dotted.name": ["en", "zh"],
    "date": pa.array([datetime.datetime(2024, 5, 6, 7, 8, 9), None], pa.timestamp("us"))}),
    "theirs.parquet")
)"));
  readers::FieldNames fields;
  fields.url_field = "metadata.url";
  fields.title_field = "metadata.deep.title";
  fields.language_field = "dotted.name";
  Batch batch;
  const auto result = read("theirs.parquet", batch, fields);
  ASSERT_TRUE(result.has_value()) << result.error().message();
  EXPECT_EQ(batch.url[0], "http://甲.cn/");
  EXPECT_EQ(batch.title[0], "题");
  EXPECT_EQ(batch.date[0], "2024-05-06T07:08:09");
  EXPECT_EQ(batch.id[0], "12");
  EXPECT_EQ(batch.language[1], "zh");
  EXPECT_EQ(batch.url[1], "");
  EXPECT_EQ(batch.title[1], "");
  fields.url_field = "tags";
  EXPECT_FALSE(open("theirs.parquet", fields).has_value());
}

TEST_F(Pyarrow, WritesOtherColumnsForUs) {
  ASSERT_TRUE(python(R"(
import decimal
pq.write_table(pa.table({
    "text": ["a", "b"], "dump": ["CC-“中文”", None], "score": [0.1, float("nan")], "n": pa.array([1, 2**63], pa.uint64()),
    "is_good": [True, None], "tags": [["x", None], []], "single": pa.array([0.25, 1e30], pa.float32()),
    "meta": [{"url": "u", "list": [{"k": 1}]}, None], "counts": pa.array([[("k", 1)], []], pa.map_(pa.utf8(), pa.int32())),
    "price": [decimal.Decimal("1.50"), None], "raw": [b"\xff\x00", "文".encode()],
    "digest": pa.array([b"\xff\x00\x01", "文".encode()], pa.binary(3)),
    "day": [datetime.date(2024, 5, 6), None], "kind": pa.array(["a", "b"]).dictionary_encode(),
    "metadata": ['{"dump":"inner","year":2024}', None]}), "theirs.parquet")
)"));
  readers::FieldNames fields;
  fields.url_field = "meta.url";
  Batch batch;
  const auto result = read("theirs.parquet", batch, fields);
  ASSERT_TRUE(result.has_value()) << result.error().message();
  EXPECT_EQ(
      batch.metadata[0],
      R"({"dump":"CC-“中文”","score":0.1,"n":1,"is_good":true,"tags":["x",null],"single":0.25,)"
      R"("meta":{"list":[{"k":1}]},"counts":[{"key":"k","value":1}],"price":"1.50","raw":null,)"
      R"("digest":null,"day":"2024-05-06","kind":"a","year":2024})");
  EXPECT_EQ(
      batch.metadata[1],
      R"({"dump":null,"score":null,"n":9223372036854775808,"is_good":null,"tags":[],)"
      R"("single":1e+30,"meta":null,"counts":[],"price":null,"raw":"文","digest":"文","day":null,"kind":"b"})");
  fields.metadata_fields = {"year", "kind"};
  Batch chosen;
  ASSERT_TRUE(read("theirs.parquet", chosen, fields).has_value());
  EXPECT_EQ(chosen.metadata[0], R"({"kind":"a","year":2024})");
  fields.metadata_fields = {};
  Batch none;
  ASSERT_TRUE(read("theirs.parquet", none, fields).has_value());
  EXPECT_EQ(none.metadata[0], "");
  EXPECT_EQ(none.url[0], "u");
}

TEST_F(Pyarrow, DropsRowsWhoseOtherColumnsAreTooLarge) {
  ASSERT_TRUE(python(R"(
pq.write_table(pa.table({"text": ["a", "b"], "id": ["1", "2"], "vector": [[0.5] * 1000, [0.5]]}), "theirs.parquet")
)"));
  Limits limits;
  limits.metadata_bytes_max = 100;
  Batch batch;
  ASSERT_TRUE(read("theirs.parquet", batch, {}, limits).has_value());
  ASSERT_EQ(batch.dropped.size(), 1U);
  EXPECT_EQ(batch.dropped[0].cause, static_cast<CauseId>(DropReason::kMetadataTooLarge));
  EXPECT_EQ(batch.id[0], "1");
  EXPECT_EQ(batch.text[0], "a");
  EXPECT_EQ(batch.metadata[1], R"({"vector":[0.5]})");
}

TEST_F(Pyarrow, WritesBytesOfAnUnknownEncodingForUs) {
  ASSERT_TRUE(python(R"(
pq.write_table(pa.table({"text": ["中文".encode("gb18030")], "title": [b"\xff!"]}), "theirs.parquet")
)"));
  Batch batch;
  ASSERT_TRUE(read("theirs.parquet", batch).has_value());
  EXPECT_EQ(batch.payload[0], Payload::kTextBytes);
  EXPECT_EQ(batch.text[0], "\xD6\xD0\xCE\xC4");
  EXPECT_EQ(batch.title[0], "\uFFFD!");
}

TEST_F(Pyarrow, WritesManyRowGroupsForUs) {
  ASSERT_TRUE(python(R"(
texts = [f"文{i}" for i in range(10_000)]
pq.write_table(pa.table({"text": texts}), "theirs.parquet", row_group_size=777)
)"));
  Batch batch;
  ASSERT_TRUE(read("theirs.parquet", batch).has_value());
  ASSERT_EQ(batch.num_rows(), 10'000U);
  EXPECT_EQ(batch.text[9'999], "文9999");
}

}  // namespace
}  // namespace tamis
