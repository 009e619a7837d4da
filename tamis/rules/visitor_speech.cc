#include "tamis/rules/visitor_speech.h"

#include <algorithm>
#include <map>
#include <string>

#include "tamis/base/ascii.h"
#include "tamis/rules/reported_speech.h"
#include "tamis/text/affixes.h"

namespace tamis::rules {
namespace {

using enum VisitorPhraseKind;

constexpr std::size_t kShortBytesMax = 80;
constexpr std::size_t kLongBytes = 120;  // one point less for each so many
constexpr std::size_t kPhoneDigitsMin = 7;

// Points of one phrase, or of what stands around it: set by hand on made-up sentences and real
// pages (docs/design/0011-rule-quality.md).
constexpr std::int64_t kFixedPoints = 7;
constexpr std::int64_t kStrongPoints = 5;
constexpr std::int64_t kCallPoints = 2;
constexpr std::int64_t kPlainPointsMin = kStrongPoints;  // of phrases that address nobody
constexpr std::int64_t kReportPoints = 2;
constexpr std::int64_t kQuotePoints = 2;
constexpr std::int64_t kContactPoints = 2;
constexpr std::int64_t kTopicPointsMax = 2;
constexpr std::int64_t kOfferPointsMax = 2;
constexpr std::int64_t kLengthPointsMax = 4;

// What stands around a sentence's words, byte by byte.
constexpr std::string_view kMarks = " \t\r\n.,:;!?…[]()*-+|\"'“”›‹→>•&#";

// By what a sentence may begin that sells (two points), or that asks or speaks for its page (one).
constexpr std::string_view kSellingOpenings[] = {
    "apply",   "bet",     "book",     "boost",   "browse",   "buy",        "call",      "catch",
    "chat",    "claim",   "compare",  "contact", "discover", "don't",      "donate",    "don’t",
    "drop",    "earn",    "email",    "enjoy",   "enquire",  "explore",    "find",      "get",
    "grab",    "hire",    "hurry",    "invest",  "join",     "lose",       "meet",      "melt",
    "message", "order",   "place",    "play",    "pop",      "receive",    "redeem",    "refinance",
    "reserve", "save",    "schedule", "shop",    "sick",     "sign",       "skyrocket", "slash",
    "speak",   "spin",    "stay",     "stop",    "stream",   "struggling", "subscribe", "support",
    "swipe",   "tap",     "tired",    "treat",   "trust",    "try",        "upload",    "visit",
    "want",    "welcome", "win",      "worried"};
constexpr std::string_view kOpenings[] = {
    "add",    "ask",      "become", "build",  "check",    "choose",  "click", "come",  "connect",
    "create", "download", "enter",  "follow", "generate", "give",    "help",  "hit",   "install",
    "learn",  "leave",    "like",   "listen", "log",      "make",    "need",  "open",  "our",
    "please", "print",    "read",   "ready",  "register", "request", "see",   "send",  "share",
    "start",  "take",     "text",   "use",    "view",     "watch",   "we",    "we'll", "we're",
    "we've",  "we’ll",    "we’re",  "we’ve",  "write"};

constexpr bool has(std::uint16_t kinds, VisitorPhraseKind kind) {
  return (kinds >> static_cast<int>(kind) & 1) != 0;
}

std::string_view bare(std::string_view sentence) {
  const std::size_t begin = sentence.find_first_not_of(kMarks);
  if (begin == sentence.npos) return {};
  return sentence.substr(begin, sentence.find_last_not_of(kMarks) + 1 - begin);
}

// How much the first word calls.
std::int64_t opening_points(std::string_view sentence) {
  const std::string_view word = sentence.substr(0, sentence.find_first_of(" ,"));
  const auto is_word = [&](std::string_view opening) {
    return equals_ignoring_case(word, opening);
  };
  if (std::ranges::any_of(kSellingOpenings, is_word)) return 2;
  return std::ranges::any_of(kOpenings, is_word) ? 1 : 0;
}

// True of what programs are written in, or what is typed at a prompt.
bool is_code(std::string_view text) {
  static constexpr text::AffixList kPrompts{{"$ ", ">>> "}};
  static constexpr text::AffixList kSigns{{"::", "()", "==", "!=", "[]", "{}", ");"}};
  return kPrompts.prefix_bytes(text) > 0 || kSigns.is_in(text);
}

// True of a part of a longer name: "ssh-keygen", "lib/password".
bool is_in_name(std::string_view before) {
  return before.size() > 1 &&
         std::string_view("-_/").find(before.back()) != std::string_view::npos &&
         is_ascii_alphanumeric(before[before.size() - 2]);
}

// The last bytes of these signs.
constexpr char kPoundEnd = '\xA3';
constexpr char kEuroEnd = '\xAC';

// What the bytes of a sentence show: prices, shares, addresses and telephone numbers.
struct Figures {
  bool has_price = false;
  bool has_contact = false;

  explicit Figures(std::string_view sentence) {
    std::size_t num_digits = 0;  // of the number at hand, with the marks inside of it
    for (std::size_t i = 0; i < sentence.size(); ++i) {
      const char byte = sentence[i];
      const char next = i + 1 < sentence.size() ? sentence[i + 1] : ' ';
      const char before = i > 0 ? sentence[i - 1] : ' ';
      if (is_ascii_digit(byte)) {
        ++num_digits;
        has_price |= next == '%' || before == '$' || before == kPoundEnd || before == kEuroEnd;
        has_contact |= num_digits >= kPhoneDigitsMin;
      } else if (byte != '-' && byte != ' ' && byte != '(' && byte != ')' && byte != '.') {
        num_digits = 0;
      }
      has_contact |= byte == '@' && is_ascii_alphanumeric(next);
    }
  }
};

}  // namespace

// What was found in a sentence.
struct VisitorSpeech::Finds {
  std::int64_t points = 0;
  std::int64_t num_topics = 0;
  std::int64_t num_offers = 0;
  Kinds kinds = 0;

  // A phrase that is the first, or all, of a sentence of `num_bytes`, marks around it aside.
  void take_anchor(Kinds phrase, bool is_first, bool is_whole, std::size_t num_bytes) {
    if (has(phrase, kFixed) || (is_whole && has(phrase, kWhole))) {
      points += kFixedPoints;
    } else if (has(phrase, kStrong) || (is_first && has(phrase, kOpening)) ||
               (num_bytes <= kShortBytesMax && has(phrase, kShort))) {
      points += kStrongPoints;
    } else if (has(phrase, kCall)) {
      points += kCallPoints;
    }
    num_topics += has(phrase, kTopic) ? 1 : 0;
    kinds |= phrase;
  }

  void take_context(Kinds phrase) {
    if (has(phrase, kReport)) points -= kReportPoints;
    if (has(phrase, kPerson)) points -= 1;
    num_offers += has(phrase, kOffer) ? 1 : 0;
    kinds |= phrase;
  }

  std::int64_t sum() const {
    std::int64_t total = points;
    for (const VisitorPhraseKind kind : {kUrgency, kReader, kSeller}) {
      total += has(kinds, kind) ? 1 : 0;
    }
    total += has(kinds, kReader) && has(kinds, kSeller) ? 1 : 0;  // face to face
    return total + std::min(num_topics, kTopicPointsMax) + std::min(num_offers, kOfferPointsMax);
  }
};

// Of the kinds that `choose` takes. A phrase may be of several.
template <typename Choose>
Result<VisitorSpeech::Phrases> VisitorSpeech::make_phrases(Choose choose) {
  std::map<std::string, Kinds, std::less<>> kinds_of;
  for_each_visitor_phrase([&](VisitorPhraseKind kind, std::string_view phrase) {
    if (!choose(kind)) return;
    const auto bit = static_cast<Kinds>(1U << static_cast<unsigned>(kind));
    kinds_of[std::string(phrase)] |= bit;
    if (const std::size_t mark = phrase.find('\''); mark != phrase.npos)
      kinds_of[std::string(phrase.substr(0, mark)) + "’" + std::string(phrase.substr(mark + 1))] |=
          bit;
  });
  std::vector<std::string> words;
  std::vector<Kinds> kinds;
  for (const auto& [word, kinds_of_word] : kinds_of) {
    words.push_back(word);
    kinds.push_back(kinds_of_word);
  }
  TAMIS_ASSIGN(text::WordMatcher matcher, text::WordMatcher::make(words));
  return Phrases{std::move(matcher), std::move(kinds)};
}

Result<VisitorSpeech> VisitorSpeech::make(const Params&) {
  TAMIS_ASSIGN(Phrases anchors, make_phrases(stands_alone));
  TAMIS_ASSIGN(Phrases context,
               make_phrases([](VisitorPhraseKind kind) { return !stands_alone(kind); }));
  return VisitorSpeech(std::move(anchors), std::move(context));
}

std::int64_t VisitorSpeech::points(const Passage& passage) const {
  const std::string_view sentence = bare(passage.text());
  if (sentence.empty()) return 0;
  const auto offset = static_cast<std::size_t>(sentence.data() - passage.text().data());
  Finds finds;
  passage.for_each_match(anchors_.matcher, [&](const text::WordMatch& match) {
    if (is_in_name(passage.text().substr(0, match.begin))) return;
    const bool is_first = match.begin == offset;
    const bool is_whole = is_first && match.num_bytes == sentence.size();
    finds.take_anchor(anchors_.kinds[match.word_index], is_first, is_whole, sentence.size());
  });
  if (finds.kinds == 0 || is_code(passage.text())) return 0;
  context_.matcher.for_each_match(sentence, [&](const text::WordMatch& match) {
    const bool is_country = sentence.substr(match.begin, match.num_bytes) == "US";
    if (!is_country) finds.take_context(context_.kinds[match.word_index]);
  });
  const Figures figures(sentence);
  const std::int64_t of_opening = opening_points(sentence);
  const bool is_call = of_opening > 0;
  const bool is_exclaimed =
      passage.text().find_first_of(is_call ? "!?" : "!") != std::string_view::npos;
  const bool is_addressed = is_call || is_exclaimed || figures.has_contact ||
                            has(finds.kinds, kReader) || has(finds.kinds, kSeller);
  if (!is_addressed && finds.points < kPlainPointsMin) return 0;
  std::int64_t total = finds.sum();
  total += figures.has_price ? 1 : 0;
  total += figures.has_contact ? kContactPoints : 0;
  total += of_opening;
  total += is_exclaimed ? 1 : 0;
  // What is long says much of everything.
  total -= std::min(kLengthPointsMax, static_cast<std::int64_t>(sentence.size() / kLongBytes));
  total -= has_quotation_mark(passage.text()) ? kQuotePoints : 0;
  return std::max<std::int64_t>(0, total);
}

}  // namespace tamis::rules
