#include "tamis/rules/advertising_scores.h"
#include "tamis/rules/rule.h"

namespace tamis::rules {
namespace {

double measure(const Passage& passage, const AdvertisingScores& scores) {
  return scores.best(passage, AdvertisingUnit::kSentence);
}

constexpr Example kExamples[] = {
    {.text =
         "这座桥建于1820年，长六十米。新款到货，品质保证，欢迎新老客户选购。桥的两端各有一座塔。",
     .left = "这座桥建于1820年，长六十米。桥的两端各有一座塔。"},
    {.text = "商店里的价格由经理决定，他每周一到市场上看一看。",
     .left = "商店里的价格由经理决定，他每周一到市场上看一看。"},
};

constexpr std::string_view kLanguages[] = {"zh"};

}  // namespace

extern constinit const RuleSpec advertising_sentence_score = rule({
    .name = "advertising_sentence_score",
    .version = 5,
    .level = Level::kSentence,
    .summary = "The log-odds that a sentence advertises, by its characters and their neighbours; 0 "
               "if it rather does not.",
    .why = "Advertisements without a channel, a number or a price still speak to the reader, of "
           "the best, at once, and without the small words of prose: many weak signs that add up; "
           "misleads on slogans, and on reports of shops that quote how these speak.",
    .unit = "log-odds",
    .scale = Scale::kCount,
    .keep = {.max = .95},
    .languages = kLanguages,
    .source = {.work = "Gan et al. 2023 (Ziya2)",
               .url = "https://arxiv.org/abs/2311.03301",
               .where = "section 2.2, rules at sentence level; the model and its bound are ours"},
    .examples = kExamples,
    .measure = with_highest<AdvertisingScores::Params, AdvertisingScores, measure>,
});

}  // namespace tamis::rules
