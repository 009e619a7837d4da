#include "tamis/readers/open_source.h"

#include <fmt/core.h>

#include "tamis/io/decompress.h"
#include "tamis/io/path_pattern.h"
#include "tamis/readers/file_fault.h"

namespace tamis::readers {
namespace {

std::string names_of(std::span<const ReaderSpec* const> readers) {
  std::string names;
  for (const ReaderSpec* reader : readers) {
    if (!names.empty()) names += ", ";
    names += reader->name;
  }
  return names;
}

OpenedSource open_with(const ReaderSpec& reader, Input input, const void* params) {
  const Setup::Params defaults = reader.make_params != nullptr ? reader.make_params() : nullptr;
  return reader.open(std::move(input), params != nullptr ? params : defaults.get());
}

}  // namespace

const ReaderSpec* find_reader_by_ending(std::span<const ReaderSpec* const> readers,
                                        std::string_view path) {
  const std::string_view name = io::without_compression(path);
  for (const ReaderSpec* reader : readers) {
    for (const std::string_view ending : reader->endings) {
      if (io::has_ending(name, ending)) return reader;
    }
  }
  return nullptr;
}

const ReaderSpec* find_reader_by_content(std::span<const ReaderSpec* const> readers,
                                         std::string_view head) {
  if (head.empty()) return find_reader(readers, "jsonl");
  for (const ReaderSpec* reader : readers) {
    if (reader->recognises != nullptr && reader->recognises(head)) return reader;
  }
  return nullptr;
}

const ReaderSpec* find_reader(std::span<const ReaderSpec* const> readers, std::string_view name) {
  for (const ReaderSpec* reader : readers) {
    if (reader->name == name) return reader;
  }
  return nullptr;
}

const void* params_for(const ReaderSpec* reader, std::string_view format, const void* params) {
  const bool takes = reader != nullptr && reader->takes_field_names;
  return format == kAutomaticFormat && !takes ? nullptr : params;
}

OpenedSource open_source(const io::FileSystem& file_system, const std::string& path,
                         std::string_view format, const Limits& limits, const void* params,
                         std::int64_t memory_bytes_max,
                         std::span<const ReaderSpec* const> readers) {
  const bool is_automatic = format == kAutomaticFormat;
  const ReaderSpec* reader =
      is_automatic ? find_reader_by_ending(readers, path) : find_reader(readers, format);
  if (reader == nullptr && !is_automatic) {
    return fail(ErrorCode::kInvalidInput, fmt::format("no format \"{}\"; there are: {}, {}", format,
                                                      kAutomaticFormat, names_of(readers)));
  }
  if (reader != nullptr && reader->open_path != nullptr) {
    return reader->open_path(file_system, path, limits, memory_bytes_max,
                             params_for(reader, format, params));
  }
  TAMIS_ASSIGN(auto chunks, io::open_decompressed(file_system, path));
  auto bytes = std::make_unique<io::ChunkReader>(std::move(chunks));
  TAMIS_ASSIGN(const std::string_view head, bytes->peek(kHeadBytes));
  if (reader == nullptr) reader = find_reader_by_content(readers, head);
  params = params_for(reader, format, params);
  if (const std::string fault = head_fault(reader, path, head, params); !fault.empty())
    return fail(ErrorCode::kInvalidInput, fault);
  if (reader == nullptr || reader->open == nullptr)
    return fail(
        ErrorCode::kInvalidInput,
        fmt::format("{}: neither the name nor the first bytes tell the format; name it with "
                    "--format, or `read: {{format:}}` of a recipe, one of: {}",
                    path, names_of(readers)));
  return open_with(*reader, {.path = path, .bytes = std::move(bytes), .limits = limits}, params);
}

}  // namespace tamis::readers
