// The `stages:` of a recipe made into stages that work.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "tamis/pipeline/config_node.h"
#include "tamis/pipeline/diagnostics.h"
#include "tamis/pipeline/plan.h"
#include "tamis/pipeline/transform_stage.h"

namespace tamis::pipeline {

// Adds the stages that `stages` (a list) describes to `plan`. Complains about unknown parts and
// keys, names used twice, bounds that leave nothing, rules of a language outside a branch for it,
// and rules of a level after one of a finer level.
class StageBuilder {
 public:
  StageBuilder(Plan& plan, rules::Action action, Diagnostics& diagnostics)
      : plan_(plan), action_(action), diagnostics_(diagnostics) {}

  void build(const ConfigNode& stages);

 private:
  void build_stage(const ConfigNode::Key& name, const ConfigNode& body);
  void build_branches(const ConfigNode::Key& name, const ConfigNode& body);
  void build_steps(const ConfigNode::Key& name, const ConfigNode& steps,
                   std::vector<Condition> conditions);
  void build_step(const ConfigNode& step, const std::vector<Condition>& conditions);
  void add_rule(const rules::RuleSpec& spec, const ConfigNode& name, const ConfigNode& settings,
                const std::vector<Condition>& conditions);
  void add_transform(const transforms::TransformSpec& spec, const ConfigNode& name,
                     const ConfigNode& settings);

  std::optional<std::vector<Condition>> read_conditions(const ConfigNode& branches);
  void note_overlaps(const ConfigNode& branches, const std::vector<Condition>& conditions);
  void add_note(const ConfigPlace& place, std::string_view what);
  void check_column(const ConfigNode& as);
  void check_language(const rules::RuleSpec& spec, const ConfigNode& name,
                      const ConfigNode& settings, const std::vector<Condition>& conditions);
  void note_empty_list(const ReadFile& file, const ConfigNode& place);
  void note_missing_list(const rules::RuleInstance& rule, const ConfigNode& name);
  void add_list_file(ReadFile file);
  Setup::Model make_model(const Setup& setup, const Setup::Params& params, const ConfigNode& place);
  CauseId add_step(Step step, const ConfigPlace& place);
  SignalIndex add_signal(std::string_view name, std::string_view unit);
  void check_name(const ConfigNode::Key& name);
  void end_rules();
  void end_transforms();

  Plan& plan_;
  rules::Action action_;
  Diagnostics& diagnostics_;
  PlanStage stage_;  // under construction
  std::vector<rules::RuleInstance> rules_;
  std::vector<TransformInstance> transforms_;
  bool has_language_step_ = false;  // a step so far tags documents with their language
  bool has_told_language_ = false;  // and believes no input
  rules::Level level_ = rules::Level::kDocument;  // the finest so far among rules_
};

}  // namespace tamis::pipeline
