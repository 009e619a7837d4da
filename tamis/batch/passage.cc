#include "tamis/batch/passage.h"

#include "tamis/text/lines.h"
#include "tamis/text/sentences.h"
#include "tamis/text/utf8.h"
#include "tamis/text/words.h"

namespace tamis {

std::int64_t Passage::num_code_points() const {
  if (!num_code_points_)
    num_code_points_ = static_cast<std::int64_t>(text::count_code_points(text_));
  return *num_code_points_;
}

std::span<const std::string_view> Passage::words() const {
  if (!has_words_) text::split_words(text_, scratch_.words);
  has_words_ = true;
  return scratch_.words;
}

std::span<const std::string_view> Passage::lines() const {
  if (!has_lines_) text::split_lines(text_, scratch_.lines);
  has_lines_ = true;
  return scratch_.lines;
}

std::span<const std::string_view> Passage::sentences() const {
  if (has_sentences_) return scratch_.sentences;
  has_sentences_ = true;
  scratch_.sentences.clear();
  std::vector<std::string_view> of_line;
  for (const std::string_view line : lines()) {
    text::split_sentences(line, of_line);
    scratch_.sentences.insert(scratch_.sentences.end(), of_line.begin(), of_line.end());
  }
  return scratch_.sentences;
}

const text::ScriptCounts& Passage::scripts() const {
  if (!scripts_) scripts_ = text::count_scripts(text_);
  return *scripts_;
}

std::int64_t Passage::duplicate_ngram_code_points(int num_words) const {
  return scratch_.ngrams.duplicate_code_points(words(), num_words);
}

}  // namespace tamis
