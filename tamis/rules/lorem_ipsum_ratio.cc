#include <algorithm>
#include <span>

#include "tamis/base/ascii.h"
#include "tamis/rules/rule.h"

namespace tamis::rules {
namespace {

// The two words side by side, as a search for "lorem ipsum" in the words joined by spaces finds
// them: what stands before the first or behind the second does not matter.
bool are_lorem_ipsum(std::string_view word, std::string_view next) {
  constexpr std::string_view kFirst = "lorem";
  constexpr std::string_view kSecond = "ipsum";
  if (word.size() < kFirst.size()) return false;
  return starts_with_ignoring_case(next, kSecond) &&
         equals_ignoring_case(word.substr(word.size() - kFirst.size()), kFirst);
}

bool begins_with_ipsum(const text::DistinctWord& word) {
  return starts_with_ignoring_case(word.bytes, "ipsum");
}

double measure(const Passage& passage) {
  if (passage.counted_code_points().num_of("mM") == 0) return 0;
  if (std::ranges::none_of(passage.distinct_words().others(), begins_with_ipsum)) return 0;
  const std::span<const std::string_view> words = passage.words();
  std::int64_t num_found = 0;
  for (std::size_t i = 1; i < words.size(); ++i) {
    num_found += are_lorem_ipsum(words[i - 1], words[i]) ? 1 : 0;
  }
  if (num_found == 0) return 0;
  const auto num_spaces = static_cast<std::int64_t>(words.size()) - 1;
  return ratio(num_found, passage.word_counts().all.num_code_points + num_spaces);
}

constexpr Example kExamples[] = {
    {.text = "The mill by the river has ground flour since 1870, and it still does.", .kept = true},
    {.text = "河边的磨坊从一八七〇年起磨面粉，至今仍在转动。", .kept = true},
    {.text = "About us: Lorem, ipsum dolor sit amet.", .kept = false},
    {.text = "关于我们 Lorem ipsum dolor", .kept = false},
};

}  // namespace

extern constinit const RuleSpec lorem_ipsum_ratio = rule({
    .name = "lorem_ipsum_ratio",
    .version = 1,
    .summary = "How often the text says \"lorem ipsum\", over the number of code points of "
               "its words and of one space between any two.",
    .why = "Designers fill empty pages with this text. The bound drops any page of fewer "
           "than 33 million characters that has it; a count says the same more plainly.",
    .unit = "occurrences per code point",
    .scale = Scale::kRatio,
    .keep = {.max = 3e-8},
    .source = {.work = "Together 2023 (RedPajama-Data-v2)",
               .url = "https://github.com/togethercomputer/RedPajama-Data",
               .where =
                   "signal rps_doc_lorem_ipsum, in normalized text (split_words: normalized); the "
                   "bound is dingo's"},
    .words = text::WordKind::kLetters,
    .examples = kExamples,
    .measure = plain<measure>,
});

}  // namespace tamis::rules
