#include "tamis/rules/rule.h"
#include "tamis/text/utf8.h"

namespace tamis::rules {
namespace {

double measure(const Passage& passage) {
  std::size_t num_code_points = 0;
  for (const std::string_view word : passage.words()) {
    num_code_points += text::count_code_points(word);
  }
  return ratio(static_cast<std::int64_t>(num_code_points),
               static_cast<std::int64_t>(passage.words().size()));
}

constexpr Example kExamples[] = {
    {.text = "Most English words have between three and ten letters.", .kept = true},
    {.text = "a b c d e f g h i j k l m n o p", .kept = false},
    {.text = "dGhpcyBpcyBub3QgdGV4dCBidXQgYmFzZTY0 ZW5jb2RlZCBieXRlcyBvZiBhIGZpbGU", .kept = false},
};

constexpr std::string_view kLanguages[] = {"en"};

}  // namespace

extern constinit const RuleSpec mean_word_code_points = rule({
    .name = "mean_word_code_points",
    .version = 1,
    .summary = "Mean length of the words in code points.",
    .why =
        "Letters set apart, encoded bytes and identifiers give means that no prose has; made for "
        "languages with spaces, and useless on Chinese, whose words are single characters here.",
    .unit = "code points per word",
    .scale = Scale::kCount,
    .keep = {.min = 3, .max = 10},
    .languages = kLanguages,
    .source = {.work = "Rae et al. 2021 (Gopher)",
               .url = "https://arxiv.org/abs/2112.11446",
               .where = "appendix A1.1"},
    .words = text::WordKind::kLetters,
    .examples = kExamples,
    .measure = plain<measure>,
});

}  // namespace tamis::rules
