#include "tamis/output/output_folder.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <set>
#include <thread>
#include <utility>

#include "tamis/base/check.h"
#include "tamis/io/output_name.h"
#include "tamis/output/report.h"
#include "tamis/output/run_files.h"

namespace tamis::output {
namespace {

constexpr std::int64_t kStateBytesMax = std::int64_t{1} << 30;

// Beginning and ending a run take no longer, for others to wait.
constexpr auto kLockInterval = std::chrono::milliseconds(20);
constexpr int kLockTries = 3000;

std::string_view ending_of(const pipeline::Plan& plan) {
  const writers::WriterSpec* format = writers::find_writer(plan.output.format);
  TAMIS_CHECK(format != nullptr);
  return format->ending;
}

}  // namespace

// What the shards of a complete run add up to.
struct OutputFolder::Totals {
  pipeline::Ledger ledger;
  Examples examples;
  std::vector<OutputPart> parts;
};

Result<std::unique_ptr<OutputFolder>> OutputFolder::open(const pipeline::Plan& plan,
                                                         io::FileSystem& file_system,
                                                         const std::string& path, bool overwrites) {
  TAMIS_TRY(io::check_is_local(path));
  auto folder = std::make_unique<OutputFolder>(plan, file_system, path);
  TAMIS_TRY(folder->begin(overwrites));
  return folder;
}

OutputFolder::OutputFolder(const pipeline::Plan& plan, io::FileSystem& file_system,
                           std::string path)
    : plan_(plan),
      file_system_(file_system),
      shards_(pipeline::shards_of(plan)),
      paths_(std::move(path), shards_.size(), ending_of(plan)),
      rows_(plan) {}

bool OutputFolder::can_be_resumed() const {
  return std::ranges::none_of(plan_.files, &pipeline::InputFile::is_stream);
}

Result<void> OutputFolder::begin(bool overwrites) {
  TAMIS_TRY(check_inputs(plan_, file_system_, paths_));
  if (!overwrites) TAMIS_TRY(check_complete());
  if (is_complete_ && !exists(paths_.checkpoints())) return {};
  // In this order, since another process may begin or end the run meanwhile: its description is
  // there before all else, and goes when the manifest is there.
  if (!overwrites && !is_empty() && !exists(paths_.run()) && !exists(paths_.in_folder(kManifest)))
    return fail(ErrorCode::kAlreadyExists,
                fmt::format("{}: the folder is not empty and holds no run: choose another "
                            "--output, or give --overwrite to write beside what is there",
                            paths_.folder()));
  TAMIS_ASSIGN(const auto lock, wait_for_lock());
  if (overwrites) {
    TAMIS_TRY(replace_old_run());
  } else {
    TAMIS_TRY(check_complete());  // since we looked
    if (is_complete_) {
      remove_checkpoints();
      return {};
    }
    TAMIS_TRY(exists(paths_.run()) ? resume()
                                   : file_system_.write_all(paths_.run(), run_description(plan_)));
    TAMIS_TRY(remove_end_of_run());  // of the run that this one replaces
  }
  TAMIS_TRY(show_presence());
  TAMIS_ASSIGN(description_, file_system_.status(paths_.run()));
  TAMIS_TRY(file_system_.make_folders(paths_.in_folder(kDocuments)));
  return file_system_.make_folders(paths_.in_folder(kRejected));
}

// Requires: the run's lock, so that who wants to replace the run sees us before or behind itself.
Result<void> OutputFolder::show_presence() {
  for (int index = 0; presence_ == nullptr; ++index) {
    TAMIS_ASSIGN(presence_, file_system_.try_lock(paths_.process_lock(index)));
  }
  return {};
}

// False when another process has ended the run, and perhaps a third has begun another one here.
bool OutputFolder::is_same_run() const {
  const auto found = file_system_.status(paths_.run());
  if (!found.has_value()) return false;
  const bool is_untouched =
      found->num_bytes == description_.num_bytes && found->modified_ns == description_.modified_ns;
  return is_untouched || is_described();
}

// True of a folder that holds nothing, or nothing but what is left of a run that had not begun.
bool OutputFolder::is_empty() const {
  const auto entries = file_system_.entries(paths_.folder());
  if (!entries || entries->empty()) return true;
  const auto checkpoints = file_system_.entries(paths_.checkpoints());
  const bool is_all = entries->size() == 1 && checkpoints.has_value();
  return is_all && std::all_of(checkpoints->begin(), checkpoints->end(),
                               [](const auto& entry) { return is_beginning_name(entry.name); });
}

// An Error if another run is complete, unless it is being replaced by this one.
Result<void> OutputFolder::check_complete() {
  const std::string path = paths_.in_folder(kManifest);
  if (!exists(path)) return {};
  TAMIS_ASSIGN(const std::string text, file_system_.read_all(path, kStateBytesMax));
  const bool is_ours = can_be_resumed() && is_described();
  const bool may_be_ours = can_be_resumed() && !exists(paths_.run());  // or another replaces it
  std::string difference = manifest_difference(text, plan_);
  is_complete_ = difference.empty() && (is_ours || may_be_ours);
  if (is_complete_) return check_untouched(path, text);
  if (is_ours) return {};
  if (!can_be_resumed()) difference = "what comes by standard input or a pipe may";
  return fail(ErrorCode::kAlreadyExists,
              fmt::format("{}: the folder holds another run{}: choose another --output, or give "
                          "--overwrite to replace it",
                          paths_.folder(),
                          difference.empty() ? "" : fmt::format(": {} differ", difference)));
}

// An Error if an output of the complete run is gone, or an input is younger than its end.
Result<void> OutputFolder::check_untouched(const std::string& manifest_path,
                                           std::string_view manifest) const {
  constexpr std::string_view kAdvice = "give --overwrite to make the run anew";
  for (const std::string& output : outputs_of(manifest)) {
    const std::string path = paths_.in_folder(output);
    if (!exists(path))
      return fail(ErrorCode::kNotFound, fmt::format("{}: this run is complete, but {} is gone: {}",
                                                    paths_.folder(), output, kAdvice));
  }
  TAMIS_ASSIGN(const io::FileStatus end, file_system_.status(manifest_path));
  const std::int64_t now_ns = std::chrono::duration_cast<std::chrono::nanoseconds>(
                                  std::chrono::system_clock::now().time_since_epoch())
                                  .count();
  for (const pipeline::InputFile& file : plan_.files) {
    const bool is_of_future = file.modified_ns > now_ns;  // by another clock: it tells nothing
    if (file.modified_ns > end.modified_ns && !is_of_future)
      return fail(ErrorCode::kAlreadyExists,
                  fmt::format("{}: this run is complete, but {} has changed since: {}",
                              paths_.folder(), file.name(), kAdvice));
  }
  return {};
}

// True if the run that is under way there is ours.
bool OutputFolder::is_described() const {
  const auto text = file_system_.read_all(paths_.run(), kStateBytesMax);
  return text.has_value() && describe_difference(*text, plan_).empty();
}

Result<void> OutputFolder::resume() {
  TAMIS_ASSIGN(const std::string text, file_system_.read_all(paths_.run(), kStateBytesMax));
  const std::string difference = describe_difference(text, plan_);
  if (!can_be_resumed())
    return fail(
        ErrorCode::kAlreadyExists,
        fmt::format("{}: the run in this folder is not complete, and what comes by standard "
                    "input or a pipe cannot be read again where it stopped: give "
                    "--overwrite to begin anew, or save the input to files first",
                    paths_.folder()));
  is_resumed_ = difference.empty();
  if (is_resumed_) return {};
  return fail(ErrorCode::kAlreadyExists,
              fmt::format("{}: the run in this folder is not complete, and is not this one: {} "
                          "differ; begin it again as it was, choose another --output, or give "
                          "--overwrite to replace it",
                          paths_.folder(), difference));
}

// The folder of the locks may be taken away by a process that ends the run.
Result<std::unique_ptr<io::FileLock>> OutputFolder::wait_for_lock() {
  for (int num_tries = 0; num_tries < kLockTries; ++num_tries) {
    TAMIS_TRY(file_system_.make_folders(paths_.checkpoints()));
    auto lock = file_system_.try_lock(paths_.run_lock());
    if (lock && *lock != nullptr) return lock;
    if (!lock && lock.error().code() != ErrorCode::kNotFound) return lock;
    std::this_thread::sleep_for(kLockInterval);
  }
  return fail(ErrorCode::kUnavailable,
              fmt::format("{}: another process holds the run for too long; is it stopped?",
                          paths_.folder()));
}

Result<void> OutputFolder::check_unused() {
  const auto entries = file_system_.entries(paths_.checkpoints());
  if (!entries) return {};
  for (const auto& entry : *entries) {
    const std::string path = paths_.checkpoints() + "/" + entry.name;
    if (!path.ends_with(kLockEnding) || path == paths_.run_lock()) continue;
    TAMIS_ASSIGN(const auto lock, file_system_.try_lock(path));
    if (lock == nullptr)
      return fail(
          ErrorCode::kUnavailable,
          fmt::format("{}: another process is writing here: stop it first", paths_.folder()));
  }
  return {};
}

// Whatever moment the process dies, the folder holds one run that can be gone on with: the old one
// with nothing done of it, or, as soon as its description is there, the new one. What is left of
// the old one then is removed when the new one ends. Requires: the run's lock.
Result<void> OutputFolder::replace_old_run() {
  TAMIS_TRY(check_unused());
  TAMIS_ASSIGN(const bool has_run, holds_run());
  if (!has_run) TAMIS_TRY(check_nothing_replaced(file_system_, paths_));
  TAMIS_TRY(remove_in_checkpoints([](std::string_view name) { return name != kRunFile; }));
  TAMIS_TRY(file_system_.write_all(paths_.run(), run_description(plan_)));
  if (!has_run) return {};
  TAMIS_TRY(remove_end_of_run());
  for (const std::string_view folder : {kDocuments, kRejected}) {
    TAMIS_TRY(remove_files(file_system_, paths_.in_folder(folder), is_part_name));
  }
  return {};
}

// What is written when a run is complete; the manifest, which says so, first.
Result<void> OutputFolder::remove_end_of_run() {
  for (const std::string_view name : {kManifest, kReportJson, kReportHtml}) {
    const std::string file = paths_.in_folder(name);
    if (exists(file)) TAMIS_TRY(file_system_.remove_file(file));
  }
  return {};
}

Result<bool> OutputFolder::holds_run() const {
  for (const std::string& path : {paths_.run(), paths_.in_folder(kManifest)}) {
    if (!exists(path)) continue;
    TAMIS_ASSIGN(const std::string text, file_system_.read_all(path, kStateBytesMax));
    if (is_of_run(text)) return true;
  }
  return false;
}

// All but the lock of the run, which is ours: without its file another process would hold it too.
Result<void> OutputFolder::remove_in_checkpoints(
    const std::function<bool(std::string_view)>& goes) {
  return remove_files(file_system_, paths_.checkpoints(), [&](std::string_view name) {
    return name != kRunLock && is_checkpoint_name(name) && goes(name);
  });
}

// The description first: who sees it gone knows that the run has ended. What cannot be removed, or
// is made meanwhile by a process that comes late, makes no complete run incomplete.
void OutputFolder::remove_checkpoints() {
  if (exists(paths_.run()) && !file_system_.remove_file(paths_.run())) return;
  if (!remove_in_checkpoints([](std::string_view) { return true; })) return;
  static_cast<void>(file_system_.remove_file(paths_.run_lock()));
  static_cast<void>(file_system_.remove_empty_folder(paths_.checkpoints()));
}

// Parts that a run replaced by this one has left, because its removal was stopped.
Result<void> OutputFolder::remove_strays(const std::vector<OutputPart>& parts) {
  std::set<std::string, std::less<>> ours;
  for (const OutputPart& part : parts) ours.insert(part.path);
  for (const std::string_view folder : {kDocuments, kRejected}) {
    const auto is_stray = [&](std::string_view name) {
      return is_part_name(name) && !ours.contains(fmt::format("{}/{}", folder, name));
    };
    TAMIS_TRY(remove_files(file_system_, paths_.in_folder(folder), is_stray));
  }
  return {};
}

Result<std::optional<Checkpoint>> OutputFolder::read_checkpoint(
    const pipeline::Shard& shard) const {
  const std::string path = paths_.checkpoint(shard.index);
  if (!exists(path)) return std::nullopt;
  Checkpoint checkpoint(plan_, shard);
  TAMIS_ASSIGN(const std::string text, file_system_.read_all(path, kStateBytesMax));
  if (auto read = checkpoint_from_text(text, checkpoint); !read)
    return tl::unexpected(std::move(read).error().context(path));
  const std::size_t file = checkpoint.progress.position.file;
  if (file < shard.first_file || file > shard.end_file)
    return fail(ErrorCode::kCorrupt, fmt::format("{}: this is no checkpoint of this shard", path));
  TAMIS_TRY(check_parts(file_system_, paths_, shard.index, checkpoint));
  return checkpoint;
}

// A shard that nobody else works on, as long as this lives.
struct OutputFolder::Claim {
  std::unique_ptr<io::FileLock> lock;
  Checkpoint state;
};

// Nothing if another process has it, or if it is complete.
Result<std::optional<OutputFolder::Claim>> OutputFolder::claim(const pipeline::Shard& shard) const {
  auto lock = file_system_.try_lock(paths_.lock(shard.index));
  if (!is_same_run()) return std::nullopt;
  if (!lock) return tl::unexpected(std::move(lock).error());
  if (*lock == nullptr) return std::nullopt;
  auto read = read_checkpoint(shard);
  // Checkpoints go after the description: without it, what was read may be of a removed file.
  if (!is_same_run()) return std::nullopt;
  TAMIS_ASSIGN(auto stored, std::move(read));
  if (stored.has_value() && stored->progress.is_complete) return std::nullopt;
  return Claim{.lock = *std::move(lock),
               .state = stored.has_value() ? *std::move(stored) : Checkpoint(plan_, shard)};
}

Result<std::optional<pipeline::OpenShard>> OutputFolder::open(const pipeline::Shard& shard) {
  TAMIS_ASSIGN(auto claimed, claim(shard));
  if (!claimed.has_value()) return std::nullopt;
  pipeline::OpenShard open = {.progress = claimed->state.progress};
  TAMIS_ASSIGN(open.sink, ShardOutput::open(plan_, file_system_, paths_, rows_, shard.index,
                                            std::move(claimed->state), std::move(claimed->lock)));
  return open;
}

Result<std::optional<OutputFolder::Totals>> OutputFolder::add_up() const {
  Totals totals = {.ledger = pipeline::Ledger(plan_), .examples = Examples(plan_.steps.size())};
  std::vector<OutputPart> rejected;
  for (const pipeline::Shard& shard : shards_) {
    TAMIS_ASSIGN(const auto checkpoint, read_checkpoint(shard));
    if (!checkpoint.has_value() || !checkpoint->progress.is_complete) return std::nullopt;
    totals.ledger.merge(checkpoint->progress.ledger);
    totals.examples.collect(checkpoint->examples);
    for (std::size_t part = 0; part < checkpoint->parts.size(); ++part) {
      const PartCounts& counts = checkpoint->parts[part];
      totals.parts.push_back({paths_.part(kDocuments, shard.index, part), counts.num_kept});
      rejected.push_back({paths_.part(kRejected, shard.index, part), counts.num_rejected});
    }
  }
  totals.parts.insert(totals.parts.end(), rejected.begin(), rejected.end());
  return totals;
}

Result<bool> OutputFolder::has_free_shards() const {
  for (const pipeline::Shard& shard : shards_) {
    TAMIS_ASSIGN(const auto claimed, claim(shard));
    if (claimed.has_value()) return true;
  }
  return false;
}

// An Error if no other process was faster, but somebody has taken the run away from under us.
Result<void> OutputFolder::check_ended() {
  const auto text = file_system_.read_all(paths_.in_folder(kManifest), kStateBytesMax);
  is_complete_ = text.has_value() && manifest_difference(*text, plan_).empty();
  if (is_complete_ && !exists(paths_.run())) remove_checkpoints();  // our lock made the folder anew
  if (is_complete_) return {};
  return fail(ErrorCode::kCorrupt,
              fmt::format("{}: was removed or replaced while the run was under way, which is not "
                          "complete: remove what is left of it, or choose another --output, and "
                          "begin again",
                          paths_.run()));
}

Result<std::optional<pipeline::Ledger>> OutputFolder::finish() {
  TAMIS_ASSIGN(auto lock, wait_for_lock());
  if (!is_same_run()) {
    TAMIS_TRY(check_ended());
    return std::nullopt;
  }
  TAMIS_ASSIGN(auto totals, add_up());
  if (!totals.has_value()) return std::nullopt;
  const auto& [ledger, examples, parts] = *totals;
  TAMIS_TRY(remove_strays(parts));
  TAMIS_TRY(
      file_system_.write_all(paths_.in_folder(kReportJson), report_json(plan_, ledger, examples)));
  TAMIS_TRY(
      file_system_.write_all(paths_.in_folder(kReportHtml), report_html(plan_, ledger, examples)));
  TAMIS_TRY(file_system_.write_all(paths_.in_folder(kManifest), manifest(plan_, ledger, parts)));
  remove_checkpoints();
  is_complete_ = true;
  return std::move(totals->ledger);
}

std::vector<std::string> OutputFolder::files_of_interest() const {
  std::vector<std::string> files;
  for (const std::string_view name : {std::string_view("documents/"), std::string_view("rejected/"),
                                      kReportHtml, kReportJson, kManifest}) {
    files.push_back(paths_.in_folder(name));
  }
  return files;
}

}  // namespace tamis::output
