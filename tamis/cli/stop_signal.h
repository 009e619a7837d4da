// Ctrl-C as a flag: the first one ends a run cleanly, the second one at once.
#pragma once

#include <atomic>

namespace tamis::cli {

// Installs the handler for SIGINT and SIGTERM on the first call. True once one has come.
const std::atomic<bool>& stop_flag();

// Ends the program by the signal that has come, as if there were no handler: so a shell knows that
// it was stopped, and stops a loop around it. Returns if none has come.
void end_by_signal();

}  // namespace tamis::cli
