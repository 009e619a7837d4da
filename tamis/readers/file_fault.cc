#include "tamis/readers/file_fault.h"

#include <fmt/core.h>

#include "tamis/io/decompress.h"
#include "tamis/io/path_pattern.h"
#include "tamis/readers/open_source.h"

namespace tamis::readers {
namespace {

// What files are packed with that is not read here, and what unpacks it to standard output.
struct Packing {
  std::string_view name;
  std::string_view magic;
  std::size_t magic_offset = 0;
  std::string_view ending = {};  // of what no magic number tells
  std::string_view command = {};
};

using std::string_view_literals::operator""sv;

// The formats' own descriptions, as file(1) has them.
constexpr Packing kPackings[] = {
    {.name = "xz",
     .magic = "\xFD"
              "7zXZ\0"sv,
     .ending = ".xz",
     .command = "xz -dc"},
    {.name = "bzip2", .magic = "BZh", .ending = ".bz2", .command = "bzip2 -dc"},
    {.name = "lz4", .magic = "\x04\x22\x4D\x18"sv, .ending = ".lz4", .command = "lz4 -dc"},
    {.name = "lzip", .magic = "LZIP"sv, .ending = ".lz", .command = "lzip -dc"},
    {.name = "brotli", .magic = ""sv, .ending = ".br", .command = "brotli -dc"},
    {.name = "lzma", .magic = ""sv, .ending = ".lzma", .command = "xz -dc"},
    {.name = "zip", .magic = "PK\x03\x04"sv, .ending = ".zip", .command = "unzip"},
    {.name = "7-Zip", .magic = "7z\xBC\xAF\x27\x1C"sv, .ending = ".7z", .command = "7z e -so"},
    {.name = "tar",
     .magic = "ustar"sv,
     .magic_offset = 257,
     .ending = ".tar",
     .command = "tar -xf"},
    {.name = "gzip", .magic = "\x1F\x8B\x08"sv},  // in what has been unpacked
    {.name = "zstd", .magic = "\x28\xB5\x2F\xFD"sv},
};
constexpr std::string_view kArrowMagics[] = {"ARROW1"sv, "FEA1"sv, "\xFF\xFF\xFF\xFF"sv};

bool has_magic(const Packing& packing, std::string_view head) {
  if (packing.magic.empty() || head.size() < packing.magic_offset) return false;
  // "BZh" could begin a text: the size and the first block's own magic number are behind it.
  if (packing.name == "bzip2")
    return head.size() >= 7 && head.starts_with("BZh") && head.substr(4, 3) == "1AY";
  return head.substr(packing.magic_offset).starts_with(packing.magic);
}

std::string packing_fault(const Packing& packing, std::string_view path) {
  if (packing.name == "tar" || packing.name == "zip")
    return fmt::format(
        "{0}: this is a {1} archive, which is not read: unpack it (`{2} {0}`) "
        "and name the files in it",
        path, packing.name, packing.command);
  if (packing.command.empty())
    return fmt::format("{}: packed twice, which is not read: unpack it once", path);
  return fmt::format(
      "{0}: packed with {1}, which is not read: unpack it, or give it by standard "
      "input: `{2} {0} | tamis ... --input -`",
      path, packing.name, packing.command);
}

// Tables of text, which other programs make JSON Lines of.
std::string table_fault(std::string_view path) {
  for (const auto& [ending, option] : {std::pair(".csv", "--icsv"), std::pair(".tsv", "--itsv")}) {
    if (io::has_ending(path, ending))
      return fmt::format(
          "{0}: this is a table, which is not read: make JSON Lines of it: "
          "`mlr {1} --ojsonl cat {0} | tamis ... --input -` (Miller)",
          path, option);
  }
  return "";
}

}  // namespace

std::string head_fault(const ReaderSpec* reader, std::string_view path, std::string_view head,
                       const void* params) {
  head = head.substr(0, kHeadBytes);
  if (head.empty() || (reader != nullptr && reader->takes_anything)) return "";
  for (const Packing& packing : kPackings) {
    const bool is_named = packing.magic.empty() && io::has_ending(path, packing.ending);
    if (is_named || has_magic(packing, head)) return packing_fault(packing, path);
  }
  for (const std::string_view magic : kArrowMagics) {
    if (head.starts_with(magic))
      return fmt::format(
          "{}: this is an Arrow or Feather file, which is not read: write it as "
          "Parquet or JSON Lines",
          path);
  }
  if (reader == nullptr) return table_fault(path);
  return reader->fault == nullptr ? "" : reader->fault(head, path, params);
}

Result<std::string> file_fault(const io::FileSystem& file_system, const std::string& path,
                               std::string_view format, const Limits& limits, const void* params,
                               std::span<const ReaderSpec* const> readers) {
  const bool is_automatic = format == kAutomaticFormat;
  const ReaderSpec* reader =
      is_automatic ? find_reader_by_ending(readers, path) : find_reader(readers, format);
  const bool is_packed = io::without_compression(path).size() < path.size();
  if (reader != nullptr && reader->takes_anything && !is_packed) return "";
  if (reader != nullptr && reader->open_path != nullptr) {
    const auto source = reader->open_path(file_system, path, limits, kFileMemoryBytes,
                                          params_for(reader, format, params));
    return source.has_value() ? "" : std::string(source.error().message());
  }
  auto head = io::read_head(file_system, path, kHeadBytes);
  const bool is_fault = !head && head.error().code() == ErrorCode::kInvalidInput;
  if (is_fault) return std::string(head.error().message());
  if (!head) return head;
  if (reader == nullptr) reader = find_reader_by_content(readers, *head);
  std::string fault = head_fault(reader, path, *head, params_for(reader, format, params));
  const bool is_unknown = reader == nullptr || reader->open == nullptr;
  if (fault.empty() && is_unknown)
    fault = fmt::format(
        "{}: neither the name nor the first bytes tell the format; leave such files "
        "out by a narrower pattern, or name the format: --format, or `read: {{format:}}` of a "
        "recipe",
        path);
  return fault;
}

Result<bool> is_of_no_format(const io::FileSystem& file_system, const std::string& path,
                             std::string_view format, std::span<const ReaderSpec* const> readers) {
  if (format != kAutomaticFormat || find_reader_by_ending(readers, path) != nullptr) return false;
  TAMIS_ASSIGN(const std::string head, io::read_head(file_system, path, kHeadBytes));
  return find_reader_by_content(readers, head) == nullptr &&
         head_fault(nullptr, path, head, nullptr).empty();
}

}  // namespace tamis::readers
