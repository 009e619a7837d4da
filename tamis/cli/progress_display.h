// How far a run is, for people: one line that changes on a terminal, plain lines elsewhere.
#pragma once

#include <chrono>
#include <string>

#include "tamis/pipeline/run.h"

namespace tamis::cli {

class ProgressDisplay {
 public:
  ProgressDisplay();

  void show(const pipeline::Progress& progress);

  // Ends the line that changes.
  void finish();

 private:
  std::string line(const pipeline::Progress& progress) const;

  using Clock = std::chrono::steady_clock;
  Clock::time_point start_;
  Clock::time_point last_shown_;
  bool is_terminal_;
};

}  // namespace tamis::cli
