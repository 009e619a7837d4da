#include "tamis/io/standard_streams.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string>

namespace tamis::io {
namespace {

// In processes of their own, whose streams they change.
TEST(OpenMissingStreams, KeepsFilesFromTheirNumbers) {
  const auto open_and_exit = [](int closed) {
    ::close(closed);
    open_missing_streams();
    std::exit(::dup(STDIN_FILENO) > STDERR_FILENO ? 0 : 1);
  };
  for (const int closed : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    EXPECT_EXIT(open_and_exit(closed), testing::ExitedWithCode(0), "") << closed;
  }
}

TEST(OpenMissingStreams, LeavesTheClosedUnusable) {
  const auto read_and_exit = [] {
    ::close(STDIN_FILENO);
    open_missing_streams();
    char byte = 0;
    std::exit(::read(STDIN_FILENO, &byte, 1) < 0 ? 0 : 1);
  };
  EXPECT_EXIT(read_and_exit(), testing::ExitedWithCode(0), "");
  const auto write_and_exit = [] {
    ::close(STDOUT_FILENO);
    open_missing_streams();
    const bool is_refused = ::write(STDOUT_FILENO, "x", 1) < 0;
    std::exit(is_refused && flush_standard_output().has_value() ? 0 : 1);
  };
  EXPECT_EXIT(write_and_exit(), testing::ExitedWithCode(0), "");
}

TEST(Printable, ShowsControlBytes) {
  EXPECT_EQ(printable("a \x1b[K\n\u4e2d\t\x7f\x80"), "a \\x1b[K\n\u4e2d\t\\x7f\x80");
  EXPECT_EQ(printable("\u009b2J\u00a0\u0080\xc2"), "\\xc2\\x9b2J\u00a0\\xc2\\x80\xc2");
}

TEST(FlushStandardOutput, NoticesThatTheDiskIsFull) {
  const auto print_and_exit = [](const char* path, std::size_t num_bytes) {
    if (std::freopen(path, "w", stdout) == nullptr) std::exit(2);
    std::fputs(std::string(num_bytes, 'x').c_str(), stdout);
    std::exit(flush_standard_output().has_value() ? 0 : 1);
  };
  for (const std::size_t num_bytes : {10, 1'000'000}) {
    EXPECT_EXIT(print_and_exit("/dev/full", num_bytes), testing::ExitedWithCode(1), "");
    EXPECT_EXIT(print_and_exit("/dev/null", num_bytes), testing::ExitedWithCode(0), "");
  }
}

}  // namespace
}  // namespace tamis::io
