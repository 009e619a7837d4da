#include "tamis/extract/formulas.h"

#include <utility>

#include "tamis/extract/ascii.h"
#include "tamis/extract/character_references.h"
#include "tamis/extract/class_words.h"
#include "tamis/extract/formula_address.h"

namespace tamis::extract {
namespace {

// Takes away a beginning and an end that belong together.
bool strip(std::string_view& tex, std::string_view begin, std::string_view end) {
  if (tex.size() < begin.size() + end.size()) return false;
  if (!tex.starts_with(begin) || !tex.ends_with(end)) return false;
  tex = trim_html_space(tex.substr(begin.size(), tex.size() - begin.size() - end.size()));
  return true;
}

// True if the brace that `tex` begins with is closed by its last byte.
bool is_one_group(std::string_view tex) {
  int depth = 0;
  for (std::size_t i = 0; i < tex.size(); ++i) {
    if (tex[i] == '\\') {
      ++i;
      continue;
    }
    depth += (tex[i] == '{' ? 1 : 0) - (tex[i] == '}' ? 1 : 0);
    if (depth == 0) return i + 1 == tex.size();
  }
  return false;
}

// The formula without what only says that it is one: dollars, the brackets of LaTeX, the CDATA
// marks of XHTML, MediaWiki's {\displaystyle ...}.
Formula bare(std::string_view tex, bool is_display) {
  tex = trim_html_space(tex);
  strip(tex, "% <![CDATA[", "%]]>");
  if (strip(tex, "$$", "$$") || strip(tex, "\\[", "\\]")) is_display = true;
  if (!strip(tex, "\\(", "\\)") && tex.find('$', 1) == tex.size() - 1) strip(tex, "$", "$");
  if (is_one_group(tex) && (tex.starts_with("{\\displaystyle") || tex.starts_with("{\\textstyle")))
    strip(tex, "{", "}");
  for (const std::string_view style : {"\\displaystyle", "\\textstyle"}) {
    const bool is_whole_name =
        tex.starts_with(style) && tex.size() > style.size() && !is_ascii_letter(tex[style.size()]);
    if (is_whole_name) tex = trim_html_space(tex.substr(style.size()));
  }
  return {.tex = tex.size() > MathmlReader::kTexBytesMax ? std::string_view() : tex,
          .is_display = is_display};
}

// MediaWiki, WordPress, QuickLaTeX, Sphinx.
bool is_formula_class(std::string_view name) {
  return name == "tex" || name == "latex" || name == "math" || name.starts_with("ql-img-") ||
         name.starts_with("mwe-math-fallback-image");
}

bool has_formula_class(std::string_view classes) {
  classes = classes.substr(0, kClassValueBytesMax);
  while (true) {
    const std::string_view name = take_name(classes);
    if (name.empty()) return false;
    if (is_formula_class(name)) return true;
  }
}

// What KaTeX has for machines where a page lost the tags in it: each symbol in a line of its own,
// and the TeX behind them.
std::string_view tex_behind_symbols(std::string_view text) {
  text = trim_html_space(text);
  const std::size_t line = text.rfind('\n');
  if (line == text.npos) return text;
  const std::string_view last = text.substr(line);
  const bool ends_environment =
      last.find("\\end{") != last.npos && last.find("\\begin{") == last.npos;
  const std::size_t begin = ends_environment ? text.find("\\begin{") : text.npos;
  return trim_html_space(begin == text.npos ? last : text.substr(begin));
}

}  // namespace

void FormulaReader::start() {
  reading_ = Reading::kNothing;
  has_katex_markup_ = is_next_display_ = false;
  script_ = Script::kOther;
}

bool FormulaReader::is_drawn(const Token& token) {
  for (const Attribute& attribute : token.attributes) {
    if (equals_ignoring_case(attribute.name, "class")) {
      if (is_drawn_by_class(attribute.value)) return true;
    } else if (equals_ignoring_case(attribute.name, "id")) {
      if (attribute.value.starts_with("MathJax-Element-")) return true;
    }
  }
  return false;
}

bool FormulaReader::is_drawn_by_class(std::string_view classes) {
  if (classes.starts_with("katex-display") || classes == "katex--display") is_next_display_ = true;
  if (classes == "katex-mathml") {
    has_katex_markup_ = true;
    reading_ = Reading::kKatexText;
    katex_text_.clear();
  }
  if (classes == "katex-html") {
    is_next_display_ = false;
    return has_katex_markup_;
  }
  return classes.starts_with("MathJax_Preview");
}

void FormulaReader::open_math(const Token& math) {
  if (math.is_self_closing) return;
  mathml_.start(math);
  num_open_math_ = 1;
  reading_ = Reading::kMath;
}

bool FormulaReader::read(const Token& token) {
  return reading_ == Reading::kMath ? read_math(token) : read_katex_text(token);
}

// An element of HTML ends the formula, as browsers have it: no page is lost in an open <math>. One
// formula may stand in the text of another.
bool FormulaReader::read_math(const Token& token) {
  const bool is_start = token.kind == TokenKind::kStartTag;
  const bool is_end = token.kind == TokenKind::kEndTag;
  if (token.tag == Tag::kMath && is_start && !token.is_self_closing) ++num_open_math_;
  if (token.tag == Tag::kMath && is_end) --num_open_math_;
  const bool is_html =
      has_trait(token.tag, kIsBlock) || token.tag == Tag::kBr || token.tag == Tag::kImg;
  if ((is_start || is_end) && is_html) num_open_math_ = 0;
  if (num_open_math_ == 0) return false;
  mathml_.add(token);
  return true;
}

// Up to the next tag, which is <math> unless the page lost it.
bool FormulaReader::read_katex_text(const Token& token) {
  if (token.kind == TokenKind::kStartTag || token.kind == TokenKind::kEndTag) return false;
  const bool has_room = katex_text_.size() + token.text.size() <= MathmlReader::kTexBytesMax;
  if (token.kind == TokenKind::kText && has_room)
    append_decoded(token.text, ReferenceContext::kText, katex_text_);
  return true;
}

Formula FormulaReader::formula() {
  if (std::exchange(reading_, Reading::kNothing) == Reading::kMath)
    return bare(mathml_.finish(), std::exchange(is_next_display_, false) || mathml_.is_display());
  const std::string_view tex = tex_behind_symbols(katex_text_);
  return bare(tex, !tex.empty() && std::exchange(is_next_display_, false));
}

void FormulaReader::open_script(const Token& script) {
  script_ = Script::kOther;
  const std::string_view type = script.attribute("type");
  if (!starts_with_ignoring_case(type, "math/tex")) return;
  script_ = type.find("display") == type.npos ? Script::kTex : Script::kDisplayTex;
}

Formula FormulaReader::script_formula(std::string_view text) {
  const bool is_display = script_ == Script::kDisplayTex;
  script_ = Script::kOther;
  return bare(text, is_display);
}

Formula FormulaReader::element_formula(const Token& element) {
  std::string_view tex;
  bool is_display = false;
  for (const auto& [name, value] : element.attributes) {
    if (equals_ignoring_case(name, "data-tex") || equals_ignoring_case(name, "data-formula"))
      tex = value;
    if (equals_ignoring_case(name, "class")) is_display = value.starts_with("block-equation");
  }
  if (tex.empty() || tex.size() > MathmlReader::kTexBytesMax) return {};
  decoded_.clear();
  append_decoded(tex, ReferenceContext::kAttribute, decoded_);
  return bare(decoded_, is_display);
}

Formula FormulaReader::image_formula(const Token& image) {
  std::string_view alternative;
  std::string_view address;
  bool is_formula = false;
  bool is_display = false;
  for (const auto& [name, value] : image.attributes) {
    if (equals_ignoring_case(name, "alt")) alternative = value;
    if (equals_ignoring_case(name, "class")) {
      is_formula |= has_formula_class(value);
      is_display |= value.find("-display") != value.npos;
    }
    if (equals_ignoring_case(name, "eeimg")) is_formula = true;  // Zhihu
    if (equals_ignoring_case(name, "src") && is_formula_address(value)) address = value;
  }
  const bool is_address = trim_html_space(alternative).empty();
  if (is_address) alternative = address;
  if (!is_formula && address.empty()) return {};
  if (alternative.size() > MathmlReader::kTexBytesMax) return {};
  decoded_.clear();
  append_decoded(alternative, ReferenceContext::kAttribute, decoded_);
  if (is_address) decoded_ = tex_of_address(decoded_);
  return bare(decoded_, is_display);
}

}  // namespace tamis::extract
