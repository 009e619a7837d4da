#include "tamis/output/run_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "tamis/writers/writer.h"

namespace tamis::output {
namespace {

constexpr std::string_view kDigits = "0123456789";

// Takes a number off the front of `name`. False for one of fewer digits.
bool take_number(std::string_view& name, std::size_t num_digits_min) {
  const std::size_t num_digits = std::min(name.find_first_not_of(kDigits), name.size());
  name.remove_prefix(num_digits);
  return num_digits >= num_digits_min;
}

std::string_view without_partial(std::string_view name) {
  if (name.ends_with(io::kPartialSuffix)) name.remove_suffix(io::kPartialSuffix.size());
  return name;
}

bool is_ending_of_part(std::string_view ending) {
  return std::ranges::any_of(writers::builtin_writers(), [&](const writers::WriterSpec* format) {
    return format->ending == ending;
  });
}

bool is_at_or_below(std::string_view path, std::string_view place) {
  return path.starts_with(place) && (path.size() == place.size() || path[place.size()] == '/');
}

Result<std::vector<std::string>> canonical_places(const io::FileSystem& file_system,
                                                  const RunPaths& paths) {
  std::vector<std::string> places;
  for (const std::string& path :
       {paths.in_folder(kDocuments), paths.in_folder(kRejected), paths.checkpoints(),
        paths.in_folder(kManifest), paths.in_folder(kReportJson), paths.in_folder(kReportHtml)}) {
    TAMIS_ASSIGN(std::string place, file_system.canonical_path(path));
    places.push_back(std::move(place));
  }
  return places;
}

tl::unexpected<Error> fail_in_the_way(const std::string& path) {
  return fail(ErrorCode::kAlreadyExists,
              fmt::format("{}: would be replaced, and no run in this folder has written it: move "
                          "it away, or choose another --output",
                          path));
}

Result<void> check_none(const io::FileSystem& file_system, const std::string& folder,
                        const std::function<bool(std::string_view)>& is_in_the_way) {
  const auto entries = file_system.entries(folder);
  if (!entries) return {};
  for (const auto& entry : *entries) {
    if (is_in_the_way(entry.name)) return fail_in_the_way(folder + "/" + entry.name);
  }
  return {};
}

Result<void> check_size(const io::FileSystem& file_system, const std::string& path,
                        std::int64_t num_bytes) {
  auto status = file_system.status(path);
  if (!status && status.error().code() != ErrorCode::kNotFound) {
    return tl::unexpected(std::move(status).error());
  }
  if (status && status->num_bytes == num_bytes) return {};
  const std::string found = status ? fmt::format("has {} bytes", status->num_bytes) : "is gone";
  return fail(ErrorCode::kCorrupt,
              fmt::format("{} {}, and had {} bytes when the run completed it: put it back, or "
                          "give --overwrite to begin the run anew",
                          path, found, num_bytes));
}

}  // namespace

bool is_part_name(std::string_view name) {
  name = without_partial(name);
  if (!take_number(name, kShardDigitsMin) || !name.starts_with('-')) return false;
  name.remove_prefix(1);
  return take_number(name, kPartDigitsMin) && is_ending_of_part(name);
}

bool is_checkpoint_name(std::string_view name) {
  if (is_beginning_name(name)) return true;
  name = without_partial(name);
  if (name == kRunFile) return true;
  return take_number(name, kShardDigitsMin) && (name == kCheckpointEnding || name == kLockEnding);
}

bool is_beginning_name(std::string_view name) {
  constexpr std::string_view kProcess = "process";
  if (name == kRunLock) return true;
  if (name.ends_with(io::kPartialSuffix)) return without_partial(name) == kRunFile;
  if (!name.starts_with(kProcess)) return false;
  name.remove_prefix(kProcess.size());
  return take_number(name, 1) && name == kLockEnding;
}

Result<void> check_inputs(const pipeline::Plan& plan, const io::FileSystem& file_system,
                          const RunPaths& paths) {
  TAMIS_ASSIGN(const auto places, canonical_places(file_system, paths));
  for (const pipeline::InputFile& file : plan.files) {
    if (file.is_stream) continue;
    TAMIS_ASSIGN(const std::string path, file_system.canonical_path(file.path));
    const bool is_inside = std::ranges::any_of(
        places, [&](const std::string& place) { return is_at_or_below(path, place); });
    if (is_inside)
      return fail(ErrorCode::kInvalidInput,
                  fmt::format("{}: this input lies where the run writes, in {}: choose another "
                              "--output, or leave it out of the input",
                              file.name(), paths.folder()));
  }
  return {};
}

Result<void> check_nothing_replaced(const io::FileSystem& file_system, const RunPaths& paths) {
  for (const std::string_view name : {kManifest, kReportJson, kReportHtml}) {
    const std::string path = paths.in_folder(name);
    if (file_system.status(path)) return fail_in_the_way(path);
  }
  for (const std::string_view folder : {kDocuments, kRejected}) {
    TAMIS_TRY(check_none(file_system, paths.in_folder(folder), is_part_name));
  }
  return check_none(file_system, paths.checkpoints(), [](std::string_view name) {
    return is_checkpoint_name(name) && !is_beginning_name(name);
  });
}

Result<void> check_parts(const io::FileSystem& file_system, const RunPaths& paths,
                         std::size_t shard, const Checkpoint& checkpoint) {
  for (std::size_t part = 0; part < checkpoint.num_complete_parts(); ++part) {
    const PartCounts& counts = checkpoint.parts[part];
    for (const auto& [kind, num_bytes] :
         {std::pair(kDocuments, counts.kept_bytes), std::pair(kRejected, counts.rejected_bytes)}) {
      const std::string path = paths.in_folder(paths.part(kind, shard, part));
      TAMIS_TRY(check_size(file_system, path, num_bytes));
    }
  }
  return {};
}

Result<void> remove_files(io::FileSystem& file_system, const std::string& folder,
                          const std::function<bool(std::string_view)>& goes) {
  const auto entries = file_system.entries(folder);
  if (!entries) return {};
  for (const auto& entry : *entries) {
    if (entry.is_folder || !goes(entry.name)) continue;
    auto removed = file_system.remove_file(folder + "/" + entry.name);
    if (!removed && removed.error().code() != ErrorCode::kNotFound) return removed;
  }
  return {};
}

}  // namespace tamis::output
