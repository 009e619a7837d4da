// Tokens to blocks: where text starts and ends, and which boxes it lies in.
#pragma once

#include <optional>
#include <string>

#include "tamis/extract/block_text.h"
#include "tamis/extract/blocks.h"
#include "tamis/extract/class_values.h"
#include "tamis/extract/formulas.h"
#include "tamis/extract/html_tokenizer.h"
#include "tamis/extract/open_elements.h"

namespace tamis::extract {

// Reused from page to page: start, add every token, finish. Not thread-safe.
class BlockBuilder {
 public:
  // `blocks` is cleared, and filled until finish().
  void start(Blocks& blocks);
  void add(const Token& token);
  void finish();

  // Moves on to the next token, by the rules of where it stands, and adds it; false at the end.
  bool read(HtmlTokenizer& tokenizer);

  // True inside of <math> and KaTeX's text for machines: what they say comes when they end.
  bool is_in_formula() const { return formulas_.is_in_formula(); }

  // How deep elements were nested.
  std::uint32_t deepest() const { return open_elements_.deepest(); }

 private:
  void open_element(const Token& token);
  void close_element(const Token& token);
  void open_foreign_element(const Token& token);
  void open_block_element(const Token& token);
  void close_block_element(Tag tag);
  bool shows_formulas() const;
  bool is_shown_box(const Token& token) const;
  void open_inline_element(const Token& token);
  void open_link(const Token& token);
  void close_link();
  void close_implied_inline(Tag tag);
  void open_quotation();
  void close_quotation();
  void open_code(Tag tag, bool keeps_space);
  void close_code(Tag tag);
  void enter_noscript();
  void close_inline_element(const Token& token);
  void start_line(bool follows_break);
  void add_text(const Token& token);
  void append(std::string_view text);
  void add_math_formula();
  void add_script_formula(std::string_view text);
  void add_image(const Token& image);
  bool follows_formula_block() const;
  void take_last_block_back();
  void append_formula(const Formula& formula);
  void note_first_text();
  void end_block();
  void place_block();
  std::uint32_t container_of(std::uint32_t element);
  std::uint32_t make_container(std::uint32_t element, std::uint32_t parent);
  std::uint64_t likeness_of(const OpenElement& element);
  bool is_blank_code_line(const OpenElement& element);

  Blocks* blocks_ = nullptr;
  OpenElements open_elements_;
  ClassValues class_values_;
  std::string decoded_;
  BlockText text_;
  Block block_;                          // the one being written; empty while no text has come
  std::optional<OpenElement> noscript_;  // a <noscript> in which nothing has come that shows
  std::uint32_t num_open_buttons_ = 0;
  std::uint32_t num_open_quotations_ = 0;  // <q>
  bool is_in_link_ = false;
  bool is_to_page_ = false;         // the link leads to a place on the page itself
  bool is_in_underline_ = false;    // <u>
  bool is_apart_ = false;           // in an inline element for those who listen
  bool is_formula_markup_ = false;  // the last formula was <math>
  bool is_formula_drawn_ = false;   // that <math> stood among the formula's glyphs
  std::uint64_t inline_names_ = 0;  // bits of those opened since the last tag of a block
  std::size_t code_end_ = 0;        // the text's size at the last </code>
  FormulaReader formulas_;
  std::vector<std::uint32_t> missing_;  // scratch of container_of
};

// The blocks of a whole page.
Blocks read_blocks(std::string_view html);

}  // namespace tamis::extract
