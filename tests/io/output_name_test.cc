#include "tamis/io/output_name.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <vector>

#include "tamis/io/disk_file_system.h"
#include "tamis/io/memory_file_system.h"

namespace tamis::io {
namespace {

TEST(CheckReplacesNone, KnowsAFileByAnySpelling) {
  const std::string folder = testing::TempDir() + "tamis_output_name_test/";
  std::filesystem::create_directories(folder + "deep");
  std::ofstream(folder + "a.warc") << "a";
  std::ofstream(folder + "b.warc") << "b";
  std::ofstream(folder + "c.warc.partial") << "c";
  std::filesystem::remove(folder + "link");
  std::filesystem::create_symlink("a.warc", folder + "link");
  const DiskFileSystem files;
  const std::vector<std::string> inputs = {"-", folder + "absent", folder + "a.warc",
                                           folder + "c.warc.partial"};
  for (const char* output : {"a.warc", "link", "deep/../a.warc", "./a.warc", "c.warc"})
    EXPECT_FALSE(check_replaces_none(files, folder + output, inputs).has_value()) << output;
  for (const char* output : {"b.warc", "new", "a.warc.gz", "deep"})
    EXPECT_TRUE(check_replaces_none(files, folder + output, inputs).has_value()) << output;
  EXPECT_TRUE(check_replaces_none(files, "-", inputs).has_value());
  std::filesystem::remove_all(folder);
}

TEST(CheckEnding, TakesOnlyWhatIsWritten) {
  const MemoryFileSystem files;
  constexpr std::string_view kEndings[] = {".jsonl", ".jsonl.zst"};
  for (const char* output : {"a.jsonl", "crawl/a.jsonl.zst", "-", "/dev/full"})
    EXPECT_TRUE(check_ending(files, output, kEndings).has_value()) << output;
  const auto refused = check_ending(files, "crawl/b.warc.gz", kEndings);
  ASSERT_FALSE(refused.has_value());
  EXPECT_TRUE(
      refused.error().message().starts_with("crawl/b.warc.gz: this is no output that can "
                                            "be written: end its name with .jsonl, "
                                            ".jsonl.zst;"))
      << refused.error().message();
}

TEST(CheckNoFalseEnding, RefusesWhatTheFileIsNot) {
  constexpr std::string_view kWritten[] = {".zst"};
  for (const char* output : {"x.jsonl", "x.jsonl.zst", "crawl.templates", "x", "-", "/dev/null"})
    EXPECT_TRUE(check_no_false_ending(output, kWritten).has_value()) << output;
  for (const char* output : {"x.jsonl.gz", "x.XZ", "x.ZST", "x.parquet", "x.zip"})
    EXPECT_FALSE(check_no_false_ending(output, kWritten).has_value()) << output;
  const auto refused = check_no_false_ending("t.zst", {});
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().message(),
            "t.zst: \".zst\" is not written here, but lines of text: leave the ending away");
}

TEST(CheckIsLocal, RefusesAddresses) {
  for (const char* path : {"s3://bucket/out", "https://a.example/b.gz", "file:///tmp/a"})
    EXPECT_FALSE(check_is_local(path).has_value()) << path;
  for (const char* path :
       {"out", "a=b", "./s3://a", "://a", "crawl/http:/a", "-", "\u6587 \u4ef6://a"})
    EXPECT_TRUE(check_is_local(path).has_value()) << path;
}

}  // namespace
}  // namespace tamis::io
