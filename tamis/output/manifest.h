// What a run is made of: enough to tell whether two runs give the same bytes, and to say what
// differs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tamis/pipeline/ledger.h"
#include "tamis/pipeline/plan.h"

namespace tamis::output {

// One output file that the manifest lists.
struct OutputPart {
  std::string path;  // below the output folder
  std::int64_t documents = 0;
};

// The run that is about to be: program, recipe, settings, inputs with size and time of change. For
// the folder of a run that is not complete.
std::string run_description(const pipeline::Plan& plan);

// In which respects the run described is another one: "the recipe, the --set values",
// with the first input that is another one.
// Empty if it is the same.
std::string describe_difference(std::string_view description, const pipeline::Plan& plan);

// docs/formats/manifest.md describes every key.
std::string manifest(const pipeline::Plan& plan, const pipeline::Ledger& ledger,
                     const std::vector<OutputPart>& parts);

// True of a run description or a manifest, of whatever run.
bool is_of_run(std::string_view text);

// In which respects the complete run with that manifest is another one than that of `plan`, as far
// as names and sizes of the inputs tell. Empty if it is the same.
std::string manifest_difference(std::string_view manifest, const pipeline::Plan& plan);

// The paths of the output files that a manifest lists, below the output folder.
std::vector<std::string> outputs_of(std::string_view manifest);

}  // namespace tamis::output
