#include "tamis/pipeline/plan_builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "tamis/extract/extract_stage.h"
#include "tamis/extract/site_templates.h"
#include "tamis/pipeline/config_node.h"
#include "tamis/pipeline/diagnostics.h"
#include "tamis/pipeline/input_files.h"
#include "tamis/pipeline/stage_builder.h"
#include "tamis/pipeline/step_settings.h"
#include "tamis/readers/decode_stage.h"
#include "tamis/readers/open_source.h"
#include "tamis/writers/writer.h"

namespace tamis::pipeline {
namespace {

constexpr std::int64_t kRecipeBytesMax = std::int64_t{16} << 20;
constexpr std::string_view kRecipeKeys[] = {"read", "limits", "extract", "stages", "write"};

constexpr ParamSpec kLimits[] = {
    param<&Limits::document_bytes_max>("document_bytes_max",
                                       "Bytes of one payload after decompression."),
    param<&Limits::header_bytes_max>("header_bytes_max", "Bytes of the head of one record."),
    param<&Limits::metadata_bytes_max>(
        "metadata_bytes_max", "Bytes of the fields of a row that no column is read from, as JSON."),
    param<&Limits::header_lines_max>("header_lines_max", "Lines of the head of one record."),
    param<&Limits::content_codings_max>("content_codings_max",
                                        "How many times over a body may be encoded."),
    param<&Limits::nesting_max>("nesting_max", "Elements of a page that are open at once."),
    param<&Limits::attributes_max>("attributes_max", "Attributes of one tag."),
    param<&Limits::words_max>("words_max", "Words, marks and Chinese characters of a text."),
    param<&Limits::lines_max>("lines_max", "Lines of a text."),
};

// Far over any machine, and so that sums of memory cannot overflow.
constexpr std::int64_t kLimitMax = std::int64_t{1} << 40;

constexpr ParamSpec kOutput[] = {
    param<&OutputSettings::format>("format", "jsonl or parquet."),
    param<&OutputSettings::zstd_level>("zstd_level", "1 (fast) to 19 (small)."),
    param<&OutputSettings::part_bytes>("part_bytes",
                                       "A new output file after so much payload read."),
    param<&OutputSettings::checkpoint_bytes>(
        "checkpoint_bytes",
        "A stopped run goes on from the last multiple of so much payload read."),
    param<&OutputSettings::shard_bytes>(
        "shard_bytes",
        "Input files are read in order, in shards of at least so many bytes; several "
        "shards at once."),
    param<&OutputSettings::signals>("signals", "Which measured numbers are written: all or none."),
    param<&OutputSettings::rejected_text>(
        "rejected_text", "Whether rejected documents are written with their text."),
    param<&OutputSettings::rejected_signals>(
        "rejected_signals",
        "Whether rejected documents are written with the numbers measured before they went."),
    param<&OutputSettings::cuts>(
        "cuts", "Whether documents are written with the pieces that were cut out of them."),
};

class PlanBuilder {
 public:
  PlanBuilder(const io::FileSystem& file_system, Plan& plan, const PlanOverrides& overrides)
      : file_system_(file_system),
        plan_(plan),
        overrides_(overrides),
        diagnostics_(plan.recipe_path, overrides.values) {}

  Result<void> build(const ConfigNode& recipe) {
    if (!recipe.is_map() && !recipe.is_null()) {
      diagnostics_.add(recipe.place, "a recipe is a list of `key: value`");
      return tl::unexpected(diagnostics_.error());
    }
    diagnostics_.check_keys(recipe, kRecipeKeys);
    apply_section(recipe, "limits", kLimits, &plan_.limits);
    apply_section(recipe, "write", kOutput, &plan_.output);
    check_limits(recipe);
    check_output(recipe);
    TAMIS_TRY(read_inputs(recipe));
    add_reading(recipe);
    if (const ConfigNode* stages = recipe.find("stages")) {
      StageBuilder(plan_, overrides_.action, diagnostics_).build(*stages);
    }
    if (!diagnostics_.is_empty()) return tl::unexpected(diagnostics_.error());
    if (overrides_.needs_inputs) TAMIS_TRY(list_input_files(file_system_, plan_));
    return {};
  }

 private:
  void apply_section(const ConfigNode& recipe, std::string_view key,
                     std::span<const ParamSpec> params, void* values) {
    if (const ConfigNode* section = recipe.find(key))
      apply_settings(*section, params, {}, values, diagnostics_);
  }

  ConfigPlace place_of(const ConfigNode& recipe, std::string_view section, std::string_view key) {
    const ConfigNode* const node = recipe.find(section);
    const ConfigNode* const value = node == nullptr ? nullptr : node->find(key);
    return value == nullptr ? ConfigPlace{1, 1} : value->place;
  }

  void check_output(const ConfigNode& recipe) {
    std::vector<std::string_view> formats;
    for (const auto* spec : writers::builtin_writers()) formats.push_back(spec->name);
    if (writers::find_writer(plan_.output.format) == nullptr)
      diagnostics_.add_unknown(place_of(recipe, "write", "format"), "format", plan_.output.format,
                               formats);
    if (plan_.output.signals != "all" && plan_.output.signals != "none")
      diagnostics_.add(place_of(recipe, "write", "signals"), "`signals` is all or none");
    if (plan_.output.zstd_level < 1 || plan_.output.zstd_level > 19)
      diagnostics_.add(place_of(recipe, "write", "zstd_level"), "`zstd_level` is 1 to 19");
    const std::pair<std::string_view, std::int64_t> sizes[] = {
        {"part_bytes", plan_.output.part_bytes},
        {"checkpoint_bytes", plan_.output.checkpoint_bytes},
        {"shard_bytes", plan_.output.shard_bytes}};
    for (const auto& [key, num_bytes] : sizes) {
      if (num_bytes < 1)
        diagnostics_.add(place_of(recipe, "write", key), fmt::format("`{}` is at least 1", key));
    }
  }

  void check_limits(const ConfigNode& recipe) {
    for (const ParamSpec& limit : kLimits) {
      const std::int64_t value = std::get<std::int64_t>(limit.get(&plan_.limits));
      const std::int64_t min = limit.name == "content_codings_max" ? 0 : 1;  // 0: as it is
      if (value < min) {
        diagnostics_.add(place_of(recipe, "limits", limit.name),
                         fmt::format("`{}` is at least {}", limit.name, min));
      } else if (value > kLimitMax) {
        diagnostics_.add(place_of(recipe, "limits", limit.name),
                         fmt::format("`{}` is at most {}", limit.name, kLimitMax));
      }
    }
  }

  // read: {format:, inputs: [pattern, {name: pattern}], and the reader's own settings}
  Result<void> read_inputs(const ConfigNode& recipe) {
    static const ConfigNode kNothing;
    const ConfigNode* const section = recipe.find("read");
    const ConfigNode& read = section == nullptr ? kNothing : *section;
    if (const ConfigNode* format = read.find("format")) plan_.format = format->scalar;
    std::vector<std::string_view> formats = {"auto"};
    for (const auto* spec : readers::builtin_readers()) formats.push_back(spec->name);
    if (std::find(formats.begin(), formats.end(), plan_.format) == formats.end())
      diagnostics_.add_unknown(place_of(recipe, "read", "format"), "format", plan_.format, formats);
    constexpr std::string_view kReserved[] = {"format", "inputs"};
    // With "auto" nobody knows yet whose settings they would be, but for the names of fields.
    const bool is_automatic = plan_.format == readers::kAutomaticFormat;
    const auto* reader =
        readers::find_reader(readers::builtin_readers(), is_automatic ? "jsonl" : plan_.format);
    const bool has_params = reader != nullptr && reader->make_params != nullptr;
    if (has_params) plan_.reader_params = reader->make_params();
    apply_settings(read, has_params ? reader->params : std::span<const ParamSpec>(), kReserved,
                   plan_.reader_params.get(), diagnostics_);
    const ConfigNode* const text_field = read.find("text_field");
    if (text_field != nullptr && text_field->is_scalar() && text_field->scalar.empty())
      diagnostics_.add(text_field->place, "`text_field` is empty: name the field with the text");
    if (!overrides_.files.empty()) {
      plan_.sources.push_back({in_utf8(overrides_.files.front()), overrides_.files});
    } else if (!overrides_.inputs.empty()) {
      for (const std::string& input : overrides_.inputs) TAMIS_TRY(add_input(input));
    } else if (const ConfigNode* inputs = read.find("inputs")) {
      read_input_list(*inputs);
    }
    return {};
  }

  void read_input_list(const ConfigNode& inputs) {
    if (inputs.is_list()) {
      for (const ConfigNode& item : inputs.items) read_input(item);
    } else if (!inputs.is_null()) {
      read_input(inputs);
    }
  }

  void read_input(const ConfigNode& input) {
    if (input.is_scalar()) {
      if (auto added = add_input(input.scalar); !added)
        diagnostics_.add(input.place, added.error().message());
    }
    if (input.is_list() || input.is_null())
      diagnostics_.add(input.place, "an input is a pattern, or `NAME: PATTERN`, and no list");
    for (const auto& [name, pattern] : input.entries) {
      if (pattern.is_scalar()) {
        add_source(name.name, pattern.scalar);
      } else {
        diagnostics_.add(pattern.place, fmt::format("a source is one pattern: write `- {0}: "
                                                    "PATTERN` once for each pattern of \"{0}\"",
                                                    name.name));
      }
    }
  }

  // "NAME=PATTERN" or "PATTERN", which is its own name.
  Result<void> add_input(const std::string& input) {
    TAMIS_ASSIGN(const std::size_t name_bytes, source_name_bytes(file_system_, input));
    add_source(name_bytes == 0 ? input : input.substr(0, name_bytes),
               name_bytes == 0 ? input : input.substr(name_bytes + 1));
    return {};
  }

  void add_source(const std::string& name, const std::string& pattern) {
    const std::string shown = in_utf8(name);
    for (InputSource& source : plan_.sources) {
      if (source.name == shown) {
        source.patterns.push_back(pattern);
        return;
      }
    }
    plan_.sources.push_back({shown, {pattern}});
  }

  // The two stages that every plan begins with.
  void add_reading(const ConfigNode& recipe) {
    constexpr auto kFirstExtractReason = DropReason::kNoMainText;
    for (CauseId cause = 0; cause < kFirstStepCause; ++cause) {
      const auto reason = static_cast<DropReason>(cause);
      plan_.steps.push_back({.stage = reason < kFirstExtractReason ? "read" : "extract",
                             .name = std::string(drop_reason_name(reason))});
    }
    PlanStage read = {.name = "read"};
    read.parts.push_back(std::make_unique<readers::DecodeStage>(plan_.limits));
    plan_.stages.push_back(std::move(read));

    extract::Options options;
    apply_section(recipe, "extract", extract::extract_params(), &options);
    plan_.has_attribution = options.reads_attribution;
    read_templates(recipe, options);
    PlanStage extract = {.name = "extract"};
    extract.parts.push_back(extract::make_extract_stage(options, plan_.limits));
    plan_.stages.push_back(std::move(extract));
  }

  void read_templates(const ConfigNode& recipe, extract::Options& options) {
    if (options.templates.empty()) return;
    auto templates = extract::read_site_templates(options.templates, plan_.list_files);
    if (templates) {
      plan_.list_files.back().path = in_utf8(options.templates);
      options.site_templates = *std::move(templates);
      plan_.template_bytes = options.site_templates->held_bytes();
    } else {
      diagnostics_.add(place_of(recipe, "extract", "templates"), templates.error().message());
    }
  }

  const io::FileSystem& file_system_;
  Plan& plan_;
  const PlanOverrides& overrides_;
  Diagnostics diagnostics_;
};

}  // namespace

Result<Plan> build_plan(const io::FileSystem& file_system, const std::string& recipe_path,
                        std::string recipe_text, const PlanOverrides& overrides) {
  auto recipe = parse_yaml(recipe_text);
  if (!recipe) {
    return fail(ErrorCode::kInvalidInput,
                fmt::format("{}:{}", recipe_path, recipe.error().message()));
  }
  int number = 0;
  for (const std::string& value : overrides.values) TAMIS_TRY(set_value(*recipe, value, ++number));
  for (const OptionWord& word : overrides.words)
    set_word(*recipe, word.section, word.key, word.word, word.option);
  Plan plan;
  plan.recipe_path = recipe_path;
  plan.recipe_text = std::move(recipe_text);
  plan.overrides = overrides.values;
  TAMIS_TRY(PlanBuilder(file_system, plan, overrides).build(*recipe));
  return plan;
}

Result<Plan> read_plan(const io::FileSystem& file_system, const std::string& recipe_path,
                       const PlanOverrides& overrides) {
  TAMIS_ASSIGN(std::string text, file_system.read_all(recipe_path, kRecipeBytesMax));
  return build_plan(file_system, recipe_path, std::move(text), overrides);
}

}  // namespace tamis::pipeline
