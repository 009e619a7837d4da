// The folder that a run writes: documents/, rejected/, manifest.json, report.json, report.html.
//
// While a run is not complete its folder holds checkpoints/: what the run is, how far each shard
// stands, and locks. So a run that was stopped at any moment goes on when it is begun again, and
// several processes may work on one run: each takes the shards that no other holds, and the last
// one writes the reports. The manifest comes last, and checkpoints/ goes then.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tamis/io/file_system.h"
#include "tamis/output/document_rows.h"
#include "tamis/output/manifest.h"
#include "tamis/output/shard_output.h"
#include "tamis/pipeline/plan.h"
#include "tamis/pipeline/run.h"

namespace tamis::output {

class OutputFolder final : public pipeline::RunSink {
 public:
  // Begins a run, or goes on with the same one. An Error if the folder holds anything else, unless
  // `overwrites`: then the files of the run that is there go, and nobody else's. An Error also if
  // an input lies where the run writes.
  static Result<std::unique_ptr<OutputFolder>> open(const pipeline::Plan& plan,
                                                    io::FileSystem& file_system,
                                                    const std::string& path, bool overwrites);

  OutputFolder(const pipeline::Plan& plan, io::FileSystem& file_system, std::string path);

  // True if the same run is complete already: nothing is to be done.
  bool is_complete() const { return is_complete_; }

  // True if a part of the run was done before.
  bool is_resumed() const { return is_resumed_; }

  // False if a part of the input comes by standard input or a pipe: it can neither be compared nor
  // read again.
  bool can_be_resumed() const;

  const std::vector<pipeline::Shard>& shards() const { return shards_; }

  Result<std::optional<pipeline::OpenShard>> open(const pipeline::Shard& shard) override;

  // Writes the reports and the manifest, and returns the books. Nothing if another process has done
  // so (is_complete() then), or if shards are not complete: others work on them, or did. An Error
  // if the run is not there any more.
  Result<std::optional<pipeline::Ledger>> finish();

  // True if a shard is not complete and no process works on it: one that did has died.
  Result<bool> has_free_shards() const;

  // The files that a user will look for, for the closing lines.
  std::vector<std::string> files_of_interest() const;

 private:
  struct Totals;
  struct Claim;

  Result<void> begin(bool overwrites);
  Result<void> check_complete();
  Result<void> check_untouched(const std::string& manifest_path, std::string_view manifest) const;
  Result<void> check_ended();
  Result<void> resume();
  Result<std::unique_ptr<io::FileLock>> wait_for_lock();
  Result<void> show_presence();
  bool is_same_run() const;
  Result<std::optional<Claim>> claim(const pipeline::Shard& shard) const;
  Result<void> check_unused();
  Result<void> replace_old_run();
  Result<void> remove_end_of_run();
  Result<bool> holds_run() const;
  bool is_described() const;
  bool is_empty() const;
  void remove_checkpoints();
  Result<void> remove_in_checkpoints(const std::function<bool(std::string_view)>& goes);
  Result<void> remove_strays(const std::vector<OutputPart>& parts);
  Result<std::optional<Checkpoint>> read_checkpoint(const pipeline::Shard& shard) const;
  Result<std::optional<Totals>> add_up() const;
  bool exists(const std::string& path) const { return file_system_.status(path).has_value(); }

  const pipeline::Plan& plan_;
  io::FileSystem& file_system_;
  std::vector<pipeline::Shard> shards_;
  RunPaths paths_;
  DocumentRows rows_;
  io::FileStatus description_;              // of the file that says what our run is
  std::unique_ptr<io::FileLock> presence_;  // shows others that we live, holding a shard or not
  bool is_complete_ = false;
  bool is_resumed_ = false;
};

}  // namespace tamis::output
