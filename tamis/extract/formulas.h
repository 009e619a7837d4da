// Formulas of a page as TeX, from the places where pages have them: MathML, <script
// type="math/tex">, and the alternative text of formula images.
//
// Programs that draw formulas leave them in a page several times: as markup for machines and as
// drawn glyphs (KaTeX, MathJax 2), or as hidden MathML and an image (MediaWiki). One is taken.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "tamis/extract/html_tokenizer.h"
#include "tamis/extract/mathml.h"

namespace tamis::extract {

struct Formula {
  std::string_view tex;     // without $; valid until the next token; empty if there is none
  bool is_display = false;  // stands in a line of its own
};

// Reads the tokens of one page; reused from page to page. Not thread-safe.
class FormulaReader {
 public:
  void start();

  // True for an inline start tag whose element holds the glyphs of a formula; what they mean is
  // said before, inside or behind it.
  bool is_drawn(const Token& token);

  // From <math> on, and from KaTeX's <span class="katex-mathml">, read() is asked with each token,
  // until it is false: then formula() is there, and the token has yet to be looked at.
  void open_math(const Token& math);
  bool is_in_formula() const { return reading_ != Reading::kNothing; }
  bool is_in_mathml() const { return reading_ == Reading::kMath; }
  bool read(const Token& token);
  Formula formula();

  // At each <script>: whether its text is a formula; at its text: that formula.
  void open_script(const Token& script);
  bool is_in_tex_script() const { return script_ != Script::kOther; }
  Formula script_formula(std::string_view text);

  // Of an inline element that has its TeX in an attribute, whatever it shows (Zhihu, mdnice).
  Formula element_formula(const Token& element);

  // Of an <img>.
  Formula image_formula(const Token& image);

 private:
  enum class Script : std::uint8_t { kOther, kTex, kDisplayTex };
  enum class Reading : std::uint8_t { kNothing, kMath, kKatexText };

  bool is_drawn_by_class(std::string_view classes);
  bool read_math(const Token& token);
  bool read_katex_text(const Token& token);

  MathmlReader mathml_;
  std::string decoded_;
  std::string katex_text_;
  Reading reading_ = Reading::kNothing;
  std::uint32_t num_open_math_ = 0;
  bool has_katex_markup_ = false;  // <span class="katex-mathml"> came on this page
  bool is_next_display_ = false;   // <span class="katex-display"> came, and no formula since
  Script script_ = Script::kOther;
};

}  // namespace tamis::extract
