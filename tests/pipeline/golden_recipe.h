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
};

// `recipe`: the name of a file of recipes/. `values`: as of --set.
inline std::vector<Fate> fates_of(std::string_view recipe,
                                  std::span<const rules::GoldenDocument> documents,
                                  std::vector<std::string> values = {}) {
  const io::DiskFileSystem disk;
  const std::string path = TAMIS_SOURCE_DIR "/recipes/" + std::string(recipe) + ".yaml";
  // The books are kept by input file: any file will do, for none is read.
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
  for (std::size_t i = 0; i < fates.size(); ++i)
    fates[i].text = batch.text[static_cast<RowIndex>(i)];
  for (const RowIndex row : batch.selected) fates[row].is_kept = true;
  for (const Cut& cut : batch.cuts) ++fates[cut.row].num_cut[plan.steps[cut.cause].name];
  for (const Drop& drop : batch.dropped) {
    fates[drop.row].dropped_by = plan.steps[drop.cause].name;
    fates[drop.row].dropped_in = plan.steps[drop.cause].stage;
  }
  return fates;
}

}  // namespace tamis::pipeline
