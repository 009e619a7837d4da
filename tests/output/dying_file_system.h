// A file system whose process dies: after so many calls that change a file nothing reaches it any
// more, and what was not synced by then is lost. Writes count where the disk may be full.
#pragma once

#include <atomic>
#include <limits>
#include <memory>
#include <string>

#include "tamis/io/memory_file_system.h"

namespace tamis::output {

class DyingFileSystem final : public io::FileSystem {
 public:
  explicit DyingFileSystem(io::MemoryFileSystem& files,
                           int num_calls = std::numeric_limits<int>::max(),
                           bool counts_writes = false)
      : files_(files), num_left_(num_calls), counts_writes_(counts_writes) {}

  int num_left() const { return num_left_; }

  Result<std::unique_ptr<io::ByteSource>> open(const std::string& path) const override {
    return files_.open(path);
  }
  Result<io::FileStatus> status(const std::string& path) const override {
    return files_.status(path);
  }
  Result<std::vector<Entry>> entries(const std::string& folder) const override {
    return files_.entries(folder);
  }
  Result<std::string> canonical_path(const std::string& path) const override {
    return files_.canonical_path(path);
  }
  Result<std::unique_ptr<io::OutputFile>> create(const std::string& path) override {
    TAMIS_TRY(live());
    TAMIS_ASSIGN(auto file, files_.create(path));
    return std::make_unique<Output>(*this, std::move(file));
  }
  Result<std::unique_ptr<io::OutputFile>> resume(const std::string& path,
                                                 std::int64_t num_bytes) override {
    TAMIS_TRY(live());
    TAMIS_ASSIGN(auto file, files_.resume(path, num_bytes));
    return std::make_unique<Output>(*this, std::move(file));
  }
  Result<std::unique_ptr<io::FileLock>> try_lock(const std::string& path) override {
    return files_.try_lock(path);
  }
  Result<std::int64_t> free_bytes(const std::string& folder) const override {
    return files_.free_bytes(folder);
  }
  Result<void> make_folders(const std::string& path) override { return files_.make_folders(path); }
  Result<void> remove_file(const std::string& path) override {
    TAMIS_TRY(live());
    return files_.remove_file(path);
  }
  Result<void> remove_empty_folder(const std::string& path) override {
    TAMIS_TRY(live());
    return files_.remove_empty_folder(path);
  }

 private:
  class Output final : public io::OutputFile {
   public:
    Output(DyingFileSystem& system, std::unique_ptr<io::OutputFile> file)
        : system_(system), file_(std::move(file)) {}

    Result<void> write(std::string_view bytes) override {
      if (system_.counts_writes_) TAMIS_TRY(system_.live());
      return file_->write(bytes);
    }
    Result<std::int64_t> sync() override {
      TAMIS_TRY(system_.live());
      return file_->sync();
    }
    Result<void> commit() override {
      TAMIS_TRY(system_.live());
      return file_->commit();
    }

   private:
    DyingFileSystem& system_;
    std::unique_ptr<io::OutputFile> file_;
  };

  Result<void> live() {
    if (num_left_.fetch_sub(1) > 0) return {};
    return fail(ErrorCode::kIo, "the process is dead");
  }

  io::MemoryFileSystem& files_;
  std::atomic<int> num_left_;
  bool counts_writes_;
};

}  // namespace tamis::output
