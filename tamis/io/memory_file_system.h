// Files that exist only in memory, for tests: the same behaviour as a disk, no disk touched.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tamis/io/file_system.h"

namespace tamis::io {

// Thread-safe. Folders exist by the files in them.
class MemoryFileSystem : public FileSystem {
 public:
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

  // Puts a complete file there.
  void add(const std::string& path, std::string bytes);

 private:
  struct File {
    std::shared_ptr<const std::string> bytes;
    std::int64_t modified_ns = 0;
  };

  struct State {
    mutable std::mutex mutex;
    std::map<std::string, File> files;
    std::int64_t clock_ns = 0;    // one further with every file that is put there
    std::set<std::string> locks;  // that are held

    void put(const std::string& path, std::string bytes);  // requires: the mutex
  };

  class Output;
  class Lock;

  // Shared with outputs, which may outlive the file system.
  std::shared_ptr<State> state_ = std::make_shared<State>();
};

// A ByteSource over bytes that it owns.
std::unique_ptr<ByteSource> memory_source(std::string bytes);

}  // namespace tamis::io
