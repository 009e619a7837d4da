// Where the time of a run went, for people who choose recipes and machines. Nothing else depends
// on it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace tamis::pipeline {

// The processor time that the calling thread has used so far.
std::int64_t thread_cpu_ns();

// Time that has passed, by a clock that is never set.
std::int64_t clock_ns();

struct StageTime {
  std::int64_t cpu_ns = 0;
  std::int64_t documents = 0;  // that came in
  std::int64_t bytes = 0;      // of their payloads or texts then

  StageTime& operator+=(const StageTime& other);
};

struct Profile {
  explicit Profile(std::size_t num_stages = 0) : stages(num_stages) {}

  StageTime reading;                  // bytes of the input files
  StageTime writing;                  // documents kept and rejected
  std::vector<StageTime> stages;      // of the plan
  std::int64_t reading_clock_ns = 0;  // with waiting for disks
  std::int64_t writing_clock_ns = 0;
  std::int64_t idle_ns = 0;   // threads that had nothing to do, summed
  std::int64_t clock_ns = 0;  // the whole run
  int num_threads = 0;

  void merge(const Profile& other);
};

struct Plan;

// A table, a line a stage.
std::string profile_text(const Plan& plan, const Profile& profile);

}  // namespace tamis::pipeline
