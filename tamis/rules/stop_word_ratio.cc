#include <string>
#include <vector>

#include "tamis/rules/rule.h"
#include "tamis/rules/word_set.h"

namespace tamis::rules {
namespace {

struct Params {
  // Articles, pronouns, prepositions, conjunctions and auxiliary verbs.
  std::vector<std::string> words = {
      "a",     "an",     "the",    "this",  "that",    "these", "those", "i",     "me",     "my",
      "we",    "us",     "our",    "you",   "your",    "he",    "him",   "his",   "she",    "her",
      "it",    "its",    "they",   "them",  "their",   "who",   "whom",  "whose", "which",  "what",
      "of",    "in",     "on",     "at",    "by",      "for",   "from",  "to",    "into",   "with",
      "about", "after",  "before", "over",  "under",   "as",    "and",   "or",    "but",    "nor",
      "if",    "while",  "when",   "where", "because", "than",  "so",    "be",    "am",     "is",
      "are",   "was",    "were",   "been",  "being",   "do",    "does",  "did",   "have",   "has",
      "had",   "having", "can",    "could", "may",     "might", "must",  "shall", "should", "will",
      "would", "not",    "no",     "there", "here",    "how",   "why",   "all",   "any",    "some"};
  bool ignores_case = true;
};

constexpr ParamSpec kParams[] = {
    param<&Params::words>("words", "What counts: words as split_words cuts them."),
    param<&Params::ignores_case>("ignores_case", "A to Z equal a to z."),
};

struct StopWords {
  WordSet set;

  static Result<StopWords> make(const Params& params) {
    TAMIS_ASSIGN(WordSet set, WordSet::make(params.words, params.ignores_case));
    return StopWords{std::move(set)};
  }
};

double measure(const Passage& passage, const StopWords& words) {
  return ratio(words.set.count_occurrences(passage.distinct_words()), passage.num_words());
}

constexpr Example kExamples[] = {
    {.text = "The house on the hill was sold to a family that had come from the north.",
     .kept = true},
    {.text = "Cheap watches, best prices, fast shipping worldwide. Buy now", .kept = false},
};

constexpr std::string_view kLanguages[] = {"en"};

}  // namespace

extern constinit const RuleSpec stop_word_ratio = rule({
    .name = "stop_word_ratio",
    .version = 1,
    .summary = "Share of the words that are function words: articles, pronouns, prepositions, "
               "conjunctions, auxiliary verbs.",
    .why = "Four words in ten of running English text are, and few of a list of keywords; misleads "
           "on tables, headlines and poems. "
           "Alone it may run below 400 MB/s: each word is hashed, once for all rules on words.",
    .unit = "share of words",
    .keep = {.min = 0.3},
    .languages = kLanguages,
    .source = {.work = "Chen et al. 2023 (Data-Juicer)",
               .url = "https://arxiv.org/abs/2309.02033",
               .where = "stopwords_filter and its bound; RedPajama-V2 has stop_word_fraction; the "
                        "words are ours"},
    .words = text::WordKind::kLetters,
    .params = kParams,
    .examples = kExamples,
    .measure = with_model<Params, StopWords, measure>,
});

}  // namespace tamis::rules
