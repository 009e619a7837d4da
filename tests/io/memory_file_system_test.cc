#include "tamis/io/memory_file_system.h"

#include <gtest/gtest.h>

namespace tamis::io {
namespace {

TEST(MemoryFiles, ShowAnOutputOnlyOnceItIsComplete) {
  MemoryFileSystem files;
  auto file = *files.create("deep/a.txt");
  ASSERT_TRUE(file->write("one").has_value());
  ASSERT_TRUE(file->write("two").has_value());
  EXPECT_FALSE(files.status("deep/a.txt").has_value());
  ASSERT_TRUE(file->commit().has_value());
  EXPECT_EQ(*files.read_all("deep/a.txt", 10), "onetwo");
  EXPECT_TRUE(files.status("deep")->is_folder);
}

TEST(MemoryFiles, ForgetAnOutputThatIsNotCommitted) {
  MemoryFileSystem files;
  ASSERT_TRUE((*files.create("a"))->write("one").has_value());
  EXPECT_FALSE(files.open("a").has_value());
}

TEST(MemoryFiles, RemoveAFileOnce) {
  MemoryFileSystem files;
  files.add("a", "1");
  ASSERT_TRUE(files.remove_file("a").has_value());
  EXPECT_EQ(files.remove_file("a").error().code(), ErrorCode::kNotFound);
}

TEST(MemoryFiles, KeepWhatIsOpenWhileItIsReplaced) {
  MemoryFileSystem files;
  files.add("a", "old");
  auto source = *files.open("a");
  files.add("a", "new");
  char bytes[8];
  EXPECT_EQ(std::string_view(bytes, *source->read(bytes, sizeof bytes)), "old");
  EXPECT_EQ(*source->read(bytes, sizeof bytes), 0u);
}

}  // namespace
}  // namespace tamis::io
