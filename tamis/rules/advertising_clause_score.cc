#include "tamis/rules/advertising_scores.h"
#include "tamis/rules/rule.h"

namespace tamis::rules {
namespace {

double measure(const Passage& passage, const AdvertisingScores& scores) {
  return scores.best(passage.text(), AdvertisingUnit::kClause);
}

constexpr Example kExamples[] = {
    {.text = "这座桥建于1820年，为您提供优质服务，长六十米。",
     .left = "这座桥建于1820年，长六十米。"},
    {.text = "老板说店里的生意一天比一天好，颜色齐全的新款卖得最快，顾客多是附近的学生。",
     .left = "老板说店里的生意一天比一天好，颜色齐全的新款卖得最快，顾客多是附近的学生。"},
};

constexpr std::string_view kLanguages[] = {"zh"};

}  // namespace

extern constinit const RuleSpec advertising_clause_score = rule({
    .name = "advertising_clause_score",
    .version = 1,
    .level = Level::kClause,
    .summary = "The log-odds that a clause advertises, by its characters and their neighbours; 0 "
               "if it rather does not.",
    .why =
        "What advertising_sentence_score finds as a whole sentence may be slipped into another's: "
        "the clause goes, the sentence stays; a clause says less than a sentence, so that the "
        "bound is higher; misleads on headings, slogans and advice.",
    .unit = "log-odds",
    .scale = Scale::kCount,
    .keep = {.max = 2.5},
    .languages = kLanguages,
    .source = {.work = "Gan et al. 2023 (Ziya2)",
               .url = "https://arxiv.org/abs/2311.03301",
               .where = "section 2.2, rules at sentence level; the model and its bound are ours"},
    .zero_holds_for_parts = true,
    .examples = kExamples,
    .measure = with_model<AdvertisingScores::Params, AdvertisingScores, measure>,
});

}  // namespace tamis::rules
