#include "tamis/rules/piece_cutter.h"

#include <algorithm>

#include "tamis/rules/rule_stage.h"
#include "tamis/text/lines.h"
#include "tamis/text/sentences.h"

namespace tamis::rules {
namespace {

// The part of the last clause that ends the whole sentence: its end marks, closing quotes and
// white space.
std::string_view end_of_sentence(std::string_view clause) {
  static constexpr std::string_view kEnds[] = {"。", "！", "？", "…", "”",  "’", "」", "』", "）",
                                               "》", ".",  "!",  "?", "\"", "'", ")",  " "};
  std::string_view body = clause;
  for (bool found = true; found;) {
    found = false;
    for (const std::string_view end : kEnds) {
      if (!body.ends_with(end)) continue;
      body.remove_suffix(end.size());
      found = true;
    }
  }
  return clause.substr(body.size());
}

// `clause` without the mark that joins it to the next one.
std::string_view without_joint(std::string_view clause) {
  static constexpr std::string_view kJoints[] = {"，", "、", "；", "：", ",", ";", ":", " "};
  for (bool found = true; found;) {
    found = false;
    for (const std::string_view joint : kJoints) {
      if (!clause.ends_with(joint)) continue;
      clause.remove_suffix(joint.size());
      found = true;
    }
  }
  return clause;
}

}  // namespace

PieceCutter::PieceCutter(const PieceRules& rules, std::string_view language, CutterScratch& scratch)
    : rules_(rules), language_(language), scratch_(scratch) {
  scratch_.pieces.clear();
  scratch_.unit_values.clear();
  scratch_.left.clear();
}

CutPiece PieceCutter::find_failure(std::span<const RuleInstance> rules, std::string_view piece) {
  const Passage passage(piece, language_, scratch_.passage);
  for (const RuleInstance& rule : rules) {
    const double value = rule.measure(passage);
    scratch_.unit_values.push_back({.cause = rule.cause, .value = value});
    if (!rule.keep.contains(value)) return {.rule = &rule, .text = piece, .value = value};
  }
  return {};
}

void PieceCutter::cut(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    const std::size_t num_left = scratch_.left.size();
    const std::size_t num_pieces = scratch_.pieces.size();
    if (text::trim(line).empty()) {
      scratch_.left += line;
    } else {
      cut_line(line);
    }
    // A line that is gone takes its line break with it.
    const bool is_gone = scratch_.pieces.size() > num_pieces && scratch_.left.size() == num_left;
    if (end < text.size() && !is_gone) scratch_.left += '\n';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  if (scratch_.pieces.empty()) return;
  // Blank lines and line breaks that stood between lines that are gone stand for nothing now.
  while (scratch_.left.ends_with('\n')) scratch_.left.pop_back();
  const std::size_t start = scratch_.left.find_first_not_of('\n');
  scratch_.left.erase(0, std::min(start, scratch_.left.size()));
}

void PieceCutter::cut_line(std::string_view line) {
  const CutPiece failure = find_failure(rules_.paragraph, line);
  if (failure.rule != nullptr) {
    scratch_.pieces.push_back(failure);
    return;
  }
  if (rules_.sentence.empty() && rules_.clause.empty()) {
    scratch_.left += line;
    return;
  }
  text::split_sentences(line, scratch_.sentences);
  for (const std::string_view sentence : scratch_.sentences) cut_sentence(sentence);
}

void PieceCutter::cut_sentence(std::string_view sentence) {
  const CutPiece failure = find_failure(rules_.sentence, sentence);
  if (failure.rule != nullptr) {
    scratch_.pieces.push_back(failure);
  } else if (rules_.clause.empty()) {
    scratch_.left += sentence;
  } else {
    cut_clauses(sentence);
  }
}

void PieceCutter::cut_clauses(std::string_view sentence) {
  text::split_clauses(sentence, scratch_.clauses);
  std::vector<CutPiece> failures;  // empty and without memory for nearly all sentences
  for (const std::string_view clause : scratch_.clauses) {
    const CutPiece failure = find_failure(rules_.clause, clause);
    if (failure.rule != nullptr) failures.push_back(failure);
  }
  if (failures.empty()) {
    scratch_.left += sentence;
  } else if (failures.size() == scratch_.clauses.size()) {
    scratch_.pieces.push_back(
        {.rule = failures[0].rule, .text = sentence, .value = failures[0].value});
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
