#include "tamis/io/system_error.h"

#include <fmt/core.h>

#include <cerrno>
#include <system_error>

namespace tamis::io {
namespace {

// What a user can do about an error of the system.
std::string_view advice(int error) {
  switch (error) {
    case ENOENT:
      return "check the spelling and the current folder";
    case ENOTDIR:
      return "a part of the path is a file, not a folder";
    case EACCES:
    case EPERM:
    case EROFS:
      return "check who may read or write it";
    case EISDIR:
      return "name the files in the folder instead";
    case ENOSPC:
    case EDQUOT:
      return "free some space or choose another output folder";
    case EFBIG:
      return "raise the limit of file sizes (ulimit -f)";
    case EMFILE:
    case ENFILE:
      return "raise the limit of open files (ulimit -n)";
    default:
      return "the system's own log may say more";
  }
}

ErrorCode code_of(int error) {
  switch (error) {
    case ENOENT:
    case ENOTDIR:
      return ErrorCode::kNotFound;
    case EISDIR:
      return ErrorCode::kInvalidInput;
    case ENOSPC:
    case EDQUOT:
    case EMFILE:
    case ENFILE:
      return ErrorCode::kUnavailable;
    default:
      return ErrorCode::kIo;
  }
}

}  // namespace

tl::unexpected<Error> fail_errno(std::string_view action, std::string_view path, int error) {
  return fail(code_of(error), fmt::format("cannot {} {}: {}; {}", action, path,
                                          std::generic_category().message(error), advice(error)));
}

}  // namespace tamis::io
