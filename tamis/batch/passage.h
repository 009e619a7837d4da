// What a rule sees: a document, paragraph, sentence or clause, split on demand and only once.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tamis/text/character_counts.h"
#include "tamis/text/code_point_counter.h"
#include "tamis/text/distinct_words.h"
#include "tamis/text/frequencies.h"
#include "tamis/text/line_kind.h"
#include "tamis/text/line_repetition.h"
#include "tamis/text/ngram_repetition.h"
#include "tamis/text/occurrence_table.h"
#include "tamis/text/window_repetition.h"
#include "tamis/text/word_counts.h"
#include "tamis/text/word_kind.h"
#include "tamis/text/word_matcher.h"
#include "tamis/text/word_screen.h"

namespace tamis {

// A part of a text, by bytes.
struct Span {
  std::size_t begin = 0;
  std::size_t num_bytes = 0;
};

// Counts how often pieces came before; kept for the pieces of one document at one level.
class PieceHistory {
 public:
  PieceHistory() { clear(); }

  void clear() { counts_.clear(0); }

  // How many pieces equal to `piece`, white space at the ends aside, came before; remembers it.
  std::int64_t count_and_add(std::string_view piece);

 private:
  text::OccurrenceTable counts_;
};

// How a rule wants words and lines to be split.
struct TextSplit {
  text::WordKind words = text::WordKind::kLetters;
  text::LineKind lines = text::LineKind::kAll;

  bool operator==(const TextSplit&) const = default;
};

// The memory behind a Passage: kept by a worker from passage to passage, so that splitting stops
// allocating after the first documents. Holds what has been worked out of the present text.
class PassageScratch {
 public:
  // Forgets the last text.
  void clear() { has_ = {}; }

  // Gives the present Passage words that were split elsewhere, in place of its own of that kind:
  // tests compare rules with a reference on the reference's words. They are viewed, not copied.
  void set_words(text::WordKind kind, std::span<const std::string_view> words);

 private:
  friend class Passage;

  struct Words {
    std::span<const std::string_view> items;  // in `split`, or in the words of the whole
    std::vector<std::string_view> split;
    std::size_t next_in_whole = 0;  // behind those of the last line
    text::DistinctWords distinct;
    text::WordCounts counts;
    text::NgramRepetition ngrams;
    text::Frequencies frequencies;
  };

  struct Lines {
    std::vector<std::string_view> items;
    text::DuplicatePieces duplicates;
  };

  struct Finds {
    const void* finder = nullptr;
    std::vector<Span> spans;
  };

  // What is there of the present text, one bit a kind.
  struct Has {
    std::uint8_t words = 0;
    std::uint8_t distinct_words = 0;
    std::uint8_t word_counts = 0;
    std::uint8_t ngrams = 0;
    std::uint8_t word_frequencies = 0;
    std::uint8_t lines = 0;
    std::uint8_t duplicate_lines = 0;
    bool earlier_equals = false;
    bool sentences = false;
    bool code_points = false;
    bool counted_code_points = false;
    bool characters = false;
    bool code_point_frequencies = false;
    bool windows = false;
    bool simplified = false;
    std::size_t num_finds = 0;  // the first of `finds_`
  };

  Has has_;
  std::array<Words, static_cast<std::size_t>(text::WordKind::kNumKinds)> words_;
  std::array<Lines, static_cast<std::size_t>(text::LineKind::kNumKinds)> lines_;
  text::LineRepetition line_repetition_;
  std::span<const std::string_view> sentences_;  // in the next, or in those of the whole
  std::vector<std::string_view> split_sentences_;
  std::size_t next_sentence_in_whole_ = 0;
  std::vector<std::string_view> sentences_of_line_;
  text::WordSplitter splitter_;
  text::CodePointCounter code_point_counter_;
  text::CharacterCounts characters_;
  text::FrequencyCounter frequency_counter_;
  text::Frequencies code_point_frequencies_;
  text::WindowRepetition windows_;
  std::vector<Finds> finds_;
  std::string simplified_;
  std::int64_t num_code_points_ = 0;
  std::int64_t num_earlier_equals_ = 0;
};

class Passage;

// What else a rule may ask about the text.
struct PassageContext {
  std::string_view language;           // a tag as "zh-Hans"; empty if nobody knows
  std::string_view url;                // of the document
  std::string_view metadata;           // of the document, a JSON object; empty: there is none
  std::int64_t num_words_cut = 0;      // of the document, by str.split(), since the run read it
  std::int64_t num_code_points = -1;   // of a document whose code points are counted
  std::int64_t* num_tokens = nullptr;  // of a document: Batch::num_tokens, to read and to fill in
  PieceHistory* history = nullptr;     // of a piece: the pieces before it
  bool is_last = false;                // of a piece: nothing but blank lines follows
  std::string_view vicinity;           // of a clause: it and the clauses next to it in its sentence
  const Passage* whole = nullptr;      // of a line: the text that it is part of, to share its words
  const Passage* document = nullptr;   // of a piece: the text that it is part of, like the vicinity
  text::ScreenedText* screened = nullptr;  // of a document: what a stage looks for in it at once
};

// A read-only view of one text. All rules that look at it share its words and lines: none splits
// text itself. Views live as long as the text does and no other Passage uses the scratch.
class Passage {
 public:
  // Clears the scratch.
  Passage(std::string_view text, const PassageContext& context, PassageScratch& scratch)
      : text_(text), context_(context), scratch_(&scratch) {
    scratch.clear();
  }

  // The same text for a rule that splits it otherwise.
  Passage with_split(TextSplit split) const {
    Passage other = *this;
    other.split_by(split);
    return other;
  }
  void split_by(TextSplit split) { split_ = split; }

  std::string_view text() const { return text_; }
  std::string_view language() const { return context_.language; }
  std::string_view url() const { return context_.url; }
  std::string_view metadata() const { return context_.metadata; }
  TextSplit split() const { return split_; }
  bool is_last() const { return context_.is_last; }

  // Of a clause, the text that it stands in: it and at most three clauses of its sentence on either
  // side. Empty of other passages.
  std::string_view vicinity() const { return context_.vicinity; }

  // The text with simplified characters for traditional ones, byte by byte at the same places
  // (text::append_simplified_in_place): rules that know phrases look here, and know both scripts. A
  // text that is tagged as simplified, or as of another language, is taken as it is.
  std::string_view simplified() const { return simplified(text_); }
  std::string_view simplified_vicinity() const { return simplified(context_.vicinity); }

  // Whether simplified() is more than text().
  bool may_be_traditional() const {
    const std::string_view language = context_.language;
    return language.empty() || (language.starts_with("zh") && language != "zh-Hans");
  }

  std::int64_t num_words_cut() const { return context_.num_words_cut; }

  // How many equal pieces of the document came before this one. Those never asked do not count.
  std::int64_t num_earlier_equals() const;

  std::int64_t num_code_points() const;
  const text::CharacterCounts& characters() const;          // text/character_counts.h
  const text::Frequencies& code_point_frequencies() const;  // text/frequencies.h

  const text::CodePointCounter& counted_code_points() const;  // text/code_point_counter.h

  // The windows of so many characters, until the next call. Requires: at least 1.
  const text::WindowRepetition& windows(std::int64_t num_code_points) const;

  // What `finder.find(text, spans)` puts into a vector of spans, or `finder.find(passage, spans)`:
  // asked once for all rules that share the finder, which must outlive the passage.
  template <typename Finder>
  std::span<const Span> found_by(const Finder& finder) const {
    PassageScratch::Finds& finds = finds_of(&finder);
    if (finds.finder != nullptr) return finds.spans;
    if constexpr (requires { finder.find(*this, finds.spans); }) {
      finder.find(*this, finds.spans);
    } else {
      finder.find(text_, finds.spans);
    }
    finds.finder = &finder;
    return finds.spans;
  }

  // Calls `take(const text::WordMatch&)` for every match of `matcher`, in order. Its words may have
  // been looked for in the whole document, together with others.
  template <typename Take>
  void for_each_match(const text::WordMatcher& matcher, Take take) const {
    const Passage& document = context_.document == nullptr ? *this : *context_.document;
    text::ScreenedText* const screened = document.context_.screened;
    const auto* const occurrences =
        screened == nullptr ? nullptr : screened->occurrences_of(matcher);
    if (occurrences == nullptr) return matcher.for_each_match(text_, take);
    const auto offset = static_cast<std::size_t>(text_.data() - document.text_.data());
    matcher.for_each_match_of(text_, offset, *occurrences, take);
  }

  std::int64_t count_matches(const text::WordMatcher& matcher) const {
    std::int64_t num_matches = 0;
    for_each_match(matcher, [&](const text::WordMatch&) { ++num_matches; });
    return num_matches;
  }

  // The same in simplified().
  template <typename Take>
  void for_each_simplified_match(const text::WordMatcher& matcher, Take take) const {
    if (!may_be_traditional()) return for_each_match(matcher, take);
    matcher.for_each_match(simplified(), take);
  }

  std::int64_t count_simplified_matches(const text::WordMatcher& matcher) const {
    std::int64_t num_matches = 0;
    for_each_simplified_match(matcher, [&](const text::WordMatch&) { ++num_matches; });
    return num_matches;
  }

  // Words and lines as the rule's TextSplit says: text/word_kind.h, text/line_kind.h.
  std::span<const std::string_view> words() const { return words_as(split_.words); }
  std::int64_t num_words() const;                        // of these; a stage before may know it
  const text::DistinctWords& distinct_words() const;     // text/distinct_words.h
  const text::WordCounts& word_counts() const;           // text/word_counts.h
  const text::Frequencies& word_frequencies() const;     // text/frequencies.h
  std::span<const std::string_view> lines() const;       // text/line_kind.h
  const text::DuplicatePieces& duplicate_lines() const;  // text/line_repetition.h
  std::span<const std::string_view> sentences() const;   // text/sentences.h, line by line

  // The repetition of n-grams of words(): text/ngram_repetition.h.
  text::NgramRepetition& ngrams() const;

 private:
  PassageScratch::Finds& finds_of(const void* finder) const;
  std::string_view simplified(std::string_view part) const;
  PassageScratch::Words& word_memory() const;
  std::span<const std::string_view> words_as(text::WordKind kind) const;
  bool has_words_of_whole(text::WordKind kind) const;
  std::span<const std::string_view> within(std::span<const std::string_view> pieces_of_whole,
                                           std::size_t& next_index) const;

  std::string_view text_;
  PassageContext context_;
  PassageScratch* scratch_;
  TextSplit split_;
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
