// Names that an output must not have: that of a file which is read, an ending that says of the file
// what it is not, and an address.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "tamis/base/result.h"
#include "tamis/io/file_system.h"

namespace tamis::io {

// An Error if writing `output` would replace one of `inputs`, however the two are spelt: by a link
// or another way to the same folder. A name of `inputs` that is no file does not count.
Result<void> check_replaces_none(const FileSystem& file_system, const std::string& output,
                                 std::span<const std::string> inputs);

// An Error if `output` ends with none of `endings`. Pipes, devices and standard output may have
// any name.
Result<void> check_ending(const FileSystem& file_system, const std::string& output,
                          std::span<const std::string_view> endings);

// An Error if the ending of `output` names a packing or a binary format that is not in `written`:
// for outputs of lines that may have any other ending.
Result<void> check_no_false_ending(const std::string& output,
                                   std::span<const std::string_view> written);

// An Error if `path` is an address, "s3://a/b": as a name it would be a folder "s3:" here.
Result<void> check_is_local(std::string_view path);

}  // namespace tamis::io
