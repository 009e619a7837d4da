#include "tamis/text/kaomoji.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

#include "tamis/base/ascii.h"
#include "tamis/text/letters.h"
#include "tamis/text/utf8.h"

namespace tamis::text {
namespace {

using namespace std::string_view_literals;

// Where a face may stand: what comes before and after it.
enum class Border : std::uint8_t {
  kWord,      // no Latin letter, digit or underscore on either side
  kSentence,  // white space or a full stop before it: ":D" is an answer of an examination, too
  kClosing,   // as kWord, and no bracket is open that its ")" could close
  kOpening,   // as kWord, and no ")" follows that its "(" could be opened for
};

struct Face {
  std::string_view bytes;
  Border border;
};

constexpr Face kFaces[] = {
    {":-)", Border::kClosing},  {":)", Border::kClosing},   {";-)", Border::kClosing},
    {";)", Border::kClosing},   {":-(", Border::kOpening},  {":(", Border::kOpening},
    {":'(", Border::kOpening},  {":-D", Border::kWord},     {":-P", Border::kWord},
    {":-p", Border::kWord},     {":-O", Border::kWord},     {":-/", Border::kWord},
    {":-|", Border::kWord},     {":D", Border::kSentence},  {":P", Border::kSentence},
    {":p", Border::kSentence},  {"XD", Border::kSentence},  {"^_^", Border::kWord},
    {"^-^", Border::kWord},     {"^o^", Border::kWord},     {"^.^", Border::kWord},
    {"-_-", Border::kWord},     {"T_T", Border::kWord},     {"T.T", Border::kSentence},
    {"QAQ", Border::kWord},     {"QwQ", Border::kWord},     {">_<", Border::kWord},
    {">.<", Border::kWord},     {">o<", Border::kWord},     {"o_O", Border::kWord},
    {"O_o", Border::kWord},     {"=_=", Border::kWord},     {"@_@", Border::kWord},
    {"orz", Border::kSentence}, {"Orz", Border::kSentence},
};

// Inside brackets these are faces; so are kFaces of three bytes with an underscore.
constexpr std::string_view kBracketedFaces[] = {
    "^^",  "^_^", "^-^", "^o^", "^O^", "^.^", "-_-", "T_T", "T^T", ">_<", ">.<",
    ">o<", "o_O", "O_o", "o_o", "O_O", "=_=", "@_@", "*_*", ";_;", "+_+", "~_~"};

constexpr std::u32string_view kEyes = U"^-=~TQ;@+*oO°•◕ಠಥ⊙◉ʘ●￣ˉ゜ﾟ❛◔˘´｀`・╥⌒≖ÒÓ；＾ー－◎◐";
constexpr std::u32string_view kMouths = U"_-.oOwω∀▽∇дДДᗜ◇□﹏ー‿◡ᴗ﹃ε∩皿益人︿^︶﹁⌒~～＿‸∧△ᵕ﹀З";
constexpr std::u32string_view kArms =
    U"╯╰ノﾉヽヾ／＼\\/σงづつっ~～;；*#｡。,'\"๑・✧ʃƪ=≡´`｀＝╭╮┐┌♡♥★☆ლ乂 ";
constexpr std::u32string_view kArmsOutside = U"╯╰ノﾉヽヾ＼／σづつっლ╮╭┐┌Σ٩ᕕᕙʅ彡゛ゞ︵∠凸";
constexpr std::u32string_view kFlippedTable = U"┻━┴─ ";

constexpr std::size_t kFaceCodePointsMax = 12;  // between the brackets
constexpr std::size_t kBracketBytesMax = 64;    // how far a bracket's other half is looked for

bool contains(std::u32string_view set, char32_t code_point) {
  return set.find(code_point) != std::u32string_view::npos;
}

bool has_byte(std::string_view set, char byte) { return set.find(byte) != std::string_view::npos; }

bool is_word_byte(char byte) { return is_ascii_alphanumeric(byte) || byte == '_'; }

// The part of the text before `at`, in its line, as far back as a bracket is looked for.
std::string_view line_before(std::string_view text, std::size_t at) {
  const std::size_t begin = at - std::min(at, kBracketBytesMax);
  const std::string_view before = text.substr(begin, at - begin);
  const std::size_t line_break = before.rfind('\n');
  return line_break == before.npos ? before : before.substr(line_break + 1);
}

std::string_view line_after(std::string_view text, std::size_t at) {
  const std::string_view after = text.substr(at, kBracketBytesMax);
  return after.substr(0, std::min(after.find('\n'), after.size()));
}

bool has_open_bracket(std::string_view before) {
  const std::size_t open = std::max(before.rfind('(') + 1, before.rfind("（"sv) + 1);
  const std::size_t close = std::max(before.rfind(')') + 1, before.rfind("）"sv) + 1);
  return open > close;
}

bool starts_sentence(std::string_view before) {
  return before.empty() || has_byte(" \t.!?~"sv, before.back()) || before.ends_with("。"sv) ||
         before.ends_with("！"sv) || before.ends_with("？"sv) || before.ends_with("，"sv) ||
         before.ends_with("　"sv);
}

bool stands_free(std::string_view text, std::size_t at, const Face& face) {
  const std::string_view before = line_before(text, at);
  const std::string_view after = line_after(text, at + face.bytes.size());
  const auto is_joining = [](char byte) {
    return is_word_byte(byte) || has_byte("/\\<>=+-*&|^:;@#$%(["sv, byte);
  };
  if (!before.empty() && is_joining(before.back())) return false;
  if (!after.empty() && is_joining(after.front())) return false;
  switch (face.border) {
    case Border::kWord:
      return true;
    case Border::kSentence:
      return starts_sentence(before);
    case Border::kClosing:
      return !has_open_bracket(before);
    case Border::kOpening:
      return after.find(')') == after.npos && after.find("）"sv) == after.npos;
  }
  return false;
}

std::size_t num_plain_face_bytes(std::string_view text, std::size_t at) {
  for (const Face& face : kFaces) {
    if (text.substr(at).starts_with(face.bytes) && stands_free(text, at, face)) {
      return face.bytes.size();
    }
  }
  return 0;
}

bool are_eyes(char32_t left, char32_t right) {
  constexpr std::array<std::u32string_view, 6> kPairs = {U"><", U"≧≦",  U"´`",
                                                         U"`´", U"｀´", U"´｀"};
  if (left == right) return contains(kEyes, left);
  return std::ranges::any_of(
      kPairs, [&](std::u32string_view pair) { return pair[0] == left && pair[1] == right; });
}

// An eye, a mouth of one to three characters, and the same eye.
bool is_core(std::span<const char32_t> face) {
  if (face.size() < 3 || face.size() > 5 || !are_eyes(face.front(), face.back())) return false;
  const auto mouth = face.subspan(1, face.size() - 2);
  return std::ranges::all_of(mouth, [](char32_t part) { return contains(kMouths, part); });
}

// A core between arms and cheeks.
bool is_face(std::span<const char32_t> face) {
  constexpr std::size_t kArmsMax = 4;
  for (std::size_t left = 0; left <= kArmsMax && left < face.size(); ++left) {
    if (left > 0 && !contains(kArms, face[left - 1])) break;
    for (std::size_t right = 0; right <= kArmsMax && left + right < face.size(); ++right) {
      if (right > 0 && !contains(kArms, face[face.size() - right])) break;
      if (is_core(face.subspan(left, face.size() - left - right))) return true;
    }
  }
  return false;
}

bool is_ascii_face(std::string_view content) {
  while (!content.empty() && has_byte(";#~*\" "sv, content.back()) &&
         std::ranges::find(kBracketedFaces, content) == std::ranges::end(kBracketedFaces)) {
    content.remove_suffix(1);
  }
  return std::ranges::find(kBracketedFaces, content) != std::ranges::end(kBracketedFaces);
}

std::size_t num_opening_bytes(std::string_view text) {
  if (text.starts_with('(')) return 1;
  return text.starts_with("（"sv) ? "（"sv.size() : 0;
}

// "(" face ")" at the start of `text`.
std::size_t num_bracketed_face_bytes(std::string_view text) {
  std::size_t at = num_opening_bytes(text);
  if (at == 0) return 0;
  const std::size_t begin = at;
  std::array<char32_t, kFaceCodePointsMax> face;
  std::size_t num_code_points = 0;
  while (at < text.size() && num_code_points < face.size()) {
    const auto [code_point, num_bytes] = decode_code_point(text.substr(at));
    if (code_point == U')' || code_point == U'）') {
      const std::string_view content = text.substr(begin, at - begin);
      const bool is_ascii = std::ranges::all_of(content, [](char byte) { return byte >= 0; });
      const bool is_found =
          is_ascii ? is_ascii_face(content) : is_face(std::span(face).first(num_code_points));
      return is_found ? at + num_bytes : 0;
    }
    if (!is_mark(code_point)) face[num_code_points++] = code_point;
    at += num_bytes;
  }
  return 0;
}

// The bytes of the code points of `set` at the start of `text`, at most `num_max` of them.
std::size_t num_bytes_of(std::u32string_view set, std::string_view text, std::size_t num_max) {
  std::size_t at = 0;
  for (std::size_t count = 0; count < num_max && at < text.size(); ++count) {
    const auto [code_point, num_bytes] = decode_code_point(text.substr(at));
    if (!contains(set, code_point)) break;
    at += num_bytes;
  }
  return at;
}

// A bracketed face with the arms, and the table that it flips, outside the brackets.
std::size_t num_kaomoji_with_arms_bytes(std::string_view text) {
  const std::size_t left = num_bytes_of(kArmsOutside, text, 2);
  const std::size_t face = num_bracketed_face_bytes(text.substr(left));
  if (face == 0) return 0;
  std::size_t end = left + face;
  const std::size_t right = num_bytes_of(kArmsOutside, text.substr(end), 3);
  end += right;
  const std::size_t table = num_bytes_of(kFlippedTable, text.substr(end), 5);
  const bool has_table = text.substr(end, table).find("┻"sv) != ""sv.npos;
  return has_table ? end + table : end;
}

// What a face begins with, and what a face with arms does.
constexpr std::string_view kFirstBytes = ":;^-TQX>oO=@";
static_assert(std::ranges::all_of(kFaces, [](const Face& face) {
  return kFirstBytes.find(face.bytes.front()) != kFirstBytes.npos;
}));
constexpr std::uint8_t kAnySecond = 1 << 7;
constexpr std::uint8_t kIsHandLead = 1 << 6;  // U+51F8, the one ideograph that is an arm
constexpr unsigned char kHandBytes[] = {0xE5, 0x87};

// A bit for each two of kFirstBytes, for the ideograph, and for what begins something whatever
// follows.
constexpr KaomojiStarts make_starts() {
  KaomojiStarts bits;
  bits.second.fill(kAnySecond);
  for (const Face& face : kFaces) {
    const auto bit = static_cast<std::uint8_t>(1 << kFirstBytes.find(face.bytes[0]) / 2);
    bits.first[static_cast<unsigned char>(face.bytes[0])] |= bit;
    bits.second[static_cast<unsigned char>(face.bytes[1])] |= bit;
  }
  bits.first['('] |= kAnySecond;
  for (std::size_t lead = 0xCE; lead < 256; ++lead) {
    if (lead < 0xE4 || lead > 0xE9) bits.first[lead] |= kAnySecond;
  }
  bits.first[kHandBytes[0]] |= kIsHandLead;
  bits.second[kHandBytes[1]] |= kIsHandLead;
  return bits;
}

}  // namespace

constinit const KaomojiStarts kKaomojiStarts = make_starts();

std::size_t num_kaomoji_bytes(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead == '(' || lead >= 0xCE) {
    if (lead >= 0xE4 && lead <= 0xE9 && !text.substr(at).starts_with("凸"sv)) return 0;  // Han
    return num_kaomoji_with_arms_bytes(text.substr(at));
  }
  if (!has_byte(":;^-TQX>oO=@"sv, text[at])) return 0;
  return num_plain_face_bytes(text, at);
}

}  // namespace tamis::text
