#include "tamis/rules/word_list.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "tamis/rules/list_file.h"
#include "tamis/text/utf8.h"

namespace tamis::rules {
namespace {

Result<std::vector<std::string>> read_words(std::vector<std::string> words,
                                            const std::vector<std::string>& paths,
                                            ReadFiles& files) {
  const auto take = [&](std::string_view word) -> Result<void> {
    if (word.size() > text::WordMatcher::kWordBytesMax)
      return fail(ErrorCode::kInvalidInput, "the word has " + std::to_string(word.size()) +
                                                " bytes; words have at most " +
                                                std::to_string(text::WordMatcher::kWordBytesMax));
    words.emplace_back(word);
    return {};
  };
  for (const std::string& path : paths) TAMIS_TRY(read_list(path, files, take));
  return words;
}

text::Borders find_borders(std::string_view name) {
  const auto found = std::ranges::find(kBorderNames, name);
  return static_cast<text::Borders>(std::distance(std::begin(kBorderNames), found));
}

}  // namespace

Result<WordList> WordList::make(const WordListParams& params, ReadFiles& files) {
  TAMIS_ASSIGN(const std::vector<std::string> words, read_words(params.words, params.files, files));
  TAMIS_ASSIGN(const std::vector<std::string> allowed,
               read_words(params.allowed_words, params.allowed_files, files));
  TAMIS_ASSIGN(text::WordMatcher matcher,
               text::WordMatcher::make(words, allowed, find_borders(params.borders)));
  return WordList(std::move(matcher), words.size());
}

std::int64_t WordList::count_distinct(std::string_view text) const {
  std::int64_t num_distinct = 0;
  std::vector<bool> is_found;  // without memory for the many texts that hold no word
  matcher_.for_each_match(text, [&](const text::WordMatch& match) {
    if (is_found.empty()) is_found.resize(num_words_);
    if (is_found[match.word_index]) return;
    is_found[match.word_index] = true;
    ++num_distinct;
  });
  return num_distinct;
}

double matched_code_point_ratio(const text::WordMatcher& matcher, const Passage& passage) {
  std::size_t num_inside = 0;
  passage.for_each_match(matcher, [&](const text::WordMatch& match) {
    num_inside += text::count_code_points(passage.text().substr(match.begin, match.num_bytes));
  });
  return ratio(static_cast<std::int64_t>(num_inside), passage.num_code_points());
}

}  // namespace tamis::rules
