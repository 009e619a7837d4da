// Files of the operating system.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "tamis/io/file_system.h"

namespace tamis::io {

// Stateless, so one may be shared by all threads.
class DiskFileSystem final : public FileSystem {
 public:
  Result<std::unique_ptr<ByteSource>> open(const std::string& path) const override;
  Result<FileStatus> status(const std::string& path) const override;
  Result<std::vector<Entry>> entries(const std::string& folder) const override;
  Result<std::unique_ptr<OutputFile>> create(const std::string& path) override;
  Result<std::unique_ptr<OutputFile>> resume(const std::string& path,
                                             std::int64_t num_bytes) override;
  Result<std::unique_ptr<FileLock>> try_lock(const std::string& path) override;
  Result<std::int64_t> free_bytes(const std::string& folder) const override;
  Result<void> make_folders(const std::string& path) override;
  Result<void> remove_file(const std::string& path) override;
  Result<void> remove_empty_folder(const std::string& path) override;
};

}  // namespace tamis::io
