#include "tamis/pipeline/shard_reader.h"

#include <gtest/gtest.h>

#include "tamis/io/memory_file_system.h"
#include "tamis/pipeline/plan_builder.h"
#include "tests/must.h"

namespace tamis::pipeline {
namespace {

// Documents "a" to "h" of 10 bytes each in three files, one of them empty, and one broken line.
constexpr std::string_view kText = "\",\"text\":\"ten bytes!\"}\n";

void add_inputs(io::MemoryFileSystem& files) {
  const auto line = [](char id) { return std::string("{\"id\":\"") + id + std::string(kText); };
  files.add("in/0.jsonl", line('a') + line('b') + line('c'));
  files.add("in/1.jsonl", "");
  files.add("in/2.jsonl", line('d') + "no JSON\n" + line('e') + line('f') + line('g') + line('h'));
}

Plan plan_of(const io::FileSystem& files, std::int64_t checkpoint_bytes) {
  return must(
      build_plan(files, "r.yaml", "read: {format: jsonl}",
                 {.inputs = {"in/"},
                  .values = {"write.checkpoint_bytes=" + std::to_string(checkpoint_bytes)}}));
}

// The ids read, "?" for a broken line, with "|" at each border.
std::string read_all(ShardReader& reader, RowIndex num_rows_max,
                     std::vector<InputPosition>* borders = nullptr) {
  std::string ids;
  Batch batch;
  for (bool is_last = false; !is_last;) {
    batch.clear();
    const Stretch stretch = must(reader.read(batch, {.num_rows_max = num_rows_max}));
    for (RowIndex row = 0; row < batch.num_rows(); ++row) {
      ids += batch.payload_bytes[row] == 0 ? "?" : std::string(batch.id[row]);
    }
    if (stretch.is_at_border) ids += "|";
    if (stretch.is_at_border && borders != nullptr) borders->push_back(stretch.end);
    is_last = stretch.is_last;
  }
  return ids;
}

TEST(ShardReader, PutsBordersWhereTheInputSays) {
  io::MemoryFileSystem files;
  add_inputs(files);
  const Plan plan = plan_of(files, 20);
  for (const RowIndex num_rows_max : {1u, 2u, 3u, 100u}) {
    ShardReader reader(plan, files, single_shard(plan).front());
    EXPECT_EQ(read_all(reader, num_rows_max), "ab|cd|?ef|gh|") << num_rows_max;
  }
}

TEST(ShardReader, GoesOnFromEveryBorder) {
  io::MemoryFileSystem files;
  add_inputs(files);
  const Plan plan = plan_of(files, 20);
  const Shard shard = single_shard(plan).front();
  std::vector<InputPosition> borders;
  ShardReader whole(plan, files, shard);
  const std::string ids = read_all(whole, 1, &borders);
  std::size_t begin = 0;
  for (const InputPosition& border : borders) {
    begin = ids.find('|', begin) + 1;
    ShardReader rest(plan, files, shard, border);
    EXPECT_EQ(read_all(rest, 100), ids.substr(begin));
  }
  EXPECT_EQ(borders.size(), 4u);
}

TEST(ShardReader, CountsBytesOnceAlsoOfFilesThatItSharesOut) {
  io::MemoryFileSystem files;
  add_inputs(files);
  const Plan plan = plan_of(files, 20);
  ShardReader reader(plan, files, single_shard(plan).front());
  Batch batch;
  std::int64_t num_bytes = 0;
  for (bool is_last = false; !is_last;) {
    batch.clear();
    const Stretch stretch = must(reader.read(batch, {.num_rows_max = 2}));
    num_bytes += stretch.num_bytes;
    is_last = stretch.is_last;
  }
  std::int64_t expected = 0;
  for (const InputFile& file : plan.files) expected += file.num_bytes;
  EXPECT_EQ(num_bytes, expected);
}

TEST(ShardReader, RefusesAFileThatIsNotWhatItWas) {
  io::MemoryFileSystem files;
  add_inputs(files);
  const Plan plan = plan_of(files, 20);
  files.add("in/2.jsonl", "");
  ShardReader reader(plan, files, single_shard(plan).front());
  Batch batch;
  EXPECT_TRUE(reader.read(batch, {.num_rows_max = 2}));
  const auto result = reader.read(batch, {});
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code(), ErrorCode::kCorrupt);
}

TEST(ShardReader, RefusesAFileThatChangesWhileItIsRead) {
  io::MemoryFileSystem files;
  add_inputs(files);
  const Plan plan = plan_of(files, 20);
  ShardReader reader(plan, files, single_shard(plan).front());
  Batch batch;
  ASSERT_TRUE(reader.read(batch, {.num_rows_max = 2}));
  const std::string& path = plan.files.front().path;
  files.add(path, must(files.read_all(path, 1 << 20)) + "{\"text\":\"more\"}\n");
  Result<Stretch> last = Stretch();
  for (int i = 0; last && i < 100; ++i) {
    batch.clear();
    last = reader.read(batch, {.num_rows_max = 2});
  }
  ASSERT_FALSE(last);
  EXPECT_EQ(last.error().code(), ErrorCode::kCorrupt);
  EXPECT_NE(last.error().message().find(path + ": changed"), std::string::npos);
}

}  // namespace
}  // namespace tamis::pipeline
