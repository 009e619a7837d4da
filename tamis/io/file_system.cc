#include "tamis/io/file_system.h"

#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <unordered_set>

#include "tamis/io/decompress.h"
#include "tamis/io/path_pattern.h"

namespace tamis::io {
namespace {

constexpr std::int64_t kListFileBytesMax = std::int64_t{1} << 28;
// Deeper folders are not looked into: a loop made of mounts would never end.
constexpr int kFolderDepthMax = 64;

std::string join(const std::string& folder, std::string_view name) {
  if (folder.empty()) return std::string(name);
  return folder.ends_with('/') ? folder + std::string(name) : folder + "/" + std::string(name);
}

bool is_hidden(std::string_view name) { return name.starts_with('.'); }
bool is_partial(std::string_view name) { return name.ends_with(kPartialSuffix); }

// Adds what a name in a folder, or the end of a pattern, leads to, unless it is a folder. True if
// it is one.
Result<bool> add_file(const FileSystem& file_system, const std::string& path,
                      std::vector<std::string>& found) {
  auto status = file_system.status(path);
  if (!status.has_value() && status.error().code() == ErrorCode::kNotFound) {
    return fail(ErrorCode::kNotFound,
                fmt::format("{} is a link to a file that is not there; mend it, or leave it out of "
                            "the pattern",
                            path));
  }
  if (!status.has_value()) return tl::unexpected(std::move(status).error());
  if (status->is_stream) {
    return fail(ErrorCode::kInvalidInput,
                fmt::format("{} is a pipe or a device and no file; leave it out of the pattern, or "
                            "name it by itself",
                            path));
  }
  if (!status->is_folder) found.push_back(path);
  return status->is_folder;
}

// Walks the folders that a pattern can reach, one name of it after the other. Links to folders
// are followed but by "**", which could go in circles.
class PatternWalk {
 public:
  PatternWalk(const FileSystem& file_system, FileSystem::Listing& found)
      : file_system_(file_system), found_(found) {}

  // Adds the files below `folder` that match `rest`.
  Result<void> walk(const std::string& folder, std::string_view rest) {
    const std::size_t slash = rest.find('/');
    const std::string_view name = rest.substr(0, slash);
    const std::string_view below =
        slash == std::string_view::npos ? std::string_view() : rest.substr(slash + 1);
    if (name == "**") return walk_any_depth(folder, below.empty() ? "*" : below, 0);
    if (!has_wildcard(name)) return step(join(folder, name), below);
    TAMIS_ASSIGN(const auto entries, entries_of(folder));
    for (const FileSystem::Entry& entry : entries) {
      if (is_partial(entry.name) || !matches_name(name, entry.name)) continue;
      const std::string path = join(folder, entry.name);
      if (below.empty() && !entry.is_folder) TAMIS_TRY(add_file(file_system_, path, found_.files));
      const bool leads_on = entry.is_folder || entry.is_link;
      if (!below.empty() && leads_on) TAMIS_TRY(walk(path, below));
    }
    return {};
  }

 private:
  // A name without wildcards, which need not be there.
  Result<void> step(const std::string& path, std::string_view below) {
    if (!below.empty()) return walk(path, below);
    const auto status = file_system_.status(path);
    if (!status.has_value() && status.error().code() == ErrorCode::kNotFound) return {};
    TAMIS_TRY(add_file(file_system_, path, found_.files));
    return {};
  }

  // `depth`: folders below that of the "**".
  Result<void> walk_any_depth(const std::string& folder, std::string_view below, int depth) {
    if (depth > kFolderDepthMax)
      return fail(ErrorCode::kInvalidInput,
                  fmt::format("{} is more than {} folders deep: name it by itself, or leave it out",
                              folder, kFolderDepthMax));
    TAMIS_TRY(walk(folder, below));
    TAMIS_ASSIGN(const auto entries, entries_of(folder));
    for (const FileSystem::Entry& entry : entries) {
      if (is_hidden(entry.name)) continue;
      const std::string path = join(folder, entry.name);
      if (entry.is_folder) TAMIS_TRY(walk_any_depth(path, below, depth + 1));
      if (entry.is_link && leads_to_folder(path)) found_.links_passed_over.push_back(path);
    }
    return {};
  }

  bool leads_to_folder(const std::string& link) const {
    const auto status = file_system_.status(link);
    return status.has_value() && status->is_folder;
  }

  // None of what is no folder.
  Result<std::vector<FileSystem::Entry>> entries_of(const std::string& folder) const {
    auto entries = file_system_.entries(folder);
    const bool is_none = !entries.has_value() && entries.error().code() == ErrorCode::kNotFound;
    return is_none ? std::vector<FileSystem::Entry>() : std::move(entries);
  }

  const FileSystem& file_system_;
  FileSystem::Listing& found_;
};

Result<FileSystem::Listing> files_in(const FileSystem& file_system, const std::string& folder) {
  FileSystem::Listing found;
  TAMIS_ASSIGN(const auto entries, file_system.entries(folder));
  for (const FileSystem::Entry& entry : entries) {
    if (entry.is_folder || is_hidden(entry.name) || is_partial(entry.name)) continue;
    const std::string path = join(folder, entry.name);
    TAMIS_ASSIGN(const bool is_folder, add_file(file_system, path, found.files));
    if (is_folder) found.links_passed_over.push_back(path);
  }
  return found;
}

void sort_and_join(std::vector<std::string>& paths) {
  std::sort(paths.begin(), paths.end());
  paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
}

std::string_view next_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
  return line;
}

// The text of a list file, unpacked, without a byte order mark.
Result<std::string> read_list_file(const FileSystem& file_system, const std::string& path) {
  constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
  TAMIS_ASSIGN(const auto chunks, open_decompressed(file_system, path));
  std::string text;
  Chunk chunk;
  for (;;) {
    TAMIS_ASSIGN(const bool has_more, chunks->next(chunk));
    if (!has_more) break;
    text.append(chunk.bytes);
    if (static_cast<std::int64_t>(text.size()) > kListFileBytesMax)
      return fail(ErrorCode::kInvalidInput,
                  fmt::format("{}: larger than {} bytes; is this the right file?", path,
                              kListFileBytesMax));
    if (chunk.damage != Damage::kNone)
      return fail(ErrorCode::kCorrupt,
                  fmt::format("{}: this list of files is damaged or cut off; write it anew", path));
  }
  if (text.starts_with(kByteOrderMark)) text.erase(0, kByteOrderMark.size());
  return text;
}

// "a/b" of "./a//b". What is behind ".." only the disk knows: there may be links before it.
std::string normal_spelling(const std::string& path) {
  if (path.find("..") != path.npos) return path;
  return std::filesystem::path(path).lexically_normal().string();
}

}  // namespace

Result<std::vector<std::string>> FileSystem::list(const std::string& pattern) const {
  TAMIS_ASSIGN(Listing listing, list_all(pattern));
  return std::move(listing.files);
}

Result<FileSystem::Listing> FileSystem::list_all(const std::string& pattern) const {
  Listing listing;
  const std::vector<std::string>& files = listing.files;
  const auto found = status(pattern);
  if (pattern == kStandardStream || (found.has_value() && !found->is_folder))
    return Listing{.files = {pattern}};
  if (found.has_value()) {
    TAMIS_ASSIGN(listing, files_in(*this, pattern));
  } else {
    const bool is_absolute = pattern.starts_with('/');
    TAMIS_TRY(
        PatternWalk(*this, listing)
            .walk(is_absolute ? "/" : "", std::string_view(pattern).substr(is_absolute ? 1 : 0)));
  }
  sort_and_join(listing.files);
  sort_and_join(listing.links_passed_over);
  if (files.empty() && found.has_value()) {
    TAMIS_ASSIGN(const std::int64_t num_folders, count_subfolders(*this, pattern));
    return fail(ErrorCode::kNotFound,
                num_folders == 0
                    ? fmt::format("no input file: nothing in folder \"{}\"; check the spelling and "
                                  "the current folder",
                                  pattern)
                    : fmt::format("no input file: nothing but folders in \"{}\"; give '{}' for all "
                                  "files below",
                                  pattern, join(pattern, "**")));
  }
  if (files.empty()) {
    return fail(ErrorCode::kNotFound,
                fmt::format("no input file: nothing matches \"{}\"; check the "
                            "spelling and the current folder",
                            pattern));
  }
  return listing;
}

Result<std::string> FileSystem::read_all(const std::string& path,
                                         std::int64_t num_bytes_max) const {
  TAMIS_ASSIGN(std::unique_ptr<ByteSource> source, open(path));
  ByteReader reader(std::move(source));
  TAMIS_ASSIGN(std::string_view bytes, reader.peek(1));
  std::string text;
  while (!bytes.empty()) {
    text.append(bytes);
    if (static_cast<std::int64_t>(text.size()) > num_bytes_max) {
      return fail(
          ErrorCode::kInvalidInput,
          fmt::format("{}: larger than {} bytes; is this the right file?", path, num_bytes_max));
    }
    reader.consume(bytes.size());
    TAMIS_ASSIGN(bytes, reader.peek(1));
  }
  return text;
}

Result<std::int64_t> count_subfolders(const FileSystem& file_system, const std::string& folder) {
  TAMIS_ASSIGN(const auto entries, file_system.entries(folder));
  return std::ranges::count_if(entries, [](const FileSystem::Entry& entry) {
    return entry.is_folder && !is_hidden(entry.name);
  });
}

Result<std::vector<std::string>> read_list(const FileSystem& file_system,
                                           const std::vector<std::string>& inputs) {
  TAMIS_ASSIGN(InputList list, read_input_list(file_system, inputs));
  return std::move(list.files);
}

Result<InputList> read_input_list(const FileSystem& file_system,
                                  const std::vector<std::string>& inputs) {
  InputList list;
  std::unordered_set<std::string> seen;
  const auto add = [&](const std::string& pattern) -> Result<void> {
    TAMIS_ASSIGN(FileSystem::Listing listed, file_system.list_all(pattern));
    for (std::string& path : listed.files) {
      if (!seen.insert(normal_spelling(path)).second) continue;
      list.is_named.push_back(path == pattern);
      list.files.push_back(std::move(path));
    }
    for (std::string& link : listed.links_passed_over)
      list.links_passed_over.push_back(std::move(link));
    return {};
  };
  for (const std::string& input : inputs) {
    if (!input.starts_with('@')) {
      TAMIS_TRY(add(input));
      continue;
    }
    TAMIS_ASSIGN(const std::string text, read_list_file(file_system, input.substr(1)));
    bool names_files = false;
    for (std::string_view rest = text; !rest.empty();) {
      const std::string_view line = next_line(rest);
      if (line.empty() || line.starts_with('#')) continue;
      names_files = true;
      if (auto added = add(std::string(line)); !added.has_value()) {
        return tl::unexpected<Error>(std::move(added).error().context(input.substr(1)));
      }
    }
    if (!names_files) {
      return fail(ErrorCode::kInvalidInput,
                  input.substr(1) + ": this list names no file; name one on each line");
    }
  }
  return list;
}

Result<void> FileSystem::write_all(const std::string& path, std::string_view content) {
  TAMIS_ASSIGN(const std::unique_ptr<OutputFile> file, create(path));
  TAMIS_TRY(file->write(content));
  return file->commit();
}

}  // namespace tamis::io
