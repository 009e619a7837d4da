// Any bytes as text, address and metadata through all rules, with the parameters, bounds and ways
// to split that a recipe could give them: no crash, finite numbers, the same when asked again, and
// no byte that was not there.
#include <cmath>
#include <string>
#include <vector>

#include "fuzz/catalog/example_texts.h"
#include "fuzz/catalog/random_parameters.h"
#include "tests/rules/default_rule.h"

namespace tamis::rules {
namespace {

// Made once, as a run does; the word lists take milliseconds.
const std::vector<RuleInstance>& all_rules() {
  static const std::vector<RuleInstance> kRules = [] {
    std::vector<RuleInstance> rules;
    for (const RuleSpec* spec : builtin_rules()) {
      rules.push_back(default_rule(*spec));
      rules.back().cause = kFirstStepCause + static_cast<CauseId>(rules.size());
      rules.back().signal = static_cast<SignalIndex>(rules.size() - 1);
    }
    return rules;
  }();
  return kRules;
}

// One rule as a recipe could ask for it, one of eight with other parameters: the model of some
// takes longer to make than a thousand texts to read. Nothing if its parameters are refused.
std::optional<RuleInstance> random_rule(FuzzedDataProvider& bytes) {
  RuleInstance rule =
      all_rules()[bytes.ConsumeIntegralInRange<std::size_t>(0, all_rules().size() - 1)];
  const Setup& setup = rule.spec->measure.setup;
  const bool has_other_params = bytes.ConsumeIntegralInRange(0, 7) == 0;
  if (setup.make_params != nullptr && has_other_params) {
    rule.params = example_params(*rule.spec);
    fuzz::set_randomly(rule.spec->params, rule.params.get(), bytes);
    if (setup.make_model != nullptr) {
      ReadFiles files;
      auto model = setup.make_model(rule.params.get(), files);
      if (!model) return std::nullopt;
      rule.model = *std::move(model);
    }
  }
  using text::LineKind, text::WordKind;
  constexpr auto kLastWords = static_cast<std::uint8_t>(WordKind::kNumKinds) - 1;
  constexpr auto kLastLines = static_cast<std::uint8_t>(LineKind::kNumKinds) - 1;
  rule.split.words =
      static_cast<WordKind>(bytes.ConsumeIntegralInRange<std::uint8_t>(0, kLastWords));
  rule.split.lines =
      static_cast<LineKind>(bytes.ConsumeIntegralInRange<std::uint8_t>(0, kLastLines));
  return rule;
}

// What a document brings besides its text.
struct Circumstances {
  std::string url;
  std::string metadata;
  std::string language;
  std::int64_t num_words_cut = 0;

  NewDocument with(std::string_view text) const {
    return {.url = url, .language = language, .metadata = metadata, .text = text};
  }
};

// Only what the input says may be below 0.
bool is_sound(const RuleSpec& rule, double value) {
  return std::isfinite(value) && (value >= 0 || rule.scale == Scale::kNumber);
}

void check_rule(const RuleInstance& rule, std::string_view text, const Circumstances& document) {
  const auto apply = [&] { return apply_rule(rule, document.with(text), document.num_words_cut); };
  const Verdict verdict = apply();
  TAMIS_CHECK(is_sound(*rule.spec, verdict.value));
  TAMIS_CHECK(apply().value == verdict.value);
  TAMIS_CHECK(verdict.left.size() <= text.size());
  TAMIS_CHECK(rule.spec->level != Level::kDocument || verdict.left == text);
}

// All rules as one stage. Its making, which compiles a screen of all words, takes longer than any
// text.
void check_stage(const RuleStage& stage, Action action, std::string_view text,
                 const Circumstances& document) {
  const auto num_rules = static_cast<SignalIndex>(all_rules().size());
  Batch batch;
  batch.signals.resize(num_rules);
  const RowIndex row = batch.append(document.with(text));
  const auto scratch = stage.make_scratch();
  stage.process(batch, scratch.get());
  TAMIS_CHECK(batch.selected.size() + batch.dropped.size() == 1);
  if (action == Action::kDrop) return;
  TAMIS_CHECK(batch.text[row] == text);
  for (SignalIndex rule = 0; rule < num_rules; ++rule) {
    TAMIS_CHECK(is_sound(*all_rules()[rule].spec, batch.signals.at(rule, row)));
  }
}

}  // namespace
}  // namespace tamis::rules

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* bytes, std::size_t num_bytes,
                                               std::size_t num_bytes_max, unsigned seed) {
  return tamis::fuzz::mutate_or_begin_anew(tamis::rules::builtin_rules(), bytes, num_bytes,
                                           num_bytes_max, seed);
}

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t num_bytes) {
  using namespace tamis::rules;
  FuzzedDataProvider choices(bytes, num_bytes);
  const auto rule = random_rule(choices);
  const Circumstances document = {.url = choices.ConsumeRandomLengthString(100),
                                  .metadata = choices.ConsumeRandomLengthString(100),
                                  .language = choices.PickValueInArray(tamis::fuzz::kLanguages),
                                  .num_words_cut = choices.ConsumeIntegralInRange(0, 100)};
  const std::string text = choices.ConsumeRemainingBytesAsString();
  if (rule.has_value()) check_rule(*rule, text, document);
  static const RuleStage kDropping(all_rules(), Action::kDrop);
  static const RuleStage kMeasuring(all_rules(), Action::kMeasure);
  check_stage(kDropping, Action::kDrop, text, document);
  check_stage(kMeasuring, Action::kMeasure, text, document);
  return 0;
}
