#include "tamis/output/disk_need.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <string_view>

#include "tamis/io/path_pattern.h"
#include "tamis/output/report_numbers.h"
#include "tamis/output/signal_columns.h"
#include "tamis/pipeline/input_files.h"

namespace tamis::output {
namespace {

// Output bytes for each hundred of an input file, with all signals and the rejected texts. Twice
// what recipe `web` came to at zstd's level 3, of which level 1 makes a tenth more: of 1,965 pages
// 8 % of their .warc.gz and 1.4 % of the bare WARC; of 2,311 texts 75 % of their .jsonl.zst and
// 16 % of the bare JSONL.
constexpr std::int64_t kOfPackedPages = 16;
constexpr std::int64_t kOfBarePages = 3;
constexpr std::int64_t kOfPackedText = 150;
constexpr std::int64_t kOfBareText = 32;

constexpr std::string_view kPageEndings[] = {".warc", ".arc", ".html", ".htm"};

// What a measured number takes of a packed row. Of reviews of 75 and of 290 bytes (25 and 124 when
// packed) it came to 0.8 and 1.5; with these numbers a run of `redpajama2_signals` over them is
// said to need 1.4 to 2.2 times what it wrote.
constexpr std::int64_t kColumnBytes = 5;
// What the smallest file comes to: its name and place are in a row, whatever it holds.
constexpr std::int64_t kOfAnyFile = 64;
// Bytes of input for one document, where they are short.
constexpr std::int64_t kBytesOfPackedPage = 4096;
constexpr std::int64_t kBytesOfBarePage = 16384;
constexpr std::int64_t kBytesOfPackedText = 128;
constexpr std::int64_t kBytesOfBareText = 256;

// What is to be expected of a kind of files.
struct Need {
  std::int64_t percentage = 0;      // of the file's bytes, for all but the columns
  std::int64_t document_bytes = 0;  // in the file
};

Need need_of(const pipeline::Plan& plan, const pipeline::InputFile& file) {
  const std::string_view name = io::without_compression(file.path);
  const bool is_packed = name.size() < file.path.size() || pipeline::is_parquet(plan, file);
  const bool has_pages =
      std::ranges::any_of(kPageEndings, [&](auto ending) { return io::has_ending(name, ending); });
  if (has_pages)
    return is_packed ? Need{kOfPackedPages, kBytesOfPackedPage}
                     : Need{kOfBarePages, kBytesOfBarePage};
  return is_packed ? Need{kOfPackedText, kBytesOfPackedText} : Need{kOfBareText, kBytesOfBareText};
}

// What a run has written before.
std::int64_t bytes_written(const io::FileSystem& file_system, const std::string& folder) {
  std::int64_t num_bytes = 0;
  for (const char* kind : {"/documents", "/rejected"}) {
    const auto entries = file_system.entries(folder + kind);
    if (!entries) continue;
    for (const auto& entry : *entries) {
      if (const auto status = file_system.status(folder + kind + "/" + entry.name))
        num_bytes += status->num_bytes;
    }
  }
  return num_bytes;
}

}  // namespace

std::int64_t estimate_output_bytes(const pipeline::Plan& plan) {
  const bool has_columns = plan.output.signals == "all";
  const std::int64_t row_bytes = has_columns ? kColumnBytes * std::ssize(signal_columns(plan)) : 0;
  std::int64_t num_bytes = 0;
  for (const pipeline::InputFile& file : plan.files) {
    if (file.is_stream) continue;  // nobody knows
    const Need need = need_of(plan, file);
    num_bytes += file.num_bytes / 100 * need.percentage + kOfAnyFile;
    num_bytes += std::max<std::int64_t>(1, file.num_bytes / need.document_bytes) * row_bytes;
  }
  return num_bytes;
}

Result<std::string> check_disk(const pipeline::Plan& plan, const io::FileSystem& file_system,
                               const std::string& folder, bool is_replaced) {
  // The folder may have yet to be made.
  std::filesystem::path place = folder;
  while (!file_system.status(place.string()) && place.has_parent_path() &&
         place != place.parent_path()) {
    place = place.parent_path();
  }
  const bool is_there = file_system.status(place.string()).has_value();
  TAMIS_ASSIGN(std::int64_t free, file_system.free_bytes(is_there ? place.string() : "."));
  std::int64_t need = estimate_output_bytes(plan);
  const std::int64_t written = bytes_written(file_system, folder);
  if (is_replaced) {
    free += written;
  } else {
    need = std::max<std::int64_t>(0, need - written);
  }
  const auto num_streams = std::ranges::count_if(plan.files, &pipeline::InputFile::is_stream);
  if (num_streams > 0 && num_streams == std::ssize(plan.files))
    return fmt::format(
        "{}: how much will be written is not known, since the input comes through a "
        "pipe; {} free",
        folder, readable_bytes(free));
  const std::string text = fmt::format(
      "{}: usually less than {} to be written{}, {} free", folder, readable_bytes(need),
      num_streams > 0 ? ", besides what comes through pipes" : "", readable_bytes(free));
  if (need <= free) return text;
  return fail(ErrorCode::kUnavailable,
              fmt::format("{}: free some space, choose another --output, or give "
                          "--skip-disk-check if you know better",
                          text));
}

}  // namespace tamis::output
