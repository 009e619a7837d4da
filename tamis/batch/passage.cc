#include "tamis/batch/passage.h"

#include <xxhash.h>

#include <algorithm>
#include <functional>

#include "tamis/batch/batch.h"
#include "tamis/text/lines.h"
#include "tamis/text/sentences.h"
#include "tamis/text/simplified.h"
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
  Words& memory = words_[static_cast<std::size_t>(kind)];
  memory.split.assign(words.begin(), words.end());
  memory.items = memory.split;
}

std::int64_t Passage::num_earlier_equals() const {
  if (is_new(scratch_->has_.earlier_equals))
    scratch_->num_earlier_equals_ =
        context_.history == nullptr ? 0 : context_.history->count_and_add(text_);
  return scratch_->num_earlier_equals_;
}

std::int64_t Passage::num_code_points() const {
  if (context_.num_code_points >= 0) return context_.num_code_points;
  if (is_new(scratch_->has_.code_points))
    scratch_->num_code_points_ = static_cast<std::int64_t>(text::count_code_points(text_));
  return scratch_->num_code_points_;
}

// `part` of the text or of the vicinity. Both are parts of the document, which is simplified once.
std::string_view Passage::simplified(std::string_view part) const {
  if (!may_be_traditional() || part.empty()) return part;
  if (context_.document != nullptr) {
    const std::string_view whole = context_.document->text();
    return context_.document->simplified().substr(
        static_cast<std::size_t>(part.data() - whole.data()), part.size());
  }
  const std::string_view whole = context_.vicinity.empty() ? text_ : context_.vicinity;
  if (is_new(scratch_->has_.simplified)) {
    scratch_->simplified_.clear();
    text::append_simplified_in_place(whole, scratch_->simplified_);
  }
  return std::string_view(scratch_->simplified_)
      .substr(static_cast<std::size_t>(part.data() - whole.data()), part.size());
}

const text::CodePointCounter& Passage::counted_code_points() const {
  if (is_new(scratch_->has_.counted_code_points)) scratch_->code_point_counter_.count(text_);
  return scratch_->code_point_counter_;
}

// Of documents most recipes ask for single code points, too; a piece is too short to count these.
const text::CharacterCounts& Passage::characters() const {
  const bool is_piece = context_.history != nullptr;
  if (is_new(scratch_->has_.characters)) {
    scratch_->characters_ =
        is_piece ? text::count_characters(text_) : text::count_characters(counted_code_points());
  }
  return scratch_->characters_;
}

const text::Frequencies& Passage::code_point_frequencies() const {
  if (is_new(scratch_->has_.code_point_frequencies)) {
    scratch_->code_point_frequencies_ =
        scratch_->frequency_counter_.of_code_points(counted_code_points());
  }
  return scratch_->code_point_frequencies_;
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

std::span<const std::string_view> Passage::words_as(text::WordKind kind) const {
  PassageScratch::Words& memory = scratch_->words_[static_cast<std::size_t>(kind)];
  if (!is_new(scratch_->has_.words, kind)) return memory.items;
  if (has_words_of_whole(kind)) {
    memory.items = within(context_.whole->words_as(kind), memory.next_in_whole);
  } else {
    scratch_->splitter_.split(text_, kind, language(), memory.split);
    memory.items = memory.split;
    if (kind == text::WordKind::kTokens && context_.num_tokens != nullptr) {
      *context_.num_tokens = static_cast<std::int64_t>(memory.items.size());
    }
  }
  return memory.items;
}

std::int64_t Passage::num_words() const {
  std::int64_t* const num_tokens =
      split_.words == text::WordKind::kTokens ? context_.num_tokens : nullptr;
  const bool is_split = (scratch_->has_.words & bit_of(split_.words)) != 0;
  if (!is_split && num_tokens != nullptr && *num_tokens != Batch::kNotCounted) return *num_tokens;
  return static_cast<std::int64_t>(words().size());
}

// Whether the whole was split into words that no line break changes.
bool Passage::has_words_of_whole(text::WordKind kind) const {
  const bool ends_at_line_breaks =
      kind == text::WordKind::kLetters || kind == text::WordKind::kWhiteSpace;
  if (context_.whole == nullptr || !ends_at_line_breaks) return false;
  return (context_.whole->scratch_->has_.words & bit_of(kind)) != 0;
}

// Those of the whole's words or sentences, in order, that lie in this line. Lines are asked for in
// order, so that the first is looked for where those of the line before ended, at `next_index`.
std::span<const std::string_view> Passage::within(std::span<const std::string_view> pieces_of_whole,
                                                  std::size_t& next_index) const {
  const auto begins_before = [](std::string_view piece, const char* position) {
    return std::less<>()(piece.data(), position);
  };
  const auto begin_at_or_behind = [&](std::size_t first, std::size_t last, const char* position) {
    const auto part = pieces_of_whole.subspan(first, last - first);
    const auto found = std::lower_bound(part.begin(), part.end(), position, begins_before);
    return first + static_cast<std::size_t>(found - part.begin());
  };
  const std::size_t num_pieces = pieces_of_whole.size();
  std::size_t begin = std::min(next_index, num_pieces);
  const bool is_begin =
      (begin == 0 || begins_before(pieces_of_whole[begin - 1], text_.data())) &&
      (begin == num_pieces || !begins_before(pieces_of_whole[begin], text_.data()));
  if (!is_begin) begin = begin_at_or_behind(0, num_pieces, text_.data());
  const char* const text_end = text_.data() + text_.size();
  std::size_t num_looked_at = 8;  // doubled, for lines are short
  while (begin + num_looked_at < num_pieces &&
         begins_before(pieces_of_whole[begin + num_looked_at], text_end)) {
    num_looked_at *= 2;
  }
  const std::size_t last = std::min(begin + num_looked_at, num_pieces);
  next_index = begin_at_or_behind(begin, last, text_end);
  return pieces_of_whole.subspan(begin, next_index - begin);
}

const text::DistinctWords& Passage::distinct_words() const {
  PassageScratch::Words& memory = word_memory();
  if (is_new(scratch_->has_.distinct_words, split_.words))
    memory.distinct.set_words(words(), text_);
  return memory.distinct;
}

const text::WordCounts& Passage::word_counts() const {
  PassageScratch::Words& memory = word_memory();
  if (is_new(scratch_->has_.word_counts, split_.words))
    memory.counts = text::count_words(distinct_words());
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
  constexpr text::LineKind kEach = text::LineKind::kEach;
  auto& lines = scratch_->lines_[static_cast<std::size_t>(split_.lines)].items;
  if (!is_new(scratch_->has_.lines, split_.lines)) return lines;
  if (split_.lines == kEach || split_.lines == text::LineKind::kPython) {
    text::split_lines(text_, split_.lines, lines);
    return lines;
  }
  auto& each = scratch_->lines_[static_cast<std::size_t>(kEach)].items;
  if (is_new(scratch_->has_.lines, kEach)) text::split_lines(text_, kEach, each);
  lines.assign(each.begin(), each.end());
  text::select_lines(text_, split_.lines, lines);
  return lines;
}

const text::DuplicatePieces& Passage::duplicate_lines() const {
  auto& memory = scratch_->lines_[static_cast<std::size_t>(split_.lines)];
  if (is_new(scratch_->has_.duplicate_lines, split_.lines))
    memory.duplicates = scratch_->line_repetition_.duplicates(lines());
  return memory.duplicates;
}

std::span<const std::string_view> Passage::sentences() const {
  if (!is_new(scratch_->has_.sentences)) return scratch_->sentences_;
  if (context_.whole != nullptr && context_.whole->scratch_->has_.sentences) {
    return scratch_->sentences_ =
               within(context_.whole->sentences(), scratch_->next_sentence_in_whole_);
  }
  std::vector<std::string_view>& sentences = scratch_->split_sentences_;
  std::vector<std::string_view>& of_line = scratch_->sentences_of_line_;
  sentences.clear();
  for (const std::string_view line : with_split({}).lines()) {
    text::split_sentences(line, of_line);
    sentences.insert(sentences.end(), of_line.begin(), of_line.end());
  }
  return scratch_->sentences_ = sentences;
}

}  // namespace tamis
