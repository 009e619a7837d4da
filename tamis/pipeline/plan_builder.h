// From a recipe's text to a Plan, with every mistake reported before a byte of input is read.
#pragma once

#include <string>
#include <vector>

#include "tamis/base/result.h"
#include "tamis/io/file_system.h"
#include "tamis/pipeline/plan.h"

namespace tamis::pipeline {

// A setting that an option of its own gives: a word as it is, whatever it would mean in a recipe.
struct OptionWord {
  std::string_view section;  // these three static
  std::string_view key;
  std::string_view option;  // "--favour", for messages
  std::string word;
};

// What a command line says besides the recipe.
struct PlanOverrides {
  std::vector<std::string> inputs;  // "[NAME=]PATTERN"; replace the recipe's if there are any
  std::vector<std::string> files;   // patterns of one source, as they are, in place of `inputs`
  std::vector<std::string> values;  // "key=value", as of --set
  std::vector<OptionWord> words = {};
  rules::Action action = rules::Action::kDrop;
  bool needs_inputs = true;  // false: a plan for documents that come from elsewhere
};

// An Error lists all mistakes, each as "file:line:column: what".
Result<Plan> read_plan(const io::FileSystem& file_system, const std::string& recipe_path,
                       const PlanOverrides& overrides);

// The same from a text; `recipe_path` is for messages.
Result<Plan> build_plan(const io::FileSystem& file_system, const std::string& recipe_path,
                        std::string recipe_text, const PlanOverrides& overrides);

}  // namespace tamis::pipeline
