#include "tamis/io/output_name.h"

#include <fmt/format.h>

#include <algorithm>

#include "tamis/base/ascii.h"
#include "tamis/io/path_pattern.h"

namespace tamis::io {
namespace {

// Endings of files that are no lines of text.
constexpr std::string_view kFalseEndings[] = {".gz",     ".tgz", ".zst",     ".zstd", ".bz2",
                                              ".xz",     ".lz4", ".br",      ".zip",  ".7z",
                                              ".snappy", ".tar", ".parquet", ".pq",   ".arrow"};

// As writers compare them: "X.ZST" would be written as it is.
bool has_one_of(std::string_view path, std::span<const std::string_view> endings) {
  return std::ranges::any_of(endings,
                             [&](std::string_view ending) { return path.ends_with(ending); });
}

bool is_no_file(const FileSystem& file_system, const std::string& output) {
  if (output == kStandardStream || output.starts_with("/dev/") || output.starts_with("/proc/"))
    return true;
  const auto status = file_system.status(output);
  return status.has_value() && status->is_stream;
}

}  // namespace

Result<void> check_replaces_none(const FileSystem& file_system, const std::string& output,
                                 std::span<const std::string> inputs) {
  // What is written first bears the partial name, and would replace a file of that name as well.
  for (const std::string& name : {output, output + std::string(kPartialSuffix)}) {
    const auto written = file_system.status(name);
    if (!written.has_value() || written->is_stream || written->is_folder) continue;
    for (const std::string& input : inputs) {
      const auto read = file_system.status(input == kStandardStream ? "/dev/stdin" : input);
      if (!read.has_value() || read->is_stream || read->identity != written->identity) continue;
      return fail(ErrorCode::kInvalidInput,
                  fmt::format("{}: the output would replace {}, which is read: name another output",
                              output, input == kStandardStream ? "standard input" : input));
    }
  }
  return {};
}

Result<void> check_ending(const FileSystem& file_system, const std::string& output,
                          std::span<const std::string_view> endings) {
  if (has_one_of(output, endings) || is_no_file(file_system, output)) return {};
  return fail(ErrorCode::kInvalidInput,
              fmt::format("{}: this is no output that can be written: end its name with {}; is it "
                          "an input? Then quote the pattern that it comes from",
                          output, fmt::join(endings, ", ")));
}

Result<void> check_no_false_ending(const std::string& output,
                                   std::span<const std::string_view> written) {
  const auto* const ending = std::ranges::find_if(
      kFalseEndings, [&](std::string_view known) { return has_ending(output, known); });
  if (ending == std::end(kFalseEndings) || has_one_of(output, written)) return {};
  const std::string others =
      written.empty() ? "" : fmt::format(", or write {}", fmt::join(written, " or "));
  return fail(ErrorCode::kInvalidInput,
              fmt::format("{}: \"{}\" is not written here, but lines of text: leave the ending "
                          "away{}",
                          output, *ending, others));
}

Result<void> check_is_local(std::string_view path) {
  const std::size_t scheme_bytes = path.find("://");
  const bool is_address = scheme_bytes != path.npos && scheme_bytes > 0 &&
                          std::ranges::all_of(path.substr(0, scheme_bytes), is_ascii_alphanumeric);
  if (!is_address) return {};
  return fail(ErrorCode::kInvalidInput,
              fmt::format("{}: Tamis reads and writes local files only: copy it here first, mount "
                          "it, or read it through a pipe (\"-\")",
                          path));
}

}  // namespace tamis::io
