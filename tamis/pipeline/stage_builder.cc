#include "tamis/pipeline/stage_builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "tamis/base/language_tag.h"
#include "tamis/pipeline/condition_reader.h"
#include "tamis/pipeline/otherwise_stage.h"
#include "tamis/pipeline/rule_settings.h"
#include "tamis/pipeline/step_settings.h"
#include "tamis/text/edit_distance.h"
#include "tamis/text/utf8.h"

namespace tamis::pipeline {
namespace {

template <typename Spec>
const Spec* find_part(std::span<const Spec* const> parts, std::string_view name) {
  const auto found = std::find_if(parts.begin(), parts.end(),
                                  [&](const Spec* spec) { return spec->name == name; });
  return found == parts.end() ? nullptr : *found;
}

// What to write for `step`, which is the name of no part.
std::string step_advice(std::string_view step, std::span<const std::string_view> parts) {
  const std::size_t end = step.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_");
  const std::string_view first = step.substr(0, end);
  if (end != step.npos && std::ranges::find(parts, first) != parts.end())
    return fmt::format("write `{}: {{SETTING: VALUE}}`, with `: ` behind the name", first);
  if (const auto near = text::closest(step, parts))
    return fmt::format("did you mean \"{}\"?", *near);
  return "`tamis rules` lists them";
}

std::vector<std::string_view> part_names() {
  std::vector<std::string_view> names;
  for (const auto* spec : rules::builtin_rules()) names.push_back(spec->name);
  for (const auto* spec : transforms::builtin_transforms()) names.push_back(spec->name);
  return names;
}

}  // namespace

void StageBuilder::build(const ConfigNode& stages) {
  if (!stages.is_list()) {
    diagnostics_.add(stages.place, "`stages` is a list: write `- name:` and its steps below it");
    return;
  }
  for (const ConfigNode& stage : stages.items) {
    if (!stage.is_map() || stage.entries.size() != 1) {
      diagnostics_.add(stage.place, "a stage is written as `- name:` with its steps below it");
      continue;
    }
    build_stage(stage.entries[0].key, stage.entries[0].value);
  }
}

void StageBuilder::check_name(const ConfigNode::Key& name) {
  const bool is_taken =
      std::any_of(plan_.stages.begin(), plan_.stages.end(),
                  [&](const PlanStage& stage) { return stage.name == name.name; });
  if (is_taken)
    diagnostics_.add(name.place, fmt::format("there is a stage \"{}\" already", name.name));
}

void StageBuilder::build_stage(const ConfigNode::Key& name, const ConfigNode& body) {
  check_name(name);
  constexpr std::string_view kReserved[] = {"measure", "branches", "steps"};
  // As a name of its own, `measure` would filter.
  if (action_ == rules::Action::kDrop &&
      std::ranges::find(kReserved, name.name) != std::end(kReserved)) {
    diagnostics_.add(name.place, fmt::format("a stage has a name before `{0}:`: write `- NAME: "
                                             "{{{0}: ...}}`",
                                             name.name));
  } else if (body.is_list()) {
    build_steps(name, body, {});
  } else if (body.find("branches") != nullptr) {
    build_branches(name, body);
  } else if (const ConfigNode* steps = body.find("measure")) {
    constexpr std::string_view kKeys[] = {"measure"};
    diagnostics_.check_keys(body, kKeys);
    const auto action = std::exchange(action_, rules::Action::kMeasure);
    build_steps(name, *steps, {});
    action_ = action;
  } else {
    diagnostics_.add(
        body.place,
        fmt::format("stage \"{}\" needs a list of steps, `branches:` or `measure:`", name.name));
  }
}

void StageBuilder::build_branches(const ConfigNode::Key& name, const ConfigNode& body) {
  constexpr std::string_view kKeys[] = {"branches", "otherwise"};
  constexpr std::string_view kChoices[] = {"drop", "keep"};
  diagnostics_.check_keys(body, kKeys);
  const ConfigNode* const otherwise = body.find("otherwise");
  if (otherwise == nullptr) {
    diagnostics_.add(body.place,
                     "say what becomes of documents of no branch: `otherwise: drop` or "
                     "`otherwise: keep`");
    return;
  }
  if (otherwise->scalar != "drop" && otherwise->scalar != "keep")
    diagnostics_.add_unknown(otherwise->place, "choice", otherwise->scalar, kChoices);
  const ConfigNode& branches = *body.find("branches");
  const std::optional<std::vector<Condition>> conditions = read_conditions(branches);
  if (!conditions) return;
  if (otherwise->scalar == "drop" && action_ == rules::Action::kDrop) {
    stage_ = {.name = name.name, .conditions = *conditions, .is_otherwise = true, .parts = {}};
    const CauseId cause = add_step({.stage = name.name, .name = "no_branch"}, name.place);
    stage_.parts.push_back(std::make_unique<OtherwiseStage>(cause));
    plan_.stages.push_back(std::move(stage_));
  }
  // What a branch tells, it tells of its own documents only.
  const bool has_told_language = has_told_language_;
  std::size_t index = 0;
  for (const auto& [branch_name, branch] : branches.entries) {
    check_name(branch_name);
    const ConfigNode* const steps = branch.find("steps");
    static const ConfigNode kNoSteps;
    build_steps(branch_name, steps == nullptr ? kNoSteps : *steps, {(*conditions)[index++]});
  }
  has_told_language_ = has_told_language;
}

// One of each branch; nothing, after a complaint, if one says not which documents it is for.
std::optional<std::vector<Condition>> StageBuilder::read_conditions(const ConfigNode& branches) {
  constexpr std::string_view kKeys[] = {"for", "steps"};
  if (branches.entries.empty()) {
    diagnostics_.add(branches.place,
                     "`branches` has a name for each: write `NAME: {for: {language: TAG}, steps: "
                     "[STEP]}`, without `- ` before the name");
    return std::nullopt;
  }
  std::vector<Condition> conditions;
  for (const auto& [name, branch] : branches.entries) {
    diagnostics_.check_keys(branch, kKeys);
    const ConfigNode* const condition = branch.find("for");
    if (condition == nullptr) {
      diagnostics_.add(name.place,
                       "a branch says which documents it is `for`: write `for: {language: TAG}` "
                       "or `for: {source: NAME}`");
      return std::nullopt;
    }
    const auto origin = has_told_language_ ? LanguageOrigin::kStep : LanguageOrigin::kInput;
    conditions.push_back(read_condition(*condition, plan_.sources, origin, diagnostics_));
    if (!conditions.back().languages.empty() && !has_language_step_)
      add_note(condition->place,
               "no step before tells the language, `language_id` does: only documents whose input "
               "names one can be in this branch");
  }
  note_overlaps(branches, conditions);
  return conditions;
}

// What two branches are for goes through the steps of both, in their order.
void StageBuilder::note_overlaps(const ConfigNode& branches,
                                 const std::vector<Condition>& conditions) {
  for (std::size_t later = 1; later < conditions.size(); ++later) {
    for (std::size_t index = 0; index < later; ++index) {
      if (!overlap(conditions[index], conditions[later])) continue;
      const auto& [name, place] = branches.entries[later].key;
      add_note(place, fmt::format("branches \"{}\" and \"{}\" may be for the same documents, which "
                                  "go through the steps of both, one after the other",
                                  branches.entries[index].key.name, name));
    }
  }
}

void StageBuilder::add_note(const ConfigPlace& place, std::string_view what) {
  plan_.notes.push_back(diagnostics_.located(place, what));
}

void StageBuilder::build_steps(const ConfigNode::Key& name, const ConfigNode& steps,
                               std::vector<Condition> conditions) {
  stage_ = {.name = name.name, .conditions = conditions, .is_otherwise = false, .parts = {}};
  level_ = rules::Level::kDocument;
  if (!steps.is_list() && !steps.is_null())
    diagnostics_.add(steps.place,
                     "steps are a list: write `- ` before each, or [STEP, STEP] around them");
  for (const ConfigNode& step : steps.items) build_step(step, conditions);
  end_rules();
  end_transforms();
  plan_.stages.push_back(std::move(stage_));
}

void StageBuilder::build_step(const ConfigNode& step, const std::vector<Condition>& conditions) {
  const ConfigNode no_settings{.place = step.place};
  const bool has_settings = step.is_map() && step.entries.size() == 1;
  if (!step.is_scalar() && !has_settings) {
    diagnostics_.add(step.place, "a step is the name of a part, or `name: {setting: value}`");
    return;
  }
  ConfigNode name{.kind = ConfigNode::Kind::kScalar, .place = step.place};
  name.scalar = has_settings ? step.entries[0].key.name : step.scalar;
  const ConfigNode& settings = has_settings ? step.entries[0].value : no_settings;
  if (const auto* rule = find_part(rules::builtin_rules(), name.scalar)) {
    end_transforms();
    add_rule(*rule, name, settings, conditions);
  } else if (const auto* transform = find_part(transforms::builtin_transforms(), name.scalar)) {
    end_rules();
    add_transform(*transform, name, settings);
  } else {
    diagnostics_.add(step.place, fmt::format("no rule or transform \"{}\"; {}", name.scalar,
                                             step_advice(name.scalar, part_names())));
  }
}

void StageBuilder::add_rule(const rules::RuleSpec& spec, const ConfigNode& name,
                            const ConfigNode& settings, const std::vector<Condition>& conditions) {
  check_language(spec, name, settings, conditions);
  if (spec.level < level_ && action_ == rules::Action::kDrop)
    diagnostics_.add(name.place,
                     fmt::format("\"{}\" measures a whole {} and stands after rules that cut finer "
                                 "pieces: put it before them, or into a later stage",
                                 spec.name, rules::level_name(spec.level)));
  level_ = std::max(level_, spec.level);
  rules::RuleInstance rule = {.spec = &spec, .keep = read_bounds(spec, settings, diagnostics_)};
  rule.split = read_split(spec, settings, diagnostics_);
  const Setup& setup = spec.measure.setup;
  if (setup.make_params != nullptr) rule.params = setup.make_params();
  apply_settings(settings, spec.params, kRuleKeys, rule.params.get(), diagnostics_);
  note_missing_list(rule, name);
  rule.model = make_model(setup, rule.params, name);
  const ConfigNode* const as = settings.find("as");
  if (as != nullptr) check_column(*as);
  const std::string used_name(as == nullptr ? spec.name : std::string_view(as->scalar));
  rule.signal = add_signal(used_name, spec.unit);
  rule.cause = add_step({.stage = stage_.name,
                         .name = used_name,
                         .rule = &spec,
                         .keep = rule.keep,
                         .signal = rule.signal},
                        name.place);
  plan_.part_versions.emplace(spec.name, spec.version);
  const bool is_refused = setup.make_model != nullptr && rule.model == nullptr;
  if (!is_refused) rules_.push_back(std::move(rule));
}

// Two columns of one name would be one key twice in a row.
void StageBuilder::check_column(const ConfigNode& as) {
  if (as.scalar.empty()) {
    diagnostics_.add(as.place, "`as` is the name of a column, and cannot be empty");
    return;
  }
  const bool is_taken =
      std::ranges::find(kDocumentColumns, as.scalar) != std::end(kDocumentColumns) ||
      std::ranges::any_of(transforms::builtin_transforms(),
                          [&](const auto* spec) { return spec->signal == as.scalar; });
  if (is_taken)
    diagnostics_.add(
        as.place,
        fmt::format("the outputs have a column \"{}\" already: choose another name", as.scalar));
}

void StageBuilder::check_language(const rules::RuleSpec& spec, const ConfigNode& name,
                                  const ConfigNode& settings,
                                  const std::vector<Condition>& conditions) {
  if (spec.languages.empty()) return;
  const bool has_bounds = settings.find("min") != nullptr || settings.find("max") != nullptr;
  bool is_fit = !conditions.empty();
  for (const Condition& condition : conditions) {
    is_fit =
        is_fit && !condition.languages.empty() &&
        std::all_of(condition.languages.begin(), condition.languages.end(), [&](const auto& tag) {
          return has_bounds || std::find(spec.languages.begin(), spec.languages.end(),
                                         primary_language(tag)) != spec.languages.end();
        });
  }
  // Measuring harms nothing: `tamis measure` may ask for every rule.
  if (!is_fit && action_ == rules::Action::kDrop)
    diagnostics_.add(name.place,
                     fmt::format("\"{}\" is made for {}: use it in a branch for that language, or "
                                 "in one for another language with bounds of your own",
                                 spec.name, fmt::join(spec.languages, ", ")));
}

// A published recipe names steps whose lists only its user can give: not a mistake, but said.
void StageBuilder::note_missing_list(const rules::RuleInstance& rule, const ConfigNode& name) {
  const std::span<const std::string_view> lists = rule.spec->lists;
  const bool has_list =
      lists.empty() || std::ranges::any_of(rule.spec->params, [&](const ParamSpec& param) {
        const ParamValue value = param.get(rule.params.get());
        const auto* list = std::get_if<std::vector<std::string>>(&value);
        return std::ranges::find(lists, param.name) != lists.end() && list != nullptr &&
               !list->empty();
      });
  if (has_list) return;
  add_note(name.place, fmt::format("\"{}\" has no list and measures 0; give it one: {}",
                                   rule.spec->name, fmt::join(lists, ", ")));
}

// As of a list that failed to load: a clean input would look the same.
void StageBuilder::note_empty_list(const ReadFile& file, const ConfigNode& place) {
  if (!file.is_empty) return;
  add_note(place.place, fmt::format("{} holds no entry, and nothing is found by it", file.path));
}

void StageBuilder::add_transform(const transforms::TransformSpec& spec, const ConfigNode& name,
                                 const ConfigNode& settings) {
  constexpr std::string_view kKeys[] = {"as"};
  TransformInstance transform = {.spec = &spec};
  const Setup& setup = spec.edit.setup;
  if (setup.make_params != nullptr) transform.params = setup.make_params();
  apply_settings(settings, spec.params, kKeys, transform.params.get(), diagnostics_);
  transform.model = make_model(setup, transform.params, name);
  const ConfigNode* const as = settings.find("as");
  if (as != nullptr && as->scalar.empty())
    diagnostics_.add(as->place, "`as` is the name of a step, and cannot be empty");
  if (!spec.signal.empty()) transform.signal = add_signal(spec.signal, spec.signal_unit);
  transform.cause = add_step(
      {.stage = stage_.name, .name = as == nullptr ? name.scalar : as->scalar, .transform = &spec},
      name.place);
  plan_.part_versions.emplace(spec.name, spec.version);
  if (spec.tags != nullptr) {
    has_language_step_ = true;
    const ConfigNode* const keeps = settings.find("keeps_declared");
    has_told_language_ = keeps == nullptr || keeps->scalar != "true";
  }
  transforms_.push_back(std::move(transform));
}

Setup::Model StageBuilder::make_model(const Setup& setup, const Setup::Params& params,
                                      const ConfigNode& place) {
  if (setup.make_model == nullptr) return nullptr;
  ReadFiles files;
  auto model = setup.make_model(params.get(), files);
  for (ReadFile& file : files) {
    note_empty_list(file, place);
    add_list_file(std::move(file));
  }
  if (model) return *std::move(model);
  diagnostics_.add(place.place, model.error().message());
  return nullptr;
}

// Several rules may read one list.
void StageBuilder::add_list_file(ReadFile file) {
  std::string path;
  text::append_repaired_utf8(file.path, path);
  const bool is_known = std::ranges::any_of(
      plan_.list_files, [&](const ReadFile& other) { return other.path == path; });
  if (is_known) return;
  file.path = std::move(path);
  plan_.list_files.push_back(std::move(file));
}

CauseId StageBuilder::add_step(Step step, const ConfigPlace& place) {
  const bool is_taken = std::any_of(plan_.steps.begin(), plan_.steps.end(), [&](const Step& other) {
    return other.stage == step.stage && other.name == step.name;
  });
  if (is_taken)
    diagnostics_.add(place, fmt::format("\"{}\" is used twice in stage \"{}\": give one another "
                                        "name, `as: NAME`",
                                        step.name, step.stage));
  plan_.steps.push_back(std::move(step));
  return static_cast<CauseId>(plan_.steps.size() - 1);
}

SignalIndex StageBuilder::add_signal(std::string_view name, std::string_view unit) {
  plan_.signals.push_back({std::string(name), std::string(unit)});
  return static_cast<SignalIndex>(plan_.signals.size() - 1);
}

void StageBuilder::end_rules() {
  if (rules_.empty()) return;
  stage_.parts.push_back(std::make_unique<rules::RuleStage>(std::exchange(rules_, {}), action_));
  level_ = rules::Level::kDocument;
}

void StageBuilder::end_transforms() {
  if (transforms_.empty()) return;
  stage_.parts.push_back(std::make_unique<TransformStage>(std::exchange(transforms_, {}), action_));
}

}  // namespace tamis::pipeline
