#include <algorithm>

#include "tamis/base/ascii.h"
#include "tamis/rules/rule.h"
#include "tamis/text/affixes.h"
#include "tamis/text/lines.h"
#include "tamis/text/script_counts.h"
#include "tamis/text/terminal_marks.h"

namespace tamis::rules {
namespace {

struct Params {
  std::int64_t chinese_characters_min = 5;
};

constexpr ParamSpec kParams[] = {
    param<&Params::chinese_characters_min>("chinese_characters_min",
                                           "A sentence has at least so many Chinese characters."),
};

constexpr text::AffixList kEnds{
    {"。", "！", "？", "…", "；", "”", "」", "』", "）", "．", "｡", "!", "?"}};

// Behind a digit an ASCII full stop is a list's number, and behind another one an ellipsis that
// cuts a headline off.
bool ends_with_full_stop(std::string_view sentence) {
  if (!sentence.ends_with('.')) return false;
  sentence.remove_suffix(1);
  return !sentence.empty() && sentence.back() != '.' && !is_ascii_digit(sentence.back());
}

bool is_ended(std::string_view sentence) {
  const std::string_view words = text::trim(sentence);
  if (kEnds.suffix_bytes(words) > 0) return true;
  const std::string_view mark = text::without_closers(words);
  return kEnds.suffix_bytes(mark) > 0 || ends_with_full_stop(mark);
}

// Counts first bytes of U+4000 to U+9FFF until there are enough, and exactly only where these are
// too few.
bool has_chinese(std::string_view sentence, std::int64_t num_wanted) {
  constexpr std::size_t kBlockBytes = 32;
  std::int64_t num_surely = 0;
  for (std::string_view rest = sentence; num_surely < num_wanted && !rest.empty();) {
    const std::string_view block = rest.substr(0, kBlockBytes);
    rest.remove_prefix(block.size());
    num_surely += std::ranges::count_if(block, [](char byte) {
      const auto lead = static_cast<unsigned char>(byte);
      return lead >= 0xE4 && lead <= 0xE9;
    });
  }
  return num_surely >= num_wanted || text::chinese_code_points(sentence) >= num_wanted;
}

double measure(const Passage& passage, const Params& params) {
  const auto sentences = passage.sentences();
  return static_cast<double>(
      std::count_if(sentences.begin(), sentences.end(), [&](std::string_view sentence) {
        return is_ended(sentence) && has_chinese(sentence, params.chinese_characters_min);
      }));
}

constexpr Example kExamples[] = {
    {.text = "今天天气很好。我们去公园散步。", .kept = true},
    {.text = "设集合里有 n 个点．我们先给出定义．", .kept = true},
    {.text = "打印版本信息并退出.\n从标准输入读取文件 (参见 tar 手册.)", .kept = true},
    {.text = "首页\n新闻中心\n联系我们\n今天天气很好。", .kept = false},
};

constexpr std::string_view kLanguages[] = {"zh"};

}  // namespace

extern constinit const RuleSpec chinese_sentence_count = rule({
    .name = "chinese_sentence_count",
    .version = 2,
    .summary = "Number of Chinese sentences that end with an end mark.",
    .why = "Menus and lists of headlines have characters enough but end no sentence; misleads on "
           "classical texts without punctuation.",
    .unit = "sentences",
    .scale = Scale::kCount,
    .keep = {.min = 2},
    .languages = kLanguages,
    .source = {.work = "Raffel et al. 2020 (C4)",
               .url = "https://arxiv.org/abs/1910.10683",
               .where =
                   "section 2.2, end marks and sentences; in Chinese units, with more than one "
                   "sentence as in MAP-NEO's Matrix"},
    .params = kParams,
    .examples = kExamples,
    .measure = with_params<Params, measure>,
});

}  // namespace tamis::rules
