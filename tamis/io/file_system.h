// The files that a run reads and writes. Nothing outside io/ opens a file.
//
// Parts take a FileSystem&, so that tests run on memory_file_system.h and other stores (S3, say)
// can follow. Every Error names the path, what the system said, and what to do about it.
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tamis/base/result.h"
#include "tamis/io/byte_source.h"

namespace tamis::io {

// Standard input for open(), standard output for create().
inline constexpr std::string_view kStandardStream = "-";

// Behind the name of an output that is not complete.
inline constexpr std::string_view kPartialSuffix = ".partial";

// Which file it is, however its path is spelt: the same for all links to it.
struct FileIdentity {
  std::uint64_t device = 0;
  std::uint64_t number = 0;  // of the file on its device

  auto operator<=>(const FileIdentity&) const = default;
};

struct FileStatus {
  std::int64_t num_bytes = 0;
  bool is_folder = false;
  bool is_stream = false;        // a pipe or a device: neither file nor folder
  std::int64_t modified_ns = 0;  // since 1970
  bool is_readable = true;       // as far as permissions tell
  FileIdentity identity = {};
};

// A file being written, under its name with kPartialSuffix. It appears under its own name when
// commit() succeeds; destroyed before that, it leaves nothing behind, unless sync() was called.
class OutputFile {
 public:
  OutputFile() = default;
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;
  virtual ~OutputFile() = default;

  virtual Result<void> write(std::string_view bytes) = 0;

  // Brings what was written so far to the disk and returns how many bytes the file has. From now
  // on it stays under its partial name whatever happens, for FileSystem::resume() to go on with.
  virtual Result<std::int64_t> sync() = 0;

  // Brings all bytes to the disk and gives the file its name. The last call.
  virtual Result<void> commit() = 0;
};

// A lock among processes on one file, held until it is destroyed or its process ends, however it
// ends.
class FileLock {
 public:
  FileLock() = default;
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;
  virtual ~FileLock() = default;
};

class FileSystem {
 public:
  // One name in a folder.
  struct Entry {
    std::string name;
    bool is_folder = false;
    bool is_link = false;  // to a file or folder: then is_folder is false
  };

  FileSystem() = default;
  FileSystem(const FileSystem&) = delete;
  FileSystem& operator=(const FileSystem&) = delete;
  virtual ~FileSystem() = default;

  virtual Result<std::unique_ptr<ByteSource>> open(const std::string& path) const = 0;
  virtual Result<FileStatus> status(const std::string& path) const = 0;

  // What is in a folder, in no order, without "." and "..".
  virtual Result<std::vector<Entry>> entries(const std::string& folder) const = 0;

  // The one spelling of a path, absolute and past all links, whether there is such a file or not.
  virtual Result<std::string> canonical_path(const std::string& path) const = 0;

  // Makes missing parent folders, and replaces a file of the same name at commit(). A pipe or
  // device of that name is written to as bytes come.
  virtual Result<std::unique_ptr<OutputFile>> create(const std::string& path) = 0;

  // Goes on with a file that was synced when it had `num_bytes` bytes and was left then, whether
  // it was committed since or not. Bytes behind those are cut off.
  virtual Result<std::unique_ptr<OutputFile>> resume(const std::string& path,
                                                     std::int64_t num_bytes) = 0;

  // Locks the file of that name, which is made if it is missing. Null if another holds it.
  virtual Result<std::unique_ptr<FileLock>> try_lock(const std::string& path) = 0;

  // How much can still be written below `folder`.
  virtual Result<std::int64_t> free_bytes(const std::string& folder) const = 0;

  virtual Result<void> make_folders(const std::string& path) = 0;
  virtual Result<void> remove_file(const std::string& path) = 0;
  virtual Result<void> remove_empty_folder(const std::string& path) = 0;

  // What a list of files does not say by itself.
  struct Listing {
    std::vector<std::string> files;
    // Links to folders below which files would have been meant: they could go in circles.
    std::vector<std::string> links_passed_over;
  };

  // The files that a user means by `pattern`, sorted bytewise: the file of that name, the files
  // in the folder of that name, or those that match its wildcards (path_pattern.h). A pattern
  // that means no file is an Error that names it, and so is one that means what cannot be read: a
  // closed folder, a link to nothing, a pipe among files, a folder deeper than any that is meant.
  // Nothing is left out in silence.
  Result<std::vector<std::string>> list(const std::string& pattern) const;
  Result<Listing> list_all(const std::string& pattern) const;

  // The whole file. One of more than `num_bytes_max` bytes is an Error: for recipes, word lists
  // and the like, not for data.
  Result<std::string> read_all(const std::string& path, std::int64_t num_bytes_max) const;

  // As create() does, all at once.
  Result<void> write_all(const std::string& path, std::string_view content);
};

// How many folders are in `folder`, which FileSystem::list leaves out. Hidden ones do not count.
Result<std::int64_t> count_subfolders(const FileSystem& file_system, const std::string& folder);

// What read_list() has found.
struct InputList {
  std::vector<std::string> files;
  std::vector<bool> is_named;  // of each file: by itself, and not by a folder or a pattern
  std::vector<std::string> links_passed_over;
};

// The files that `inputs` mean, in the order given and without repetition: each is a path or
// pattern as of FileSystem::list, or "@NAME", a list file of one path or pattern a line (empty
// lines and lines that begin with "#" do not count), bare, in gzip or in zstd. "@-" reads the list
// from standard input.
Result<std::vector<std::string>> read_list(const FileSystem& file_system,
                                           const std::vector<std::string>& inputs);
Result<InputList> read_input_list(const FileSystem& file_system,
                                  const std::vector<std::string>& inputs);

}  // namespace tamis::io
