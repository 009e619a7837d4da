#include "tamis/batch/passage.h"

#include <xxhash.h>

#include <algorithm>
#include <functional>

#include "tamis/text/lines.h"
#include "tamis/text/sentences.h"
#include "tamis/text/utf8.h"

namespace tamis {
namespace {

template <typename Kind>
std::uint8_t bit_of(Kind kind) {
  static_assert(static_cast<int>(Kind::kNumKinds) <= 8, "a bit a kind");
  return static_cast<std::uint8_t>(1u << static_cast<unsigned>(kind));
}

// Marks `kind` as worked out; false if it had been before.
template <typename Kind>
bool is_new(std::uint8_t& has, Kind kind) {
  const std::uint8_t bit = bit_of(kind);
  const bool was_there = (has & bit) != 0;
  has = static_cast<std::uint8_t>(has | bit);
  return !was_there;
}

// True once: the first time that `has` is asked for.
bool is_new(bool& has) {
  const bool was_there = has;
  has = true;
  return !was_there;
}

}  // namespace

std::int64_t PieceHistory::count_and_add(std::string_view piece) {
  const std::string_view trimmed = text::trim(piece);
  const std::uint32_t piece_index = counts_.add(XXH3_64bits(trimmed.data(), trimmed.size()), 0);
  return counts_[piece_index].num_occurrences - 1;
}

void PassageScratch::set_words(text::WordKind kind, std::span<const std::string_view> words) {
  const std::uint8_t bit = bit_of(kind);
  has_.words = static_cast<std::uint8_t>(has_.words | bit);
  for (std::uint8_t* has :
       {&has_.distinct_words, &has_.word_counts, &has_.ngrams, &has_.word_frequencies}) {
    *has = static_cast<std::uint8_t>(*has & ~bit);
  }
  words_[static_cast<std::size_t>(kind)].items.assign(words.begin(), words.end());
}

std::int64_t Passage::num_earlier_equals() const {
  if (is_new(scratch_->has_.earlier_equals))
    scratch_->num_earlier_equals_ =
        context_.history == nullptr ? 0 : context_.history->count_and_add(text_);
  return scratch_->num_earlier_equals_;
}

std::int64_t Passage::num_code_points() const {
  if (is_new(scratch_->has_.code_points))
    scratch_->num_code_points_ = static_cast<std::int64_t>(text::count_code_points(text_));
  return scratch_->num_code_points_;
}

const text::CharacterCounts& Passage::characters() const {
  if (is_new(scratch_->has_.characters)) scratch_->characters_ = text::count_characters(text_);
  return scratch_->characters_;
}

const text::Frequencies& Passage::code_point_frequencies() const {
  if (is_new(scratch_->has_.code_point_frequencies)) {
    scratch_->code_point_frequencies_ = scratch_->frequency_counter_.of_code_points(text_);
  }
  return scratch_->code_point_frequencies_;
}

std::span<const text::CodePointCount> Passage::code_points_beyond_ascii() const {
  code_point_frequencies();
  return scratch_->frequency_counter_.beyond_ascii();
}

const text::WindowRepetition& Passage::windows(std::int64_t num_code_points) const {
  if (is_new(scratch_->has_.windows)) scratch_->windows_.set_text(text_);
  scratch_->windows_.count(static_cast<std::size_t>(num_code_points));
  return scratch_->windows_;
}

// Where `finder` has left what it found, or is to leave it: then the finder there is null.
PassageScratch::Finds& Passage::finds_of(const void* finder) const {
  std::vector<PassageScratch::Finds>& finds = scratch_->finds_;
  std::size_t& num_finds = scratch_->has_.num_finds;
  for (std::size_t i = 0; i < num_finds; ++i) {
    if (finds[i].finder == finder) return finds[i];
  }
  if (++num_finds > finds.size()) finds.resize(num_finds);
  finds[num_finds - 1].finder = nullptr;
  return finds[num_finds - 1];
}

PassageScratch::Words& Passage::word_memory() const {
  return scratch_->words_[static_cast<std::size_t>(split_.words)];
}

std::span<const std::string_view> Passage::words() const {
  PassageScratch::Words& memory = word_memory();
  if (!is_new(scratch_->has_.words, split_.words)) return memory.items;
  if (has_words_of_whole()) {
    const auto words = within(context_.whole->with_split(split_).words());
    memory.items.assign(words.begin(), words.end());
  } else {
    scratch_->splitter_.split(text_, split_.words, language(), memory.items);
  }
  return memory.items;
}

// Whether the whole was split into words that no line break changes.
bool Passage::has_words_of_whole() const {
  const bool ends_at_line_breaks =
      split_.words == text::WordKind::kLetters || split_.words == text::WordKind::kWhiteSpace;
  if (context_.whole == nullptr || !ends_at_line_breaks) return false;
  return (context_.whole->scratch_->has_.words & bit_of(split_.words)) != 0;
}

// Those of the whole's words or sentences, in order, that lie in this line.
std::span<const std::string_view> Passage::within(
    std::span<const std::string_view> pieces_of_whole) const {
  const auto begins_before = [](std::string_view piece, const char* position) {
    return std::less<>()(piece.data(), position);
  };
  const auto begin =
      std::lower_bound(pieces_of_whole.begin(), pieces_of_whole.end(), text_.data(), begins_before);
  const auto end =
      std::lower_bound(begin, pieces_of_whole.end(), text_.data() + text_.size(), begins_before);
  return {begin, end};
}

const text::DistinctWords& Passage::distinct_words() const {
  PassageScratch::Words& memory = word_memory();
  if (is_new(scratch_->has_.distinct_words, split_.words)) memory.distinct.set_words(words());
  return memory.distinct;
}

const text::WordCounts& Passage::word_counts() const {
  PassageScratch::Words& memory = word_memory();
  if (is_new(scratch_->has_.word_counts, split_.words))
    memory.counts = text::count_words(distinct_words().distinct());
  return memory.counts;
}

const text::Frequencies& Passage::word_frequencies() const {
  PassageScratch::Words& memory = word_memory();
  if (is_new(scratch_->has_.word_frequencies, split_.words)) {
    memory.frequencies = scratch_->frequency_counter_.of_words(distinct_words().distinct());
  }
  return memory.frequencies;
}

text::NgramRepetition& Passage::ngrams() const {
  PassageScratch::Words& memory = word_memory();
  if (is_new(scratch_->has_.ngrams, split_.words)) memory.ngrams.set_words(distinct_words());
  return memory.ngrams;
}

std::span<const std::string_view> Passage::lines() const {
  auto& lines = scratch_->lines_[static_cast<std::size_t>(split_.lines)].items;
  if (is_new(scratch_->has_.lines, split_.lines)) text::split_lines(text_, split_.lines, lines);
  return lines;
}

const text::DuplicatePieces& Passage::duplicate_lines() const {
  auto& memory = scratch_->lines_[static_cast<std::size_t>(split_.lines)];
  if (is_new(scratch_->has_.duplicate_lines, split_.lines))
    memory.duplicates = scratch_->line_repetition_.duplicates(lines());
  return memory.duplicates;
}

std::span<const std::string_view> Passage::sentences() const {
  std::vector<std::string_view>& sentences = scratch_->sentences_;
  if (!is_new(scratch_->has_.sentences)) return sentences;
  if (context_.whole != nullptr && context_.whole->scratch_->has_.sentences) {
    const auto of_line = within(context_.whole->sentences());
    sentences.assign(of_line.begin(), of_line.end());
    return sentences;
  }
  sentences.clear();
  for (const std::string_view line : with_split({}).lines()) {
    std::vector<std::string_view>& of_line = scratch_->sentences_of_line_;
    text::split_sentences(line, of_line);
    sentences.insert(sentences.end(), of_line.begin(), of_line.end());
  }
  return sentences;
}

}  // namespace tamis
