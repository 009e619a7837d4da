#include "tamis/io/memory_file_system.h"

#include <algorithm>
#include <cstring>
#include <filesystem>

namespace tamis::io {
namespace {

class MemorySource final : public ByteSource {
 public:
  explicit MemorySource(std::shared_ptr<const std::string> bytes) : bytes_(std::move(bytes)) {}

  Result<std::size_t> read(char* out, std::size_t num_bytes) override {
    const std::size_t num_read = std::min(num_bytes, bytes_->size() - position_);
    std::memcpy(out, bytes_->data() + position_, num_read);
    position_ += num_read;
    return num_read;
  }

 private:
  std::shared_ptr<const std::string> bytes_;
  std::size_t position_ = 0;
};

tl::unexpected<Error> fail_not_found(const std::string& path) {
  return fail(ErrorCode::kNotFound, "cannot find " + path + " in memory; add() it first");
}

tl::unexpected<Error> fail_too_short(const std::string& path, std::int64_t num_bytes) {
  return fail(ErrorCode::kCorrupt, path + " has fewer bytes than the " + std::to_string(num_bytes) +
                                       " that were synced");
}

// "" for the top, else with one "/" at the end.
std::string folder_prefix(const std::string& folder) {
  if (folder.empty() || folder == ".") return "";
  return folder.ends_with('/') ? folder : folder + "/";
}

}  // namespace

void MemoryFileSystem::State::put(const std::string& path, std::string bytes) {
  files[path] = {.bytes = std::make_shared<const std::string>(std::move(bytes)),
                 .modified_ns = ++clock_ns};
}

class MemoryFileSystem::Output final : public OutputFile {
 public:
  Output(std::shared_ptr<State> state, std::string path, std::string bytes)
      : state_(std::move(state)),
        path_(std::move(path)),
        partial_(path_ + std::string(kPartialSuffix)),
        bytes_(std::move(bytes)) {}

  Result<void> write(std::string_view bytes) override {
    bytes_.append(bytes);
    return {};
  }

  Result<std::int64_t> sync() override {
    const std::lock_guard lock(state_->mutex);
    state_->put(partial_, bytes_);
    return static_cast<std::int64_t>(bytes_.size());
  }

  Result<void> commit() override {
    const std::lock_guard lock(state_->mutex);
    state_->files.erase(partial_);
    state_->put(path_, std::move(bytes_));
    return {};
  }

 private:
  std::shared_ptr<State> state_;
  std::string path_;
  std::string partial_;
  std::string bytes_;
};

class MemoryFileSystem::Lock final : public FileLock {
 public:
  Lock(std::shared_ptr<State> state, std::string path)
      : state_(std::move(state)), path_(std::move(path)) {}

  ~Lock() override {
    const std::lock_guard lock(state_->mutex);
    state_->locks.erase(path_);
  }

 private:
  std::shared_ptr<State> state_;
  std::string path_;
};

Result<std::unique_ptr<ByteSource>> MemoryFileSystem::open(const std::string& path) const {
  const std::lock_guard lock(state_->mutex);
  const auto found = state_->files.find(path);
  if (found == state_->files.end()) return fail_not_found(path);
  return std::make_unique<MemorySource>(found->second.bytes);
}

Result<FileStatus> MemoryFileSystem::status(const std::string& path) const {
  const std::lock_guard lock(state_->mutex);
  if (const auto found = state_->files.find(path); found != state_->files.end()) {
    const File& file = found->second;
    return FileStatus{.num_bytes = static_cast<std::int64_t>(file.bytes->size()),
                      .modified_ns = file.modified_ns,
                      .identity = {.number = static_cast<std::uint64_t>(file.modified_ns)}};
  }
  const std::string prefix = folder_prefix(path);
  const auto below = state_->files.lower_bound(prefix);
  if (below == state_->files.end() || !below->first.starts_with(prefix)) {
    return fail_not_found(path);
  }
  return FileStatus{.is_folder = true};
}

Result<std::vector<FileSystem::Entry>> MemoryFileSystem::entries(const std::string& folder) const {
  const std::lock_guard lock(state_->mutex);
  const std::string prefix = folder_prefix(folder);
  std::vector<Entry> entries;
  for (auto it = state_->files.lower_bound(prefix); it != state_->files.end(); ++it) {
    if (!it->first.starts_with(prefix)) break;
    const std::string rest = it->first.substr(prefix.size());
    const std::size_t slash = rest.find('/');
    Entry entry{.name = rest.substr(0, slash), .is_folder = slash != std::string::npos};
    if (entries.empty() || entries.back().name != entry.name) entries.push_back(std::move(entry));
  }
  if (entries.empty()) return fail_not_found(folder);
  return entries;
}

Result<std::string> MemoryFileSystem::canonical_path(const std::string& path) const {
  return (std::filesystem::path("/") / path).lexically_normal().string();
}

Result<std::unique_ptr<OutputFile>> MemoryFileSystem::create(const std::string& path) {
  return std::make_unique<Output>(state_, path, std::string());
}

Result<std::unique_ptr<OutputFile>> MemoryFileSystem::resume(const std::string& path,
                                                             std::int64_t num_bytes) {
  const std::lock_guard lock(state_->mutex);
  auto found = state_->files.find(path + std::string(kPartialSuffix));
  if (found == state_->files.end()) found = state_->files.find(path);
  if (found == state_->files.end()) return fail_not_found(path);
  const std::string& bytes = *found->second.bytes;
  if (static_cast<std::int64_t>(bytes.size()) < num_bytes) return fail_too_short(path, num_bytes);
  return std::make_unique<Output>(state_, path,
                                  bytes.substr(0, static_cast<std::size_t>(num_bytes)));
}

Result<std::unique_ptr<FileLock>> MemoryFileSystem::try_lock(const std::string& path) {
  const std::lock_guard lock(state_->mutex);
  if (!state_->locks.insert(path).second) return nullptr;
  return std::make_unique<Lock>(state_, path);
}

Result<std::int64_t> MemoryFileSystem::free_bytes(const std::string&) const {
  return std::int64_t{1} << 50;
}

Result<void> MemoryFileSystem::make_folders(const std::string&) { return {}; }

Result<void> MemoryFileSystem::remove_file(const std::string& path) {
  const std::lock_guard lock(state_->mutex);
  if (state_->files.erase(path) == 0) return fail_not_found(path);
  return {};
}

Result<void> MemoryFileSystem::remove_empty_folder(const std::string&) { return {}; }

void MemoryFileSystem::add(const std::string& path, std::string bytes) {
  const std::lock_guard lock(state_->mutex);
  state_->put(path, std::move(bytes));
}

std::unique_ptr<ByteSource> memory_source(std::string bytes) {
  return std::make_unique<MemorySource>(std::make_shared<const std::string>(std::move(bytes)));
}

}  // namespace tamis::io
