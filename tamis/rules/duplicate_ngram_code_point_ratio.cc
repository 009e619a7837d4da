#include <string>

#include "tamis/rules/ngram_size.h"
#include "tamis/rules/rule.h"

namespace tamis::rules {
namespace {

constexpr std::string_view kCounting[] = {"covered", "skipped", "occurrences"};
constexpr std::string_view kOver[] = {"text", "words"};

struct Params {
  std::int64_t num_words = 10;
  std::string counting = "covered";
  std::string over = "text";
};

constexpr ParamSpec kParams[] = {
    param<&Params::num_words>("num_words",
                              "Words of an n-gram, 1 to 32; a Chinese character is a word."),
    param<&Params::counting>(
        "counting",
        "covered: each word once that lies in an n-gram that occurs again (RedPajama, DCLM); "
        "skipped: n-grams met again when reading on behind each of them (datatrove); occurrences: "
        "repeated n-grams over all n-grams, whatever is the whole (Dolma).",
        kCounting),
    param<&Params::over>("over", "The whole: all code points of the text, or of its words.", kOver),
};

using Ngram = CheckedNgram<Params>;

double measure(const Passage& passage, const Ngram& ngram) {
  const Params& params = ngram.params;
  text::NgramRepetition& ngrams = passage.ngrams();
  const auto num_words = static_cast<int>(params.num_words);
  if (params.counting == "occurrences") {
    const text::OccurrenceSums sums = ngrams.occurrence_sums(num_words);
    return ratio(sums.repeated_code_points, sums.all_code_points);
  }
  const std::int64_t num_repeated = params.counting == "skipped"
                                        ? ngrams.skipped_code_points(num_words)
                                        : ngrams.duplicate_code_points(num_words);
  return ratio(num_repeated,
               params.over == "words" ? ngrams.num_code_points() : passage.num_code_points());
}

constexpr Example kExamples[] = {
    {.text = "No ten words in a row stand twice in this short text about nothing at all.",
     .kept = true},
    {.text = "Click the link to read the whole story of the day. "
             "Click the link to read the whole story of the day.",
     .kept = false},
    {.text = "欢迎来到我们的官方网站首页，欢迎来到我们的官方网站首页。", .kept = false},
};

}  // namespace

extern constinit const RuleSpec duplicate_ngram_code_point_ratio = rule({
    .name = "duplicate_ngram_code_point_ratio",
    .version = 1,
    .summary = "Share of the text's code points that stand in n-grams of words that occur again.",
    .why = "Generated pages repeat phrases that no line break shows; misleads on laws and on "
           "technical text with set phrases. "
           "Alone it may run below 400 MB/s: each word is hashed, once for all rules on words.",
    .unit = "share of code points",
    .keep = {.max = 0.1},
    .source = {.work = "Rae et al. 2021 (Gopher)",
               .url = "https://arxiv.org/abs/2112.11446",
               .where = "appendix A1.1; the bound is that of 10 words (5: .15, 6: .14, 7: .13, 8: "
                        ".12, 9: .11)"},
    .words = text::WordKind::kLetters,
    .params = kParams,
    .examples = kExamples,
    .measure = with_model<Params, Ngram, measure>,
});

}  // namespace tamis::rules
