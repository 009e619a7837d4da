#include "tamis/pipeline/profile.h"

#include <fmt/format.h>
#include <time.h>

#include "tamis/pipeline/plan.h"

namespace tamis::pipeline {
namespace {

std::int64_t read_clock(clockid_t clock) {
  timespec now = {};
  ::clock_gettime(clock, &now);
  return std::int64_t{now.tv_sec} * 1'000'000'000 + now.tv_nsec;
}

double seconds(std::int64_t nanoseconds) { return static_cast<double>(nanoseconds) / 1e9; }

std::string line(std::string_view name, const StageTime& time, std::int64_t total_cpu_ns) {
  const auto megabytes = static_cast<double>(time.bytes) / 1e6;
  const double cpu = seconds(time.cpu_ns);
  std::string text =
      fmt::format("  {:<22} {:>10} {:>10.1f} {:>9.3f} {:>6.1f} %", name, time.documents, megabytes,
                  cpu, total_cpu_ns == 0 ? 0 : 100 * cpu / seconds(total_cpu_ns));
  if (megabytes > 0) text += fmt::format(" {:>9.3f}", 1e3 * cpu / megabytes);
  return text + "\n";
}

}  // namespace

std::int64_t thread_cpu_ns() { return read_clock(CLOCK_THREAD_CPUTIME_ID); }

std::int64_t clock_ns() { return read_clock(CLOCK_MONOTONIC); }

StageTime& StageTime::operator+=(const StageTime& other) {
  cpu_ns += other.cpu_ns;
  documents += other.documents;
  bytes += other.bytes;
  return *this;
}

void Profile::merge(const Profile& other) {
  reading += other.reading;
  writing += other.writing;
  for (std::size_t stage = 0; stage < other.stages.size(); ++stage) {
    stages[stage] += other.stages[stage];
  }
  reading_clock_ns += other.reading_clock_ns;
  writing_clock_ns += other.writing_clock_ns;
  idle_ns += other.idle_ns;
}

std::string profile_text(const Plan& plan, const Profile& profile) {
  std::int64_t cpu_ns = profile.reading.cpu_ns + profile.writing.cpu_ns;
  for (const StageTime& stage : profile.stages) cpu_ns += stage.cpu_ns;
  std::string text =
      fmt::format("  {:<22} {:>10} {:>10} {:>9} {:>8} {:>9}\n", "where the time went", "documents",
                  "MB", "CPU s", "share", "ms per MB");
  text += line("reading files", profile.reading, cpu_ns);
  for (std::size_t stage = 0; stage < profile.stages.size(); ++stage) {
    const std::string& name = plan.stages[stage].name;
    text += line(name == "read" ? "decoding" : name, profile.stages[stage], cpu_ns);
  }
  text += line("writing files", profile.writing, cpu_ns);
  const double clock = seconds(profile.clock_ns);
  text += fmt::format(
      "  {:.2f} s by the clock, {} threads: {:.2f} s of CPU, {:.2f} s waiting for disks, {:.2f} s "
      "with nothing to do\n",
      clock, profile.num_threads, seconds(cpu_ns),
      seconds(profile.reading_clock_ns - profile.reading.cpu_ns + profile.writing_clock_ns -
              profile.writing.cpu_ns),
      seconds(profile.idle_ns));
  return text;
}

}  // namespace tamis::pipeline
