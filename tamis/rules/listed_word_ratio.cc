#include <string>
#include <vector>

#include "tamis/rules/rule.h"
#include "tamis/rules/word_list.h"

namespace tamis::rules {
namespace {

struct Params {
  std::string words_file;                            // one word a line
  std::vector<std::string> words = {"lorem ipsum"};  // without a file, or besides it
};

constexpr ParamSpec kParams[] = {
    param<&Params::words_file>("words_file", "A file of words, one a line; # begins a comment."),
    param<&Params::words>("words", "Words that count besides those of the file."),
};

struct Words {
  text::WordMatcher matcher;

  static Result<Words> make(const Params& params) {
    TAMIS_ASSIGN(text::WordMatcher matcher, make_word_matcher(params.words_file, params.words));
    return Words{std::move(matcher)};
  }
};

double measure(const Passage& passage, const Words& words) {
  return matched_code_point_ratio(words.matcher, passage);
}

constexpr Example kExamples[] = {
    {.text = "A text that holds none of the listed words is kept as it is.", .kept = true},
    {.text = "Lorem ipsum dolor sit amet", .kept = false},
};

}  // namespace

extern constinit const RuleSpec listed_word_ratio = rule({
    .name = "listed_word_ratio",
    .version = 1,
    .summary =
        "Share of the text's code points that stand in words of a list that the recipe names.",
    .why = "Lists of toxic, gambling or advertising words find whole pages of that kind; a share "
           "spares the long article that quotes one of them. What is on the list decides.",
    .unit = "share of code points",
    .keep = {.max = 0.05},
    .source = {.work = "c4-dataset-script, Chinese C4 on Spark",
               .url = "https://github.com/shjwudp/c4-dataset-script",
               .where =
                   "Chinese bad-word filter: bad-word characters over the text's length > .05"},
    .params = kParams,
    .examples = kExamples,
    .measure = with_model<Params, Words, measure>,
});

}  // namespace tamis::rules
