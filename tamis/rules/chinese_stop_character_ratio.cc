#include <array>
#include <span>

#include "tamis/rules/rule.h"
#include "tamis/text/ideographs.h"

namespace tamis::rules {
namespace {

// Particles, pronouns, prepositions and the verbs that carry no subject, modern and classical,
// in both scripts.
constexpr std::u32string_view kStopCharacters =
    U"的了是在有和不这那他她它我你们为与以于之而其也就都着被把从对到个上下中等及或并但所会可要能"
    U"将由还又则者此若乃曰矣焉乎哉吾汝无未已得地过来去说很再才只没让使因如果虽当时后前里"
    U"這們為與於從對個會將還則無過來說沒讓雖當時後裡";

using text::kFirstIdeograph;
using text::kLastIdeograph;

constexpr auto kIsStopCharacter = [] {
  std::array<bool, kLastIdeograph - kFirstIdeograph + 1> is_stop = {};
  for (const char32_t character : kStopCharacters) is_stop[character - kFirstIdeograph] = true;
  return is_stop;
}();

std::int64_t count_stop_characters(std::span<const text::CodePointCount> code_points) {
  std::int64_t num_found = 0;
  for (const text::CodePointCount& counted : code_points) {
    const char32_t offset = counted.code_point - kFirstIdeograph;
    const bool is_stop = offset < kIsStopCharacter.size() && kIsStopCharacter[offset];
    num_found += is_stop ? counted.num_occurrences : 0;
  }
  return num_found;
}

double measure(const Passage& passage) {
  return ratio(count_stop_characters(passage.counted_code_points().beyond_ascii()),
               passage.characters().han);
}

constexpr Example kExamples[] = {
    {.text = "他在山里住了很久，对那里的一草一木都很熟悉。", .kept = true},
    {.text = "臣本布衣，躬耕于南阳，苟全性命于乱世，不求闻达于诸侯。", .kept = true},
    {.text = "首页 新闻 财经 体育 娱乐 科技 汽车 房产 教育 旅游 健康 女性 论坛 博客",
     .kept = false},
    {.text = "连衣裙 夏季 新款 韩版 修身 显瘦 雪纺 印花 短袖 中长款", .kept = false},
};

constexpr std::string_view kLanguages[] = {"zh"};

}  // namespace

extern constinit const RuleSpec chinese_stop_character_ratio = rule({
    .name = "chinese_stop_character_ratio",
    .version = 1,
    .summary = "Share of function characters, as 的, 了, 是 and the classical 之, 于, 而, in the "
               "Chinese characters.",
    .why = "Running text cannot do without them, menus, keyword lists and product titles can; "
           "misleads on verse, tables and lists of names.",
    .unit = "share of Chinese characters",
    .keep = {.min = 0.05},
    .languages = kLanguages,
    .source = {.work = "Rae et al. 2021 (Gopher)",
               .url = "https://arxiv.org/abs/2112.11446",
               .where = "appendix A1.1, stop words; as a share and of characters, since Chinese "
                        "words are not set apart; the characters are ours"},
    .examples = kExamples,
    .measure = plain<measure>,
});

}  // namespace tamis::rules
