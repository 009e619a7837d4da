#include <algorithm>

#include "tamis/rules/rule.h"
#include "tamis/text/find_wide.h"
#include "tamis/text/utf8.h"

namespace tamis::rules {
namespace {

constexpr std::string_view kOpening = "【";
constexpr std::string_view kClosing = "】";

// The code points of what stands in brackets, with the brackets, that close in the same line.
std::int64_t count_bracketed(std::string_view text) {
  std::int64_t num_inside = 0;
  for (std::size_t start = text::find_wide(text, kOpening); start != text.npos;
       start = text::find_wide(text, kOpening, start)) {
    const std::string_view line = text.substr(start, text.find('\n', start) - start);
    const std::size_t end = line.find(kClosing);
    if (end == line.npos) {
      start += line.size();  // nor does another bracket of this line close
      continue;
    }
    num_inside +=
        static_cast<std::int64_t>(text::count_code_points(line.substr(0, end + kClosing.size())));
    start += end + kClosing.size();
  }
  return num_inside;
}

double measure(const Passage& passage) {
  return ratio(count_bracketed(passage.text()), passage.num_code_points());
}

constexpr Example kExamples[] = {
    {.text = "【新华社北京电】今年前三季度，全国粮食生产形势总体稳定，夏粮早稻丰收已成定局，秋粮"
             "面积继续增加，各地正在抓紧收割，确保颗粒归仓，为全年粮食丰收打下坚实的基础，也为"
             "稳定物价、改善民生提供了有力支撑。",
     .kept = true},
    {.text = "【包邮】【正品】新款连衣裙【专柜验货】【假一赔十】", .kept = false},
};

constexpr std::string_view kLanguages[] = {"zh"};

}  // namespace

extern constinit const RuleSpec lenticular_bracket_ratio = rule({
    .name = "lenticular_bracket_ratio",
    .version = 1,
    .summary = "Share of the code points that stand in lenticular brackets 【】 of one line, the "
               "brackets among them.",
    .why =
        "Lists of headlines and of goods put their catchwords in them; misleads on dictionaries, "
        "which mark their entries so.",
    .unit = "share of code points",
    .keep = {.max = 0.1},
    .languages = kLanguages,
    .source = {.work = "Zhang et al. 2024 (MAP-NEO)",
               .url = "https://arxiv.org/abs/2405.19327",
               .where = "Matrix, Chinese pipeline, first filter"},
    .examples = kExamples,
    .measure = plain<measure>,
});

}  // namespace tamis::rules
