#include "tamis/rules/rule_stage.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "tamis/base/check.h"
#include "tamis/rules/piece_cutter.h"
#include "tamis/rules/shared_models.h"
#include "tamis/text/utf8.h"
#include "tamis/text/white_space.h"

namespace tamis::rules {
namespace {

// Memory for texts larger than this is given back behind each.
constexpr std::size_t kKeptTextBytes = std::size_t{1} << 20;

struct RuleScratch final : Scratch {
  void release() {
    document = {};
    screened = {};
    cutter = {};
    words = {};
  }

  PassageScratch document;
  text::ScreenedText screened;  // the present document
  PieceRules piece_rules;       // those that may cut something of it
  CutterScratch cutter;
  std::vector<std::string_view> words;
};

// The bound that `value` went past.
double bound_passed(const Bounds& keep, double value) {
  return value < keep.min ? keep.min : keep.max;
}

void add_new(const text::WordMatcher* matcher, std::vector<const text::WordMatcher*>& matchers) {
  if (std::ranges::find(matchers, matcher) == matchers.end()) matchers.push_back(matcher);
}

}  // namespace

std::string_view level_name(Level level) {
  switch (level) {
    case Level::kDocument:
      return "document";
    case Level::kParagraph:
      return "paragraph";
    case Level::kSentence:
      return "sentence";
    case Level::kClause:
      return "clause";
  }
  return {};
}

// A rule on pieces asks the document first, then each piece.
std::vector<const text::WordMatcher*> RuleInstance::located() const {
  if (spec->measure.located != nullptr) return spec->measure.located(model.get());
  if (spec->level == Level::kDocument || matcher() == nullptr) return {};
  return {matcher()};
}

RuleStage::RuleStage(std::vector<RuleInstance> rules, Action action) : action_(action) {
  share_models(rules);
  for (RuleInstance& rule : rules) {
    switch (rule.spec->level) {
      case Level::kDocument:
        document_rules_.push_back(std::move(rule));
        break;
      case Level::kParagraph:
        paragraph_rules_.push_back(std::move(rule));
        break;
      case Level::kSentence:
        sentence_rules_.push_back(std::move(rule));
        break;
      case Level::kClause:
        clause_rules_.push_back(std::move(rule));
        break;
    }
  }
  make_screen();
}

// One list alone is faster than a screen before it. Without a screen, should the lists be too large
// for one, each rule looks for its own words.
void RuleStage::make_screen() {
  std::vector<const text::WordMatcher*> flagged;
  std::vector<const text::WordMatcher*> located;
  for (auto* rules : {&document_rules_, &paragraph_rules_, &sentence_rules_, &clause_rules_}) {
    for (const RuleInstance& rule : *rules) {
      const std::vector<const text::WordMatcher*> of_rule = rule.located();
      for (const text::WordMatcher* const matcher : of_rule) add_new(matcher, located);
      if (of_rule.empty() && rule.matcher() != nullptr) add_new(rule.matcher(), flagged);
    }
  }
  if (located.empty() && flagged.size() < 2) return;
  if (auto screen = text::WordScreen::make(flagged, located)) screen_ = *std::move(screen);
}

std::unique_ptr<Scratch> RuleStage::make_scratch() const { return std::make_unique<RuleScratch>(); }

// The way of one document through the rules of a stage.
class RuleStage::Walk {
 public:
  Walk(const RuleStage& stage, Batch& batch, RuleScratch& scratch)
      : stage_(stage), batch_(batch), scratch_(scratch) {}

  void visit(RowIndex row) {
    PassageContext context = context_of(row);
    context.num_code_points = batch_.code_points[row];
    context.num_tokens = &batch_.num_tokens[row];
    if (stage_.screen_) {
      scratch_.screened.set_text(*stage_.screen_, batch_.text[row]);
      context.screened = &scratch_.screened;
    }
    const Passage document(batch_.text[row], context, scratch_.document);
    if (!keeps_document(row, document)) return;
    choose_piece_rules(row, document);
    if (stage_.action_ == Action::kMeasure) {
      measure_pieces(row, document);
    } else {
      cut_pieces(row, document);
    }
  }

 private:
  // False if a document rule has dropped the row.
  bool keeps_document(RowIndex row, const Passage& document) {
    Passage own = document;
    for (const RuleInstance& rule : stage_.document_rules_) {
      const double value = is_zero(rule, document) ? 0 : rule.measure_own(own);
      batch_.signals.set(rule.signal, row, value);
      if (stage_.action_ == Action::kMeasure || rule.keep.contains(value)) continue;
      batch_.drop({.row = row,
                   .cause = rule.cause,
                   .value = value,
                   .bound = bound_passed(rule.keep, value)});
      return false;
    }
    return true;
  }

  // True if the rule looks for words that the document does not hold.
  bool is_zero(const RuleInstance& rule, const Passage& document) {
    if (!stage_.screen_ || rule.spec->measure.matcher == nullptr) return false;
    // The screen looks at the text as it is written.
    if (rule.spec->measure.simplifies && document.may_be_traditional()) return false;
    return !scratch_.screened.may_match(*rule.matcher());
  }

  bool may_cut(const RuleInstance& rule, const Passage& document) {
    if (is_zero(rule, document)) return !rule.keep.contains(0);
    return rule.may_cut(document);
  }

  PassageContext context_of(RowIndex row, const Passage* whole = nullptr) const {
    return {.language = batch_.language[row],
            .url = batch_.url[row],
            .metadata = batch_.metadata[row],
            .num_words_cut = batch_.num_words_cut[row],
            .whole = whole};
  }

  // Rules without a piece to cut measure 0 here and are done.
  void choose_piece_rules(RowIndex row, const Passage& document) {
    PieceRules& chosen = scratch_.piece_rules;
    chosen.clear();
    for (const auto& [rules, chosen_rules] :
         {std::pair(&stage_.paragraph_rules_, &chosen.paragraph),
          std::pair(&stage_.sentence_rules_, &chosen.sentence),
          std::pair(&stage_.clause_rules_, &chosen.clause)}) {
      for (const RuleInstance& rule : *rules) {
        batch_.signals.set(rule.signal, row, 0);
        if (may_cut(rule, document)) chosen_rules->push_back(&rule);
      }
    }
  }

  void cut_pieces(RowIndex row, const Passage& document) {
    const PieceRules& rules = scratch_.piece_rules;
    if (rules.empty()) return;
    PieceCutter cutter(rules, context_of(row, &document), batch_.unit_histograms, scratch_.cutter);
    cutter.cut(batch_.text[row]);
    book_pieces(row, cutter);
    if (cutter.pieces().empty()) return;
    for (const CutPiece& piece : cutter.pieces())
      batch_.record_cut(row, piece.rule->cause, piece.text, piece.value);
    if (cutter.left().empty()) return drop_whole(row, cutter);
    EditSize joints = size_of(row);
    for (const CutPiece& piece : cutter.pieces()) {
      text::split_at_white_space(piece.text, scratch_.words);
      batch_.num_words_cut[row] += static_cast<std::int64_t>(scratch_.words.size());
      joints.bytes -= static_cast<std::int64_t>(piece.text.size());
      joints.code_points -= static_cast<std::int64_t>(text::count_code_points(piece.text));
    }
    batch_.set_text(row, cutter.left(), batch_.payload[row]);
    record_joints(joints, cutter.pieces().back().rule->cause);
  }

  // A document of which nothing would be left goes with its text as it is, which would be nowhere
  // else. So its pieces take nothing out of it, and their bytes are booked back.
  void drop_whole(RowIndex row, const PieceCutter& cutter) {
    for (const CutPiece& piece : cutter.pieces()) {
      batch_.edits.push_back(
          {.row = row,
           .cause = piece.rule->cause,
           .bytes = -static_cast<std::int64_t>(piece.text.size()),
           .code_points = -static_cast<std::int64_t>(text::count_code_points(piece.text))});
    }
    const CutPiece& last = cutter.pieces().back();
    batch_.drop({.row = row,
                 .cause = last.rule->cause,
                 .value = last.value,
                 .bound = bound_passed(last.rule->keep, last.value)});
  }

  EditSize size_of(RowIndex row) const {
    const Amount amount = batch_.amount(row);
    return {.row = row, .bytes = amount.bytes, .code_points = amount.code_points};
  }

  // Books the commas and line breaks that went with the pieces, so that the books stay even.
  // `joints`: what the row was, less its pieces.
  void record_joints(EditSize joints, CauseId cause) {
    const EditSize left = size_of(joints.row);
    joints.cause = cause;
    joints.bytes -= left.bytes;
    joints.code_points -= left.code_points;
    if (joints.bytes != 0) batch_.edits.push_back(joints);
  }

  // No rule's number depends on what the others would have cut.
  void measure_pieces(RowIndex row, const Passage& document) {
    if (scratch_.piece_rules.empty()) return;
    PieceCutter cutter(scratch_.piece_rules, context_of(row, &document), batch_.unit_histograms,
                       scratch_.cutter);
    cutter.measure(batch_.text[row]);
    book_pieces(row, cutter);
  }

  void book_pieces(RowIndex row, const PieceCutter& cutter) {
    for (const CutPiece& piece : cutter.pieces()) {
      const SignalIndex signal = piece.rule->signal;
      batch_.signals.set(signal, row, batch_.signals.at(signal, row) + 1);
    }
  }

  const RuleStage& stage_;
  Batch& batch_;
  RuleScratch& scratch_;
};

void RuleStage::process(Batch& batch, Scratch* scratch) const {
  TAMIS_CHECK(scratch != nullptr);
  auto& memory = *static_cast<RuleScratch*>(scratch);
  Walk walk(*this, batch, memory);
  for (const RowIndex row : batch.selected) {
    const std::size_t num_bytes = batch.text[row].size();
    walk.visit(row);
    if (num_bytes > kKeptTextBytes) memory.release();
  }
  batch.remove_dropped();
}

Setup::Params example_params(const RuleSpec& spec) {
  const Setup& setup = spec.measure.setup;
  if (setup.make_params == nullptr) return nullptr;
  Setup::Params params = setup.make_params();
  for (const ParamSpec& param : spec.params) {
    if (spec.lists.empty() || param.name != spec.lists.front()) continue;
    param.set(params.get(),
              std::vector<std::string>(spec.example_list.begin(), spec.example_list.end()));
  }
  return params;
}

TextSplit default_split(const RuleSpec& spec) {
  TextSplit split;
  if (spec.words) split.words = *spec.words;
  if (spec.lines) split.lines = *spec.lines;
  return split;
}

Verdict apply_rule(const RuleInstance& rule, const NewDocument& document,
                   std::int64_t num_words_cut) {
  RuleInstance alone = rule;
  alone.cause = kFirstStepCause;
  alone.signal = 0;
  const RuleStage stage({alone}, Action::kDrop);
  Batch batch;
  batch.signals.resize(1);
  const RowIndex row = batch.append(document);
  batch.num_words_cut[row] = num_words_cut;
  const auto scratch = stage.make_scratch();
  stage.process(batch, scratch.get());
  const bool is_kept = batch.dropped.empty();
  const bool is_cut_whole = !is_kept && rule.spec->level != Level::kDocument;
  return {.value = batch.signals.at(0, row),
          .kept = is_kept,
          .left = is_cut_whole ? std::string() : std::string(batch.text[row])};
}

}  // namespace tamis::rules
