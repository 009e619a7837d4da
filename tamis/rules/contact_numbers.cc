#include "tamis/rules/contact_numbers.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>
#include <span>
#include <string>

#include "tamis/base/ascii.h"
#include "tamis/text/affixes.h"
#include "tamis/text/utf8.h"

namespace tamis::rules {
namespace {

// The digit at the start of `text`, as ASCII, and its size; 0 bytes if there is none.
struct Digit {
  char ascii = 0;
  std::size_t num_bytes = 0;
  enum class Form { kAscii, kFullWidth, kDisguised } form = Form::kAscii;
};

// Digits as they are written to hide a number: full-width, circled, with a full stop, of
// mathematics. `first` is the first of `num_digits`, which stands for `value`.
struct DigitForms {
  char32_t first;
  char32_t num_digits;
  char value;
};

constexpr DigitForms kDigitForms[] = {{U'０', 10, '0'},         {U'①', 9, '1'},
                                      {U'⓪', 1, '0'},           {U'❶', 9, '1'},
                                      {U'⒈', 9, '1'},           {U'\U0001D7CE', 10, '0'},
                                      {U'\U0001D7D8', 10, '0'}, {U'\U0001D7E2', 10, '0'},
                                      {U'\U0001D7EC', 10, '0'}, {U'\U0001D7F6', 10, '0'}};

Digit read_digit(std::string_view text) {
  constexpr std::string_view kKeycap = "\uFE0F\u20E3";
  if (text.empty()) return {};
  if (is_ascii_digit(text[0]))
    return {text[0], text.substr(1).starts_with(kKeycap) ? 1 + kKeycap.size() : 1};
  if (is_ascii(text[0])) return {};
  const text::Decoded decoded = text::decode_code_point(text);
  for (const DigitForms& forms : kDigitForms) {
    const char32_t number = decoded.code_point - forms.first;
    if (number < forms.num_digits)
      return {static_cast<char>(forms.value + static_cast<char>(number)), decoded.num_bytes,
              forms.first == U'０' ? Digit::Form::kFullWidth : Digit::Form::kDisguised};
  }
  return {};
}

// The marks that stand between two groups of digits.
std::size_t joint_bytes(std::string_view text) {
  static constexpr std::string_view kJoints[] = {"-", " ",  ")",      "）",     "－",     "—",
                                                 "–", "　", "\u2010", "\u2011", "\u2212", "·"};
  for (const std::string_view joint : kJoints) {
    if (text.starts_with(joint)) return joint.size();
  }
  return 0;
}

constexpr std::size_t kDigitsMax = 20;  // longer runs are no telephone numbers

// Digits in groups with single marks between: "138-0013-8000", "400 800 1234", "0571)88888888".
// Of a longer run one digit and one group more than any number has are remembered.
struct Number {
  std::size_t num_bytes = 0;
  std::string digits;
  std::size_t num_groups = 1;
  std::array<std::size_t, kDigitsMax + 1> group_digits = {};

  std::string_view group(std::size_t i) const {
    const std::size_t begin =
        std::accumulate(group_digits.begin(), group_digits.begin() + i, std::size_t{0});
    return std::string_view(digits).substr(std::min(begin, digits.size()), group_digits[i]);
  }
};

bool is_mobile(std::string_view digits) {
  return digits.size() == 11 && digits[0] == '1' && digits[1] >= '3';
}

// A mobile number with marks between its three parts that part anything else too: "138.0013.8000".
Number read_parted_mobile(std::string_view text) {
  static constexpr std::string_view kMarks[] = {".", "．", "/", "_", "~", "、", "*"};
  constexpr std::array<std::size_t, 3> kGroups = {3, 4, 4};
  Number number;
  std::string_view mark;
  for (const std::size_t num_digits : kGroups) {
    if (num_digits != kGroups.front()) {
      const std::string_view rest = text.substr(number.num_bytes);
      if (mark.empty()) {
        const auto* const found = std::ranges::find_if(
            kMarks, [&](std::string_view candidate) { return rest.starts_with(candidate); });
        if (found == std::end(kMarks)) return {};
        mark = *found;
      }
      if (!rest.starts_with(mark)) return {};
      number.num_bytes += mark.size();
      ++number.num_groups;
    }
    for (std::size_t i = 0; i < num_digits; ++i) {
      const Digit digit = read_digit(text.substr(number.num_bytes));
      if (digit.num_bytes == 0) return {};
      number.digits += digit.ascii;
      ++number.group_digits[number.num_groups - 1];
      number.num_bytes += digit.num_bytes;
    }
  }
  const std::string_view rest = text.substr(number.num_bytes);
  const bool goes_on =
      read_digit(rest).num_bytes > 0 ||
      (rest.starts_with(mark) && read_digit(rest.substr(mark.size())).num_bytes > 0);
  return goes_on || !is_mobile(number.digits) ? Number{} : number;
}

// Reads the number that `text` starts with.
Number read_number(std::string_view text) {
  Number number = read_parted_mobile(text);
  if (number.num_bytes > 0) return number;
  number = {};
  Digit last;
  // "①13800138000 ②13900139000": the numbers of a list before those of telephones.
  const auto begins_another = [&](const Digit& digit) {
    const bool is_full_width =
        last.form == Digit::Form::kFullWidth || digit.form == Digit::Form::kFullWidth;
    return last.num_bytes > 0 && last.form != digit.form && !is_full_width;
  };
  std::size_t end = 0;
  while (end < text.size()) {
    if (const Digit digit = read_digit(text.substr(end)); digit.num_bytes > 0) {
      if (begins_another(digit)) break;
      last = digit;
      if (number.digits.size() <= kDigitsMax) number.digits += digit.ascii;
      ++number.group_digits[number.num_groups - 1];
      end += digit.num_bytes;
      continue;
    }
    const std::size_t joint = joint_bytes(text.substr(end));
    const Digit behind = joint == 0 ? Digit() : read_digit(text.substr(end + joint));
    if (behind.num_bytes == 0 || begins_another(behind)) break;
    if (number.num_groups <= kDigitsMax) ++number.num_groups;
    end += joint;
  }
  number.num_bytes = end;
  return number;
}

int value_of(std::string_view digits) {
  int value = 0;
  for (const char digit : digits.substr(0, 9)) value = value * 10 + (digit - '0');
  return value;
}

// "0830-1130 1400".
bool are_hours(const Number& number) {
  int last = -1;
  for (std::size_t i = 0; i < number.num_groups; ++i) {
    const std::string_view group = number.group(i);
    const int hour = value_of(group);
    if (group.size() != 4 || hour > 2400 || hour % 100 > 59 || hour <= last) return false;
    last = hour;
  }
  return true;
}

// An area code (010, 02x, else 03xx to 09xx) and seven or eight digits. The first of these is 2 to
// 8, unless the number is cut where its parts end.
bool is_land_line(const Number& number) {
  const std::string_view digits = number.digits;
  if (digits.size() < 10 || digits.size() > 12 || digits[0] != '0' || digits[1] == '0')
    return false;
  const std::size_t area = digits[1] <= '2' ? 3 : 4;
  const bool is_cut = number.num_groups > 1;
  if (is_cut && (number.group_digits[0] != area || are_hours(number))) return false;
  if (digits[area] >= '2' && digits[area] <= '8') return is_cut || digits.size() > 10;
  return number.num_groups == 2 || (number.num_groups == 3 && number.group_digits[2] == 4);
}

// A telephone number has three groups at most, the first of three digits or more: an ISBN or a
// date has not. Digits one by one are a mobile number in hiding.
bool has_shape_of_telephone(const Number& number) {
  return number.num_groups <= 3 && number.group_digits[0] >= 3;
}

bool is_telephone(const Number& number) {
  const std::string_view digits = number.digits;
  for (const std::string_view china : {"86", "0086"}) {
    if (digits.size() == 11 + china.size() && digits.starts_with(china))
      return is_mobile(digits.substr(china.size()));
  }
  if (number.num_groups == digits.size()) return is_mobile(digits);
  if (!has_shape_of_telephone(number)) return false;
  if (is_mobile(digits)) return true;
  if (digits.size() == 10 && (digits.starts_with("400") || digits.starts_with("800"))) return true;
  return is_land_line(number);
}

// "1998-2008", "2003-12-18", "20030101".
bool is_date(const Number& number) {
  const std::string_view first = number.group(0);
  const int year = value_of(first.substr(0, 4));
  if (year < 1000 || year > 2100) return false;
  if (first.size() == 8)
    return value_of(first.substr(4, 2)) <= 12 && value_of(first.substr(6)) <= 31;
  if (first.size() != 4 || number.num_groups == 1) return false;
  const int second = value_of(number.group(1));
  return second <= 12 || (second >= 1000 && second <= 2100);
}

// True of "3.1415926535", "15890000000.00" and "15890000000元".
bool is_amount(std::string_view before, std::string_view after) {
  static constexpr std::string_view kUnits[] = {"元", "美元", "港元", "股", "人", "吨", "万", "亿"};
  if (before.size() > 1 && before.back() == '.' && is_ascii_digit(before[before.size() - 2]))
    return true;
  if (after.size() > 1 && after[0] == '.' && is_ascii_digit(after[1])) return true;
  return text::starts_with_any(after, kUnits);
}

// True of "2000000余部": what is counted, where nothing but a word before says telephone.
bool is_counted(std::string_view after) {
  static constexpr std::string_view kAbout[] = {" ", "余", "多", "来"};
  static constexpr std::string_view kUnits[] = {"元", "部", "台", "户", "次", "个", "只", "支",
                                                "斤", "名", "件", "年", "月", "日", "万", "亿",
                                                "人", "吨", "股", "条", "分", "像", "版", "款"};
  for (const std::string_view about : kAbout) {
    if (after.starts_with(about)) after.remove_prefix(about.size());
  }
  return text::starts_with_any(after, kUnits);
}

// True of "0000:0801": a table of hexadecimal numbers, joined by colons.
bool follows_hexadecimal(std::string_view before) {
  constexpr std::size_t kDigits = 4;
  if (!before.ends_with(':') || before.size() <= kDigits) return false;
  return std::ranges::all_of(before.substr(before.size() - 1 - kDigits, kDigits),
                             [](char c) { return hex_digit(c).has_value(); });
}

// True of digits inside a word or an address: "abc13800138000", "/13800138000.html".
bool is_in_word(std::string_view before, std::string_view after) {
  const auto is_joined = [](char c) {
    return is_ascii_letter(c) || c == '_' || c == '/' || c == '=' || c == '%' || c == '.';
  };
  const bool is_joined_after = !after.empty() && after[0] != '.' && is_joined(after[0]);
  return (!before.empty() && is_joined(before.back())) || is_joined_after ||
         follows_hexadecimal(before);
}

// True if one of `names` ends `before`, with up to five of `fillers` behind it.
bool follows_name(std::string_view before, std::span<const std::string_view> names,
                  std::span<const std::string_view> fillers) {
  const auto ends_with = [&](std::string_view part) { return before.ends_with(part); };
  constexpr int kFillersMax = 5;
  for (int i = 0; i < kFillersMax; ++i) {
    if (std::ranges::any_of(names, ends_with)) return true;
    const auto filler = std::ranges::find_if(fillers, ends_with);
    if (filler == fillers.end()) return false;
    before.remove_suffix(filler->size());
  }
  return false;
}

// "QQ: ", "VX", "微信：", "扣扣号".
bool follows_account_name(std::string_view before) {
  static constexpr std::string_view kFillers[] = {":",  "：", " ",  "　", "号", "为", "是",
                                                  "群", "码", "\"", "“",  "【", "(",  "（",
                                                  "-",  "+",  "＋", "➕", "️"};
  static constexpr std::string_view kNames[] = {
      "QQ",       "qq",       "Q群",      "q群",          "扣群", "Qq",   "ＱＱ", "VX",
      "vx",       "Vx",       "WX",       "wx",           "Wx",   "微信", "薇信", "威信",
      "维信",     "徽信",     "V信",      "v信",          "扣扣", "企鹅", "加V",  "加v",
      "WhatsApp", "Whatsapp", "whatsapp", "WhatsApp查询", "加Q",  "加q",  "＋V",  "+V",
      "+v",       "+Q",       "+q",       "加薇",         "加微", "卫星", "球球", "Q我"};
  return follows_name(before, kNames, kFillers);
}

// "电话：", "热线 ", "请拨打", "Tel:". A telephone alone may be anything of telephones.
bool follows_telephone_name(std::string_view before) {
  static constexpr std::string_view kSpaces[] = {" ", "　", ":", "：", "号码", "号", "为", "是"};
  static constexpr std::string_view kAnnouncing[] = {":", "：", "号码", "号", "为", "是", "."};
  static constexpr std::string_view kCalls[] = {"热线", "致电",   "拨打",   "请打", "请拨",
                                                "座机", "打电话", "打電話", "热線", "請撥"};
  static constexpr std::string_view kNames[] = {"电话", "手机", "传真", "短信", "電話", "傳真"};
  static constexpr std::string_view kLatinNames[] = {"Tel", "TEL", "tel", "Fax", "FAX"};
  if (follows_name(before, kCalls, kSpaces)) return true;
  while (before.ends_with(' ')) before.remove_suffix(1);
  if (!text::ends_with_any(before, kAnnouncing)) return false;
  if (follows_name(before, kNames, kSpaces)) return true;
  while (before.ends_with(' ') || before.ends_with(':') || before.ends_with('.'))
    before.remove_suffix(1);
  while (before.ends_with("：")) before.remove_suffix(std::string_view("：").size());
  if (!text::ends_with_any(before, kLatinNames)) return false;
  before.remove_suffix(std::string_view("Tel").size());
  return before.empty() || !is_ascii_letter(before.back());
}

// Seven to twelve digits that are called a telephone number.
bool is_called_telephone(const Number& number, std::string_view before, std::string_view after) {
  const std::size_t num_digits = number.digits.size();
  if (num_digits < 7 || num_digits > 12 || is_date(number) || is_counted(after)) return false;
  const bool is_one_by_one = number.num_groups == num_digits && num_digits >= 10;
  return (has_shape_of_telephone(number) || is_one_by_one) && follows_telephone_name(before);
}

// True of a lone Q, as in "，Q123456": not the last letter of a word.
bool follows_lone_q(std::string_view before) {
  static constexpr std::string_view kQs[] = {"Q", "q", "Q：", "q：", "Q:", "q:", "Q ", "q ", "Ｑ"};
  const auto* const q =
      std::ranges::find_if(kQs, [&](std::string_view form) { return before.ends_with(form); });
  if (q == std::end(kQs)) return false;
  before.remove_suffix(q->size());
  return before.empty() || (before.back() & 0x80) != 0 || before.back() == ' ';
}

bool is_contact(const Number& number, std::string_view before, std::string_view after) {
  constexpr std::size_t kAccountDigitsMin = 5;
  constexpr std::size_t kAccountDigitsMax = 13;
  const std::size_t num_digits = number.digits.size();
  if (num_digits < kAccountDigitsMin) return false;
  if (num_digits <= kAccountDigitsMax && follows_account_name(before)) return true;
  const bool is_lone = num_digits > kAccountDigitsMin && num_digits <= kAccountDigitsMax;
  if (is_lone && follows_lone_q(before)) return true;
  const bool is_called = is_called_telephone(number, before, after);
  return (is_called || is_telephone(number)) && !is_amount(before, after) &&
         !is_in_word(before, after);
}

// The account that ends with the digits at `at`, as "加kk1234", "+vivy_99", "微ab123": letters
// before them, and before these a character that calls to add or stands for a channel.
Span account_around(std::string_view text, std::size_t at, std::size_t num_bytes) {
  static constexpr std::string_view kCalling[] = {"加", "微", "薇",  "威",  "嶶",   "＋", "➕",
                                                  "❤",  "❤️",  "V信", "v信", "飞机", "@"};
  static constexpr std::string_view kOthers[] = {"增加", "参加", "更加", "附加", "添加", "施加",
                                                 "外加", "另加", "叠加", "稍微", "轻微", "略微"};
  constexpr std::size_t kNameMin = 5;
  constexpr std::size_t kNameMax = 20;
  const auto is_inside = [](char c) { return is_ascii_letter(c) || c == '_' || c == '-'; };
  std::size_t begin = at;
  while (begin > 0 && at - begin <= kNameMax && is_inside(text[begin - 1])) --begin;
  const std::size_t size = at - begin + num_bytes;
  if (begin == at || size < kNameMin || size > kNameMax) return {};
  std::string_view before = text.substr(0, begin);
  while (before.ends_with(' ') || before.ends_with(':')) before.remove_suffix(1);
  while (before.ends_with("：")) before.remove_suffix(std::string_view("：").size());
  const bool is_short_name = std::string_view("vVqQwW").find(text[begin]) != std::string_view::npos;
  const bool is_called =
      text::ends_with_any(before, kCalling) || (is_short_name && before.ends_with('+'));
  if (!is_called || text::ends_with_any(before, kOthers)) return {};
  return {begin, size};
}

// The first byte from `start` on that is a digit's: in any of its forms, or ASCII and full-width
// alone.
template <bool kAnyForm>
std::size_t find_digit_of(std::string_view text, std::size_t start) {
  constexpr std::size_t kBlockBytes = 32;
  const auto begins_digit = [text](std::size_t i) {
    const char first = text[i];
    if (is_ascii_digit(first)) return true;
    const bool may_begin = first == '\xEF' || (kAnyForm && (first == '\xE2' || first == '\xF0'));
    return may_begin && read_digit(text.substr(i)).num_bytes > 0;
  };
  std::size_t i = start;
  for (; i + kBlockBytes + 2 <= text.size(); i += kBlockBytes) {
    // Bytes without branches, so that the compiler uses vectors. A full-width digit is EF BC 90
    // to EF BC 99; the others begin with E2 91 to E2 93, E2 9D and F0 9D.
    const char* block = text.data() + i;
    unsigned char has_digit = 0;
    for (std::size_t k = 0; k < kBlockBytes; ++k) {
      const auto byte = static_cast<unsigned char>(block[k]);
      const auto second = static_cast<unsigned char>(block[k + 1]);
      const auto third = static_cast<unsigned char>(block[k + 2]);
      const bool is_digit = static_cast<unsigned char>(byte - '0') < 10;
      const bool is_full_width = (byte == 0xEF) & (static_cast<unsigned char>(third - 0x90) < 10);
      const bool is_other =
          ((byte == 0xE2) & ((static_cast<unsigned char>(second - 0x91) < 3) | (second == 0x9D))) |
          ((byte == 0xF0) & (second == 0x9D));
      has_digit |= static_cast<unsigned char>(is_digit | is_full_width | (kAnyForm & is_other));
    }
    if (has_digit == 0) continue;
    for (std::size_t k = 0; k < kBlockBytes; ++k) {
      if (begins_digit(i + k)) return i + k;
    }
  }
  while (i < text.size() && !begins_digit(i)) ++i;
  return i;
}

}  // namespace

std::size_t find_digit(std::string_view text, std::size_t start) {
  return find_digit_of<false>(text, start);
}

void find_contact_numbers(std::string_view text, std::vector<Span>& numbers) {
  for (std::size_t at = find_digit_of<true>(text, 0); at < text.size();
       at = find_digit_of<true>(text, at)) {
    const Number number = read_number(text.substr(at));
    if (is_contact(number, text.substr(0, at), text.substr(at + number.num_bytes)))
      numbers.push_back({at, number.num_bytes});
    else if (const Span account = account_around(text, at, number.num_bytes); account.num_bytes > 0)
      numbers.push_back(account);
    at += number.num_bytes;
  }
}

std::size_t spelt_mobile_bytes(std::string_view text) {
  static constexpr std::u32string_view kNumerals[] = {
      U"零〇０0", U"一壹幺１1", U"二贰２2", U"三叁３3", U"四肆４4",
      U"五伍５5", U"六陆６6",   U"七柒７7", U"八捌８8", U"九玖９9"};
  std::string digits;
  std::size_t num_bytes = 0;
  while (num_bytes < text.size() && digits.size() < 12) {
    const text::Decoded decoded = text::decode_code_point(text.substr(num_bytes));
    const auto* const numeral = std::ranges::find_if(kNumerals, [&](std::u32string_view forms) {
      return forms.find(decoded.code_point) != forms.npos;
    });
    if (numeral == std::end(kNumerals)) break;
    digits += static_cast<char>('0' + (numeral - std::begin(kNumerals)));
    num_bytes += decoded.num_bytes;
  }
  return is_mobile(digits) ? num_bytes : 0;
}

}  // namespace tamis::rules
