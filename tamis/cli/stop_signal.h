// Ctrl-C as a flag: the first one ends a run cleanly, the second one at once.
#pragma once

#include <atomic>

namespace tamis::cli {

// Installs the handler for SIGINT and SIGTERM on the first call. True once one has come.
const std::atomic<bool>& stop_flag();

}  // namespace tamis::cli
