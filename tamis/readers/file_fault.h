// What can be found wrong with an input file before a run, so that nobody learns it after the hours
// that the files before it take: another packing, another form of JSON, no column with the text.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "tamis/readers/reader.h"

namespace tamis::readers {

// The bytes of a file that tell what it is.
inline constexpr std::size_t kHeadBytes = std::size_t{1} << 14;

// What is wrong with a file of these first bytes, decompressed, and what to do; nothing if nothing
// is. `reader`: null where it is not known. `params` are its own.
std::string head_fault(const ReaderSpec* reader, std::string_view path, std::string_view head,
                       const void* params);

// The same of a file, by its head or, of Parquet, its footer. `params` as of open_source().
Result<std::string> file_fault(const io::FileSystem& file_system, const std::string& path,
                               std::string_view format, const Limits& limits, const void* params,
                               std::span<const ReaderSpec* const> readers = builtin_readers());

// True of a file that was given no format, has no fault that says what it is, and neither by its
// name nor by its first bytes a reader: a picture, say, among saved pages.
Result<bool> is_of_no_format(const io::FileSystem& file_system, const std::string& path,
                             std::string_view format,
                             std::span<const ReaderSpec* const> readers = builtin_readers());

}  // namespace tamis::readers
