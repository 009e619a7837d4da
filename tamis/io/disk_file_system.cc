#include "tamis/io/disk_file_system.h"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/core.h>
#include <poll.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <filesystem>
#include <limits>
#include <optional>
#include <system_error>
#include <utility>

#include "tamis/io/system_error.h"

namespace tamis::io {
namespace {

constexpr mode_t kNewFileMode = 0666;  // less the user's umask

// An open file of the system, closed at the end.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&&) = delete;
  ~Descriptor() { close(); }

  int number() const { return number_; }

  // Some file systems tell of a failed write only here.
  int close() {
    const int number = std::exchange(number_, -1);
    return number > STDERR_FILENO ? ::close(number) : 0;  // the standard streams stay open
  }

 private:
  int number_;
};

class DiskSource final : public ByteSource {
 public:
  // `waits`: true of what is no file, whose bytes are there.
  DiskSource(Descriptor descriptor, std::string path, const std::atomic<bool>* is_stopped,
             bool waits)
      : descriptor_(std::move(descriptor)),
        path_(std::move(path)),
        is_stopped_(is_stopped),
        waits_(waits) {}

  Result<std::size_t> read(char* out, std::size_t num_bytes) override {
    if (waits_ && is_stopped_ != nullptr) TAMIS_TRY(wait_for_bytes());
    TAMIS_TRY(check_stopped());
    for (;;) {
      const ssize_t num_read = ::read(descriptor_.number(), out, num_bytes);
      if (num_read >= 0) return static_cast<std::size_t>(num_read);
      if (errno != EINTR) return fail_errno("read", path_, errno);
    }
  }

  Result<void> check_stopped() const override {
    if (is_stopped_ == nullptr || !*is_stopped_) return {};
    return fail(ErrorCode::kInterrupted, "stopped while reading " + path_);
  }

 private:
  // Until there is something to read: bytes, the end or a fault. A signal may have come to another
  // thread, so that it does not end poll().
  Result<void> wait_for_bytes() const {
    constexpr int kIntervalMs = 100;  // nobody notices
    pollfd waiting = {.fd = descriptor_.number(), .events = POLLIN};
    for (int num_ready = 0; num_ready == 0;) {
      if (*is_stopped_) return fail(ErrorCode::kInterrupted, "stopped while waiting for " + path_);
      num_ready = ::poll(&waiting, 1, kIntervalMs);
      if (num_ready < 0 && errno == EINTR) num_ready = 0;
    }
    return {};
  }

  Descriptor descriptor_;
  std::string path_;
  const std::atomic<bool>* is_stopped_;
  bool waits_;
};

Result<void> write_all(int descriptor, std::string_view bytes, const std::string& path) {
  while (!bytes.empty()) {
    const ssize_t num_written = ::write(descriptor, bytes.data(), bytes.size());
    if (num_written < 0 && errno == EINTR) continue;
    if (num_written < 0) return fail_errno("write", path, errno);
    bytes.remove_prefix(static_cast<std::size_t>(num_written));
  }
  return {};
}

// Joins small writes into large ones.
class WriteBuffer {
 public:
  Result<void> write(int descriptor, std::string_view bytes, const std::string& path) {
    if (buffer_.size() + bytes.size() > kBytesMax) TAMIS_TRY(flush(descriptor, path));
    if (bytes.size() >= kBytesMax) return write_all(descriptor, bytes, path);
    buffer_.append(bytes);
    return {};
  }

  Result<void> flush(int descriptor, const std::string& path) {
    TAMIS_TRY(write_all(descriptor, buffer_, path));
    buffer_.clear();
    return {};
  }

 private:
  static constexpr std::size_t kBytesMax = std::size_t{1} << 18;
  std::string buffer_;
};

// Standard output, another pipe or a device. It must not be replaced by a file of its name.
class StreamOutput final : public OutputFile {
 public:
  StreamOutput(Descriptor descriptor, std::string path)
      : descriptor_(std::move(descriptor)), path_(std::move(path)) {}

  Result<void> write(std::string_view bytes) override {
    return buffer_.write(descriptor_.number(), bytes, path_);
  }
  // A stream keeps nothing that could be gone on with.
  Result<std::int64_t> sync() override {
    TAMIS_TRY(buffer_.flush(descriptor_.number(), path_));
    return 0;
  }
  Result<void> commit() override {
    TAMIS_TRY(buffer_.flush(descriptor_.number(), path_));
    if (descriptor_.close() != 0) return fail_errno("close", path_, errno);
    return {};
  }

 private:
  Descriptor descriptor_;
  WriteBuffer buffer_;
  std::string path_;
};

class DiskOutput final : public OutputFile {
 public:
  // `num_bytes`: what a resumed file holds already.
  DiskOutput(Descriptor descriptor, std::string path, std::int64_t num_bytes)
      : descriptor_(std::move(descriptor)),
        path_(std::move(path)),
        partial_(path_ + std::string(kPartialSuffix)),
        num_bytes_(num_bytes),
        is_kept_(num_bytes > 0) {}

  ~DiskOutput() override {
    if (!is_kept_) ::unlink(partial_.c_str());
  }

  Result<void> write(std::string_view bytes) override {
    num_bytes_ += static_cast<std::int64_t>(bytes.size());
    return buffer_.write(descriptor_.number(), bytes, partial_);
  }

  Result<std::int64_t> sync() override {
    TAMIS_TRY(buffer_.flush(descriptor_.number(), partial_));
    // EINVAL: a pipe or device, which has nothing to bring to a disk.
    if (::fsync(descriptor_.number()) != 0 && errno != EINVAL) {
      return fail_errno("write", partial_, errno);
    }
    if (!std::exchange(is_kept_, true)) sync_folder();  // the name, too, must outlive a power cut
    return num_bytes_;
  }

  // Without the two fsyncs a power cut can leave the name without the bytes.
  Result<void> commit() override {
    TAMIS_TRY(sync());
    if (descriptor_.close() != 0) return fail_errno("close", partial_, errno);
    if (std::rename(partial_.c_str(), path_.c_str()) != 0) {
      return fail_errno("create", path_, errno);
    }
    sync_folder();
    return {};
  }

 private:
  // Not every file system can; the file itself is safe already.
  void sync_folder() const {
    const std::string folder = std::filesystem::path(path_).parent_path().string();
    const Descriptor descriptor(
        ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (descriptor.number() >= 0) ::fsync(descriptor.number());
  }

  Descriptor descriptor_;
  std::string path_;
  std::string partial_;
  WriteBuffer buffer_;
  std::int64_t num_bytes_;
  bool is_kept_;
};

class DiskLock final : public FileLock {
 public:
  explicit DiskLock(Descriptor descriptor) : descriptor_(std::move(descriptor)) {}

 private:
  Descriptor descriptor_;  // the system lets go of the lock when it is closed
};

// Of a link, what it is itself. Not all file systems say so where they list names.
int type_of(const std::string& folder, const dirent& entry) {
  if (entry.d_type != DT_UNKNOWN) return entry.d_type;
  struct stat found = {};
  const std::string path = folder + "/" + entry.d_name;
  return ::lstat(path.c_str(), &found) == 0 ? IFTODT(found.st_mode) : int{DT_UNKNOWN};
}

// True for what is written to as it is: a pipe, a device, or a name that the system gives to an
// open file (/dev/stdout), which a file put in its place would take from everybody.
bool is_stream(const std::string& path) {
  struct stat found = {};
  if (::stat(path.c_str(), &found) != 0) return false;
  if (!S_ISREG(found.st_mode) && !S_ISDIR(found.st_mode)) return true;
  const bool is_of_system = path.starts_with("/dev/") || path.starts_with("/proc/");
  return is_of_system && ::lstat(path.c_str(), &found) == 0 && S_ISLNK(found.st_mode);
}

// The number of the open file that a path of the system names; nothing for any other path.
std::optional<int> open_file_number(std::string_view path) {
  if (path == "/dev/stdout") return STDOUT_FILENO;
  if (path == "/dev/stderr") return STDERR_FILENO;
  for (const std::string_view folder : {"/dev/fd/", "/proc/self/fd/"}) {
    if (!path.starts_with(folder)) continue;
    path.remove_prefix(folder.size());
    int number = -1;
    const auto [end, error] = std::from_chars(path.data(), path.data() + path.size(), number);
    const bool is_number = error == std::errc() && end == path.data() + path.size();
    return is_number ? std::optional(number) : std::nullopt;
  }
  return std::nullopt;
}

// What is_stream() is true of. To open the name of an open file anew would begin at its start, over
// what a shell's ">>" means to keep.
int open_stream(const std::string& path) {
  if (const auto number = open_file_number(path))
    return ::fcntl(*number, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
  return ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
}

}  // namespace

Result<std::unique_ptr<ByteSource>> DiskFileSystem::open(const std::string& path) const {
  if (path == kStandardStream) {
    return std::make_unique<DiskSource>(Descriptor(STDIN_FILENO), "standard input", is_stopped_,
                                        true);
  }
  // Nonblocking: a pipe that nobody writes to yet would hold the thread past any Ctrl-C.
  Descriptor descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (descriptor.number() < 0) return fail_errno("open", path, errno);
  if (::fcntl(descriptor.number(), F_SETFL, 0) != 0) return fail_errno("open", path, errno);
  struct stat found = {};
  const bool is_known = ::fstat(descriptor.number(), &found) == 0;
  if (is_known && S_ISDIR(found.st_mode)) return fail_errno("open", path, EISDIR);
  ::posix_fadvise(descriptor.number(), 0, 0, POSIX_FADV_SEQUENTIAL);
  const bool is_file = is_known && S_ISREG(found.st_mode);
  const bool is_never_stopped = is_file && only_waits_;
  return std::make_unique<DiskSource>(std::move(descriptor), path,
                                      is_never_stopped ? nullptr : is_stopped_, !is_file);
}

Result<FileStatus> DiskFileSystem::status(const std::string& path) const {
  struct stat found = {};
  if (::stat(path.c_str(), &found) != 0) return fail_errno("find", path, errno);
  return FileStatus{
      .num_bytes = found.st_size,
      .is_folder = S_ISDIR(found.st_mode),
      .is_stream = !S_ISDIR(found.st_mode) && !S_ISREG(found.st_mode),
      .modified_ns = std::int64_t{found.st_mtim.tv_sec} * 1'000'000'000 + found.st_mtim.tv_nsec,
      .is_readable = ::faccessat(AT_FDCWD, path.c_str(), R_OK, AT_EACCESS) == 0,
      .identity = {.device = found.st_dev, .number = found.st_ino}};
}

Result<std::vector<FileSystem::Entry>> DiskFileSystem::entries(const std::string& folder) const {
  const std::string path = folder.empty() ? "." : folder;
  const std::unique_ptr<DIR, int (*)(DIR*)> open_folder(::opendir(path.c_str()), ::closedir);
  if (open_folder == nullptr) return fail_errno("list", path, errno);
  std::vector<Entry> entries;
  errno = 0;
  for (const dirent* entry; (entry = ::readdir(open_folder.get())) != nullptr; errno = 0) {
    std::string name = entry->d_name;
    if (name == "." || name == "..") continue;
    const int type = type_of(path, *entry);
    entries.push_back(
        {.name = std::move(name), .is_folder = type == DT_DIR, .is_link = type == DT_LNK});
  }
  if (errno != 0) return fail_errno("list", path, errno);
  return entries;
}

Result<std::string> DiskFileSystem::canonical_path(const std::string& path) const {
  std::error_code error;
  const auto absolute = std::filesystem::absolute(path, error);
  if (error) return fail_errno("find", path, error.value());
  const auto canonical = std::filesystem::weakly_canonical(absolute, error);
  if (error) return fail_errno("find", path, error.value());
  return canonical.string();
}

Result<std::unique_ptr<OutputFile>> DiskFileSystem::create(const std::string& path) {
  if (path == kStandardStream) {
    return std::make_unique<StreamOutput>(Descriptor(STDOUT_FILENO), "standard output");
  }
  if (is_stream(path)) {
    Descriptor descriptor(open_stream(path));
    if (descriptor.number() < 0) return fail_errno("open", path, errno);
    return std::make_unique<StreamOutput>(std::move(descriptor), path);
  }
  const std::string folder = std::filesystem::path(path).parent_path().string();
  if (!folder.empty()) TAMIS_TRY(make_folders(folder));
  const std::string partial = path + std::string(kPartialSuffix);
  Descriptor descriptor(
      ::open(partial.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, kNewFileMode));
  if (descriptor.number() < 0) return fail_errno("create", partial, errno);
  return std::make_unique<DiskOutput>(std::move(descriptor), path, 0);
}

Result<std::unique_ptr<OutputFile>> DiskFileSystem::resume(const std::string& path,
                                                           std::int64_t num_bytes) {
  const std::string partial = path + std::string(kPartialSuffix);
  if (::access(partial.c_str(), F_OK) != 0 && std::rename(path.c_str(), partial.c_str()) != 0) {
    return fail_errno("go on with", path, errno);
  }
  Descriptor descriptor(::open(partial.c_str(), O_WRONLY | O_CLOEXEC));
  if (descriptor.number() < 0) return fail_errno("open", partial, errno);
  struct stat found = {};
  if (::fstat(descriptor.number(), &found) != 0) return fail_errno("find", partial, errno);
  if (found.st_size < num_bytes) {
    return fail(ErrorCode::kCorrupt,
                fmt::format("{} has {} bytes, and had {} when the run was stopped: it was changed "
                            "since; give --overwrite to begin anew",
                            partial, found.st_size, num_bytes));
  }
  if (::ftruncate(descriptor.number(), num_bytes) != 0 ||
      ::lseek(descriptor.number(), 0, SEEK_END) < 0) {
    return fail_errno("cut", partial, errno);
  }
  return std::make_unique<DiskOutput>(std::move(descriptor), path, num_bytes);
}

Result<std::unique_ptr<FileLock>> DiskFileSystem::try_lock(const std::string& path) {
  for (;;) {
    Descriptor descriptor(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, kNewFileMode));
    if (descriptor.number() < 0) return fail_errno("lock", path, errno);
    if (::flock(descriptor.number(), LOCK_EX | LOCK_NB) != 0) {
      if (errno == EWOULDBLOCK) return nullptr;
      return fail_errno("lock", path, errno);
    }
    // The holder before us may have removed the file that we have locked.
    struct stat locked = {}, named = {};
    const bool is_named = ::fstat(descriptor.number(), &locked) == 0 &&
                          ::stat(path.c_str(), &named) == 0 && locked.st_ino == named.st_ino;
    if (is_named) return std::make_unique<DiskLock>(std::move(descriptor));
  }
}

Result<std::int64_t> DiskFileSystem::free_bytes(const std::string& folder) const {
  std::error_code error;
  const auto space = std::filesystem::space(folder.empty() ? "." : folder, error);
  if (error) return fail_errno("find", folder, error.value());
  return static_cast<std::int64_t>(
      std::min<std::uintmax_t>(space.available, std::numeric_limits<std::int64_t>::max()));
}

Result<void> DiskFileSystem::make_folders(const std::string& path) {
  std::error_code error;
  std::filesystem::create_directories(path, error);
  if (error) return fail_errno("make folder", path, error.value());
  return {};
}

Result<void> DiskFileSystem::remove_file(const std::string& path) {
  if (::unlink(path.c_str()) != 0) return fail_errno("remove", path, errno);
  return {};
}

Result<void> DiskFileSystem::remove_empty_folder(const std::string& path) {
  if (::rmdir(path.c_str()) != 0) return fail_errno("remove", path, errno);
  return {};
}

}  // namespace tamis::io
