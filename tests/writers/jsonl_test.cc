#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <vector>

#include "tamis/io/decompress.h"
#include "tamis/io/memory_file_system.h"
#include "tamis/writers/writer.h"

namespace tamis::writers {
namespace {

const std::vector<Field> kFields = {
    {"id", FieldType::kText}, {"bytes", FieldType::kInteger}, {"比例", FieldType::kNumber}};

constexpr std::int64_t kBytesMax = 1 << 20;

// The rows of the test, written to `path` and committed.
void write_rows(io::FileSystem& files, const std::string& path) {
  auto writer = find_writer("jsonl")->open(files, path, kFields, {});
  ASSERT_TRUE(writer.has_value());
  const FieldValue full[] = {std::string_view("汉字\n\"引\""), std::int64_t{-7}, 0.25};
  const FieldValue empty[] = {std::string_view(), std::monostate(),
                              std::numeric_limits<double>::quiet_NaN()};
  ASSERT_TRUE((*writer)->write(full).has_value());
  ASSERT_TRUE((*writer)->write(empty).has_value());
  ASSERT_TRUE((*writer)->commit().has_value());
}

std::string content(const io::FileSystem& files, const std::string& path) {
  auto bytes = files.read_all(path, kBytesMax);
  return bytes ? *std::move(bytes)
               : std::string("nothing: ") + std::string(bytes.error().message());
}

TEST(Jsonl, WritesAnObjectALine) {
  io::MemoryFileSystem files;
  write_rows(files, "out/part.jsonl");
  EXPECT_EQ(content(files, "out/part.jsonl"),
            "{\"id\":\"汉字\\n\\\"引\\\"\",\"bytes\":-7,\"比例\":0.25}\n"
            "{\"id\":\"\",\"bytes\":null,\"比例\":null}\n");
}

TEST(Jsonl, CompressesIfTheNameSaysSo) {
  io::MemoryFileSystem files;
  write_rows(files, "part.jsonl");
  write_rows(files, "part.jsonl.zst");
  const std::string compressed = content(files, "part.jsonl.zst");
  EXPECT_TRUE(compressed.starts_with("\x28\xB5\x2F\xFD"));
  EXPECT_NE(compressed, content(files, "part.jsonl"));
}

TEST(Jsonl, WritesTheSameBytesTwice) {
  io::MemoryFileSystem files;
  for (const std::string ending : {".jsonl", ".jsonl.zst"}) {
    write_rows(files, "one" + ending);
    write_rows(files, "two" + ending);
    EXPECT_EQ(content(files, "one" + ending), content(files, "two" + ending));
  }
}

TEST(Jsonl, AppearsOnlyWhenCommitted) {
  io::MemoryFileSystem files;
  {
    auto writer = find_writer("jsonl")->open(files, "part.jsonl", kFields, {});
    ASSERT_TRUE(writer.has_value());
    const FieldValue row[] = {std::string_view("a"), std::int64_t{1}, 1.0};
    ASSERT_TRUE((*writer)->write(row).has_value());
    EXPECT_FALSE(files.status("part.jsonl").has_value());
  }
  EXPECT_FALSE(files.status("part.jsonl").has_value());
  EXPECT_FALSE(files.status("part.jsonl.partial").has_value());
}

TEST(Jsonl, WritesAnEmptyFileOfNoRows) {
  io::MemoryFileSystem files;
  auto writer = find_writer("jsonl")->open(files, "part.jsonl", kFields, {});
  ASSERT_TRUE((*writer)->commit().has_value());
  EXPECT_EQ(content(files, "part.jsonl"), "");
}

}  // namespace
}  // namespace tamis::writers
