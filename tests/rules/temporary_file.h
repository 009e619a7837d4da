// A file that a test writes, and that goes with it.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace tamis::rules {

class TemporaryFile {
 public:
  // `name`: unlike those of the test's other files.
  TemporaryFile(std::string_view name, std::string_view content)
      : path_(testing::TempDir() +
              testing::UnitTest::GetInstance()->current_test_info()->test_suite_name() +
              testing::UnitTest::GetInstance()->current_test_info()->name() + std::string(name)) {
    std::filesystem::create_directories(std::filesystem::path(path_).parent_path());
    std::ofstream(path_, std::ios::binary) << content;
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() { std::filesystem::remove(path_); }

  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace tamis::rules
