#include "tamis/rules/advertising_scores.h"

#include <algorithm>

#include "tamis/base/check.h"
#include "tamis/rules/advertising_weights.h"
#include "tamis/text/utf8.h"

namespace tamis::rules {
namespace {

constexpr char32_t kFirstHan = 0x4E00;
constexpr char32_t kLastHan = 0x9FFF;

// What is no Chinese character.
constexpr std::uint16_t kUnknown = 0;  // a Chinese character that the table does not have
constexpr std::uint16_t kEdge = 1;
constexpr std::uint16_t kNumber = 2;
constexpr std::uint16_t kWord = 3;
constexpr std::uint16_t kNumFixed = 4;

// An entry of the table of pairs: the symbols, twelve bits each, then the points.
constexpr int kSymbolBits = 12;
constexpr std::size_t kPairSlots = 1 << 14;
constexpr std::uint32_t kNoPair = 0;  // a pair of kUnknown

std::uint32_t pair_key(std::uint16_t first, std::uint16_t second) {
  return (std::uint32_t{first} << kSymbolBits | second) << 8;
}

std::size_t first_slot(std::uint32_t key) {
  constexpr std::uint32_t kMultiplier = 0x9E3779B1;  // 2^32 / the golden ratio
  return (key * kMultiplier) >> (32 - 14);
}

// A clause below this is somebody's prose, and no sentence with it an advertisement as a whole.
constexpr std::int32_t kProsePoints = -5 * kPointsPerLogOdds;

enum class Break { kNone, kClause, kSentence };

Break break_of(char32_t code_point) {
  switch (code_point) {
    case U',':
    case U';':
    case U'，':
    case U'；':
    case U'、':
      return Break::kClause;
    case U'\n':
    case U'!':
    case U'?':
    case U'。':
    case U'！':
    case U'？':
    case U'…':
      return Break::kSentence;
    default:
      return Break::kNone;
  }
}

// The Chinese character that `text` starts with, three bytes of UTF-8; 0 if it starts otherwise.
char32_t han_at(std::string_view text) {
  if (text.size() < 3) return 0;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const bool is_continued = (byte(1) & 0xC0) == 0x80 && (byte(2) & 0xC0) == 0x80;
  const char32_t code_point =
      char32_t{byte(0) & 0x0Fu} << 12 | (byte(1) & 0x3Fu) << 6 | (byte(2) & 0x3Fu);
  const bool is_han = byte(0) >> 4 == 0xE && code_point >= kFirstHan && code_point <= kLastHan;
  return is_continued && is_han ? code_point : 0;
}

// What is neither Chinese nor a break.
std::uint16_t fixed_symbol(char32_t code_point) {
  const auto is_between = [&](char32_t low, char32_t high) {
    return code_point >= low && code_point <= high;
  };
  if (is_between(U'0', U'9') || is_between(U'０', U'９')) return kNumber;
  if (is_between(U'a', U'z') || is_between(U'A', U'Z')) return kWord;
  return kEdge;
}

}  // namespace

// Adds up the points of a text symbol by symbol.
class ScoredText {
 public:
  ScoredText(const AdvertisingScores& scores, AdvertisingUnit unit)
      : scores_(&scores), unit_(unit) {}

  void take_han(std::uint16_t symbol) {
    add(symbol);
    previous_ = symbol;
  }

  // Numbers, words and marks are one symbol however long they are.
  void take_other(std::uint16_t symbol) {
    if (symbol == previous_) return;
    if (symbol == kEdge) {
      if (previous_ != kUnknown) points_ += scores_->points_of_pair(previous_, kEdge);
    } else {
      add(symbol);
    }
    previous_ = symbol;
  }

  void end_clause() {
    take_other(kEdge);
    if (has_symbols_) points_ += points_of_clause_;
    is_prose_ = is_prose_ || points_ - points_before_clause_ < kProsePoints;
    points_before_clause_ = points_;
    has_symbols_ = false;
    if (unit_ == AdvertisingUnit::kClause) end_unit();
  }

  void end_sentence() {
    end_clause();
    end_unit();
  }

  std::int32_t best() const { return best_; }

 private:
  void add(std::uint16_t symbol) {
    points_ +=
        points_of_symbol_ + scores_->points_[symbol] + scores_->points_of_pair(previous_, symbol);
    has_symbols_ = true;
  }

  void end_unit() {
    if (!is_prose_) best_ = std::max(best_, points_);
    points_ = points_of_text_;
    points_before_clause_ = points_;
    is_prose_ = false;
  }

  const AdvertisingScores* scores_;
  AdvertisingUnit unit_;
  std::int32_t points_of_text_ = advertising_weight_table().points_of_text;
  std::int32_t points_of_clause_ = advertising_weight_table().points_of_clause;
  std::int32_t points_of_symbol_ = advertising_weight_table().points_of_symbol;
  std::int32_t points_ = points_of_text_;
  std::int32_t points_before_clause_ = points_of_text_;
  std::int32_t best_ = 0;
  std::uint16_t previous_ = kEdge;
  bool has_symbols_ = false;  // in this clause
  bool is_prose_ = false;     // a clause of this sentence
};

AdvertisingScores::AdvertisingScores()
    : symbols_(kLastHan - kFirstHan + 1), points_(kNumFixed), pairs_(kPairSlots, kNoPair) {
  for (const AdvertisingWeights& group : advertising_weight_table().weights) {
    for (std::string_view rest = group.pieces; !rest.empty();) {
      const Symbol first = add_symbol(rest);
      if (rest.empty() || rest.front() == ' ') {
        points_[first] = static_cast<std::int8_t>(group.points);
      } else {
        const Symbol second = add_symbol(rest);
        add_pair(first, second, group.points);
      }
      if (!rest.empty()) rest.remove_prefix(1);
    }
  }
}

AdvertisingScores::Symbol AdvertisingScores::add_symbol(std::string_view& piece) {
  const text::Decoded decoded = text::decode_code_point(piece);
  piece.remove_prefix(decoded.num_bytes);
  if (decoded.code_point < kFirstHan) return fixed_symbol(decoded.code_point);
  Symbol& symbol = symbols_[decoded.code_point - kFirstHan];
  if (symbol == kUnknown) {
    symbol = static_cast<Symbol>(points_.size());
    points_.push_back(0);
    TAMIS_CHECK(points_.size() < 1 << kSymbolBits);
  }
  return symbol;
}

void AdvertisingScores::add_pair(Symbol first, Symbol second, int points) {
  const std::uint32_t key = pair_key(first, second);
  std::size_t slot = first_slot(key);
  while (pairs_[slot] != kNoPair) slot = (slot + 1) % kPairSlots;
  pairs_[slot] = key | static_cast<std::uint8_t>(points);
}

std::int32_t AdvertisingScores::points_of_pair(Symbol first, Symbol second) const {
  if (first == kUnknown || second == kUnknown) return 0;
  const std::uint32_t key = pair_key(first, second);
  for (std::size_t slot = first_slot(key); pairs_[slot] != kNoPair;
       slot = (slot + 1) % kPairSlots) {
    if ((pairs_[slot] ^ key) < 0x100) return static_cast<std::int8_t>(pairs_[slot]);
  }
  return 0;
}

double AdvertisingScores::best(std::string_view text, AdvertisingUnit unit) const {
  ScoredText scored(*this, unit);
  while (!text.empty()) {
    if (const char32_t han = han_at(text); han != 0) {
      scored.take_han(symbols_[han - kFirstHan]);
      text.remove_prefix(3);
      continue;
    }
    const text::Decoded decoded = text::decode_code_point(text);
    text.remove_prefix(decoded.num_bytes);
    const char32_t code_point = decoded.code_point;
    switch (break_of(code_point)) {
      case Break::kNone:
        scored.take_other(fixed_symbol(code_point));
        break;
      case Break::kClause:
        scored.end_clause();
        break;
      case Break::kSentence:
        scored.end_sentence();
        break;
    }
  }
  scored.end_sentence();
  return scored.best() / static_cast<double>(kPointsPerLogOdds);
}

}  // namespace tamis::rules
