#include <string>

#include "tamis/rules/ngram_size.h"
#include "tamis/rules/rule.h"

namespace tamis::rules {
namespace {

constexpr std::string_view kTies[] = {"first", "longest"};
constexpr std::string_view kOver[] = {"text", "words"};

struct Params {
  std::int64_t num_words = 2;
  std::string ties = "longest";
  bool counts_spaces = false;
  bool counts_single = false;
  std::string over = "text";
};

constexpr ParamSpec kParams[] = {
    param<&Params::num_words>("num_words", "Words of an n-gram, 1 to 32."),
    param<&Params::ties>("ties",
                         "Which of several n-grams that are equally frequent is the top one: the "
                         "first (datatrove, Dolma), or the longest (DCLM).",
                         kTies),
    param<&Params::counts_spaces>("counts_spaces",
                                  "A space between the words of the n-gram counts, in Chinese too "
                                  "(datatrove)."),
    param<&Params::counts_single>("counts_single",
                                  "If no n-gram occurs twice, one that occurs once counts "
                                  "(datatrove, Dolma), and not 0."),
    param<&Params::over>("over", "The whole: all code points of the text, or of its words.", kOver),
};

using Ngram = CheckedNgram<Params>;

double measure(const Passage& passage, const Ngram& ngram) {
  const Params& params = ngram.params;
  text::NgramRepetition& ngrams = passage.ngrams();
  const std::int64_t num_words = params.num_words;
  const auto tie = params.ties == "first" ? text::TopTie::kFirst : text::TopTie::kLongest;
  const text::TopNgram top = ngrams.top(static_cast<int>(num_words), tie);
  if (top.num_occurrences == 0 || (top.num_occurrences == 1 && !params.counts_single)) return 0;
  const std::int64_t num_spaces = params.counts_spaces ? num_words - 1 : 0;
  return ratio((top.num_code_points + num_spaces) * top.num_occurrences,
               params.over == "words" ? ngrams.num_code_points() : passage.num_code_points());
}

constexpr Example kExamples[] = {
    {.text = "No two words of this text stand side by side a second time.", .kept = true},
    {.text = "cheap watches, cheap watches and more cheap watches", .kept = false},
    {.text = "小河边住着一户人家，家里有三口人。", .kept = true},
    {.text = "代开发票，正规发票，增值税发票", .kept = false},
};

}  // namespace

extern constinit const RuleSpec top_ngram_code_point_ratio = rule({
    .name = "top_ngram_code_point_ratio",
    .version = 1,
    .summary = "Code points of the most frequent n-gram of words, in all its occurrences, over "
               "those of the text; 0 if no n-gram occurs twice.",
    .why = "Pages made for search engines repeat one phrase; misleads on short texts, and on "
           "Chinese, where two characters in a row are often a word of the subject. "
           "Alone it may run below 400 MB/s: each word is hashed, once for all rules on words.",
    .unit = "share of code points",
    .keep = {.max = 0.2},
    .source = {.work = "Rae et al. 2021 (Gopher)",
               .url = "https://arxiv.org/abs/2112.11446",
               .where = "appendix A1.1, table A1; the bound is that of 2 words (3: .18, 4: .16)"},
    .words = text::WordKind::kLetters,
    .params = kParams,
    .examples = kExamples,
    .measure = with_model<Params, Ngram, measure>,
});

}  // namespace tamis::rules
