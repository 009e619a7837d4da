#include "tamis/cli/stop_signal.h"

#include <signal.h>

namespace tamis::cli {
namespace {

// The mutable globals of the program: a signal handler can reach nothing else.
std::atomic<bool> is_stopped = false;
std::atomic<int> received = 0;

extern "C" void on_signal(int signal) {
  received = signal;  // before the flag, which ends the program by what is there
  if (is_stopped.exchange(true)) {
    ::signal(signal, SIG_DFL);
    ::raise(signal);
  }
}

}  // namespace

const std::atomic<bool>& stop_flag() {
  struct sigaction action = {};
  action.sa_handler = on_signal;
  action.sa_flags = SA_RESTART;
  ::sigaction(SIGINT, &action, nullptr);
  ::sigaction(SIGTERM, &action, nullptr);
  return is_stopped;
}

void end_by_signal() {
  const int signal = received;
  if (signal == 0) return;
  ::signal(signal, SIG_DFL);
  ::raise(signal);
}

}  // namespace tamis::cli
