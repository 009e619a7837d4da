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
    // Opened the wrong way round, so that who needs it learns that it was closed.
    if (::open("/dev/null", number == STDIN_FILENO ? O_WRONLY : O_RDONLY) < 0) return;
  }
}

Result<void> flush_standard_output() {
  const int flags = ::fcntl(STDOUT_FILENO, F_GETFL);
  const bool was_closed = flags != -1 && (flags & O_ACCMODE) == O_RDONLY;
  if (was_closed) return {};  // who closes it wants nothing of what is said
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

std::string printable(std::string_view message) {
  std::string text;
  for (std::size_t i = 0; i < message.size(); ++i) {
    const char byte = message[i];
    const auto code = static_cast<unsigned char>(byte);
    const auto next = static_cast<unsigned char>(i + 1 < message.size() ? message[i + 1] : 0);
    // U+0080 to U+009F in UTF-8: terminals take U+009B for ESC [.
    const bool is_c1_control = code == 0xC2 && next >= 0x80 && next < 0xA0;
    const bool is_control = (code < 0x20 && byte != '\n' && byte != '\t') || code == 0x7F;
    if (is_c1_control) {
      text += fmt::format("\\x{:02x}\\x{:02x}", code, next);
      ++i;
    } else if (is_control) {
      text += fmt::format("\\x{:02x}", code);
    } else {
      text += byte;
    }
  }
  return text;
}

}  // namespace tamis::io
