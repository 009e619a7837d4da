#include "tamis/pipeline/input_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

#include "tamis/io/output_name.h"
#include "tamis/readers/open_source.h"
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

Result<void> check_formats(const io::FileSystem& file_system, const Plan& plan) {
  constexpr std::size_t kNamedMax = 10;
  if (plan.format != readers::kAutomaticFormat) return {};
  std::vector<std::string_view> unknown;
  for (const InputFile& file : plan.files) {
    if (file.is_stream) continue;
    TAMIS_ASSIGN(const bool is_known, readers::is_recognised(file_system, file.path));
    if (!is_known) unknown.push_back(file.name);
  }
  if (unknown.empty()) return {};
  const std::size_t num_named = std::min(unknown.size(), kNamedMax);
  const std::size_t num_more = unknown.size() - num_named;
  return fail(ErrorCode::kInvalidInput,
              fmt::format("{}{}: neither the name nor the first bytes tell the format; leave such "
                          "files out by a narrower pattern, or name the format with `format:`",
                          fmt::join(std::span(unknown).first(num_named), ", "),
                          num_more == 0 ? "" : fmt::format(" and {} more", num_more)));
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
  for (std::uint32_t source = 0; source < plan.sources.size(); ++source) {
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
      if (!file.is_stream) {
        file.num_bytes = status.num_bytes;
        file.modified_ns = status.modified_ns;
      }
      plan.files.push_back(std::move(file));
    }
  }
  return check_formats(file_system, plan);
}

Result<void> check_is_not_read(const Plan& plan, const io::FileSystem& file_system,
                               const std::string& output) {
  std::vector<std::string> paths = {plan.recipe_path};
  for (const InputFile& file : plan.files) paths.push_back(file.path);
  for (const ReadFile& list : plan.list_files) paths.push_back(list.path);
  return io::check_replaces_none(file_system, output, paths);
}

}  // namespace tamis::pipeline
