// A recipe of this tree over documents that a reference has filtered too.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tamis/io/disk_file_system.h"
#include "tamis/pipeline/batch_worker.h"
#include "tamis/pipeline/plan_builder.h"
#include "tests/must.h"
#include "tests/rules/golden_rules.h"

namespace tamis::pipeline {

// What became of one document.
struct Fate {
  bool is_kept = false;
  std::string text;                    // what is left of it
  std::map<std::string, int> num_cut;  // how many pieces each step cut, by its name
  std::string dropped_by;              // the name of the step, if one dropped it
  std::string dropped_in;              // and that of its stage
  std::map<std::string, double> signals;
};

// `recipe`: the name of a file of recipes/. `values`: as of --set.
inline std::vector<Fate> fates_of(std::string_view recipe,
                                  std::span<const rules::GoldenDocument> documents,
                                  std::vector<std::string> values = {}) {
  const io::DiskFileSystem disk;
  const std::string path = TAMIS_SOURCE_DIR "/recipes/" + std::string(recipe) + ".yaml";
  // The books are kept by input file: any file will do, for none is read.
  values.emplace_back("read.format=plain_text");
  const Plan plan = must(read_plan(disk, path, {.inputs = {path}, .values = std::move(values)}));
  BatchWorker worker(plan);
  worker.clear();
  for (const rules::GoldenDocument& document : documents) {
    worker.batch().append(
        {.language = document.language == "zh" ? "zh-Hans" : "en", .text = document.text});
  }
  worker.work();
  const Batch& batch = worker.batch();
  std::vector<Fate> fates(documents.size());
  for (RowIndex row = 0; row < batch.num_rows(); ++row) {
    fates[row].text = batch.text[row];
    for (SignalIndex signal = 0; signal < batch.signals.num_signals(); ++signal)
      fates[row].signals[plan.signals[signal].name] = batch.signals.at(signal, row);
  }
  for (const RowIndex row : batch.selected) fates[row].is_kept = true;
  for (const Cut& cut : batch.cuts) ++fates[cut.row].num_cut[plan.steps[cut.cause].name];
  for (const Drop& drop : batch.dropped) {
    fates[drop.row].dropped_by = plan.steps[drop.cause].name;
    fates[drop.row].dropped_in = plan.steps[drop.cause].stage;
  }
  return fates;
}

}  // namespace tamis::pipeline
