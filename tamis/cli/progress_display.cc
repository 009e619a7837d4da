#include "tamis/cli/progress_display.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace tamis::cli {
namespace {

constexpr auto kTerminalInterval = std::chrono::milliseconds(200);
constexpr auto kPlainInterval = std::chrono::seconds(10);

// A dumb terminal would show the commands that erase a line.
bool can_erase_lines() {
  const char* const terminal = std::getenv("TERM");
  return ::isatty(STDERR_FILENO) == 1 && terminal != nullptr &&
         std::string_view(terminal) != "dumb";
}

}  // namespace

ProgressDisplay::ProgressDisplay()
    : start_(Clock::now()), last_shown_(start_), is_terminal_(can_erase_lines()) {}

void ProgressDisplay::show(const pipeline::Progress& progress) {
  const auto now = Clock::now();
  if (is_terminal_ ? now - last_shown_ < kTerminalInterval : now - last_shown_ < kPlainInterval)
    return;
  last_shown_ = now;
  const std::string text = line(progress);
  std::fprintf(stderr, is_terminal_ ? "\r\033[K%s" : "%s\n", text.c_str());
}

void ProgressDisplay::finish() {
  if (is_terminal_) std::fputs("\r\033[K", stderr);
}

std::string ProgressDisplay::line(const pipeline::Progress& progress) const {
  const double seconds =
      std::max(1e-3, std::chrono::duration<double>(Clock::now() - start_).count());
  const auto megabytes = static_cast<double>(progress.input_bytes_read) / 1e6;
  std::string text =
      fmt::format("  {} documents read, {} kept, {:.1f} MB, {:.1f} MB/s", progress.documents_read,
                  progress.documents_kept, megabytes, megabytes / seconds);
  if (progress.input_bytes > 0 && progress.input_bytes_read > 0) {
    const double done =
        static_cast<double>(progress.input_bytes_read) / static_cast<double>(progress.input_bytes);
    const double left = seconds * (1 - done) / done;
    text += fmt::format(", {:.0f} %, {:.0f} s left", 100 * done, left < 0 ? 0 : left);
  }
  return text;
}

}  // namespace tamis::cli
