// Neighbouring rules as one stage: each document is walked once, while its words are in the cache.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tamis/batch/stage.h"
#include "tamis/rules/rule.h"
#include "tamis/text/word_screen.h"

namespace tamis::rules {

// A rule as a recipe uses it.
struct RuleInstance {
  const RuleSpec* spec = nullptr;
  Bounds keep;
  TextSplit split;
  Setup::Params params;
  Setup::Model model;
  CauseId cause = 0;       // what the documents that it drops are booked under
  SignalIndex signal = 0;  // the column of its number; of piecewise rules: how many pieces failed

  // The words without which the number is 0; null if it does not depend on words.
  const text::WordMatcher* matcher() const {
    return spec->measure.matcher == nullptr ? nullptr : spec->measure.matcher(model.get());
  }

  // The matchers that it asks where in a document their words stand.
  std::vector<const text::WordMatcher*> located() const;

  // False if no part of `whole` can fail.
  bool may_cut(const Passage& whole) const {
    auto* const may_find = spec->measure.may_find;
    return may_find == nullptr || !keep.contains(0) || may_find(whole, model.get());
  }

  double measure(const Passage& passage) const {
    Passage own = passage;
    return measure_own(own);
  }

  // The same without a copy: for a caller that has one to be split for one rule after the other.
  double measure_own(Passage& passage) const {
    passage.split_by(split);
    return spec->measure.call(passage, params.get(), model.get());
  }
};

// Whether failing rules act or only measure.
enum class Action {
  kDrop,     // a failing document goes, and later rules do not see it; a failing piece is cut
  kMeasure,  // every rule measures every document, nothing changes
};

// Applies document rules first, in the order given, then the paragraph, sentence and clause rules
// piece by piece. A document of which nothing would be left is dropped by the rule that cuts its
// last piece, with its text as it was before this stage cut. Text that no rule cuts keeps its
// bytes.
class RuleStage final : public Stage {
 public:
  RuleStage(std::vector<RuleInstance> rules, Action action);

  std::unique_ptr<Scratch> make_scratch() const override;
  void process(Batch& batch, Scratch* scratch) const override;

 private:
  class Walk;

  void make_screen();

  std::vector<RuleInstance> document_rules_;
  std::vector<RuleInstance> paragraph_rules_;
  std::vector<RuleInstance> sentence_rules_;
  std::vector<RuleInstance> clause_rules_;
  Action action_;
  std::optional<text::WordScreen> screen_;  // for the words of all rules, if these are of several
};

// One document through one rule, outside a run: what `tamis explain` and the examples' test show.
struct Verdict {
  double value = 0;  // of the document; of piecewise rules: how many pieces failed
  bool kept = true;  // of the document
  std::string left;  // the text after the rule's cuts
};
Verdict apply_rule(const RuleInstance& rule, const NewDocument& document,
                   std::int64_t num_words_cut = 0);

// The parameters that the rule's examples are shown with: its defaults, but for lists. Null if the
// rule takes none.
Setup::Params example_params(const RuleSpec& spec);

// The split that a rule uses unless a recipe chooses another.
TextSplit default_split(const RuleSpec& spec);

}  // namespace tamis::rules
