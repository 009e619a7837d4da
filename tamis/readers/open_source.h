// One way to open any input file as documents.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "tamis/readers/reader.h"

namespace tamis::readers {

inline constexpr std::string_view kAutomaticFormat = "auto";

// The reader of that name, or null.
const ReaderSpec* find_reader(std::span<const ReaderSpec* const> readers, std::string_view name);

// The reader whose files have such names, or such first bytes, decompressed; null if none has. Of
// nothing at all it does not matter which.
const ReaderSpec* find_reader_by_ending(std::span<const ReaderSpec* const> readers,
                                        std::string_view path);
const ReaderSpec* find_reader_by_content(std::span<const ReaderSpec* const> readers,
                                         std::string_view head);

// Of the parameters that go with `format`, those for a reader, which "auto" may have chosen.
const void* params_for(const ReaderSpec* reader, std::string_view format, const void* params);

// Opens `path` with the reader named `format`; "auto" chooses by the file's ending, then by its
// first bytes. `params` are of that reader's make_params(), or null for its defaults; with "auto"
// they are FieldNames, for the readers that take them. A file that needs more than
// `memory_bytes_max` is an Error, from here or from the source.
OpenedSource open_source(const io::FileSystem& file_system, const std::string& path,
                         std::string_view format, const Limits& limits,
                         const void* params = nullptr,
                         std::int64_t memory_bytes_max = kFileMemoryBytes,
                         std::span<const ReaderSpec* const> readers = builtin_readers());

}  // namespace tamis::readers
