#include "tamis/pipeline/memory_budget.h"

#include <fmt/format.h>

#include <algorithm>

#include "tamis/io/path_pattern.h"
#include "tamis/io/zstd_decoder.h"
#include "tamis/pipeline/input_files.h"
#include "tamis/writers/writer.h"

namespace tamis::pipeline {
namespace {

constexpr std::int64_t kMebibyte = std::int64_t{1} << 20;

// The figures below are peaks (getrusage) of `tamis measure --threads 1` with all rules, over texts
// of a million words, lines or characters each, and of `tamis run recipes/web.yaml`, less the
// size of the text three times; tests/end_to_end/bounded_test.py checks that they suffice.

// Program, tables of languages and words, and what the system's allocator keeps.
constexpr std::int64_t kFixedBytes = 64 * kMebibyte;

// For splitting a text: views, hashes and tables of all rules. Measured: 90 to 170 a word, 300 for
// a line of one word.
constexpr std::int64_t kWordBytes = 170;
constexpr std::int64_t kLineBytes = 130;

// For windows of characters: 46 a character.
constexpr std::int64_t kWindowBytes = 46;

// At 170 bytes for each of its own, what a text of this share of the largest needs fits into what
// worker_bytes() holds for the largest.
constexpr std::int64_t kLargeTextShare = 64;
constexpr std::int64_t kLargeTextBytesMin = std::int64_t{64} << 10;

// Buffers of decoders.
constexpr std::int64_t kLaneFixedBytes = 24 * kMebibyte;

// For the columns of a Parquet file: pages of a megabyte and what is made of them. A file that
// needs more gets what nobody else does, and then an Error.
constexpr std::int64_t kParquetInputBytes = 64 * kMebibyte;

// The books of one worker: measured with 3,000 steps that each measure another number 20 KiB a
// step, with 3,000 sources 70 bytes for each step of a source.
constexpr std::int64_t kStepBooksBytes = std::int64_t{24} << 10;
constexpr std::int64_t kSourceStepBytes = 128;
// They are added up for each shard under way and for the report.
constexpr std::int64_t kOtherBooks = 2;

std::int64_t books_bytes(const Plan& plan) {
  const std::int64_t num_steps = std::ssize(plan.steps) + std::ssize(plan.stages);
  return num_steps * (kStepBooksBytes + std::ssize(plan.sources) * kSourceStepBytes);
}

// What the plan keeps of each input file.
std::int64_t input_file_bytes(const Plan& plan) {
  constexpr std::size_t kAllocationBytes = 16;
  std::size_t num_bytes = 0;
  for (const InputFile& file : plan.files) {
    num_bytes += sizeof(InputFile) + file.path.size() + file.utf8_path.size() + kAllocationBytes;
  }
  return static_cast<std::int64_t>(num_bytes);
}

// The numbers measured of a batch's rows, in vectors that grow by doubling.
std::int64_t signal_bytes(const Plan& plan, const RunOptions& options) {
  const std::int64_t num_rows = std::min<std::int64_t>(
      options.batch_size.num_rows_max, options.batch_size.num_bytes_max / Batch::kRowBytes + 1);
  return 2 * static_cast<std::int64_t>(sizeof(double)) * num_rows * std::ssize(plan.signals);
}

// The largest of a row; nothing where there is none.
std::int64_t metadata_bytes(const Plan& plan) {
  return plan.has_metadata ? plan.limits.metadata_bytes_max : 0;
}

// A batch at its fullest holds its rows and one last document of the largest size, and work on it
// holds each text twice more: decoded and extracted. The head of a message is unfolded.
std::int64_t worker_bytes(const Plan& plan, const RunOptions& options) {
  return 3 * (options.batch_size.num_bytes_max + plan.limits.document_bytes_max) +
         plan.limits.header_bytes_max + metadata_bytes(plan) + signal_bytes(plan, options) +
         books_bytes(plan);
}

bool reads_parquet(const Plan& plan) {
  return std::ranges::any_of(plan.files,
                             [&](const InputFile& file) { return is_parquet(plan, file); });
}

// What a decoder may keep of a file packed with `zstd --ultra` or `--long`. The figures above hold
// one such window; each further shard has its own.
std::int64_t window_bytes(const Plan& plan) {
  const bool has_zstd = std::ranges::any_of(plan.files, [](const InputFile& file) {
    return io::has_ending(file.path, ".zst") || io::has_ending(file.path, ".zstd");
  });
  return has_zstd ? io::kZstdWindowBytesMax : 0;
}

// A record that is looked for in several pieces of a file is joined, and a head of unknown end by
// doubling, and so is the JSON of metadata. A line of JSON, twice as long as a text, is there
// twice, and one that is repaired, as long as a text, three times: half of that is what the batch
// that is being filled will need later. Two files are written.
std::int64_t lane_bytes(const Plan& plan) {
  const writers::WriterSpec* writer = writers::find_writer(plan.output.format);
  const std::int64_t written =
      writer == nullptr
          ? 0
          : writer->memory_bytes(plan.output.zstd_level, plan.limits.document_bytes_max);
  return kLaneFixedBytes + 2 * plan.limits.document_bytes_max + 3 * plan.limits.header_bytes_max +
         2 * metadata_bytes(plan) + 2 * written + (reads_parquet(plan) ? kParquetInputBytes : 0);
}

bool counts_windows(const Plan& plan) {
  return std::ranges::any_of(plan.steps, [](const Step& step) {
    return step.rule != nullptr && step.rule->counts_windows;
  });
}

// What rules need for the largest text that the limits let through.
std::int64_t large_text_scratch_bytes(const Plan& plan) {
  const Limits& limits = plan.limits;
  const std::int64_t num_words = std::min(limits.words_max, limits.document_bytes_max);
  const std::int64_t num_lines = std::min(limits.lines_max, limits.document_bytes_max);
  const std::int64_t window_bytes =
      counts_windows(plan) ? kWindowBytes * limits.document_bytes_max : 0;
  return kWordBytes * num_words + kLineBytes * num_lines + window_bytes;
}

Error too_little(const Plan& plan, const RunOptions& options, std::int64_t fixed,
                 std::int64_t worker, std::int64_t lane) {
  const auto mebibytes = [](std::int64_t num_bytes) {
    return (num_bytes + kMebibyte - 1) / kMebibyte;
  };
  const std::int64_t scratch = large_text_scratch_bytes(plan);
  return Error(
      ErrorCode::kUnavailable,
      fmt::format("--memory {} is too little: {} MiB are needed, {} for the program with the books "
                  "of {} steps and {} sources and the names of {} files, {} to split the largest "
                  "text into words and lines, {} for one batch and {} to read and write; give "
                  "more, or lower limits in the recipe: document_bytes_max, words_max, lines_max",
                  options.memory_bytes < kMebibyte
                      ? fmt::format("{} bytes", options.memory_bytes)
                      : fmt::format("{} MiB", options.memory_bytes / kMebibyte),
                  mebibytes(fixed + worker + lane), mebibytes(fixed - scratch), plan.steps.size(),
                  plan.sources.size(), plan.files.size(), mebibytes(scratch), mebibytes(worker),
                  mebibytes(lane)));
}

}  // namespace

std::int64_t large_text_bytes(const Plan& plan) {
  return std::max(kLargeTextBytesMin, plan.limits.document_bytes_max / kLargeTextShare);
}

Result<MemoryBudget> memory_budget(const Plan& plan, const RunOptions& options) {
  const std::int64_t worker = worker_bytes(plan, options), lane = lane_bytes(plan);
  const std::int64_t fixed = kFixedBytes + plan.template_bytes + input_file_bytes(plan) +
                             large_text_scratch_bytes(plan) + kOtherBooks * books_bytes(plan);
  const std::int64_t available = options.memory_bytes - fixed;
  if (available < worker + lane)
    return tl::unexpected(too_little(plan, options, fixed, worker, lane));
  // A shard for each thread, if it can have a batch as well; then as many batches as can wait.
  const std::int64_t window = window_bytes(plan);
  MemoryBudget budget;
  budget.num_lanes = static_cast<int>(std::clamp<std::int64_t>(
      (available - worker + window) / (worker + lane + window), 1, options.num_threads));
  const std::int64_t lanes = budget.num_lanes * lane + (budget.num_lanes - 1) * window;
  budget.num_workers = static_cast<int>(
      std::min<std::int64_t>((available - lanes) / worker, 2 * options.num_threads + 1));
  budget.file_bytes =
      kParquetInputBytes + (available - lanes - budget.num_workers * worker) / budget.num_lanes;
  return budget;
}

}  // namespace tamis::pipeline
