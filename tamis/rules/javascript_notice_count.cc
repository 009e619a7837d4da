#include <string>
#include <vector>

#include "tamis/rules/rule.h"
#include "tamis/text/word_matcher.h"

namespace tamis::rules {
namespace {

struct Params {
  std::vector<std::string> phrases = {"enable javascript",
                                      "turn on javascript",
                                      "activate javascript",
                                      "javascript is disabled",
                                      "javascript is not enabled",
                                      "javascript is required",
                                      "javascript must be enabled",
                                      "requires javascript",
                                      "javascript disabled",
                                      "does not support javascript",
                                      "doesn't support javascript",
                                      "enable cookies",
                                      "does not support iframes",
                                      "does not support frames",
                                      "does not support the video tag",
                                      "does not support html5 video",
                                      "browser is out of date",
                                      "browser is not supported",
                                      "启用JavaScript",
                                      "开启JavaScript",
                                      "打开JavaScript",
                                      "启用 JavaScript",
                                      "开启 JavaScript",
                                      "不支持JavaScript",
                                      "不支持 JavaScript",
                                      "禁用了JavaScript",
                                      "禁用了 JavaScript",
                                      "浏览器版本过低",
                                      "浏览器不支持",
                                      "升级您的浏览器",
                                      "升级你的浏览器",
                                      "啟用JavaScript",
                                      "啟用 JavaScript",
                                      "瀏覽器不支援"};
  std::int64_t code_points_max = 300;
};

constexpr ParamSpec kParams[] = {
    param<&Params::phrases>("phrases", "What counts; ASCII letters match in either case."),
    param<&Params::code_points_max>("code_points_max",
                                    "A longer paragraph speaks about scripts and counts none."),
};

struct Phrases {
  text::WordMatcher matcher;
  std::int64_t code_points_max;

  static Result<Phrases> make(const Params& params) {
    TAMIS_ASSIGN(text::WordMatcher matcher, text::WordMatcher::make(params.phrases));
    return Phrases{std::move(matcher), params.code_points_max};
  }
};

double measure(const Passage& passage, const Phrases& phrases) {
  const std::int64_t num_phrases = passage.count_matches(phrases.matcher);
  const bool is_long = num_phrases > 0 && passage.num_code_points() > phrases.code_points_max;
  return is_long ? 0 : static_cast<double>(num_phrases);
}

constexpr Example kExamples[] = {
    {.text = "Please enable JavaScript to view the comments.\nThe mill was built in 1820.",
     .left = "The mill was built in 1820."},
    {.text = "JavaScript was written in ten days in 1995.",
     .left = "JavaScript was written in ten days in 1995."},
    {.text = "您的浏览器不支持视频播放，请升级您的浏览器。\n磨坊建于一八二〇年。",
     .left = "磨坊建于一八二〇年。"},
};

}  // namespace

extern constinit const RuleSpec javascript_notice_count = rule({
    .name = "javascript_notice_count",
    .version = 1,
    .level = Level::kParagraph,
    .summary = "Number of phrases by which a paragraph asks for scripts, cookies or another "
               "browser.",
    .why = "Pages say this to browsers without scripts, which a crawler is; C4 cuts every line "
           "with the word, and with it what is written about the language.",
    .unit = "phrases",
    .scale = Scale::kCount,
    .keep = {.max = 0},
    .source = {.work = "Raffel et al. 2020 (C4)",
               .url = "https://arxiv.org/abs/1910.10683",
               .where = "section 2.2, which cuts lines with the word; the phrases are ours"},
    .params = kParams,
    .examples = kExamples,
    .measure = with_matcher<Params, Phrases, measure>,
});

}  // namespace tamis::rules
