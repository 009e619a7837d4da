#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tamis/rules/rule.h"
#include "tamis/rules/word_list.h"
#include "tamis/text/affixes.h"
#include "tamis/text/lines.h"

namespace tamis::rules {
namespace {

struct Params {
  // The first six are C4's; the others say the same things on Chinese and English pages.
  std::vector<std::string> phrases = {
      "terms of use",   "privacy policy",  "cookie policy",      "uses cookies",
      "use of cookies", "use cookies",     "terms of service",   "all rights reserved",
      "accept cookies", "cookie settings", "隐私政策",           "隐私条款",
      "使用条款",       "服务条款",        "用户协议",           "免责声明",
      "版权声明",       "版权所有",        "不得转载",           "转载请注明",
      "ICP备",          "公网安备",        "违法和不良信息举报", "隱私政策",
      "隱私權政策",     "隱私條款",        "使用條款",           "服務條款",
      "使用者條款",     "免責聲明",        "版權聲明",           "版權所有",
      "不得轉載",       "轉載請註明"};
};

constexpr ParamSpec kParams[] = {
    param<&Params::phrases>("phrases", "What counts; ASCII letters match in either case."),
};

// A notice speaks for its page or to who reads it.
constexpr std::string_view kNoticeWords[] = {"you",
                                             "your",
                                             "we",
                                             "our",
                                             "us",
                                             "this site",
                                             "this website",
                                             "this page",
                                             "this web site",
                                             "please",
                                             "read",
                                             "see",
                                             "view",
                                             "click",
                                             "accept",
                                             "agree",
                                             "by using",
                                             "by continuing",
                                             "subject to",
                                             "copyright",
                                             "rights reserved",
                                             "©",
                                             "learn more",
                                             "请",
                                             "您",
                                             "你",
                                             "我们",
                                             "我司",
                                             "本站",
                                             "本网",
                                             "本文",
                                             "本页",
                                             "本平台",
                                             "本公司",
                                             "同意",
                                             "不得转载",
                                             "未经",
                                             "声明",
                                             "版权所有",
                                             "备案",
                                             "ICP",
                                             "公网安备",
                                             "转载",
                                             "点击",
                                             "阅读",
                                             "举报",
                                             "勾选",
                                             "請",
                                             "我們",
                                             "聲明",
                                             "版權所有",
                                             "未經",
                                             "點擊",
                                             "閱讀",
                                             "舉報"};
constexpr text::AffixList kEndMarks{{".", "。", "!", "！", "?", "？"}};
constexpr std::int64_t kStatementWordsMin = 6;
constexpr double kStatementRatioMax = 0.4;

struct PhrasesOfPages {
  text::WordMatcher matcher;
  text::WordMatcher notice_words;

  static Result<PhrasesOfPages> make(const Params& params) {
    TAMIS_ASSIGN(text::WordMatcher matcher, text::WordMatcher::make(params.phrases));
    const std::vector<std::string> words(std::begin(kNoticeWords), std::end(kNoticeWords));
    TAMIS_ASSIGN(text::WordMatcher notice_words, text::WordMatcher::make(words));
    return PhrasesOfPages{std::move(matcher), std::move(notice_words)};
  }

  // Whether the line is a sentence about policies, not one of them.
  bool is_statement(const Passage& passage) const {
    return kEndMarks.suffix_bytes(text::trim(passage.text())) > 0 &&
           passage.num_words() >= kStatementWordsMin && !notice_words.occurs_in(passage.text());
  }
};

double measure(const Passage& passage, const PhrasesOfPages& phrases) {
  const double share = matched_code_point_ratio(phrases.matcher, passage);
  const bool may_be_statement = share > 0 && share <= kStatementRatioMax;
  return may_be_statement && phrases.is_statement(passage) ? 0 : share;
}

constexpr Example kExamples[] = {
    {.text = "The court found that the company had changed its privacy policy without telling its "
             "customers, and that the letters that it sent them in the spring had said nothing "
             "of the sale of their names and addresses to other firms.",
     .left = "The court found that the company had changed its privacy policy without telling its "
             "customers, and that the letters that it sent them in the spring had said nothing "
             "of the sale of their names and addresses to other firms."},
    {.text = "The story ends here.\nThis website uses cookies. Read our privacy policy.",
     .left = "The story ends here."},
    {.text = "Google changed its privacy policy in 2012.\n主管部门要求各商店公示企业的隐私政策。",
     .left = "Google changed its privacy policy in 2012.\n主管部门要求各商店公示企业的隐私政策。"},
    {.text = "故事到此结束。\n版权所有 未经授权不得转载 京ICP备10000000号",
     .left = "故事到此结束。"},
    {.text = "故事到此結束。\n隱私權政策 服務條款 版權所有", .left = "故事到此結束。"},
};

}  // namespace

extern constinit const RuleSpec boilerplate_phrase_ratio = rule({
    .name = "boilerplate_phrase_ratio",
    .version = 3,
    .level = Level::kParagraph,
    .summary = "Share of a paragraph's code points that stand in phrases of policies, cookie "
               "notices and copyright lines; 0 of a sentence about them that addresses nobody.",
    .why = "Every page of a site repeats them and none is about its subject; a share, and not C4's "
           "mere occurrence, spares the article that is about cookies.",
    .unit = "share of code points",
    .keep = {.max = 0.1},
    .source = {.work = "Raffel et al. 2020 (C4)",
               .url = "https://arxiv.org/abs/1910.10683",
               .where = "section 2.2; as a share, after NeMo Curator's BoilerPlateString; the "
                        "Chinese phrases are ours"},
    .params = kParams,
    .examples = kExamples,
    .measure = with_matcher<Params, PhrasesOfPages, measure>,
});

}  // namespace tamis::rules
