#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tamis/rules/reported_speech.h"
#include "tamis/rules/rule.h"
#include "tamis/text/affixes.h"
#include "tamis/text/lines.h"

namespace tamis::rules {
namespace {

struct Params {
  std::vector<std::string> phrases = {"click here to",
                                      "click the link below",
                                      "click on the link below",
                                      "call us today",
                                      "call us now",
                                      "call now",
                                      "call today",
                                      "order now",
                                      "order yours today",
                                      "buy now",
                                      "shop now",
                                      "book now",
                                      "apply now",
                                      "sign up now",
                                      "sign up today",
                                      "sign up for our",
                                      "sign up for free",
                                      "sign up to our",
                                      "sign up to receive",
                                      "subscribe to our",
                                      "subscribe now",
                                      "join our newsletter",
                                      "join our mailing list",
                                      "follow us on",
                                      "like us on",
                                      "find us on facebook",
                                      "share on facebook",
                                      "add to cart",
                                      "add to basket",
                                      "while supplies last",
                                      "while stocks last",
                                      "request a quote",
                                      "get a free quote",
                                      "contact us today",
                                      "contact us now",
                                      "contact us for a",
                                      "download our app",
                                      "download the app",
                                      "leave a comment below",
                                      "scroll down for",
                                      "text stop to",
                                      "reply stop",
                                      "txt stop",
                                      "claim your prize",
                                      "you have won",
                                      "you have been selected",
                                      "claim your free gift",
                                      "claim your reward"};
};

constexpr ParamSpec kParams[] = {
    param<&Params::phrases>("phrases", "What counts; ASCII letters match in either case."),
};

struct Calls {
  text::WordMatcher matcher;
  ReportedSpeech reports;

  static Result<Calls> make(const Params& params) {
    TAMIS_ASSIGN(text::WordMatcher matcher, text::WordMatcher::make(params.phrases));
    TAMIS_ASSIGN(ReportedSpeech reports, ReportedSpeech::make());
    return Calls{std::move(matcher), std::move(reports)};
  }
};

// "We must call today" calls nobody.
constexpr text::AffixList kAuxiliaries{
    {" to", " not", " must", " can", " could", " will", " would", " should", " may", " shall"}};

constexpr std::size_t kAuxiliaryBytesMax = 10;  // with spaces

// `before`: what stands in front of the phrase.
bool is_call(std::string_view before) {
  before.remove_prefix(before.size() - std::min(before.size(), kAuxiliaryBytesMax));
  return kAuxiliaries.suffix_bytes(text::trim(before)) == 0;
}

double measure(const Passage& passage, const Calls& calls) {
  std::int64_t num_calls = 0;
  const std::string_view text = passage.text();
  passage.for_each_match(calls.matcher, [&](const text::WordMatch& match) {
    num_calls += is_call(text.substr(0, match.begin)) ? 1 : 0;
  });
  return num_calls > 0 && calls.reports.is_in(text) ? 0 : static_cast<double>(num_calls);
}

constexpr Example kExamples[] = {
    {.text = "The mill was built in 1820. Sign up for our newsletter! It burnt down in 1834.",
     .left = "The mill was built in 1820. It burnt down in 1834."},
    {.text = "\"Order now,\" said the waiter. The doctor told me to call today.",
     .left = "\"Order now,\" said the waiter. The doctor told me to call today."},
    {.text = "The captain gave the order to leave, and nobody thought of the cost of shipping.",
     .left = "The captain gave the order to leave, and nobody thought of the cost of shipping."},
};

constexpr std::string_view kLanguages[] = {"en"};

}  // namespace

extern constinit const RuleSpec call_to_action_count = rule({
    .name = "call_to_action_count",
    .version = 2,
    .level = Level::kSentence,
    .summary = "Number of phrases by which an English sentence asks to buy, call, subscribe or "
               "share; 0 of a sentence that quotes or speaks of others.",
    .why = "Sites plant these sentences between the paragraphs of an article; the sentence goes "
           "and the paragraph stays; misleads on texts about advertising that use the present.",
    .unit = "phrases",
    .scale = Scale::kCount,
    .keep = {.max = 0},
    .languages = kLanguages,
    .source = {.work = "Gan et al. 2023 (Ziya2)",
               .url = "https://arxiv.org/abs/2311.03301",
               .where = "section 2.2, rules at sentence level; the English phrases are ours"},
    .params = kParams,
    .examples = kExamples,
    .measure = with_matcher<Params, Calls, measure>,
});

}  // namespace tamis::rules
