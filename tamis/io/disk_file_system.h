// Files of the operating system.
#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <vector>

#include "tamis/io/file_system.h"

namespace tamis::io {

// Immutable, so one may be shared by all threads.
class DiskFileSystem final : public FileSystem {
 public:
  // Once `is_stopped` turns true, reads end with ErrorCode::kInterrupted, also those that wait for
  // bytes of a pipe or a terminal; with `only_waits` none but those: for what reads little of
  // files. Null: they go on for as long as it takes.
  explicit DiskFileSystem(const std::atomic<bool>* is_stopped = nullptr, bool only_waits = false)
      : is_stopped_(is_stopped), only_waits_(only_waits) {}

  Result<std::unique_ptr<ByteSource>> open(const std::string& path) const override;
  Result<FileStatus> status(const std::string& path) const override;
  Result<std::vector<Entry>> entries(const std::string& folder) const override;
  Result<std::string> canonical_path(const std::string& path) const override;
  Result<std::unique_ptr<OutputFile>> create(const std::string& path) override;
  Result<std::unique_ptr<OutputFile>> resume(const std::string& path,
                                             std::int64_t num_bytes) override;
  Result<std::unique_ptr<FileLock>> try_lock(const std::string& path) override;
  Result<std::int64_t> free_bytes(const std::string& folder) const override;
  Result<void> make_folders(const std::string& path) override;
  Result<void> remove_file(const std::string& path) override;
  Result<void> remove_empty_folder(const std::string& path) override;

 private:
  const std::atomic<bool>* is_stopped_;
  bool only_waits_;
};

}  // namespace tamis::io
