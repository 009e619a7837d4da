// What a rule sees: a document, paragraph, sentence or clause, split on demand and only once.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "tamis/text/ngram_repetition.h"
#include "tamis/text/script_counts.h"

namespace tamis {

// The memory behind a Passage: kept by a worker from passage to passage, so that splitting stops
// allocating after the first documents.
struct PassageScratch {
  std::vector<std::string_view> words;
  std::vector<std::string_view> lines;
  std::vector<std::string_view> sentences;
  text::NgramRepetition ngrams;
};

// A read-only view of one text. All rules that look at it share its words and lines: none splits
// text itself. Views live as long as the text does and no other Passage uses the scratch.
class Passage {
 public:
  Passage(std::string_view text, std::string_view language, PassageScratch& scratch)
      : text_(text), language_(language), scratch_(scratch) {}

  std::string_view text() const { return text_; }
  std::string_view language() const { return language_; }

  std::int64_t num_code_points() const;
  std::span<const std::string_view> words() const;      // text/words.h
  std::span<const std::string_view> lines() const;      // text/lines.h; blank ones too
  std::span<const std::string_view> sentences() const;  // text/sentences.h, over all lines
  const text::ScriptCounts& scripts() const;            // text/script_counts.h

  // Code points inside the n-grams of words that occur more than once (text/ngram_repetition.h).
  std::int64_t duplicate_ngram_code_points(int num_words) const;

 private:
  std::string_view text_;
  std::string_view language_;
  PassageScratch& scratch_;
  mutable std::optional<std::int64_t> num_code_points_;
  mutable std::optional<text::ScriptCounts> scripts_;
  mutable bool has_words_ = false;
  mutable bool has_lines_ = false;
  mutable bool has_sentences_ = false;
};

// The share of `items` for which `predicate` holds; 0 of none.
template <typename Predicate>
double share(std::span<const std::string_view> items, Predicate predicate) {
  if (items.empty()) return 0;
  std::int64_t num_holding = 0;
  for (const std::string_view item : items) num_holding += predicate(item) ? 1 : 0;
  return static_cast<double>(num_holding) / static_cast<double>(items.size());
}

// part / whole, and 0 of an empty whole.
inline double ratio(std::int64_t part, std::int64_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace tamis
