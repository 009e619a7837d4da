// What pages say to their visitors, in English: to sell, to ask, to warn of cookies.
//
// Phrases stand by how much they tell. Few are said by nobody else; most others only tell together
// with what stands around them (visitor_speech.h).
#pragma once

#include <algorithm>
#include <span>
#include <string_view>

namespace tamis::rules {

enum class VisitorPhraseKind {
  kWhole,    // a sentence that is nothing else
  kOpening,  // where a sentence begins with it
  kShort,    // in a short sentence
  kFixed,    // what only pages say, even where others report it once
  kStrong,   // what hardly anybody else says
  kCall,     // a call or an offer that prose may speak of
  kTopic,    // goods and services that are advertised most
  // The following tell only in a sentence with one of those above.
  kOffer,    // prices, discounts, praise
  kUrgency,  // now, today, only
  kReader,   // you, your
  kSeller,   // we, our
  kReport,   // against it: somebody said so, or it was so
  kPerson,   // against it: somebody else is spoken of
};

// Whether a sentence is looked at because of such a phrase.
constexpr bool stands_alone(VisitorPhraseKind kind) { return kind <= VisitorPhraseKind::kTopic; }

struct VisitorPhrases {
  VisitorPhraseKind kind = VisitorPhraseKind::kWhole;
  std::string_view phrases;  // with | between them
};

std::span<const VisitorPhrases> visitor_phrases();

// Calls take(kind, phrase) for each. The same phrase may be of several kinds.
template <typename Take>
void for_each_visitor_phrase(Take take) {
  for (const VisitorPhrases& group : visitor_phrases()) {
    for (std::string_view rest = group.phrases; !rest.empty();) {
      const std::string_view phrase = rest.substr(0, rest.find('|'));
      rest.remove_prefix(std::min(rest.size(), phrase.size() + 1));
      take(group.kind, phrase);
    }
  }
}

}  // namespace tamis::rules
