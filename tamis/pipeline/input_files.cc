#include "tamis/pipeline/input_files.h"

#include <fmt/format.h>

#include <map>
#include <utility>
#include <vector>

#include "tamis/io/output_name.h"
#include "tamis/readers/file_fault.h"
#include "tamis/text/utf8.h"

namespace tamis::pipeline {
namespace {

// Also of what cannot be listed, which the listing itself will say.
bool means_files(const io::FileSystem& file_system, const std::string& pattern) {
  const auto listed = file_system.list(pattern);
  return listed.has_value() || listed.error().code() != ErrorCode::kNotFound;
}

Result<void> fail_unreadable(std::string_view path) {
  return fail(ErrorCode::kIo, fmt::format("cannot read {}: permission denied; check who may read "
                                          "it, or leave it out",
                                          path));
}

Result<void> fail_read_twice(const Plan& plan, const InputFile& first, const InputFile& second) {
  return fail(
      ErrorCode::kInvalidInput,
      fmt::format("{} (of source \"{}\") and {} (of source \"{}\") are the same file, which "
                  "would count twice: name it in one of them only",
                  first.name, plan.sources[first.source].name, second.name,
                  plan.sources[second.source].name));
}

// A folder stands for the files in it; what is deeper is not left out in silence.
Result<void> note_subfolders(const io::FileSystem& file_system, Plan& plan, std::uint32_t source) {
  for (const std::string& pattern : plan.sources[source].patterns) {
    const auto status = file_system.status(pattern);
    if (!status.has_value() || !status->is_folder) continue;
    TAMIS_ASSIGN(const std::int64_t num_folders, io::count_subfolders(file_system, pattern));
    if (num_folders == 0) continue;
    const std::string name = in_utf8(pattern);
    plan.notes.push_back(
        fmt::format("{}: {} in it {} not read: give '{}{}**' for all files below", name,
                    num_folders == 1 ? "1 folder" : fmt::format("{} folders", num_folders),
                    num_folders == 1 ? "is" : "are", name, name.ends_with('/') ? "" : "/"));
  }
  return {};
}

Result<void> check_files(const io::FileSystem& file_system, const Plan& plan) {
  constexpr std::size_t kNamedMax = 10;
  std::vector<std::string> faults;
  std::size_t num_faults = 0;
  for (const InputFile& file : plan.files) {
    if (file.is_stream) continue;
    TAMIS_ASSIGN(std::string fault, readers::file_fault(file_system, file.path, plan.format,
                                                        plan.limits, plan.reader_params.get()));
    if (fault.empty()) continue;
    if (++num_faults <= kNamedMax) faults.push_back(in_utf8(fault));
  }
  if (num_faults == 0) return {};
  if (num_faults > kNamedMax)
    faults.push_back(fmt::format("and {} files more", num_faults - kNamedMax));
  return fail(ErrorCode::kInvalidInput, fmt::format("{}", fmt::join(faults, "\n")));
}

}  // namespace

std::string in_utf8(std::string_view bytes) {
  std::string text;
  text::append_repaired_utf8(bytes, text);
  return text;
}

Result<std::size_t> source_name_bytes(const io::FileSystem& file_system, const std::string& input) {
  const std::size_t equals = input.find('=');
  if (equals == input.npos || equals == 0 || input.find('/') < equals) return 0;
  if (!means_files(file_system, input)) return equals;
  const std::string pattern = input.substr(equals + 1);
  if (!means_files(file_system, pattern)) return 0;
  return fail(ErrorCode::kInvalidInput,
              fmt::format("{0}: this means files named so, and files of \"{1}\" as source \"{2}\": "
                          "write ./{0} for the first, {2}=./{1} for the second",
                          in_utf8(input), in_utf8(pattern), in_utf8(input.substr(0, equals))));
}

Result<void> list_input_files(const io::FileSystem& file_system, Plan& plan) {
  if (plan.sources.empty())
    return fail(ErrorCode::kInvalidInput,
                fmt::format("{}: no input: name files in the recipe (read: inputs:) or give "
                            "--input PATTERN",
                            plan.recipe_path));
  std::map<io::FileIdentity, std::size_t> known;  // the index of each file
  for (std::uint32_t source = 0; source < plan.sources.size(); ++source) {
    for (const std::string& pattern : plan.sources[source].patterns)
      TAMIS_TRY(io::check_is_local(pattern));
    TAMIS_TRY(note_subfolders(file_system, plan, source));
    TAMIS_ASSIGN(const std::vector<std::string> paths,
                 io::read_list(file_system, plan.sources[source].patterns));
    for (const std::string& path : paths) {
      InputFile file = {.path = path, .source = source, .name = in_utf8(path)};
      io::FileStatus status = {.is_stream = true};
      if (path != io::kStandardStream) {
        TAMIS_ASSIGN(status, file_system.status(path));
      }
      if (!status.is_readable) return fail_unreadable(path);
      file.is_stream = status.is_stream;
      const bool is_known_by_number = !file.is_stream && status.identity.number != 0;
      if (is_known_by_number) {
        const auto [first, is_new] = known.try_emplace(status.identity, plan.files.size());
        if (!is_new && plan.files[first->second].source != source)
          return fail_read_twice(plan, plan.files[first->second], file);
        if (!is_new) continue;
      }
      if (!file.is_stream) {
        file.num_bytes = status.num_bytes;
        file.modified_ns = status.modified_ns;
      }
      plan.files.push_back(std::move(file));
    }
  }
  return check_files(file_system, plan);
}

Result<void> check_is_not_read(const Plan& plan, const io::FileSystem& file_system,
                               const std::string& output) {
  std::vector<std::string> paths = {plan.recipe_path};
  for (const InputFile& file : plan.files) paths.push_back(file.path);
  for (const ReadFile& list : plan.list_files) paths.push_back(list.path);
  return io::check_replaces_none(file_system, output, paths);
}

}  // namespace tamis::pipeline
