#include "tamis/cli/stop_signal.h"

#include <csignal>

namespace tamis::cli {
namespace {

// The one mutable global of the program: a signal handler can reach nothing else.
std::atomic<bool> is_stopped = false;

extern "C" void on_signal(int signal) {
  if (is_stopped.exchange(true)) {
    std::signal(signal, SIG_DFL);
    std::raise(signal);
  }
}

}  // namespace

const std::atomic<bool>& stop_flag() {
  std::signal(SIGINT, on_signal);
  std::signal(SIGTERM, on_signal);
  return is_stopped;
}

}  // namespace tamis::cli
