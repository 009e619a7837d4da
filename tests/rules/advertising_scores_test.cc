#include "tamis/rules/advertising_scores.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

#include "tests/must.h"
#include "tests/rules/default_rule.h"

namespace tamis::rules {
namespace {

using Unit = AdvertisingUnit;

double best(std::string_view text, Unit unit) {
  static const AdvertisingScores kScores = must(AdvertisingScores::make({}));
  return kScores.best(text, unit);
}

TEST(AdvertisingScores, TellsAdvertisementsFromProse) {
  for (const std::string_view text :
       {"厂家直供，品质保证", "专业团队为您量身定制", "零基础也能轻松学会", "让您的肌肤重现光彩",
        "加盟我们，轻松创业"}) {
    EXPECT_GT(best(text, Unit::kSentence), 2) << text;
  }
  for (const std::string_view text :
       {"这座城市位于江的南岸", "他从小跟父亲学习木工", "公司于1998年在香港上市",
        "商店里的价格由经理决定", "第三条 经营者不得作虚假的商业宣传"}) {
    EXPECT_EQ(best(text, Unit::kSentence), 0) << text;
  }
}

TEST(AdvertisingScores, SeesAClauseBesideItsNeighbours) {
  constexpr std::string_view kBland = "在这里开始";
  constexpr std::string_view kText = "遇见更好的自己，在这里开始，欢迎选购";
  EXPECT_LT(best(kBland, Unit::kSentence), best(kText, Unit::kSentence));
  EXPECT_EQ(best("桥长六十米，欢迎新老客户前来选购，两端各有一座石塔", Unit::kSentence), 0);
  EXPECT_GT(best("桥长六十米，欢迎新老客户前来选购，两端各有一座石塔", Unit::kClause), 2);
}

TEST(AdvertisingScores, OfAClauseCountItsNeighbours) {
  static const AdvertisingScores kScores = must(AdvertisingScores::make({}));
  constexpr std::string_view kSentence = "桥长六十米，新款到货，品质保证，两端各有一座石塔";
  const auto score = [&](std::string_view clause, std::string_view vicinity) {
    PassageScratch scratch;
    const std::string_view part = vicinity.substr(vicinity.find(clause), clause.size());
    return kScores.best(Passage(part, {.vicinity = vicinity}, scratch), Unit::kClause);
  };
  EXPECT_GT(score("新款到货，", kSentence), score("新款到货，", "新款到货，"));
  EXPECT_EQ(score("新款到货，", kSentence), score("品质保证，", kSentence));
  EXPECT_EQ(score("新款到货，", kSentence), best(kSentence, Unit::kClause));
  EXPECT_EQ(score("桥长六十米，", kSentence), 0);
  EXPECT_EQ(score("石塔。", "欢迎新老客户前来选购，两端各有一座石塔。"), 0);
  EXPECT_EQ(score("品质保证。", "新款到货，品质保证。"), best("新款到货，品质保证", Unit::kClause));
}

TEST(AdvertisingScores, OfATextIsTheHighestOfItsParts) {
  constexpr std::string_view kAdvertisement = "新品上市，欢迎选购";
  const std::string text =
      "河水从北向南流。" + std::string(kAdvertisement) + "！村里有三百户人家。";
  EXPECT_EQ(best(text, Unit::kSentence), best(kAdvertisement, Unit::kSentence));
  EXPECT_GE(best(kAdvertisement, Unit::kSentence), 2);
}

TEST(AdvertisingScores, ReadsNumbersAndWordsAsOneSymbolEach) {
  EXPECT_EQ(best("低至3折", Unit::kClause), best("低至８８折", Unit::kClause));
  EXPECT_EQ(best("下载App领红包", Unit::kClause), best("下载Zzyx领红包", Unit::kClause));
  EXPECT_EQ(best("“免费”领取", Unit::kClause), best("【免费】 领取", Unit::kClause));
}

TEST(AdvertisingScores, TakesAnyBytes) {
  std::mt19937 random(7);
  for (int i = 0; i < 200; ++i) {
    std::string bytes(300, ' ');
    std::ranges::generate(bytes, [&] { return static_cast<char>(random()); });
    const double score = best(bytes, Unit::kClause);
    EXPECT_GE(score, 0);
    EXPECT_GE(score, best(std::string_view(bytes).substr(0, bytes.find('\n')), Unit::kClause));
  }
  EXPECT_EQ(best("", Unit::kSentence), 0);
  EXPECT_EQ(best("，。！\n", Unit::kClause), 0);
}

TEST(AdvertisingScores, AreWhatTheRulesMeasure) {
  constexpr std::string_view kText = "专业团队为您量身定制";
  for (const std::string_view name : {"advertising_sentence_score", "advertising_clause_score"}) {
    EXPECT_EQ(measure(default_rule(name), kText, "zh"), best(kText, Unit::kSentence));
  }
}

TEST(AdvertisingSentenceScore, LeavesCoursesOfTreatment) {
  const RuleInstance rule = default_rule("advertising_sentence_score");
  for (const std::string_view text :
       {"化疗每21天为一个疗程，共6个疗程。", "每个疗程7天，共3个疗程。"}) {
    EXPECT_EQ(measure(rule, text, "zh-Hans"), 0) << text;
  }
  EXPECT_GT(measure(rule, "祖传秘方口服三个疗程见效，无效退款！", "zh-Hans"), 1);
}

}  // namespace
}  // namespace tamis::rules
