#include "tamis/rules/advertising_scores.h"

#include <algorithm>
#include <array>
#include <utility>

#include "tamis/base/ascii.h"
#include "tamis/rules/advertising_weights.h"
#include "tamis/text/affixes.h"
#include "tamis/text/byte_finder.h"
#include "tamis/text/code_point_walk.h"
#include "tamis/text/ideographs.h"
#include "tamis/text/utf8.h"

namespace tamis::rules {
namespace {

using Symbol = PairPoints::Symbol;

using text::is_common_ideograph;
using text::kFirstIdeograph;
using text::kLastIdeograph;

// The first bytes of these characters, and of few others.
constexpr text::ByteFinder kHanBytes("\xE4\xE5\xE6\xE7\xE8\xE9");

constexpr Symbol kUnknown = 0;  // a Chinese character that the table does not have

// What is no Chinese character. Breaks are marks, too, and come last.
constexpr Symbol kEdge = 1;
constexpr Symbol kNumber = 2;
constexpr Symbol kWord = 3;
constexpr Symbol kNumFixed = 4;
constexpr Symbol kClauseBreak = 5;
constexpr Symbol kSentenceBreak = 6;

// A clause below this is somebody's prose, and no sentence with it an advertisement as a whole: its
// clauses are judged by themselves.
constexpr std::int32_t kProsePoints = -kPointsPerLogOdds;

constexpr Symbol ascii_symbol(char byte) {
  if (byte == ',' || byte == ';') return kClauseBreak;
  if (byte == '\n' || byte == '!' || byte == '?') return kSentenceBreak;
  if (is_ascii_digit(byte)) return kNumber;
  return is_ascii_letter(byte) ? kWord : kEdge;
}

constexpr std::array<Symbol, 128> kAsciiSymbols = [] {
  std::array<Symbol, 128> symbols = {};
  for (int byte = 0; byte < 128; ++byte) symbols[byte] = ascii_symbol(static_cast<char>(byte));
  return symbols;
}();

// Of what is no Chinese character.
Symbol fixed_symbol(char32_t code_point) {
  if (code_point < 0x80) return kAsciiSymbols[code_point];
  switch (code_point) {
    case U'，':
    case U'；':
    case U'、':
      return kClauseBreak;
    case U'。':
    case U'！':
    case U'？':
    case U'…':
      return kSentenceBreak;
    default:
      return code_point >= U'０' && code_point <= U'９' ? kNumber : kEdge;
  }
}

double in_log_odds(std::int32_t points) { return points / static_cast<double>(kPointsPerLogOdds); }

// The table of weights, its pieces as symbols.
struct WeightReader {
  WeightReader() {
    for (const AdvertisingWeights& group : advertising_weight_table().weights) {
      for (std::string_view rest = group.pieces; !rest.empty();) {
        add_piece(rest, group.points);
        if (!rest.empty()) rest.remove_prefix(1);
      }
    }
  }

  std::vector<Symbol> symbols = std::vector<Symbol>(kLastIdeograph - kFirstIdeograph + 1);
  std::vector<std::int16_t> points = std::vector<std::int16_t>(kNumFixed);
  std::vector<PairPoints::Pair> pairs;

 private:
  // Takes one character or two off `rest`.
  void add_piece(std::string_view& rest, int piece_points) {
    const Symbol first = add_symbol(rest);
    if (rest.empty() || rest.front() == ' ') {
      points[first] = static_cast<std::int16_t>(piece_points);
    } else {
      pairs.push_back({first, add_symbol(rest), static_cast<std::int8_t>(piece_points)});
    }
  }

  Symbol add_symbol(std::string_view& rest) {
    const text::Decoded decoded = text::decode_code_point(rest);
    rest.remove_prefix(decoded.num_bytes);
    if (!is_common_ideograph(decoded.code_point)) return fixed_symbol(decoded.code_point);
    Symbol& symbol = symbols[decoded.code_point - kFirstIdeograph];
    if (symbol == kUnknown) {
      symbol = static_cast<Symbol>(points.size());
      points.push_back(0);
    }
    return symbol;
  }
};

// True of how a course of treatment is described. The weights know the word from advertisements.
bool is_clinical(std::string_view sentence) {
  static constexpr text::AffixList kTreatments{{"疗程", "引流"}};
  static constexpr text::AffixList kClinical{{"每个疗程", "每疗程", "为一个疗程", "为1个疗程",
                                              "为一疗程", "化疗", "放疗", "静滴", "静脉", "口服",
                                              "mg", "mL", "ml", "毫升", "毫克", "术后", "拔管"}};
  static constexpr text::AffixList kSelling{
      {"见效", "元", "反弹", "根治", "无效", "优惠", "折", "预约", "咨询", "祖传", "秘方"}};
  return kTreatments.is_in(sentence) && kClinical.is_in(sentence) && !kSelling.is_in(sentence);
}

}  // namespace

// Adds up the points of one sentence after the other, symbol by symbol.
class AdvertisingScores::Reader {
 public:
  explicit Reader(const AdvertisingScores& scores) : scores_(scores) {}

  // Numbers, words and marks are one symbol however long they are.
  void take_other(Symbol symbol) {
    if (symbol == previous_) return;
    if (symbol == kEdge) {
      clause_ += scores_.pairs_(previous_, kEdge);
      previous_ = kEdge;
    } else {
      take(symbol);
    }
  }

  void take(Symbol symbol) {
    clause_ +=
        table_.points_of_symbol + scores_.points_[symbol] + scores_.pairs_(previous_, symbol);
    previous_ = symbol;
    has_symbols_ = true;
  }

  void end_clause() {
    take_other(kEdge);
    if (has_symbols_) clause_ += table_.points_of_clause;
    sentence_.has_prose |= clause_ < kProsePoints;
    sentence_.clauses.append(RunPoints::of_clause(clause_));
    clause_ = 0;
    has_symbols_ = false;
  }

  SentencePoints end_sentence() {
    end_clause();
    return std::exchange(sentence_, {});
  }

 private:
  const AdvertisingScores& scores_;
  AdvertisingWeightTable table_ = advertising_weight_table();
  std::int32_t clause_ = 0;  // the sum over the clause at hand
  SentencePoints sentence_;  // of those before it
  Symbol previous_ = kEdge;
  bool has_symbols_ = false;  // in this clause
};

AdvertisingScores::RunPoints AdvertisingScores::RunPoints::of_clause(std::int32_t points) {
  const std::int32_t highest = std::max(0, points);
  return {.all = points, .highest = highest, .from_begin = highest, .to_end = highest};
}

void AdvertisingScores::RunPoints::append(const RunPoints& next) {
  highest = std::max({highest, next.highest, to_end + next.from_begin});
  from_begin = std::max(from_begin, all + next.from_begin);
  to_end = std::max(next.to_end, to_end + next.all);
  all += next.all;
}

std::int32_t AdvertisingScores::SentencePoints::of(AdvertisingUnit unit) const {
  const std::int32_t of_text = advertising_weight_table().points_of_text;
  if (unit == AdvertisingUnit::kClause) return std::max(0, of_text + clauses.highest);
  return has_prose ? 0 : std::max(0, of_text + clauses.all);
}

AdvertisingScores::AdvertisingScores(Symbols symbols, std::vector<std::int16_t> points,
                                     std::vector<PairPoints::Pair> pairs)
    : symbols_(std::move(symbols)),
      points_(std::move(points)),
      pairs_(std::move(pairs), points_.size()) {}

Result<AdvertisingScores> AdvertisingScores::make(const Params&) {
  WeightReader weights;
  return AdvertisingScores(std::move(weights.symbols), std::move(weights.points),
                           std::move(weights.pairs));
}

// Calls use(sentence, points) for each sentence of a text that has a Chinese character at all: the
// weights say that no other advertises.
template <typename Use>
void AdvertisingScores::for_each_sentence(std::string_view text, Use use) const {
  if (kHanBytes.find(text, 0) == text.size()) return;
  Reader reader(*this);
  std::size_t begin = 0;
  std::size_t i = 0;
  const auto end_sentence = [&] {
    use(Span{begin, i - begin}, reader.end_sentence());
    begin = i;
  };
  while (i < text.size()) {
    for (std::uint32_t place; (place = text::ideograph_place(text, i)) < text::kNumIdeographs;
         i += 3) {
      reader.take(symbols_[place]);
    }
    if (i == text.size()) break;
    const text::Decoded decoded = text::decode_wide(text.substr(i));
    i += decoded.num_bytes;
    const Symbol symbol = fixed_symbol(decoded.code_point);
    if (symbol < kNumFixed) {
      reader.take_other(symbol);
    } else if (symbol == kClauseBreak) {
      reader.end_clause();
    } else {
      end_sentence();
    }
  }
  end_sentence();
}

double AdvertisingScores::best(std::string_view text, AdvertisingUnit unit) const {
  std::int32_t best = 0;
  for_each_sentence(
      text, [&](Span, const SentencePoints& points) { best = std::max(best, points.of(unit)); });
  return in_log_odds(best);
}

double AdvertisingScores::best(const Passage& passage, AdvertisingUnit unit) const {
  if (unit == AdvertisingUnit::kClause && !passage.vicinity().empty())
    return clause_score(passage.simplified(), passage.simplified_vicinity());
  double highest = 0;
  for (const Span span : passage.found_by(*this)) {
    const std::string_view sentence = passage.simplified().substr(span.begin, span.num_bytes);
    if (!is_clinical(sentence)) highest = std::max(highest, best(sentence, unit));
  }
  return highest;
}

AdvertisingScores::RunPoints AdvertisingScores::run_points(std::string_view text) const {
  RunPoints points;
  for_each_sentence(text,
                    [&](Span, const SentencePoints& sentence) { points.append(sentence.clauses); });
  return points;
}

double AdvertisingScores::clause_score(std::string_view clause, std::string_view vicinity) const {
  const RunPoints own = run_points(clause);
  if (own.highest == 0) return 0;
  const auto begin = static_cast<std::size_t>(clause.data() - vicinity.data());
  const RunPoints before = run_points(vicinity.substr(0, begin));
  const RunPoints after = run_points(vicinity.substr(begin + clause.size()));
  const std::int32_t joined = before.to_end + own.all + after.from_begin;
  return in_log_odds(
      std::max(0, advertising_weight_table().points_of_text + std::max(own.highest, joined)));
}

void AdvertisingScores::find(const Passage& passage, std::vector<Span>& sentences) const {
  find(passage.simplified(), sentences);
}

void AdvertisingScores::find(std::string_view text, std::vector<Span>& sentences) const {
  sentences.clear();
  for_each_sentence(text, [&](Span sentence, const SentencePoints& points) {
    if (points.of(AdvertisingUnit::kClause) > 0) sentences.push_back(sentence);
  });
}

}  // namespace tamis::rules
