#include "tamis/rules/advertising_shapes.h"

#include <algorithm>
#include <span>
#include <string>

#include "tamis/base/ascii.h"
#include "tamis/text/affixes.h"

namespace tamis::rules {
namespace {

bool is_joint(char c) { return c == '_' || c == '-' || c == '.' || c == '@'; }

// Full-width letters, digits and marks to ASCII.
std::string folded(std::string_view text) {
  std::string ascii;
  ascii.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_wide = text[i] == '\xEF' && i + 2 < text.size() &&
                         (text[i + 1] == '\xBC' || text[i + 1] == '\xBD');
    if (!is_wide) {
      ascii += text[i];
      continue;
    }
    const int low = static_cast<unsigned char>(text[i + 2]) - 0x80;
    const int offset = text[i + 1] == '\xBC' ? low - 0x01 + 0x21 : low + 0x60;
    const bool is_wide_ascii = offset > 0x20 && offset < 0x7F;
    if (is_wide_ascii) {
      ascii += static_cast<char>(offset);
    } else {
      ascii.append(text, i, 3);
    }
    i += 2;
  }
  return ascii;
}

bool has_any(std::string_view text, std::span<const std::string_view> words) {
  return std::ranges::any_of(words,
                             [&](std::string_view word) { return text.find(word) != text.npos; });
}

bool has_numeral_discount(std::string_view text) {
  static constexpr std::string_view kNumerals[] = {"五", "六", "七", "八", "九"};
  constexpr std::string_view kDiscount = "折";
  for (std::size_t at = text.find(kDiscount); at != text.npos; at = text.find(kDiscount, at + 1)) {
    if (text::ends_with_any(text.substr(0, at), kNumerals)) return true;
  }
  return false;
}

bool is_announcing(std::string_view before) {
  static constexpr std::string_view kAnnouncing[] = {":",  "：", "号", "是", "为", "码", "微",
                                                     "薇", "威", "信", "扣", "群", "裙", "❤",
                                                     "Q",  "q",  "V",  "v",  "@",  "搜", "加"};
  while (before.ends_with(' ')) before.remove_suffix(1);
  return text::ends_with_any(before, kAnnouncing);
}

void take_digits(std::string_view token, std::string_view after, AdvertisingShapes& shapes) {
  static constexpr std::string_view kMoney[] = {"元",   "块",   "圆", "美金", "万元", "一斤",
                                                "一盒", "一件", "米", "包邮", "一颗", "一支"};
  static constexpr std::string_view kDiscount[] = {"折"};
  static constexpr std::string_view kCounted[] = {"年", "月", "日", "人", "万", "亿", "名", "个",
                                                  "公", "平", "吨", "米", "千", "次", "户", "项",
                                                  "号", "册", "股", "多", "余", "种", "所", "条"};
  constexpr std::size_t kNumberMin = 6;
  constexpr std::size_t kNumberMax = 12;
  const bool is_price = text::starts_with_any(after, kMoney);
  const bool is_discount = text::starts_with_any(after, kDiscount);
  shapes.has_price |= is_price;
  shapes.has_discount |= is_discount;
  if (is_price || is_discount) shapes.num_code_points += token.size() + 1;
  const bool is_number = !is_price && token.size() >= kNumberMin && token.size() <= kNumberMax &&
                         std::ranges::all_of(token, is_ascii_digit);
  if (is_number && !text::starts_with_any(after, kCounted)) shapes.has_number = true;
}

void take_token(std::string_view before, std::string_view token, std::string_view after,
                AdvertisingShapes& shapes) {
  static constexpr std::string_view kDomains[] = {".com", ".cn",  ".net", ".cc", ".top",
                                                  ".vip", ".xyz", ".org", ".me", "www."};
  constexpr std::size_t kAccountMin = 5;
  constexpr std::size_t kAccountMax = 20;
  const bool was_number = shapes.has_number;
  const auto num_letters = std::ranges::count_if(token, is_ascii_letter);
  const auto num_digits = std::ranges::count_if(token, is_ascii_digit);
  const bool is_dotted = token.find('.') != token.npos && token.find('@') == token.npos;
  const bool is_mixed = !is_dotted && num_letters > 0 && num_digits > 0 &&
                        token.size() >= kAccountMin && token.size() <= kAccountMax;
  const bool is_name = num_letters >= 4 && (before.ends_with('@') || token.starts_with('@'));
  // A long path leads to an article, as in a citation; what is advertised is short.
  constexpr std::size_t kPathMax = 10;
  const std::size_t path = after.starts_with("/") ? after.substr(1, 200).find_first_of(") ]>") : 0;
  const bool is_short = path <= kPathMax || (path == after.npos && after.size() <= kPathMax);
  const bool is_address = num_letters >= 2 && has_any(token, kDomains) && is_short &&
                          !before.ends_with("](http://") && !before.ends_with("](https://");
  shapes.has_address |= is_address;
  shapes.has_account |= !is_address && (is_mixed || is_name);
  if (num_letters == 0 && num_digits > 0) take_digits(token, after, shapes);
  const bool is_identifier = is_address || is_mixed || is_name || shapes.has_number != was_number;
  const bool is_code = num_letters == 0 && is_announcing(before);
  if (is_identifier || is_code) shapes.num_code_points += token.size();
  shapes.is_announced |= is_identifier && is_announcing(before);
}

}  // namespace

AdvertisingShapes shapes_of(std::string_view clause) {
  AdvertisingShapes shapes;
  const std::string text = folded(clause);
  const std::string_view all = text;
  const auto is_inside = [](char c) { return is_ascii_alphanumeric(c) || is_joint(c); };
  for (std::size_t begin = 0; begin < all.size();) {
    if (!is_inside(all[begin])) {
      ++begin;
      continue;
    }
    std::size_t end = begin;
    while (end < all.size() && is_inside(all[end])) ++end;
    take_token(all.substr(0, begin), all.substr(begin, end - begin), all.substr(end), shapes);
    begin = end;
  }
  shapes.has_discount |= has_numeral_discount(all);
  return shapes;
}

}  // namespace tamis::rules
