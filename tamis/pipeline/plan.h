// A recipe made ready to run: every name resolved, every bound set, every word list loaded.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tamis/base/limits.h"
#include "tamis/batch/stage.h"
#include "tamis/catalog/spec.h"
#include "tamis/rules/rule_stage.h"
#include "tamis/transforms/transform.h"

namespace tamis::pipeline {

// Inputs under one name: the rows of the funnel.
struct InputSource {
  std::string name;
  std::vector<std::string> patterns;  // paths, wildcards, "@list", "-"
};

struct InputFile {
  std::string path;
  std::string utf8_path;     // where `path` is none; there may be millions of files
  std::uint32_t source = 0;  // index into Plan::sources
  // Of a stream 0: they cannot be known before.
  std::int64_t num_bytes = 0;
  std::int64_t modified_ns = 0;  // since 1970
  bool is_stream = false;        // standard input or another pipe: it cannot be read twice

  // As outputs show it, in UTF-8.
  const std::string& name() const { return utf8_path.empty() ? path : utf8_path; }
};

// What can drop, cut or edit documents. Its index is its CauseId: first the DropReasons of the
// stages "read" and "extract", then the steps of the recipe in its order.
struct Step {
  std::string stage;
  std::string name;  // a DropReason's name, the part's, or what the recipe calls it (`as`)
  const rules::RuleSpec* rule = nullptr;
  const transforms::TransformSpec* transform = nullptr;
  rules::Bounds keep;
  SignalIndex signal = 0;

  bool can_edit() const { return transform != nullptr; }
  // Whether it takes pieces out of documents that go on.
  bool can_cut() const { return rule != nullptr && rule->level != rules::Level::kDocument; }
};

// A column of Batch::signals. Steps of one name in several branches have a column each; an output
// shows them as one.
struct Signal {
  std::string name;
  std::string unit;
};

// Which documents a stage sees.
struct Condition {
  std::vector<std::string> languages;  // tags or primary subtags: "zh" means zh-Hans and zh-Hant
  std::vector<std::uint32_t> sources;

  bool holds(std::string_view language, std::uint32_t source) const;
};

struct PlanStage {
  std::string name;
  std::vector<Condition> conditions;  // a document is seen if one holds; none: every document
  bool is_otherwise = false;          // sees the documents for which no condition holds
  std::vector<std::unique_ptr<Stage>> parts;
};

// What the run writes.
struct OutputSettings {
  std::string format = "jsonl";
  std::int64_t zstd_level = 1;
  std::int64_t part_bytes = std::int64_t{1} << 30;         // of payload read, between parts
  std::int64_t checkpoint_bytes = std::int64_t{64} << 20;  // of payload read, between checkpoints
  std::int64_t shard_bytes = std::int64_t{256} << 20;      // of input files, for a shard
  std::string signals = "all";                             // or "none"
  bool rejected_text = true;
  bool rejected_signals = false;
  bool cuts = false;
};

// The columns that outputs have beside the numbers that are measured, which can have no such name.
inline constexpr std::string_view kDocumentColumns[] = {
    "id",     "url",  "title",         "text",     "date",  "language", "source", "file",  "offset",
    "author", "site", "canonical_url", "metadata", "stage", "rule",     "value",  "bound", "cuts"};

struct Plan {
  std::string recipe_path;
  std::string recipe_text;
  std::vector<std::string> overrides;  // the command line's --set, in order

  std::vector<InputSource> sources;
  std::vector<InputFile> files;
  std::string format = "auto";
  // Of the reader named by format; null: its defaults. With "auto" readers::FieldNames.
  Setup::Params reader_params;
  Limits limits;

  std::vector<PlanStage> stages;  // "read", "extract", then the recipe's
  std::vector<Step> steps;        // by CauseId
  std::vector<Signal> signals;    // by SignalIndex
  OutputSettings output;
  bool has_attribution = false;  // author, site and canonical URL are read, and written
  bool has_metadata = false;     // what else the rows of inputs say is written

  // What is allowed but hardly meant, with place: a rule on lists that has none.
  std::vector<std::string> notes;

  // Name and version of every rule and transform used, for the manifest. Readers, writers and the
  // extractor have the version of the program, which stands there, too.
  std::map<std::string, int> part_versions;

  // The templates and the lists that its stages have read, each once.
  ReadFiles list_files;
  std::int64_t template_bytes = 0;  // of memory, for templates that are read or counted
};

}  // namespace tamis::pipeline
