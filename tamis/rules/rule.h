// What a rule is: one measured number and the bounds that it must keep.
//
// A rule is one file of this folder, tamis/rules/<name>.cc, that defines
// `constinit const RuleSpec <name>`; cmake/PartCatalog.cmake finds it by its name. Rules measure;
// bounds decide (rule_stage.h), so that a bound can be changed without reading the text again.
#pragma once

#include <limits>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "tamis/batch/histogram.h"
#include "tamis/batch/passage.h"
#include "tamis/catalog/spec.h"
#include "tamis/text/word_matcher.h"

namespace tamis::rules {

// What a rule looks at and what goes when its number is out of bounds. A run applies the levels
// in this order: whole documents first, then what is left of them piece by piece.
enum class Level {
  kDocument,
  kParagraph,  // a line of text
  kSentence,
  kClause,  // a part of a sentence; cutting one leaves the rest of the sentence whole
};

// "document", "paragraph" ...
std::string_view level_name(Level level);

// A closed interval; a number outside it fails.
struct Bounds {
  double min = -std::numeric_limits<double>::infinity();
  double max = std::numeric_limits<double>::infinity();

  bool contains(double value) const { return value >= min && value <= max; }
};

// A text and what the rule does with it by its own bounds and default parameters.
struct Example {
  std::string_view text;
  std::string_view url = {};       // of rules on addresses
  std::string_view metadata = {};  // of rules on what the input says
  bool kept = true;                // of a document rule: whether the document stays
  std::string_view left = {};      // of other rules: what is left of the text
  std::int64_t num_words_cut = 0;  // before the rule, of a rule on what was cut
};

// The measuring function. It must be linear in the passage's bytes, take any bytes, return a
// finite number for any text, and give the same number on every machine: count integers, divide
// once (batch/passage.h: ratio).
struct Measure {
  Setup setup;
  double (*call)(const Passage& passage, const void* params, const void* model) = nullptr;

  // Of rules that look for something: false if the passage holds none of it. Then the passage and
  // each part of it measure 0, and most texts need not be split.
  bool (*may_find)(const Passage& passage, const void* model) = nullptr;

  // Of those that look for words alone: the matcher that finds them. A stage asks for the words of
  // all its rules in one pass, and where those of rules on pieces stand.
  const text::WordMatcher* (*matcher)(const void* model) = nullptr;

  // Whether it looks at Passage::simplified() alone.
  bool simplifies = false;

  // Of those that ask a passage where words stand (Passage::for_each_match): the matchers of these.
  // A stage finds their words in the same pass.
  std::vector<const text::WordMatcher*> (*located)(const void* model) = nullptr;
};

// For `double measure(const Passage&)`.
template <auto kMeasure>
inline constexpr Measure plain = {.call = [](const Passage& passage, const void*,
                                             const void*) -> double { return kMeasure(passage); }};

// For `double measure(const Passage&, const Params&)`.
template <typename Params, auto kMeasure>
inline constexpr Measure with_params = {
    .setup = {.make_params = make_params<Params>},
    .call = [](const Passage& passage, const void* params, const void*) -> double {
      return kMeasure(passage, *static_cast<const Params*>(params));
    }};

// For `double measure(const Passage&, const Model&)`, where Model::make(const Params&) returns a
// Result<Model>: made once, before the first document.
template <typename Params, typename Model, auto kMeasure>
inline constexpr Measure with_model = {
    .setup = {.make_params = make_params<Params>, .make_model = make_model<Params, Model>},
    .call = [](const Passage& passage, const void*, const void* model) -> double {
      return kMeasure(passage, *static_cast<const Model*>(model));
    }};

// Measure::located of a Model with a member function of that name; of others null.
template <typename Model>
constexpr auto located_by() -> decltype(Measure::located) {
  if constexpr (requires(const Model& model) { model.located(); }) {
    return [](const void* model) { return static_cast<const Model*>(model)->located(); };
  } else {
    return nullptr;
  }
}

// The same for a Model with a member function `bool may_find(const Passage&) const`: see Measure.
template <typename Params, typename Model, auto kMeasure>
inline constexpr Measure with_finder = {
    .setup = with_model<Params, Model, kMeasure>.setup,
    .call = with_model<Params, Model, kMeasure>.call,
    .may_find =
        [](const Passage& passage, const void* model) {
          return static_cast<const Model*>(model)->may_find(passage);
        },
    .located = located_by<Model>()};

// The same for a number that no part of a text has higher than the whole, and that is never below
// 0.
template <typename Params, typename Model, auto kMeasure>
inline constexpr Measure with_highest = {.setup = with_model<Params, Model, kMeasure>.setup,
                                         .call = with_model<Params, Model, kMeasure>.call,
                                         .may_find = [](const Passage& passage, const void* model) {
                                           return kMeasure(passage,
                                                           *static_cast<const Model*>(model)) > 0;
                                         }};

template <typename Model>
const text::WordMatcher* matcher_of(const void* model) {
  const Model& typed = *static_cast<const Model*>(model);
  if constexpr (requires { typed.matcher(); }) {
    return &typed.matcher();
  } else {
    return &typed.matcher;
  }
}

// The same for a Model with a WordMatcher `matcher`, a member or what a member function gives: the
// number is 0 if that matches nothing.
template <typename Params, typename Model, auto kMeasure>
inline constexpr Measure with_matcher = {
    .setup = with_model<Params, Model, kMeasure>.setup,
    .call = with_model<Params, Model, kMeasure>.call,
    .may_find =
        [](const Passage& passage, const void* model) {
          return passage.count_matches(*matcher_of<Model>(model)) > 0;
        },
    .matcher = matcher_of<Model>};

// The same for a number that is 0 if `matcher` matches nothing in Passage::simplified().
template <typename Params, typename Model, auto kMeasure>
inline constexpr Measure with_simplified_matcher = {
    .setup = with_model<Params, Model, kMeasure>.setup,
    .call = with_model<Params, Model, kMeasure>.call,
    .may_find =
        [](const Passage& passage, const void* model) {
          return passage.count_simplified_matches(*matcher_of<Model>(model)) > 0;
        },
    .matcher = matcher_of<Model>,
    .simplifies = true};

struct RuleSpec {
  std::string_view name;
  int version = 0;  // raised when the same text gives another number
  Level level = Level::kDocument;
  std::string_view summary;  // what is measured, one sentence
  std::string_view why;      // why it tells good text from bad, and when it misleads
  std::string_view unit;     // "share of words", "words"
  Scale scale = Scale::kShare;
  Bounds keep;  // the published or recommended bounds; a recipe may change them
  std::span<const std::string_view> languages = {};  // primary subtags it is made for; none: any
  Citation source;
  // How the rule splits words and lines unless a recipe says `split_words:` or `split_lines:`;
  // nothing if it splits none, and then a recipe cannot choose.
  std::optional<text::WordKind> words = {};
  std::optional<text::LineKind> lines = {};
  // Whether it calls Passage::windows(), whose tables need memory by the character.
  bool counts_windows = false;
  std::span<const ParamSpec> params = {};
  // Of a rule that looks for what the recipe lists: the parameters of which a recipe gives at
  // least one. With none of them the rule measures 0, and a run says so. The examples are shown
  // with `example_list` as the first of them.
  std::span<const std::string_view> lists = {};
  std::span<const std::string_view> example_list = {};
  std::span<const Example> examples = {};
  Measure measure;
};

// Checks at compile time that nothing is missing; the message stands in the compiler's error.
consteval RuleSpec rule(RuleSpec spec) {
  if (spec.name.empty() || spec.version < 1) throw "a rule needs a name and a version";
  if (!spec.summary.ends_with('.') || !spec.why.ends_with('.'))
    throw "summary and why are sentences";
  if (spec.unit.empty()) throw "a number has a unit";
  if (spec.unit.starts_with("share of") != (spec.scale == Scale::kShare))
    throw "a share is a share of something, on its scale";
  if (spec.keep.min > spec.keep.max) throw "the bounds leave nothing";
  if (spec.source.work.empty() || spec.source.where.empty()) throw "a rule cites its source";
  if (spec.lists.empty() != spec.example_list.empty()) throw "examples of a list need a list";
  bool shows_kept = false;
  bool shows_failed = false;
  for (const Example& example : spec.examples) {
    const bool keeps = spec.level == Level::kDocument ? example.kept : example.left == example.text;
    shows_kept = shows_kept || keeps;
    shows_failed = shows_failed || !keeps;
  }
  if (!shows_kept) throw "a rule shows a text that it keeps";
  if (!shows_failed) throw "a rule shows a text that it drops or cuts";
  return spec;
}

// All rules of this folder, by name.
std::span<const RuleSpec* const> builtin_rules();

}  // namespace tamis::rules
