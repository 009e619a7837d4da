#include "tamis/io/standard_streams.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <string>
#include <system_error>

namespace tamis::io {

void open_missing_streams() {
  for (const int number : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(number, F_GETFD) != -1 || errno != EBADF) continue;
    // The lowest number that is free, which is this one.
    if (::open("/dev/null", number == STDIN_FILENO ? O_RDONLY : O_WRONLY) < 0) return;
  }
}

Result<void> flush_standard_output() {
  const bool is_flushed = std::fflush(stdout) == 0;
  const int error = errno;
  if (is_flushed && std::ferror(stdout) == 0) return {};
  // Why an earlier write failed is not known any more.
  const std::string reason =
      is_flushed ? "no space, or nobody reads it" : std::generic_category().message(error);
  return fail(
      ErrorCode::kIo,
      fmt::format("cannot write standard output: {}; what was printed is not complete", reason));
}

}  // namespace tamis::io
