#include "tamis/rules/rule.h"
#include "tamis/text/affixes.h"
#include "tamis/text/lines.h"

namespace tamis::rules {
namespace {

// What a finished text ends with: an end mark, or what closes a quotation, a bracket or a code.
constexpr text::AffixList kEnds{{".",  "!", "?", "。", "！", "？", "…", "；", ";", ":",
                                 "：", "”", "’", "」", "』", "）", ")", "】", "]", "》",
                                 "\"", "'", "`", "}",  "~",  "．", "｡", "—",  "|", "*"}};

double measure(const Passage& passage) {
  if (!passage.is_last()) return 0;
  const std::string_view sentence = text::trim(passage.text());
  return kEnds.suffix_bytes(sentence) > 0 || sentence.empty() ? 0 : 1;
}

constexpr Example kExamples[] = {
    {.text = "The mill was built in 1820. It burnt down in the gr",
     .left = "The mill was built in 1820."},
    {.text = "The mill was built in 1820. It burnt down in the great fire.",
     .left = "The mill was built in 1820. It burnt down in the great fire."},
    {.text = "这座磨坊建于一八二〇年。后来在一场大", .left = "这座磨坊建于一八二〇年。"},
    {.text = "他说：“磨坊还在。”", .left = "他说：“磨坊还在。”"},
};

}  // namespace

extern constinit const RuleSpec unfinished_last_sentence = rule({
    .name = "unfinished_last_sentence",
    .version = 1,
    .level = Level::kSentence,
    .summary = "1 for the last sentence of a document if it has no end mark, else 0.",
    .why = "Teasers and texts cut at a length end in the middle of a word, and teach a model to "
           "stop there; misleads on lists, poems and signatures, whose last line needs no mark.",
    .unit = "sentences",
    .scale = Scale::kCount,
    .keep = {.max = 0},
    .source = {.work = "Yuan et al. 2021 (WuDaoCorpora)",
               .url = "https://doi.org/10.1016/j.aiopen.2021.06.001",
               .where = "section 3; also MNBVC's wiki, page on web text"},
    .examples = kExamples,
    .measure = plain<measure>,
});

}  // namespace tamis::rules
