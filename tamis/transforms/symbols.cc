// Removes symbols that decorate: rules drawn from characters, rows of stars, bullets.
//
// A symbol inside a sentence mostly means something (A→B, △ABC, 5★), so only three things are
// touched: lines of nothing but decoration, runs of it, and one symbol in front of a line, which
// becomes the "- " of a list. Mathematics, currency, °C, ©, ①, check marks and the blanks □ ○ ____
// that are there to be filled in stay.
#include <algorithm>

#include "tamis/base/ascii.h"
#include "tamis/text/utf8.h"
#include "tamis/transforms/transform.h"

namespace tamis::transforms {
namespace {

using namespace std::string_view_literals;

enum class Kind {
  kNone,
  kOrnament,  // decorates by itself: ★ ■ ♪
  kBlank,     // □ ○: a missing character or a blank to fill in, unless among ornaments
  kStroke,    // what lines are drawn with; decorates in runs
  kSpace,
};

constexpr std::u32string_view kOtherOrnaments = U"※→←↑↓⇒⇨➔➜➤➢➣➥•‣◦⁃";
constexpr std::u32string_view kAsciiStrokes = U"~=*-_";
constexpr std::u32string_view kWideStrokes = U"﹏﹋﹍﹎﹉﹊＿￣＝～＊－┈┅┄┉";
constexpr std::u32string_view kMeaningful = U"△▽⊙▱◯✓✔✗✘☎✉℃";  // geometry and marks in forms

constexpr bool contains(std::u32string_view set, char32_t code_point) {
  return set.find(code_point) != std::u32string_view::npos;
}

constexpr bool is_in(char32_t code_point, char32_t first, char32_t last) {
  return code_point >= first && code_point <= last;
}

// Letters beyond ASCII that are no symbol for sure: Europe's, and Chinese, Japanese and Korean.
constexpr bool is_letter_range(char32_t code_point) {
  return is_in(code_point, 0x00A1, 0x1FFF) || is_in(code_point, 0x3001, 0xFE48);
}
static_assert(std::ranges::none_of(kWideStrokes, is_letter_range) &&
              std::ranges::none_of(kOtherOrnaments, is_letter_range));

Kind kind_of(char32_t code_point) {
  if (code_point < 0x80) {
    if (code_point == U' ') return Kind::kSpace;
    return contains(kAsciiStrokes, code_point) ? Kind::kStroke : Kind::kNone;
  }
  if (is_letter_range(code_point)) return Kind::kNone;
  if (code_point == U'\u00A0' || code_point == U'\u3000') return Kind::kSpace;
  if (contains(kWideStrokes, code_point) || is_in(code_point, 0x2500, 0x257F)) return Kind::kStroke;
  if (code_point < 0x2000 || contains(kMeaningful, code_point)) return Kind::kNone;
  if (code_point == U'□' || code_point == U'○') return Kind::kBlank;
  const bool is_ornament = is_in(code_point, 0x2580, 0x25FF) ||  // blocks, geometric shapes
                           is_in(code_point, 0x2605, 0x2606) ||  // ★☆
                           is_in(code_point, 0x2660, 0x266A) ||  // suits and notes
                           is_in(code_point, 0x2719, 0x2767) ||  // crosses, stars, flowers, hearts
                           contains(kOtherOrnaments, code_point);
  return is_ornament ? Kind::kOrnament : Kind::kNone;
}

// Neighbouring symbols: of strokes always the same one, of ornaments any.
struct Run {
  std::size_t num_bytes = 0;
  std::size_t num_symbols = 0;
  char32_t first = U'\0';
  bool has_ornament = false;
};

Run run_at(std::string_view text) {
  Run run;
  run.first = text::decode_code_point(text).code_point;
  const bool is_stroke = kind_of(run.first) == Kind::kStroke;
  while (run.num_bytes < text.size()) {
    const auto [code_point, num_bytes] = text::decode_code_point(text.substr(run.num_bytes));
    const Kind kind = kind_of(code_point);
    const bool goes_on =
        is_stroke ? code_point == run.first : kind == Kind::kOrnament || kind == Kind::kBlank;
    if (!goes_on) break;
    run.has_ornament |= kind == Kind::kOrnament;
    run.num_bytes += num_bytes;
    ++run.num_symbols;
  }
  return run;
}

// True for a line of four and more decorating symbols and nothing else. A "|" makes it a row of a
// table; three strokes are Markdown's rules and fences.
bool is_decoration(std::string_view line) {
  std::size_t num_symbols = 0;
  bool has_ornament = false;
  while (!line.empty()) {
    const auto [code_point, num_bytes] = text::decode_code_point(line);
    const Kind kind = kind_of(code_point);
    const bool is_framing = code_point == U'+' || code_point == U'#' || code_point == U'.';
    if (kind == Kind::kNone && !is_framing) return false;
    num_symbols += kind != Kind::kSpace;
    has_ornament |= kind == Kind::kOrnament;
    line.remove_prefix(num_bytes);
  }
  return num_symbols >= 4 || has_ornament;
}

bool is_edge(char byte) { return byte == ' ' || byte == '\t'; }

// Strokes decorate in fours, and next to an end of the line or a space: "x=====" is a banner,
// "138****1234" hides a number, "|----|" is a table, "/****" is code.
bool is_rule(const Run& run, std::string_view before, std::string_view after) {
  if (run.num_symbols < 4 || run.first == U'_') return false;
  const bool is_edge_before = before.empty() || is_edge(before.back());
  const bool is_edge_after = after.empty() || is_edge(after.front());
  if (run.first == U'*') return is_edge_before && is_edge_after;
  if (!is_edge_before && is_ascii_punctuation(before.back())) return false;
  if (!is_edge_after && is_ascii_punctuation(after.front())) return false;
  return is_edge_before || is_edge_after;
}

// Ornaments decorate in pairs, or alone at the end of a line. Five stars are a mark out of five.
bool is_garland(const Run& run, std::string_view symbols, std::string_view after) {
  if (!run.has_ornament) return false;
  const bool is_rating = run.num_symbols == 5 && symbols.find_first_not_of("★☆"sv) == symbols.npos;
  if (is_rating) return false;
  return run.num_symbols >= 2 || after.find_first_not_of(" \t"sv) == after.npos;
}

void append_separator(std::string& edited, std::size_t line_begin, std::string_view after) {
  if (after.empty()) {
    while (edited.size() > line_begin && is_edge(edited.back())) edited.pop_back();
  } else if (edited.size() > line_begin && !is_edge(edited.back()) && !is_edge(after.front())) {
    edited.push_back(' ');
  }
}

// The rest of the line behind a bullet, or nothing if there is none. A blank is a bullet only
// before a space: a poem's line may begin with a character that is lost.
std::string_view behind_bullet(std::string_view line) {
  const text::Decoded first = text::decode_code_point(line);
  const Kind kind = kind_of(first.code_point);
  std::string_view rest = line.substr(first.num_bytes);
  const bool has_space = !rest.empty() && is_edge(rest.front());
  if (kind != Kind::kOrnament && !(kind == Kind::kBlank && has_space)) return {};
  if (rest.empty() || kind_of(text::decode_code_point(rest).code_point) == Kind::kOrnament)
    return {};
  while (rest.starts_with(' ') || rest.starts_with('\t')) rest.remove_prefix(1);
  while (rest.starts_with("　"sv)) rest.remove_prefix("　"sv.size());
  return rest;
}

// How many bytes `text` begins with that are neither ornament nor stroke.
std::size_t num_plain_bytes(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size()) {
    const auto [code_point, num_bytes] = text::decode_code_point(text.substr(end));
    const Kind kind = kind_of(code_point);
    if (kind != Kind::kNone && kind != Kind::kSpace) break;
    end += num_bytes;
  }
  return end;
}

void append_runs_removed(std::string_view line, std::string& edited) {
  const std::size_t line_begin = edited.size();
  std::size_t at = 0;
  while (at < line.size()) {
    const std::size_t num_plain = num_plain_bytes(line.substr(at));
    edited.append(line, at, num_plain);
    at += num_plain;
    if (at == line.size()) break;
    const std::string_view rest = line.substr(at);
    const Run run = run_at(rest);
    const std::string_view symbols = rest.substr(0, run.num_bytes);
    const std::string_view after = rest.substr(run.num_bytes);
    at += run.num_bytes;
    if (is_rule(run, line.substr(0, at - run.num_bytes), after) ||
        is_garland(run, symbols, after)) {
      append_separator(edited, line_begin, after);
    } else {
      edited.append(symbols);
    }
  }
}

void append_line(std::string_view line, std::string& edited) {
  const std::size_t num_blanks = std::min(line.find_first_not_of(" \t"sv), line.size());
  const std::string_view body = line.substr(num_blanks);
  if (body.empty()) {
    edited.append(line);
    return;
  }
  const std::string_view item = behind_bullet(body);
  if (!item.empty()) {
    edited.append(line, 0, num_blanks);
    edited.append("- ");
  }
  append_runs_removed(item.empty() ? line : item, edited);
}

void rewrite(std::string_view text, std::string& edited) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    const bool is_blank = line.find_first_not_of(" \t"sv) == line.npos;
    const bool has_line_break = end < text.size();
    text.remove_prefix(has_line_break ? end + 1 : end);
    if (!is_blank && is_decoration(line)) continue;
    append_line(line, edited);
    if (has_line_break) edited.push_back('\n');
  }
}

constexpr Example kExamples[] = {
    {.text = "◆产品特点：\n★★★特价★★★\n- 面积 100 ㎡",
     .edited = "- 产品特点：\n特价\n- 面积 100 ㎡"},
    {.text = "=====\n通知 ~~~~~~\n━━━━━━━", .edited = "通知\n"},
    {.text = "△ABC 中 A→B，25℃，①甲 ②乙，¥5 ±3", .edited = "△ABC 中 A→B，25℃，①甲 ②乙，¥5 ±3"},
    {.text = "评分：★★★★☆，她说——好……", .edited = "评分：★★★★☆，她说——好……"},
    {.text = "| a | b |\n|---|----|", .edited = "| a | b |\n|---|----|"},
};

}  // namespace

extern constinit const TransformSpec symbols = transform({
    .name = "symbols",
    .version = 1,
    .summary = "Removes decorating symbols and rules, and makes symbols in front of a line the \"- "
               "\" of a list.",
    .why =
        "Stars, boxes and drawn lines are layout, not language; a symbol alone inside a line may "
        "mean something and stays, and so does a drawing with letters in it.",
    .source = {.work = "The Unicode Standard 15.0, code charts",
               .url = "https://www.unicode.org/charts/",
               .where = "U+2500-25FF, U+2600-27BF; what decorates is Tamis's own choice"},
    .examples = kExamples,
    .edit = rewriting<rewrite>,
});

}  // namespace tamis::transforms
