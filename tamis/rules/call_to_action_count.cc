#include <string>
#include <vector>

#include "tamis/rules/phrases.h"
#include "tamis/rules/rule.h"

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
                                      "act now",
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
                                      "free shipping",
                                      "free delivery",
                                      "limited time offer",
                                      "while supplies last",
                                      "while stocks last",
                                      "money back guarantee",
                                      "money-back guarantee",
                                      "satisfaction guaranteed",
                                      "request a quote",
                                      "get a free quote",
                                      "free quote",
                                      "contact us today",
                                      "contact us now",
                                      "contact us for a",
                                      "promo code",
                                      "discount code",
                                      "coupon code",
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

double measure(const Passage& passage, const Phrases<>& phrases) {
  return static_cast<double>(phrases.matcher.count(passage.text()));
}

constexpr Example kExamples[] = {
    {.text = "The mill was built in 1820. Sign up for our newsletter! It burnt down in 1834.",
     .left = "The mill was built in 1820. It burnt down in 1834."},
    {.text = "The captain gave the order to leave, and nobody thought of the cost of shipping.",
     .left = "The captain gave the order to leave, and nobody thought of the cost of shipping."},
};

constexpr std::string_view kLanguages[] = {"en"};

}  // namespace

extern constinit const RuleSpec call_to_action_count = rule({
    .name = "call_to_action_count",
    .version = 1,
    .level = Level::kSentence,
    .summary = "Number of phrases by which an English sentence asks to buy, call, subscribe or "
               "share.",
    .why = "Sites plant these sentences between the paragraphs of an article; the sentence goes "
           "and the paragraph stays; misleads on texts about advertising.",
    .unit = "phrases",
    .scale = Scale::kCount,
    .keep = {.max = 0},
    .languages = kLanguages,
    .source = {.work = "Gan et al. 2023 (Ziya2)",
               .url = "https://arxiv.org/abs/2311.03301",
               .where = "section 2.2, rules at sentence level; the English phrases are ours"},
    .params = kParams,
    .examples = kExamples,
    .measure = with_matcher<Params, Phrases<>, measure>,
});

}  // namespace tamis::rules
