#include <string>
#include <vector>

#include "tamis/rules/rule.h"
#include "tamis/text/word_matcher.h"

namespace tamis::rules {
namespace {

struct Params {
  // The first six are C4's; the Chinese ones are what stands in the same place of Chinese pages.
  std::vector<std::string> phrases = {
      "terms of use", "privacy policy", "cookie policy", "uses cookies", "use of cookies",
      "use cookies",  "隐私政策",       "隐私条款",      "使用条款",     "服务条款",
      "用户协议",     "版权所有",       "不得转载"};
  std::vector<std::string> placeholders = {"lorem ipsum"};
};

constexpr ParamSpec kParams[] = {
    param<&Params::phrases>("phrases", "What makes a paragraph boilerplate; case does not count."),
    param<&Params::placeholders>("placeholders", "What makes the whole text boilerplate."),
};

struct Phrases {
  text::WordMatcher matcher;  // of both
  text::WordMatcher phrases;
  text::WordMatcher placeholders;

  static Result<Phrases> make(const Params& params) {
    std::vector<std::string> all = params.phrases;
    all.insert(all.end(), params.placeholders.begin(), params.placeholders.end());
    TAMIS_ASSIGN(text::WordMatcher matcher, text::WordMatcher::make(all, {}, text::Borders::kNone));
    TAMIS_ASSIGN(text::WordMatcher phrases,
                 text::WordMatcher::make(params.phrases, {}, text::Borders::kNone));
    TAMIS_ASSIGN(text::WordMatcher placeholders,
                 text::WordMatcher::make(params.placeholders, {}, text::Borders::kNone));
    return Phrases{std::move(matcher), std::move(phrases), std::move(placeholders)};
  }
};

double measure(const Passage& passage, const Phrases& phrases) {
  if (phrases.placeholders.occurs_in(passage.text())) return 1;
  if (!phrases.phrases.occurs_in(passage.text())) return 0;
  return share(passage.lines(),
               [&](std::string_view paragraph) { return phrases.phrases.occurs_in(paragraph); });
}

constexpr Example kExamples[] = {
    {.text = "The mill has ground flour since 1870.\n\nIt still does.\n\nWe use cookies.",
     .kept = true},
    {.text = "The mill has ground flour since 1870.\n\nLorem ipsum dolor sit amet.", .kept = false},
    {.text = "This site uses cookies.\n\nRead our privacy policy.\n\nHome", .kept = false},
    {.text = "磨坊还在转。\n\n版权所有，不得转载。", .kept = false},
};

}  // namespace

extern constinit const RuleSpec boilerplate_paragraph_ratio = rule({
    .name = "boilerplate_paragraph_ratio",
    .version = 1,
    .summary =
        "Share of the paragraphs that hold a phrase of policies and cookie notices; 1 if the "
        "text holds \"lorem ipsum\".",
    .why = "A page of which half is such notices has no text of its own; a page without blank "
           "lines is one paragraph, and one phrase condemns it.",
    .unit = "share of paragraphs",
    .keep = {.max = 0.4},
    .source = {.work = "NVIDIA NeMo Curator",
               .url = "https://github.com/NVIDIA-NeMo/Curator",
               .where =
                   "BoilerPlateStringFilter, which counts blank paragraphs as well and knows more "
                   "phrases; the Chinese phrases are ours"},
    .lines = text::LineKind::kTrimmedParagraphs,
    .params = kParams,
    .examples = kExamples,
    .measure = with_matcher<Params, Phrases, measure>,
});

}  // namespace tamis::rules
