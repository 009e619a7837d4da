// Whole runs: a few steps with the settings that a recipe could give them, over any bytes in any
// format. A run ends, and its files are the same for other threads and batches.
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>

#include "fuzz/catalog/random_parameters.h"
#include "tamis/base/check.h"
#include "tamis/catalog/json_output.h"
#include "tamis/io/memory_file_system.h"
#include "tamis/output/output_folder.h"
#include "tamis/pipeline/plan_builder.h"
#include "tamis/pipeline/run.h"

namespace tamis::output {
namespace {

constexpr std::int64_t kFileBytesMax = std::int64_t{1} << 24;

void write_value(const ParamValue& value, JsonOutput& recipe) {
  if (const auto* list = std::get_if<std::vector<std::string>>(&value)) {
    recipe.begin_list();
    for (const std::string& item : *list) recipe.value(item);
    recipe.end_list();
  } else if (const auto* word = std::get_if<std::string>(&value)) {
    recipe.value(*word);
  } else if (const auto* truth = std::get_if<bool>(&value)) {
    recipe.value(*truth);
  } else if (const auto* number = std::get_if<std::int64_t>(&value)) {
    recipe.value(*number);
  } else {
    recipe.value(std::get<double>(value));
  }
}

void write_settings(std::span<const ParamSpec> params, const Setup& setup,
                    FuzzedDataProvider& bytes, JsonOutput& recipe) {
  const auto defaults = setup.make_params == nullptr ? nullptr : setup.make_params();
  for (const ParamSpec& param : params) {
    if (fuzz::names_files(param) || bytes.ConsumeBool()) continue;
    recipe.key(param.name);
    write_value(fuzz::random_value(param, defaults.get(), bytes), recipe);
  }
}

template <typename Spec>
const Spec& any_of(std::span<const Spec* const> parts, FuzzedDataProvider& bytes) {
  return *parts[bytes.ConsumeIntegralInRange<std::size_t>(0, parts.size() - 1)];
}

void write_step(std::size_t index, FuzzedDataProvider& bytes, JsonOutput& recipe) {
  recipe.begin_object();
  if (bytes.ConsumeIntegralInRange(0, 3) == 0) {
    const auto& spec = any_of(transforms::builtin_transforms(), bytes);
    recipe.key(spec.name).begin_object();
    write_settings(spec.params, spec.edit.setup, bytes, recipe);
  } else {
    const auto& spec = any_of(rules::builtin_rules(), bytes);
    recipe.key(spec.name).begin_object().member("as", "step_" + std::to_string(index));
    write_settings(spec.params, spec.measure.setup, bytes, recipe);
  }
  recipe.end_object().end_object();
}

// JSON is YAML.
std::string random_recipe(FuzzedDataProvider& bytes) {
  JsonOutput recipe;
  recipe.begin_object();
  recipe.key("read").begin_object();
  recipe.member("format",
                bytes.PickValueInArray({"auto", "warc", "arc", "jsonl", "html", "plain_text"}));
  recipe.end_object();
  recipe.key("write").begin_object();
  recipe.member("part_bytes", bytes.ConsumeIntegralInRange<std::int64_t>(1, 200));
  recipe.member("checkpoint_bytes", bytes.ConsumeIntegralInRange<std::int64_t>(1, 200));
  recipe.end_object();
  recipe.key("stages").begin_list();
  const auto num_stages = bytes.ConsumeIntegralInRange<std::size_t>(1, 4);
  for (std::size_t index = 0; index < num_stages; ++index) {
    recipe.begin_object().key("stage_" + std::to_string(index)).begin_list();
    write_step(index, bytes, recipe);
    recipe.end_list().end_object();
  }
  recipe.end_list().end_object();
  return std::move(recipe).take();
}

using Files = std::map<std::string, std::string>;

// Nothing of a run that ends with an Error.
Files run_once(const std::string& recipe, const std::string& input,
               const pipeline::RunOptions& options) {
  io::MemoryFileSystem files;
  files.add("in", input);
  const auto plan = pipeline::build_plan(files, "fuzz.yaml", recipe, {.inputs = {"in"}});
  if (!plan) return {};
  const auto folder = OutputFolder::open(*plan, files, "out", false);
  TAMIS_CHECK(folder.has_value());
  const std::atomic<bool> is_stopped = false;
  const auto profile = pipeline::run(*plan, (*folder)->shards(), files, options, **folder,
                                     is_stopped, [](const pipeline::Progress&) {});
  if (!profile) return {};
  TAMIS_CHECK((*folder)->finish().has_value());
  Files outputs;
  const auto paths = files.list("out/**");
  for (const std::string& path : *paths) {
    outputs[path] = *files.read_all(path, kFileBytesMax);
  }
  return outputs;
}

}  // namespace
}  // namespace tamis::output

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t num_bytes) {
  using namespace tamis::output;
  FuzzedDataProvider choices(bytes, num_bytes);
  const std::string recipe = random_recipe(choices);
  const auto num_rows = choices.ConsumeIntegralInRange<tamis::RowIndex>(1, 3);
  const std::string input = choices.ConsumeRemainingBytesAsString();
  const auto files = run_once(recipe, input, {.num_threads = 1});
  TAMIS_CHECK(run_once(recipe, input,
                       {.num_threads = 2, .batch_size = {.num_rows_max = num_rows}}) == files);
  return 0;
}
