// Values of a recipe in another shape: each is refused, or means the same.
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include "tamis/io/memory_file_system.h"
#include "tamis/pipeline/config_node.h"
#include "tamis/pipeline/plan_builder.h"
#include "tests/must.h"

namespace tamis::pipeline {
namespace {

constexpr std::string_view kRecipe =
    "read: {format: jsonl, text_field: body, inputs: [{site: in.jsonl}]}\n"
    "limits: {document_bytes_max: 64KiB}\n"
    "extract: {favour: recall, keeps_tables: false}\n"
    "stages:\n"
    "  - repair: [unicode_nfc, {emoticons: {emoji: keep}}, {language_id: {score_min: 0.5}}]\n"
    "  - numbers: {measure: [line_count, {word_count: {as: all_words}}]}\n"
    "  - filter:\n"
    "      branches:\n"
    "        chinese:\n"
    "          for: {language: zh}\n"
    "          steps: [word_count, {listed_word_count: {words: [\u8d4c\u573a], max: 0}}]\n"
    "        others:\n"
    "          for: {language: [de, fr], source: site}\n"
    "          steps: [{word_count: {min: 1000, max: 2000, split_words: white_space}}]\n"
    "      otherwise: drop\n"
    "write: {format: jsonl, zstd_level: 3, signals: none}\n";

Result<Plan> plan_of(const std::string& recipe) {
  io::MemoryFileSystem files;
  files.add("in.jsonl", "");
  return build_plan(files, "r.yaml", recipe, {.needs_inputs = false});
}

std::string mistake(const std::string& recipe) {
  const auto plan = plan_of(recipe);
  return plan ? "" : std::string(plan.error().message());
}

// All that a run would do.
std::string shown(const Plan& plan) {
  std::string text = fmt::format("{} {} {} {} {}\n", plan.format, plan.limits.document_bytes_max,
                                 plan.output.format, plan.output.zstd_level, plan.output.signals);
  for (const InputSource& source : plan.sources)
    text += fmt::format("{} {}\n", source.name, fmt::join(source.patterns, " "));
  for (const PlanStage& stage : plan.stages) {
    text += fmt::format("{} {} {}", stage.name, stage.is_otherwise, stage.parts.size());
    for (const Condition& condition : stage.conditions)
      text += fmt::format(" [{}; {}]", fmt::join(condition.languages, " "),
                          fmt::join(condition.sources, " "));
    text += '\n';
  }
  for (const Step& step : plan.steps)
    text += fmt::format("{} {} {} {} {}\n", step.stage, step.name, step.keep.min, step.keep.max,
                        step.signal);
  return text;
}

// In braces and brackets, which any value can be put into.
std::string written(const ConfigNode& node) {
  if (node.is_null()) return "~";
  if (node.is_scalar()) return '"' + node.scalar + '"';
  std::string text;
  for (const ConfigNode& item : node.items) text += written(item) + ", ";
  for (const auto& [key, value] : node.entries)
    text += '"' + key.name + "\": " + written(value) + ", ";
  return node.is_list() ? "[" + text + "]" : "{" + text + "}";
}

ConfigNode map_of(std::string key, ConfigNode value) {
  ConfigNode map = {.kind = ConfigNode::Kind::kMap};
  map.entries.push_back({{std::move(key), {}}, std::move(value)});
  return map;
}

ConfigNode list_of(std::vector<ConfigNode> items) {
  return {.kind = ConfigNode::Kind::kList, .items = std::move(items)};
}

// `node` with all that it holds as a list, a map and a word.
std::vector<ConfigNode> in_other_shapes(const ConfigNode& node) {
  std::vector<ConfigNode> shapes = {list_of({node}), map_of("x", node)};
  if (node.is_scalar()) shapes.push_back(map_of(node.scalar, {}));
  if (node.is_list()) {
    ConfigNode map = {.kind = ConfigNode::Kind::kMap};
    for (const ConfigNode& item : node.items) {
      if (item.is_map()) {
        map.entries.push_back(item.entries.front());
      } else {
        map.entries.push_back({{item.scalar, {}}, {}});
      }
    }
    shapes.push_back(std::move(map));
    if (node.items.size() == 1) shapes.push_back(node.items.front());
  }
  if (node.is_map()) {
    std::vector<ConfigNode> items;
    for (const auto& [key, value] : node.entries) items.push_back(map_of(key.name, value));
    shapes.push_back(list_of(std::move(items)));
  }
  return shapes;
}

struct Tried {
  std::size_t num_all = 0;
  std::size_t num_refused = 0;
};

// Gives every value below `node` each other shape in turn.
void try_shapes(const ConfigNode& root, ConfigNode& node, const std::string& expected,
                Tried& tried) {
  const ConfigNode original = node;
  for (const ConfigNode& shape : in_other_shapes(original)) {
    node = shape;
    const std::string recipe = written(root);
    const auto plan = plan_of(recipe);
    ++tried.num_all;
    tried.num_refused += !plan;
    EXPECT_EQ(plan ? shown(*plan) : expected, expected) << recipe;
  }
  node = original;
  for (ConfigNode& item : node.items) try_shapes(root, item, expected, tried);
  for (auto& [key, value] : node.entries) try_shapes(root, value, expected, tried);
}

TEST(RecipeShape, IsRefusedOrMeansTheSame) {
  ConfigNode root = must(parse_yaml(kRecipe));
  const std::string expected = shown(must(plan_of(std::string(kRecipe))));
  Tried tried;
  try_shapes(root, root, expected, tried);
  EXPECT_GT(tried.num_all, 150u);
  EXPECT_GT(tried.num_refused, tried.num_all / 2);
}

TEST(RecipeShape, SaysWhatToWrite) {
  const auto branch = [](const std::string& condition) {
    return "stages:\n  - a:\n      branches: {e: {for: " + condition +
           ", steps: [word_count]}}\n      otherwise: keep\n";
  };
  const std::pair<std::string, std::string> kCases[] = {
      {branch("zh"),
       "r.yaml:3:27: `for` names a language or a source: write `for: {language: zh}`"},
      {branch("{}"),
       "r.yaml:3:27: `for` names a language or a source: write `for: {language: TAG}`"},
      {branch("{language: []}"), "r.yaml:3:38: the list is empty: name what the branch is for"},
      {branch("{source: []}"), "r.yaml:3:36: the list is empty: name what the branch is for"},
      {"stages:\n  - a: {branches: [e: {for: {language: en}}], otherwise: keep}\n",
       "r.yaml:2:19: `branches` has a name for each: write `NAME: {for: {language: TAG}, steps: "
       "[STEP]}`, without `- ` before the name"},
      {"stages:\n  - a: {branches: {e: {for: {language: en}, steps: {word_count: {min: 9}}}}, "
       "otherwise: keep}\n",
       "r.yaml:2:52: steps are a list: write `- ` before each, or [STEP, STEP] around them"},
      {"stages:\n  - a: {measure: word_count}\n",
       "r.yaml:2:18: steps are a list: write `- ` before each, or [STEP, STEP] around them"},
      {"stages:\n  - a: {measure: {word_count: {max: 3}}}\n",
       "r.yaml:2:18: steps are a list: write `- ` before each, or [STEP, STEP] around them"},
      {"stages:\n  - measure: [word_count]\n",
       "r.yaml:2:5: a stage has a name before `measure:`: write `- NAME: {measure: ...}`"},
  };
  for (const auto& [recipe, expected] : kCases) EXPECT_EQ(mistake(recipe), expected);
}

}  // namespace
}  // namespace tamis::pipeline
