#include <algorithm>

#include "tamis/rules/rule.h"

namespace tamis::rules {
namespace {

std::int64_t count_of(std::string_view text, std::string_view mark) {
  std::int64_t num_found = 0;
  for (std::size_t at = text.find(mark); at != text.npos; at = text.find(mark, at + mark.size())) {
    ++num_found;
  }
  return num_found;
}

double measure(const Passage& passage) {
  const std::string_view text = passage.text();
  const std::int64_t num_hashes = std::count(text.begin(), text.end(), '#');
  const std::int64_t num_ellipses = count_of(text, "...") + count_of(text, "…") -
                                    count_of(text, "……");  // two code points, one Chinese mark
  return ratio(num_hashes + num_ellipses, static_cast<std::int64_t>(passage.words().size()));
}

constexpr Example kExamples[] = {
    {.text = "The first item is listed below, as item #1 of this list of the ten best ones.",
     .kept = true},
    {.text = "他想了很久……终于开口说话，大家都安静地听着他讲完了这个故事。", .kept = true},
    {.text = "#news #fun #love tags and more ...", .kept = false},
};

}  // namespace

extern constinit const RuleSpec symbol_to_word_ratio = rule({
    .name = "symbol_to_word_ratio",
    .version = 1,
    .summary = "Number of hash signs and ellipses over the number of words.",
    .why =
        "Lists of tags and teasers that end in dots are no prose; misleads on source code, where "
        "a hash sign opens a comment.",
    .unit = "symbols per word",
    .keep = {.max = 0.1},
    .source = {.work = "Rae et al. 2021 (Gopher)",
               .url = "https://arxiv.org/abs/2112.11446",
               .where = "appendix A1.1; one sum of both symbols, as in DCLM; a Chinese ellipsis of "
                        "two code points counts once"},
    .words = text::WordKind::kLetters,
    .examples = kExamples,
    .measure = plain<measure>,
});

}  // namespace tamis::rules
