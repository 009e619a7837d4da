#include "tamis/rules/rule.h"
#include "tamis/rules/visitor_speech.h"

namespace tamis::rules {
namespace {

double measure(const Passage& passage, const VisitorSpeech& speech) {
  return static_cast<double>(speech.points(passage));
}

constexpr Example kExamples[] = {
    {.text = "The mill was built in 1820. Get 20% off your first sack with code FLOUR20! It burnt "
             "down in 1834.",
     .left = "The mill was built in 1820. It burnt down in 1834."},
    {.text = "We use cookies to give you the best experience.\nThe mill was built in 1820.",
     .left = "The mill was built in 1820."},
    {.text = "The casino said it would stop giving new players a bonus.",
     .left = "The casino said it would stop giving new players a bonus."},
};

constexpr std::string_view kLanguages[] = {"en"};

}  // namespace

extern constinit const RuleSpec visitor_speech_score = rule({
    .name = "visitor_speech_score",
    .version = 2,
    .level = Level::kSentence,
    .summary = "Points by which an English sentence speaks to the visitors of a page: what sells, "
               "calls or warns of cookies adds some, what reports or quotes takes some away.",
    .why = "Advertisements and the talk of sites (cookies, newsletters, paywalls, comment forms, "
           "refusals of chatbots) keep changing their words, but call, offer and address alike; "
           "misleads on advice to customers.",
    .unit = "points",
    .scale = Scale::kCount,
    .keep = {.max = 4},
    .languages = kLanguages,
    .source = {.work = "Gan et al. 2023 (Ziya2)",
               .url = "https://arxiv.org/abs/2311.03301",
               .where = "section 2.2, rules at sentence level; the phrases, points and the bound "
                        "are ours"},
    .examples = kExamples,
    .measure = with_matcher<VisitorSpeech::Params, VisitorSpeech, measure>,
});

}  // namespace tamis::rules
