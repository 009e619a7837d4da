#include "tamis/io/disk_file_system.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <thread>

#include "tests/must.h"

namespace tamis::io {
namespace {

class DiskFiles : public testing::Test {
 protected:
  void SetUp() override { std::filesystem::remove_all(folder_); }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  void write(const std::string& name, std::string_view bytes) {
    auto file = files_.create(folder_ + name);
    ASSERT_TRUE(file.has_value());
    ASSERT_TRUE((*file)->write(bytes).has_value());
    ASSERT_TRUE((*file)->commit().has_value());
  }

  DiskFileSystem files_;
  std::string folder_ = testing::TempDir() + "tamis_disk_files_test/";
};

TEST_F(DiskFiles, GivesBackWhatWasWritten) {
  const std::string bytes(1'000'000, 'x');
  write("deep/er/a.txt", bytes);
  EXPECT_EQ(*files_.read_all(folder_ + "deep/er/a.txt", 1 << 20), bytes);
  EXPECT_EQ(files_.status(folder_ + "deep/er/a.txt")->num_bytes, 1'000'000);
  EXPECT_TRUE(files_.status(folder_ + "deep")->is_folder);
}

TEST_F(DiskFiles, ShowsAnOutputOnlyOnceItIsComplete) {
  auto file = *files_.create(folder_ + "a.txt");
  ASSERT_TRUE(file->write("half").has_value());
  EXPECT_FALSE(files_.status(folder_ + "a.txt").has_value());
  EXPECT_TRUE(files_.status(folder_ + "a.txt.partial").has_value());
  file.reset();
  EXPECT_FALSE(files_.status(folder_ + "a.txt.partial").has_value());
}

TEST_F(DiskFiles, ListsAcrossFolders) {
  write("a/1.txt", "");
  write("b/2.txt", "");
  EXPECT_EQ(*files_.list(folder_ + "*/*.txt"),
            (std::vector<std::string>{folder_ + "a/1.txt", folder_ + "b/2.txt"}));
}

TEST_F(DiskFiles, FollowsLinksToFoldersButNotForTwoStars) {
  write("far/1.txt", "");
  write("in/near/2.txt", "");
  std::filesystem::create_directory_symlink("../far", folder_ + "in/link");
  std::filesystem::create_directory_symlink("..", folder_ + "in/near/loop");
  EXPECT_EQ(*files_.list(folder_ + "in/*/*.txt"),
            (std::vector<std::string>{folder_ + "in/link/1.txt", folder_ + "in/near/2.txt"}));
  EXPECT_EQ(*files_.list(folder_ + "in/**/*.txt"),
            (std::vector<std::string>{folder_ + "in/near/2.txt"}));
}

TEST_F(DiskFiles, NamesTheLinksToFoldersThatItPassesOver) {
  write("far/1.txt", "");
  write("in/near/2.txt", "");
  write("in/3.txt", "");
  std::filesystem::create_directory_symlink("../far", folder_ + "in/link");
  std::filesystem::create_directory_symlink("../far", folder_ + "in/.hidden");
  const std::vector<std::string> link = {folder_ + "in/link"};
  EXPECT_EQ(must(files_.list_all(folder_ + "in/**")).links_passed_over, link);
  EXPECT_EQ(must(files_.list_all(folder_ + "in")).links_passed_over, link);
  EXPECT_TRUE(must(files_.list_all(folder_ + "in/*/*")).links_passed_over.empty());
  EXPECT_EQ(must(read_input_list(files_, {folder_ + "in", folder_ + "in/3.txt"})).links_passed_over,
            link);
}

TEST_F(DiskFiles, RefusesFoldersDeeperThanAnyThatIsMeant) {
  std::string path;
  for (int depth = 0; depth < 64; ++depth) path += "d/";
  write(path + "1.txt", "");
  EXPECT_EQ(files_.list(folder_ + "**")->size(), 1u);
  write(path + "d/2.txt", "");
  const auto listed = files_.list(folder_ + "**");
  ASSERT_FALSE(listed.has_value());
  EXPECT_NE(listed.error().message().find("/d is more than 64 folders deep"), std::string::npos)
      << listed.error().message();
}

// What a pattern means and cannot be read is an Error, so that nothing is missing in silence.
TEST_F(DiskFiles, NamesWhatAPatternCannotReach) {
  const auto message = [this](const std::string& pattern) {
    const auto listed = files_.list(folder_ + pattern);
    return listed.has_value() ? "" : std::string(listed.error().message());
  };
  write("a/1.txt", "");
  std::filesystem::create_symlink("nowhere", folder_ + "a/2.txt");
  EXPECT_NE(message("a/*").find("a/2.txt is a link to a file that is not there"),
            std::string::npos);
  EXPECT_NE(message("a").find("a/2.txt is a link"), std::string::npos);
  EXPECT_EQ(message("a/1*"), "");
  write("b/1.txt", "");
  ASSERT_EQ(::mkfifo((folder_ + "b/pipe").c_str(), 0600), 0);
  EXPECT_NE(message("b/*").find("b/pipe is a pipe"), std::string::npos);
  EXPECT_NE(message("**/*").find("leave it out of the pattern"), std::string::npos);
  EXPECT_EQ(message("b/pipe"), "");
  std::filesystem::create_symlink("itself", folder_ + "itself");
  EXPECT_NE(message("*/1.txt").find("itself"), std::string::npos);
}

TEST_F(DiskFiles, NamesAFolderThatItMayNotList) {
  write("closed/1.txt", "");
  std::filesystem::permissions(folder_ + "closed", std::filesystem::perms::none);
  const bool may_do_all = ::access((folder_ + "closed").c_str(), R_OK) == 0;
  const auto listed = files_.list(folder_ + "**");
  std::filesystem::permissions(folder_ + "closed", std::filesystem::perms::owner_all);
  if (may_do_all) GTEST_SKIP() << "this user may read everything";
  ASSERT_FALSE(listed.has_value());
  EXPECT_NE(listed.error().message().find("closed"), std::string::npos);
}

TEST_F(DiskFiles, KnowsAFileThatItMayNotRead) {
  write("open", "");
  write("closed", "");
  std::filesystem::permissions(folder_ + "closed", std::filesystem::perms::none);
  EXPECT_TRUE(must(files_.status(folder_ + "open")).is_readable);
  if (::access((folder_ + "closed").c_str(), R_OK) == 0) GTEST_SKIP() << "root reads everything";
  EXPECT_FALSE(must(files_.status(folder_ + "closed")).is_readable);
}

// A pipe of that name is written to, not replaced; and opening it waits for nobody.
TEST_F(DiskFiles, WritesToAPipe) {
  std::filesystem::create_directories(folder_);
  const std::string path = folder_ + "pipe";
  ASSERT_EQ(::mkfifo(path.c_str(), 0600), 0);
  const std::atomic<bool> is_stopped = false;
  DiskFileSystem files(&is_stopped);
  const auto source = *files.open(path);
  const auto output = *files.create(path);
  ASSERT_TRUE(output->write("中").has_value());
  ASSERT_TRUE(output->commit().has_value());
  char bytes[8];
  EXPECT_EQ(*source->read(bytes, sizeof bytes), 3u);
  EXPECT_EQ(*source->read(bytes, sizeof bytes), 0u);
  EXPECT_TRUE(files.status(path)->is_stream);
}

// As /dev/stdout is: a name in /proc for a file that is open.
TEST_F(DiskFiles, WritesToAnOpenFileByItsNumber) {
  write("a.txt", "");
  std::FILE* file = std::fopen((folder_ + "a.txt").c_str(), "w");
  const std::string path = "/proc/self/fd/" + std::to_string(::fileno(file));
  const auto output = *files_.create(path);
  ASSERT_TRUE(output->write("中").has_value());
  ASSERT_TRUE(output->commit().has_value());
  std::fclose(file);
  EXPECT_EQ(*files_.read_all(folder_ + "a.txt", 100), "中");
}

// What stands before in a file that a shell's ">>" has opened stays.
TEST_F(DiskFiles, WritesBehindWhatAnOpenFileHolds) {
  write("a.txt", "before ");
  std::FILE* file = std::fopen((folder_ + "a.txt").c_str(), "a");
  for (const std::string folder : {"/proc/self/fd/", "/dev/fd/"}) {
    const auto output = *files_.create(folder + std::to_string(::fileno(file)));
    ASSERT_TRUE(output->write("\u4e2d").has_value());
    ASSERT_TRUE(output->commit().has_value());
  }
  std::fclose(file);
  EXPECT_EQ(*files_.read_all(folder_ + "a.txt", 100), "before \u4e2d\u4e2d");
}

TEST_F(DiskFiles, ReadsNoFileOnceItIsStopped) {
  write("a.txt", "one\n\u4e8c\n");
  std::atomic<bool> is_stopped = false;
  const DiskFileSystem files(&is_stopped);
  auto source = *files.open(folder_ + "a.txt");
  char bytes[4];
  EXPECT_EQ(*source->read(bytes, sizeof bytes), 4u);
  is_stopped = true;
  EXPECT_EQ(source->read(bytes, sizeof bytes).error().code(), ErrorCode::kInterrupted);
  EXPECT_EQ(source->check_stopped().error().code(), ErrorCode::kInterrupted);
}

TEST_F(DiskFiles, SaysWhatFailedOnWhatAndWhatToDo) {
  const auto missing = files_.open(folder_ + "nowhere.txt");
  ASSERT_FALSE(missing.has_value());
  EXPECT_EQ(missing.error().code(), ErrorCode::kNotFound);
  EXPECT_EQ(missing.error().message(), "cannot open " + folder_ +
                                           "nowhere.txt: No such file or directory; check the "
                                           "spelling and the current folder");
  write("a.txt", "");
  EXPECT_EQ(files_.open(folder_).error().code(), ErrorCode::kInvalidInput);
}

// In a process of its own, whose standard input is the file.
TEST_F(DiskFiles, ReadsStandardInputForADash) {
  write("in.txt", "one\n\xe4\xba\x8c\n");
  const auto read_and_exit = [this] {
    if (freopen((folder_ + "in.txt").c_str(), "r", stdin) == nullptr) std::exit(2);
    const auto bytes = files_.read_all("-", 100);
    std::exit(bytes.has_value() && *bytes == "one\n\xe4\xba\x8c\n" ? 0 : 1);
  };
  EXPECT_EQ(*files_.list("-"), std::vector<std::string>{"-"});
  EXPECT_EXIT(read_and_exit(), testing::ExitedWithCode(0), "");
}

// Of a pipe, as standard input mostly is: bytes while they come, then an Error, never a wait.
TEST_F(DiskFiles, WaitsForAPipeUntilItIsStopped) {
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  std::atomic<bool> is_stopped = false;
  const DiskFileSystem files(&is_stopped);
  auto source = *files.open("/proc/self/fd/" + std::to_string(ends[0]));
  ASSERT_EQ(::write(ends[1], "\xe4\xb8\xad", 3), 3);
  char bytes[8];
  EXPECT_EQ(*source->read(bytes, sizeof bytes), 3u);
  std::thread waiting(
      [&] { EXPECT_EQ(source->read(bytes, 8).error().code(), ErrorCode::kInterrupted); });
  is_stopped = true;
  waiting.join();
  ::close(ends[1]);
  ::close(ends[0]);
}

TEST_F(DiskFiles, KnowsAFileByOneSpelling) {
  write("a/x", "");
  std::filesystem::create_directory_symlink("a", folder_ + "b");
  const std::string spelling = must(files_.canonical_path(folder_ + "a/x"));
  EXPECT_EQ(must(files_.canonical_path(folder_ + "b/../b//x")), spelling);
  EXPECT_TRUE(must(files_.canonical_path(folder_ + "b/absent/y")).ends_with("/a/absent/y"));
  EXPECT_TRUE(must(files_.canonical_path("absent")).starts_with('/'));
}

TEST_F(DiskFiles, RemovesAFileOnce) {
  write("a.txt", "a");
  ASSERT_TRUE(files_.remove_file(folder_ + "a.txt").has_value());
  EXPECT_FALSE(files_.remove_file(folder_ + "a.txt").has_value());
}

}  // namespace
}  // namespace tamis::io
