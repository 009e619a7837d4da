// Any bytes as the checkpoint of a stopped run: they are refused, or read into what is written as
// the same text again; and a run that goes on from them ends, well or with an Error.
#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include "tamis/base/check.h"
#include "tamis/io/memory_file_system.h"
#include "tamis/output/checkpoint.h"
#include "tamis/output/manifest.h"
#include "tamis/output/output_folder.h"
#include "tamis/pipeline/plan_builder.h"
#include "tamis/pipeline/run.h"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* bytes, std::size_t num_bytes,
                                        std::size_t num_bytes_max);

namespace tamis::output {
namespace {

constexpr const char* kRecipe =
    "write: {checkpoint_bytes: 20, part_bytes: 40}\n"
    "stages: [filter: [word_count: {min: 2}, duplicate_line_ratio]]\n";
constexpr const char* kInput =
    "{\"text\":\"one\"}\n{\"text\":\"两 行\"}\n{\"text\":\"two words\"}\n{\"text\":\"last one\"}\n";

void add_input(io::MemoryFileSystem& files) { files.add("in.jsonl", kInput); }

const pipeline::Plan& plan() {
  static const pipeline::Plan kPlan = [] {
    io::MemoryFileSystem files;
    add_input(files);
    auto built = pipeline::build_plan(files, "fuzz.yaml", kRecipe, {.inputs = {"in.jsonl"}});
    TAMIS_CHECK(built.has_value());
    return *std::move(built);
  }();
  return kPlan;
}

// What a run leaves that was stopped in its second part, less the checksum.
std::string good_checkpoint() {
  Checkpoint checkpoint(plan(), {});
  checkpoint.progress.position = {.file = 0, .num_documents = 2};
  checkpoint.parts = {{.num_kept = 1, .num_rejected = 1}, {.num_kept = 0, .num_rejected = 0}};
  checkpoint.open_part.emplace();
  checkpoint.progress.ledger.language("zh-Hans").read = 1;
  checkpoint.progress.ledger.other_records["warc.request"] = 3;
  checkpoint.examples.add(3, {.id = "1", .url = "http://a.test/", .text = "one", .value = 1});
  const std::string text = checkpoint_to_text(checkpoint);
  return text.substr(0, text.size() - checksum_line({}).size());
}

void check_text(std::string_view text) {
  Checkpoint checkpoint(plan(), {});
  if (!checkpoint_from_text(text, checkpoint)) return;
  const std::string written = checkpoint_to_text(checkpoint);
  TAMIS_CHECK(checkpoint_from_text(written, checkpoint).has_value());
  TAMIS_CHECK(checkpoint_to_text(checkpoint) == written);
}

void go_on_from(std::string text) {
  io::MemoryFileSystem files;
  add_input(files);
  files.add("out/checkpoints/run.json", run_description(plan()));
  files.add("out/checkpoints/00000.jsonl", std::move(text));
  const auto folder = OutputFolder::open(plan(), files, "out", false);
  TAMIS_CHECK(folder.has_value());
  const std::atomic<bool> is_stopped = false;
  const auto profile = pipeline::run(plan(), (*folder)->shards(), files, {}, **folder, is_stopped,
                                     [](const pipeline::Progress&) {});
  if (profile.has_value()) static_cast<void>((*folder)->finish());
}

}  // namespace
}  // namespace tamis::output

// Bytes made from nothing are hardly ever three lines of JSON: begin with such.
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* bytes, std::size_t num_bytes,
                                               std::size_t num_bytes_max, unsigned /*seed*/) {
  if (num_bytes > 1) return LLVMFuzzerMutate(bytes, num_bytes, num_bytes_max);
  static const std::string kGood = tamis::output::good_checkpoint();
  const std::size_t num_copied = std::min(kGood.size(), num_bytes_max);
  std::copy_n(kGood.begin(), num_copied, bytes);
  return num_copied;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t num_bytes) {
  std::string text(reinterpret_cast<const char*>(bytes), num_bytes);
  tamis::output::check_text(text);
  text += tamis::output::checksum_line(text);
  tamis::output::check_text(text);
  tamis::output::go_on_from(std::move(text));
  return 0;
}
