#include "tamis/rules/advertising_scores.h"
#include "tamis/rules/rule.h"

namespace tamis::rules {
namespace {

double measure(const Passage& passage, const AdvertisingScores& scores) {
  return scores.best(passage, AdvertisingUnit::kClause);
}

constexpr Example kExamples[] = {
    {.text = "这座桥建于1820年，品质保证欢迎新老客户选购，长六十米。",
     .left = "这座桥建于1820年，长六十米。"},
    {.text = "商店里的价格由经理决定，他每周一到市场上看一看。",
     .left = "商店里的价格由经理决定，他每周一到市场上看一看。"},
};

constexpr std::string_view kLanguages[] = {"zh"};

}  // namespace

extern constinit const RuleSpec advertising_clause_score = rule({
    .name = "advertising_clause_score",
    .version = 5,
    .level = Level::kClause,
    .summary = "The log-odds that a clause advertises, by its characters and their neighbours, "
               "together with those next to it that do; 0 if it rather does not.",
    .why =
        "What advertising_sentence_score finds as a whole sentence may be slipped into another's: "
        "the clause goes, the sentence stays; a clause says less than a sentence, so that the "
        "bound is higher; misleads on slogans and on reports of shops.",
    .unit = "log-odds",
    .scale = Scale::kCount,
    .keep = {.max = 2.75},
    .languages = kLanguages,
    .source = {.work = "Gan et al. 2023 (Ziya2)",
               .url = "https://arxiv.org/abs/2311.03301",
               .where = "section 2.2, rules at sentence level; the model and its bound are ours"},
    .examples = kExamples,
    .measure = with_highest<AdvertisingScores::Params, AdvertisingScores, measure>,
});

}  // namespace tamis::rules
