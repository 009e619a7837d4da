#include "tamis/extract/formulas.h"

#include "tamis/extract/ascii.h"
#include "tamis/extract/character_references.h"
#include "tamis/extract/class_words.h"

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

// Services that draw the TeX in the address.
bool is_formula_address(std::string_view address) {
  address = address.substr(0, 64);
  return address.find("equation?tex=") != address.npos ||
         address.find("latex.codecogs.com") != address.npos;
}

}  // namespace

void FormulaReader::start() {
  num_open_math_ = 0;
  has_katex_markup_ = false;
  script_ = Script::kOther;
}

bool FormulaReader::is_drawn(const Token& token) {
  for (const Attribute& attribute : token.attributes) {
    if (equals_ignoring_case(attribute.name, "class")) {
      if (attribute.value == "katex-mathml") has_katex_markup_ = true;
      if (attribute.value == "katex-html" && has_katex_markup_) return true;
      if (attribute.value.starts_with("MathJax_Preview")) return true;
    } else if (equals_ignoring_case(attribute.name, "id")) {
      if (attribute.value.starts_with("MathJax-Element-")) return true;
    }
  }
  return false;
}

void FormulaReader::open_math(const Token& math) {
  if (math.is_self_closing) return;
  mathml_.start(math);
  num_open_math_ = 1;
}

// An element of HTML ends the formula, as browsers have it: no page is lost in an open <math>. One
// formula may stand in the text of another.
bool FormulaReader::read(const Token& token) {
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

Formula FormulaReader::formula() {
  num_open_math_ = 0;
  return bare(mathml_.finish(), mathml_.is_display());
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

Formula FormulaReader::image_formula(const Token& image) {
  std::string_view alternative;
  bool is_formula = false;
  bool is_display = false;
  for (const auto& [name, value] : image.attributes) {
    if (equals_ignoring_case(name, "alt")) alternative = value;
    if (equals_ignoring_case(name, "class")) {
      is_formula |= has_formula_class(value);
      is_display |= value.find("-display") != value.npos;
    }
    if (equals_ignoring_case(name, "eeimg")) is_formula = true;  // Zhihu
    if (equals_ignoring_case(name, "src")) is_formula |= is_formula_address(value);
  }
  if (!is_formula || alternative.size() > MathmlReader::kTexBytesMax) return {};
  decoded_.clear();
  append_decoded(alternative, ReferenceContext::kAttribute, decoded_);
  return bare(decoded_, is_display);
}

}  // namespace tamis::extract
