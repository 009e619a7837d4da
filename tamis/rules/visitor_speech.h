// How much an English sentence speaks to the visitors of a page rather than of a subject.
//
// Pages sell, ask for subscriptions and warn of cookies in ever other words, but with the same
// gestures: they call, name an offer, address the reader, hurry, give a price or an address. Each
// adds points (visitor_phrases.h); what tells of a report, a quotation or of other people takes
// some away. So the same words go where they call and stay where they are spoken of.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "tamis/base/result.h"
#include "tamis/batch/passage.h"
#include "tamis/rules/visitor_phrases.h"
#include "tamis/text/word_matcher.h"

namespace tamis::rules {

class VisitorSpeech {
 public:
  struct Params {};

  static Result<VisitorSpeech> make(const Params&);

  // A text without any of its words scores 0.
  const text::WordMatcher& matcher() const { return anchors_.matcher; }

  // Of a sentence; never below 0. Linear.
  std::int64_t points(const Passage& sentence) const;

 private:
  using Kinds = std::uint16_t;  // a bit for each VisitorPhraseKind

  struct Phrases {
    text::WordMatcher matcher;
    std::vector<Kinds> kinds;  // of the matcher's words
  };

  struct Finds;

  template <typename Choose>
  static Result<Phrases> make_phrases(Choose choose);

  VisitorSpeech(Phrases anchors, Phrases context)
      : anchors_(std::move(anchors)), context_(std::move(context)) {}

  Phrases anchors_;  // those that stand alone
  Phrases context_;  // asked of sentences with an anchor only
};

}  // namespace tamis::rules
