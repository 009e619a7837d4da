#include "tamis/rules/piece_cutter.h"

#include <algorithm>
#include <iterator>

#include "tamis/rules/clause_parts.h"
#include "tamis/rules/line_remains.h"
#include "tamis/rules/rule_stage.h"
#include "tamis/text/lines.h"
#include "tamis/text/sentences.h"

namespace tamis::rules {
namespace {

std::string_view without_last_white_space(std::string_view text) {
  const std::string_view trimmed = text::trim(text);
  return text.substr(0, static_cast<std::size_t>(trimmed.data() - text.data()) + trimmed.size());
}

// Makes one clause of those that a colon joins: of "WeChat: 123456", neither half makes sense
// alone.
void join_at_colons(std::vector<std::string_view>& clauses) {
  std::size_t num_joined = 0;
  bool follows_colon = false;
  for (const std::string_view clause : clauses) {
    if (follows_colon) {
      std::string_view& last = clauses[num_joined - 1];
      last = std::string_view(last.data(), last.size() + clause.size());
    } else {
      clauses[num_joined++] = clause;
    }
    const std::string_view body = without_last_white_space(clause);
    follows_colon = body.ends_with(':') || body.ends_with("：");
  }
  clauses.resize(num_joined);
}

// A line and its line break.
struct Line {
  std::string_view text;
  std::string_view end;
};

// Takes a line off the start of `rest`, which is not empty.
Line take_line(std::string_view& rest) {
  const std::size_t line_feed = std::min(rest.find('\n'), rest.size());
  const bool is_crlf = line_feed < rest.size() && rest.substr(0, line_feed).ends_with('\r');
  const std::size_t num_bytes = line_feed - (is_crlf ? 1 : 0);
  const std::size_t end = std::min(line_feed + 1, rest.size());
  const Line line = {rest.substr(0, num_bytes), rest.substr(num_bytes, end - num_bytes)};
  rest.remove_prefix(end);
  return line;
}

// `text` without the blank lines at its end and the line break before them.
std::string_view without_last_lines(std::string_view text) {
  const std::size_t words_end = without_last_white_space(text).size();
  std::string_view white_space = text.substr(words_end);
  if (text::trim(text).empty()) return {};
  if (white_space.empty()) return text;
  return text.substr(0, words_end + take_line(white_space).text.size());
}

const char* end_of(std::string_view text) { return text.data() + text.size(); }

bool is_last_of(std::string_view piece, const std::vector<std::string_view>& pieces) {
  return piece.data() == pieces.back().data();
}

}  // namespace

PieceCutter::PieceCutter(const PieceRules& rules, const PassageContext& document,
                         UnitHistograms& measured, CutterScratch& scratch)
    : rules_(rules), document_(document), measured_(measured), scratch_(scratch) {
  document_.document = document_.whole;
  scratch_.paragraph_history.clear();
  scratch_.sentence_history.clear();
  scratch_.clause_history.clear();
  scratch_.pieces.clear();
  scratch_.left.clear();
}

Passage PieceCutter::passage_of(Piece piece, PieceHistory& history) {
  PassageContext context = document_;
  context.history = &history;
  context.is_last = piece.is_last;
  context.vicinity = piece.vicinity;
  if (!piece.is_line) context.whole = nullptr;
  return {piece.text, context, scratch_.passage};
}

CutPiece PieceCutter::find_failure(std::span<const RuleInstance* const> rules,
                                   const Passage& piece) {
  Passage own = piece;
  for (const RuleInstance* rule : rules) {
    const double value = rule->measure_own(own);
    measured_.add(rule->cause, value, rule->spec->scale);
    if (!rule->keep.contains(value)) return {.rule = rule, .text = piece.text(), .value = value};
  }
  return {};
}

void PieceCutter::find_failures(std::span<const RuleInstance* const> rules, const Passage& piece) {
  Passage own = piece;
  for (const RuleInstance* rule : rules) {
    const double value = rule->measure_own(own);
    measured_.add(rule->cause, value, rule->spec->scale);
    if (!rule->keep.contains(value))
      scratch_.pieces.push_back({.rule = rule, .text = piece.text(), .value = value});
  }
}

void PieceCutter::measure(std::string_view text) {
  const char* const words_end = end_of(without_last_white_space(text));
  for (std::string_view rest = text; !rest.empty();) {
    const std::string_view line = take_line(rest).text;
    if (!text::trim(line).empty())
      measure_line({.text = line, .is_last = end_of(line) >= words_end, .is_line = true});
  }
}

void PieceCutter::measure_line(Piece line) {
  const Passage passage = passage_of(line, scratch_.paragraph_history);
  find_failures(rules_.paragraph, passage);
  choose_line_rules(passage);
  if (scratch_.line_rules.empty()) return;
  split_sentences(passage);
  for (const std::string_view sentence : scratch_.sentences) {
    measure_sentence({sentence, line.is_last && is_last_of(sentence, scratch_.sentences)});
  }
}

void PieceCutter::measure_sentence(Piece sentence) {
  find_failures(scratch_.line_rules.sentence, passage_of(sentence, scratch_.sentence_history));
  if (scratch_.line_rules.clause.empty()) return;
  split_clauses(sentence.text);
  for (std::size_t i = 0; i < scratch_.clauses.size(); ++i) {
    find_failures(
        scratch_.line_rules.clause,
        passage_of(clause_at(i, sentence, sentence.text.data()), scratch_.clause_history));
  }
}

void PieceCutter::cut(std::string_view text) {
  const char* const words_end = end_of(without_last_white_space(text));
  const char* tail = nullptr;  // what follows the last line that is not blank, if that is gone
  bool follows_cut_line = false;
  bool follows_blank_line = true;  // or nothing
  for (std::string_view rest = text; !rest.empty();) {
    const Line line = take_line(rest);
    if (text::trim(line.text).empty()) {
      // Of the blank lines before and behind a line that is gone, those before are enough.
      const bool is_spare = follows_cut_line && follows_blank_line;
      if (!is_spare) scratch_.left.append(line.text).append(line.end);
      follows_cut_line = is_spare;
      follows_blank_line = true;
      continue;
    }
    const bool is_last = end_of(line.text) >= words_end;
    follows_cut_line = !keep_line({.text = line.text, .is_last = is_last, .is_line = true});
    if (follows_cut_line) {
      if (is_last) tail = end_of(line.text);
    } else {
      // A line that is gone takes its line break with it.
      scratch_.left += line.end;
      follows_blank_line = false;
    }
  }
  if (tail != nullptr) end_left({tail, static_cast<std::size_t>(end_of(text) - tail)});
}

void PieceCutter::end_left(std::string_view tail) {
  scratch_.left.resize(without_last_lines(scratch_.left).size());
  // Line breaks between lines that are all gone stand for nothing.
  if (!scratch_.left.empty()) scratch_.left += tail;
}

bool PieceCutter::keep_line(Piece line) {
  const std::size_t start = scratch_.left.size();
  scratch_.cuts.clear();
  scratch_.has_marks = false;
  find_cuts(line);
  if (scratch_.cuts.empty()) {
    scratch_.left += line.text;
    return true;
  }
  cut_out(marked(line.text), scratch_.cuts, scratch_.left, scratch_.pieces);
  const bool is_blank = text::trim(std::string_view(scratch_.left).substr(start)).empty();
  if (is_blank) scratch_.left.resize(start);
  return !is_blank;
}

MarkedLine PieceCutter::marked(std::string_view line) {
  if (!scratch_.has_marks) text::find_paired_marks(line, scratch_.marks);
  scratch_.has_marks = true;
  return {.text = line, .marks = scratch_.marks};
}

void PieceCutter::find_cuts(Piece line) {
  const Passage passage = passage_of(line, scratch_.paragraph_history);
  const CutPiece failure = find_failure(rules_.paragraph, passage);
  if (failure.rule != nullptr) {
    scratch_.cuts.push_back(failure);
    return;
  }
  choose_line_rules(passage);
  if (scratch_.line_rules.empty()) return;
  split_sentences(passage);
  for (const std::string_view sentence : scratch_.sentences) {
    find_cuts_of_sentence({sentence, line.is_last && is_last_of(sentence, scratch_.sentences)},
                          line.text);
  }
}

void PieceCutter::choose_line_rules(const Passage& line) {
  PieceRules& chosen = scratch_.line_rules;
  chosen.clear();
  const auto may_cut = [&](const RuleInstance* rule) { return rule->may_cut(line); };
  std::ranges::copy_if(rules_.sentence, std::back_inserter(chosen.sentence), may_cut);
  std::ranges::copy_if(rules_.clause, std::back_inserter(chosen.clause), may_cut);
}

// Keeps them: the passage's are gone when a rule looks at the first of them.
void PieceCutter::split_sentences(const Passage& line) {
  const auto sentences = line.sentences();
  scratch_.sentences.assign(sentences.begin(), sentences.end());
}

void PieceCutter::find_cuts_of_sentence(Piece sentence, std::string_view line) {
  const CutPiece failure =
      find_failure(scratch_.line_rules.sentence, passage_of(sentence, scratch_.sentence_history));
  if (failure.rule != nullptr) {
    scratch_.cuts.push_back(failure);
  } else if (!scratch_.line_rules.clause.empty()) {
    find_cuts_of_clauses(sentence, line);
  }
}

void PieceCutter::split_clauses(std::string_view sentence) {
  text::split_clauses(sentence, scratch_.clauses);
  join_at_colons(scratch_.clauses);
}

PieceCutter::Piece PieceCutter::clause_at(std::size_t index, const Piece& sentence,
                                          const char* covered) const {
  constexpr std::size_t kNeighbours = 3;
  const std::vector<std::string_view>& clauses = scratch_.clauses;
  std::string_view clause = clauses[index];
  const char* const begin = clauses[index - std::min(index, kNeighbours)].data();
  const std::string_view last = clauses[std::min(index + kNeighbours, clauses.size() - 1)];
  const bool is_last = sentence.is_last && is_last_of(clause, clauses);
  const auto num_covered = std::max<std::ptrdiff_t>(0, covered - clause.data());
  clause.remove_prefix(std::min(clause.size(), static_cast<std::size_t>(num_covered)));
  return {.text = clause,
          .is_last = is_last,
          .vicinity = {begin, static_cast<std::size_t>(end_of(last) - begin)}};
}

void PieceCutter::find_cuts_of_clauses(Piece sentence, std::string_view line) {
  split_clauses(sentence.text);
  const std::size_t num_cuts = scratch_.cuts.size();
  const char* covered = sentence.text.data();  // a cut may reach into later clauses
  for (std::size_t i = 0; i < scratch_.clauses.size(); ++i) {
    const Piece clause = clause_at(i, sentence, covered);
    if (clause.text.empty()) continue;
    const CutPiece failure =
        find_failure(scratch_.line_rules.clause, passage_of(clause, scratch_.clause_history));
    if (failure.rule == nullptr) continue;
    append_parts(failure, clause, sentence.text, line);
    covered = end_of(scratch_.cuts.back().text);
  }
  if (scratch_.cuts.size() > num_cuts) close_sentence(num_cuts, sentence.text);
}

void PieceCutter::append_parts(const CutPiece& failure, const Piece& clause,
                               std::string_view sentence, std::string_view line) {
  // Any rule: what stays is not looked at again.
  const auto fails = [&](std::string_view part) {
    Piece piece = clause;
    piece.text = part;
    Passage passage = passage_of(piece, scratch_.clause_history);
    return find_failure(scratch_.line_rules.clause, passage).rule != nullptr;
  };
  scratch_.parts.clear();
  find_failing_parts(marked(line), sentence, clause.text, fails, scratch_.parts);
  for (const std::string_view part : scratch_.parts) {
    scratch_.cuts.push_back(failure);
    scratch_.cuts.back().text = part;
  }
}

void PieceCutter::close_sentence(std::size_t first_cut, std::string_view sentence) {
  const std::span<CutPiece> cuts = std::span(scratch_.cuts).subspan(first_cut);
  std::size_t num_bytes = 0;
  for (const CutPiece& cut : cuts) num_bytes += cut.text.size();
  if (num_bytes == sentence.size()) {
    cuts.front().text = sentence;
    scratch_.cuts.resize(first_cut + 1);
  } else {
    cuts.back().keeps_end = end_of(cuts.back().text) == end_of(sentence);
  }
}

}  // namespace tamis::rules
