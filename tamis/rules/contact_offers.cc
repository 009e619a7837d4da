#include "tamis/rules/contact_offers.h"

#include <algorithm>

#include "tamis/base/ascii.h"
#include "tamis/rules/contact_numbers.h"
#include "tamis/text/affixes.h"

namespace tamis::rules {
namespace {

using Kind = AnchorKind;

// True of "99元", "9.9块", "8折" and the like in `text`.
bool has_price(std::string_view text) {
  static constexpr std::string_view kUnits[] = {"元", "块", "折", "米", "/", "包"};
  for (std::size_t at = find_digit(text, 0); at < text.size(); at = find_digit(text, at)) {
    while (at < text.size() && (is_ascii_digit(text[at]) || text[at] == '.')) ++at;
    if (text::starts_with_any(text.substr(at), kUnits)) return true;
    if (at < text.size()) ++at;
  }
  return false;
}

}  // namespace

std::optional<Span> Offer::take(std::string_view text, Kind kind, Span word) {
  constexpr std::size_t kGapBytesMax = 24;
  constexpr std::size_t kOrderGapBytesMax = 15;
  constexpr std::size_t kSpanBytesMax = 300;
  constexpr std::size_t kSameGapBytes = 3;  // one character
  static constexpr text::AffixList kJoiners{{"和", "或", "与", "及"}};
  static constexpr std::string_view kPressing[] = {"长按", "扫码", "点击", "戳"};
  const bool is_near = has_words_ && word.begin - end_ <= kGapBytesMax;
  if (!is_near) *this = {};
  if (!has_words_) begin_ = word.begin;
  // A span that grew with every word would be read as often: it begins anew with the last word,
  // and so overlaps the one before.
  if (word.begin - begin_ > kSpanBytesMax) begin_ = end_ - word_.size();
  const std::string_view name = text.substr(word.begin, word.num_bytes);
  const std::size_t gap = is_near ? word.begin - end_ : 0;
  const bool is_urged = is_near && last_ == Kind::kUrge && gap <= kOrderGapBytesMax;
  const bool is_immediate = !text::starts_with_any(word_, kPressing);
  const std::size_t last_end = end_;
  has_words_ = true;
  end_ = word.begin + word.num_bytes;
  // "Discount prices" is one bargain, and so is one that is named twice, or "discounts and
  // coupons": prose joins them, advertisements heap them.
  const bool is_bargain = kind == Kind::kBargain || kind == Kind::kDiscount;
  const bool follows_bargain = last_ == Kind::kBargain || last_ == Kind::kDiscount;
  const bool is_joined =
      is_near && is_bargain && follows_bargain && kJoiners.is_in(text.substr(last_end, gap));
  const bool is_same = is_joined || word_ == name ||
                       (kind == Kind::kDiscount && last_ == kind && gap <= kSameGapBytes);
  if (!is_near || !is_same) (is_bargain ? num_bargains_ : num_others_) += 1;
  word_ = name;
  last_ = kind;
  const bool is_past = text.substr(end_).starts_with("了") || text.substr(end_).starts_with("过");
  const bool is_order = is_urged && kind == Kind::kOrder && !is_past &&
                        !(name == "识别" && is_immediate);  // only a code is pressed to be read
  if (is_order || is_offer(text)) return Span{begin_, end_ - begin_};
  return {};
}

bool Offer::is_offer(std::string_view text) const {
  constexpr int kWeightMin = 4;
  constexpr std::size_t kPriceBytes = 18;
  if (num_bargains_ == 0) return false;
  const int weight = 2 * num_bargains_ + num_others_;
  if (weight + 1 < kWeightMin) return false;
  if (weight >= kWeightMin) return true;
  const std::size_t from = begin_ - std::min(begin_, kPriceBytes);
  return has_price(text.substr(from, end_ + kPriceBytes - from));
}

}  // namespace tamis::rules
