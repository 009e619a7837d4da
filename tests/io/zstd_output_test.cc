#include "tamis/io/zstd_output.h"

#include <gtest/gtest.h>

#include "tamis/io/decompress.h"
#include "tamis/io/memory_file_system.h"
#include "tests/must.h"

namespace tamis::io {
namespace {

class WriteZstd : public testing::Test {
 protected:
  std::unique_ptr<ZstdOutput> create(const std::string& path) {
    return *ZstdOutput::create(*files_.create(path));
  }

  // The decompressed bytes of each frame.
  std::vector<std::string> frames(const std::string& path) {
    auto source = open_decompressed(files_, path);
    std::vector<std::string> frames;
    Chunk chunk;
    while (*(*source)->next(chunk)) {
      if (chunk.begins_member) frames.emplace_back();
      frames.back().append(chunk.bytes);
    }
    return frames;
  }

  MemoryFileSystem files_;
};

TEST_F(WriteZstd, WritesAnEmptyFrameForNothing) {
  auto file = create("a.zst");
  ASSERT_TRUE(file->commit().has_value());
  EXPECT_TRUE(must(files_.read_all("a.zst", 100)).starts_with("\x28\xB5\x2F\xFD"));
  EXPECT_EQ(frames("a.zst"), std::vector<std::string>{""});
}

TEST_F(WriteZstd, EndsFramesWhereTold) {
  auto file = create("a.zst");
  ASSERT_TRUE(file->write("one ").has_value());
  ASSERT_TRUE(file->write("part").has_value());
  ASSERT_TRUE(file->sync().has_value());
  ASSERT_TRUE(file->sync().has_value());
  ASSERT_TRUE(file->write("another").has_value());
  ASSERT_TRUE(file->commit().has_value());
  EXPECT_EQ(frames("a.zst"), (std::vector<std::string>{"one part", "another"}));
}

TEST_F(WriteZstd, GivesTheSameBytesHoweverTheyArrive) {
  const std::string text(300'000, 'x');
  auto whole = create("whole");
  ASSERT_TRUE(whole->write(text).has_value());
  ASSERT_TRUE(whole->commit().has_value());
  auto split = create("split");
  for (std::size_t i = 0; i < text.size(); i += 1000) {
    ASSERT_TRUE(split->write(std::string_view(text).substr(i, 1000)).has_value());
  }
  ASSERT_TRUE(split->commit().has_value());
  EXPECT_EQ(*files_.read_all("whole", 1 << 20), *files_.read_all("split", 1 << 20));
}

TEST_F(WriteZstd, RefusesLevelsThatDoNotExist) {
  EXPECT_FALSE(ZstdOutput::create(*files_.create("a"), 0).has_value());
  EXPECT_FALSE(ZstdOutput::create(*files_.create("a"), 22).has_value());
}

}  // namespace
}  // namespace tamis::io
