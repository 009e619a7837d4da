// Surgery on a text: which paragraphs, sentences and clauses go, and what is left.
//
// Only deletions: nothing is ever added. A line that is gone takes its line break with it. When the
// last clause of a sentence goes, the comma before it goes too and the sentence keeps its own end
// mark: of "good food, add WeChat 123." is left "good food.". A colon joins: what it announces goes
// with it. Brackets and quotation marks stay or go in pairs. All else stays to the byte.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tamis/batch/histogram.h"
#include "tamis/batch/passage.h"
#include "tamis/rules/cut_piece.h"
#include "tamis/rules/marked_line.h"
#include "tamis/rules/rule.h"

namespace tamis::rules {

struct RuleInstance;

struct PieceRules {
  std::vector<const RuleInstance*> paragraph;
  std::vector<const RuleInstance*> sentence;
  std::vector<const RuleInstance*> clause;

  bool empty() const { return paragraph.empty() && sentence.empty() && clause.empty(); }
  void clear() {
    for (auto* rules : {&paragraph, &sentence, &clause}) rules->clear();
  }
};

// Kept by a worker from document to document.
struct CutterScratch {
  PassageScratch passage;
  PieceHistory paragraph_history;
  PieceHistory sentence_history;
  PieceHistory clause_history;
  PieceRules line_rules;  // the finer rules that may cut something of the present line
  std::vector<std::string_view> sentences;
  std::vector<std::string_view> clauses;
  std::vector<text::PairedMark> marks;  // of the present line, once something of it goes
  bool has_marks = false;
  std::vector<CutPiece> cuts;  // what goes of it
  std::vector<std::string_view> parts;
  std::vector<CutPiece> pieces;
  std::string left;
};

// One cutter a document, used once. Results live in the scratch until the next cutter uses it.
class PieceCutter {
 public:
  // `document`: what is known of the document that the text is of; `whole` is that text.
  // What is measured is added to `measured`.
  PieceCutter(const PieceRules& rules, const PassageContext& document, UnitHistograms& measured,
              CutterScratch& scratch);

  // Linear in `text`, which must outlive the results.
  void cut(std::string_view text);

  // Shows every piece to every rule of its level, as if no other cut: pieces() are those that fail,
  // once for each rule, and left() is empty.
  void measure(std::string_view text);

  std::span<const CutPiece> pieces() const { return scratch_.pieces; }
  std::string_view left() const { return scratch_.left; }

 private:
  // A part of the text at one level, and whether the text ends with it.
  struct Piece {
    std::string_view text;
    bool is_last = false;
    bool is_line = false;
    std::string_view vicinity = {};  // of a clause: see Passage::vicinity()
  };

  // The present piece. One at a time: they share a scratch.
  Passage passage_of(Piece piece, PieceHistory& history);

  // The first of `rules` that `piece` fails, with its number; rule is null if it fails none.
  CutPiece find_failure(std::span<const RuleInstance* const> rules, const Passage& piece);

  // Adds those of `rules` that `piece` fails to pieces().
  void find_failures(std::span<const RuleInstance* const> rules, const Passage& piece);
  void measure_line(Piece line);
  void measure_sentence(Piece sentence);

  // Appends what is left of a line that is not blank; false if that is nothing.
  bool keep_line(Piece line);
  MarkedLine marked(std::string_view line);

  // Makes what is left end as the text did whose last line is gone: `tail` stood behind that.
  void end_left(std::string_view tail);

  // Append what goes of a line, a sentence of it or a clause to the scratch's cuts.
  void find_cuts(Piece line);
  void find_cuts_of_sentence(Piece sentence, std::string_view line);
  void find_cuts_of_clauses(Piece sentence, std::string_view line);
  void append_parts(const CutPiece& failure, const Piece& clause, std::string_view sentence,
                    std::string_view line);

  // Makes one cut of those of a sentence that all goes; else its end stays.
  void close_sentence(std::size_t first_cut, std::string_view sentence);

  void choose_line_rules(const Passage& line);
  void split_sentences(const Passage& line);
  void split_clauses(std::string_view sentence);

  // The clause of that index, without what ends before `covered`.
  Piece clause_at(std::size_t index, const Piece& sentence, const char* covered) const;

  const PieceRules& rules_;
  PassageContext document_;
  UnitHistograms& measured_;
  CutterScratch& scratch_;
};

}  // namespace tamis::rules
