#include "tamis/rules/piece_cutter.h"

#include <algorithm>
#include <iterator>

#include "tamis/rules/rule_stage.h"
#include "tamis/text/lines.h"
#include "tamis/text/sentences.h"

namespace tamis::rules {
namespace {

// A mark that closes what another opened; a quotation mark that is both opens itself.
struct Closing {
  std::string_view mark;
  std::string_view opening;
};

constexpr Closing kClosings[] = {{"”", "“"},   {"’", "‘"},   {"」", "「"}, {"』", "『"},
                                 {"）", "（"}, {"》", "《"}, {"】", "【"}, {"\"", "\""},
                                 {"'", "'"},   {")", "("}};

// How many bytes of one of `marks` stand last in `text`; 0 if none does.
std::size_t last_mark_bytes(std::string_view text, std::span<const std::string_view> marks) {
  for (const std::string_view mark : marks) {
    if (text.ends_with(mark)) return mark.size();
  }
  return 0;
}

// `text` without those of `marks` that stand at its end. Linear in what it takes away.
std::string_view without_last(std::string_view text, std::span<const std::string_view> marks) {
  std::size_t num_bytes = 0;
  while ((num_bytes = last_mark_bytes(text, marks)) > 0) text.remove_suffix(num_bytes);
  return text;
}

constexpr std::string_view kSpaces[] = {" ", "　", "\u00A0", "\t", "\r"};

// How many bytes of a closing mark stand last in `text` that was opened before `text`.
std::size_t closing_mark_bytes(std::string_view text) {
  for (const Closing& closing : kClosings) {
    if (!text.ends_with(closing.mark)) continue;
    const std::string_view body = text.substr(0, text.size() - closing.mark.size());
    return body.find(closing.opening) == body.npos ? closing.mark.size() : 0;
  }
  return 0;
}

// The part of the last clause that ends the whole sentence: its end marks, the quotes and brackets
// that it closes for the clauses before, and white space.
std::string_view end_of_sentence(std::string_view clause) {
  static constexpr std::string_view kEnds[] = {"。", "！", "？", "…",      "．", ".", "!",
                                               "?",  " ",  "　", "\u00A0", "\t", "\r"};
  constexpr int kMarksMax = 16;  // each closing mark looks through the clause: not for ever
  std::string_view body = clause;
  for (int num_marks = 0; num_marks < kMarksMax; ++num_marks) {
    body = without_last(body, kEnds);
    const std::size_t num_bytes = closing_mark_bytes(body);
    if (num_bytes == 0) break;
    body.remove_suffix(num_bytes);
  }
  return clause.substr(body.size());
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
    const std::string_view body = without_last(clause, kSpaces);
    follows_colon = body.ends_with(':') || body.ends_with("：");
  }
  clauses.resize(num_joined);
}

std::string_view without_last_white_space(std::string_view text) {
  const std::string_view trimmed = text::trim(text);
  return text.substr(0, static_cast<std::size_t>(trimmed.data() - text.data()) + trimmed.size());
}

bool is_last_of(std::string_view piece, const std::vector<std::string_view>& pieces) {
  return piece.data() == pieces.back().data();
}

// `clause` without the marks that join it to the next one, and the white space around them.
std::string_view without_joint(std::string_view clause) {
  static constexpr std::string_view kJoints[] = {"，", "、", "；", "：",     ",",  ";",
                                                 ":",  " ",  "　", "\u00A0", "\t", "\r"};
  return without_last(clause, kJoints);
}

}  // namespace

PieceCutter::PieceCutter(const PieceRules& rules, const PassageContext& document,
                         UnitHistograms& measured, CutterScratch& scratch)
    : rules_(rules), document_(document), measured_(measured), scratch_(scratch) {
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
  const std::size_t num_bytes = without_last_white_space(text).size();
  for (std::size_t begin = 0; begin < num_bytes;) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    begin = end + 1;
    if (!text::trim(line).empty())
      measure_line({.text = line, .is_last = end >= num_bytes, .is_line = true});
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
    find_failures(scratch_.line_rules.clause,
                  passage_of(clause_at(i, sentence), scratch_.clause_history));
  }
}

void PieceCutter::cut(std::string_view text) {
  bool follows_cut_line = false;
  const char* const end_of_words = text.data() + without_last_white_space(text).size();
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    if (text::trim(line).empty()) {
      // Of the blank lines before and behind a line that is gone, those before are enough.
      const bool is_spare = follows_cut_line && scratch_.left.ends_with("\n\n");
      if (!is_spare) scratch_.left.append(text, 0, end + 1);
      follows_cut_line = is_spare;
    } else {
      follows_cut_line = !keep_line(
          {.text = line, .is_last = line.data() + line.size() >= end_of_words, .is_line = true});
      // A line that is gone takes its line break with it.
      if (!follows_cut_line && end < text.size()) scratch_.left += '\n';
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  if (scratch_.pieces.empty()) return;
  // Blank lines and line breaks that stood between lines that are gone stand for nothing now.
  if (text::trim(scratch_.left).empty()) scratch_.left.clear();
  const std::size_t end = without_last_white_space(scratch_.left).size();
  scratch_.left.resize(std::min(scratch_.left.find('\n', end), scratch_.left.size()));
  const std::size_t start = scratch_.left.find_first_not_of('\n');
  scratch_.left.erase(0, std::min(start, scratch_.left.size()));
}

bool PieceCutter::keep_line(Piece line) {
  const std::size_t start = scratch_.left.size();
  const std::size_t num_pieces = scratch_.pieces.size();
  cut_line(line);
  if (scratch_.pieces.size() == num_pieces) return true;
  // The white space before a piece that stood last would now end the line.
  const std::string_view left = std::string_view(scratch_.left).substr(start);
  scratch_.left.resize(text::trim(left).empty() ? start
                                                : start + without_last(left, kSpaces).size());
  return scratch_.left.size() > start;
}

void PieceCutter::cut_line(Piece line) {
  const Passage passage = passage_of(line, scratch_.paragraph_history);
  const CutPiece failure = find_failure(rules_.paragraph, passage);
  if (failure.rule != nullptr) {
    scratch_.pieces.push_back(failure);
    return;
  }
  choose_line_rules(passage);
  if (scratch_.line_rules.empty()) {
    scratch_.left += line.text;
    return;
  }
  split_sentences(passage);
  for (const std::string_view sentence : scratch_.sentences) {
    cut_sentence({sentence, line.is_last && is_last_of(sentence, scratch_.sentences)});
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

void PieceCutter::cut_sentence(Piece sentence) {
  const CutPiece failure =
      find_failure(scratch_.line_rules.sentence, passage_of(sentence, scratch_.sentence_history));
  if (failure.rule != nullptr) {
    scratch_.pieces.push_back(failure);
  } else if (scratch_.line_rules.clause.empty()) {
    scratch_.left += sentence.text;
  } else {
    cut_clauses(sentence);
  }
}

void PieceCutter::split_clauses(std::string_view sentence) {
  text::split_clauses(sentence, scratch_.clauses);
  join_at_colons(scratch_.clauses);
}

PieceCutter::Piece PieceCutter::clause_at(std::size_t index, const Piece& sentence) const {
  constexpr std::size_t kNeighbours = 3;
  const std::vector<std::string_view>& clauses = scratch_.clauses;
  const std::string_view clause = clauses[index];
  const char* const begin = clauses[index - std::min(index, kNeighbours)].data();
  const std::string_view last = clauses[std::min(index + kNeighbours, clauses.size() - 1)];
  return {.text = clause,
          .is_last = sentence.is_last && is_last_of(clause, clauses),
          .vicinity = {begin, static_cast<std::size_t>(last.data() + last.size() - begin)}};
}

void PieceCutter::cut_clauses(Piece sentence) {
  split_clauses(sentence.text);
  std::vector<CutPiece> failures;  // empty and without memory for nearly all sentences
  for (std::size_t i = 0; i < scratch_.clauses.size(); ++i) {
    const CutPiece failure = find_failure(
        scratch_.line_rules.clause, passage_of(clause_at(i, sentence), scratch_.clause_history));
    if (failure.rule != nullptr) failures.push_back(failure);
  }
  if (failures.empty()) {
    scratch_.left += sentence.text;
  } else if (failures.size() == scratch_.clauses.size()) {
    scratch_.pieces.push_back(
        {.rule = failures[0].rule, .text = sentence.text, .value = failures[0].value});
  } else {
    keep_clauses(failures);
  }
}

void PieceCutter::keep_clauses(const std::vector<CutPiece>& failures) {
  auto failure = failures.begin();
  const std::size_t start = scratch_.left.size();
  const std::string_view last = scratch_.clauses.back();
  for (const std::string_view clause : scratch_.clauses) {
    if (failure == failures.end() || failure->text.data() != clause.data()) {
      scratch_.left += clause;
      continue;
    }
    scratch_.pieces.push_back(*failure++);
  }
  if (failures.back().text.data() != last.data()) return;
  // The sentence lost its last clause: it ends where the clause before ended, with its own mark.
  const std::string_view left = std::string_view(scratch_.left).substr(start);
  scratch_.left.resize(start + without_joint(left).size());
  const std::string_view end = end_of_sentence(last);
  scratch_.left += end;
  scratch_.pieces.back().text.remove_suffix(end.size());
}

}  // namespace tamis::rules
