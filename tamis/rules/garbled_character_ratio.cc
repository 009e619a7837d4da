#include <algorithm>

#include "tamis/rules/garbled_text.h"
#include "tamis/rules/rule.h"

namespace tamis::rules {
namespace {

double measure(const Passage& passage) {
  const auto may_begin = [](const text::CodePointCount& counted) {
    return may_be_garbled(counted.code_point);
  };
  if (std::ranges::none_of(passage.counted_code_points().beyond_ascii(), may_begin)) return 0;
  return ratio(count_garbled(passage.text()), passage.num_code_points());
}

constexpr Example kExamples[] = {
    {.text = "The café on the corner is closed; “come back in May”, says the sign.", .kept = true},
    {.text = "这段文字没有乱码，虽然有些字很生僻：浣、犲、锘。", .kept = true},
    {.text = "浣犲ソ锛屼笘鐣岋紒杩欐槸涔辩爜", .kept = false},
    {.text = "锟斤拷锟斤拷锟斤拷的锟斤拷", .kept = false},
    {.text = "ä½\u00A0å¥½ï¼Œä¸–ç•Œ", .kept = false},
    {.text = "It isnâ€™t what it was.", .kept = false},
    {.text = "ÄãºÃ£¬ÊÀ½ç", .kept = false},
    {.text = "烫烫烫烫烫烫屯屯屯屯", .kept = false},
};

}  // namespace

extern constinit const RuleSpec garbled_character_ratio = rule({
    .name = "garbled_character_ratio",
    .version = 2,
    .summary = "Share of the code points that a wrong decoding left: UTF-8 read as GBK or Latin-1, "
               "GBK read as Latin-1, 锟斤拷, 烫烫烫, 屯屯屯, U+FFFD, private use, runs of □ and ■.",
    .why = "Garbled text teaches characters that nobody writes; a run counts only if it decodes to "
           "sense, so rare characters and accents do not; misleads on texts about encodings and "
           "on inscriptions with gaps.",
    .unit = "share of code points",
    .keep = {.max = 0.01},
    .source = {.work = "shjwudp, c4-dataset-script (Chinese C4)",
               .url = "https://github.com/shjwudp/c4-dataset-script",
               .where = "lines with private use characters, U+FFFD, □ or ■; decoding back is ours"},
    .examples = kExamples,
    .measure = plain<measure>,
});

}  // namespace tamis::rules
