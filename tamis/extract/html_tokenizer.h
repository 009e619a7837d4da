// HTML to tokens: start tags, end tags, text, comments, in one pass over the bytes.
//
// The states of the WHATWG HTML standard, section 13.2.5, folded into a scanner that jumps from
// '<' to '<'. No state looks back or ahead without consuming, so the time is linear in the
// bytes whatever they are. Character references are left as they are written: most text is
// thrown away undecoded (character_references.h decodes).
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "tamis/extract/html_tag.h"

namespace tamis::extract {

enum class TokenKind : std::uint8_t {
  kText,  // outside of tags, and what is inside of raw text elements
  kStartTag,
  kEndTag,
  kComment,  // also <!doctype>, <?xml ...?> and other declarations
};

// Views into the page.
struct Attribute {
  std::string_view name;   // as written, in any case
  std::string_view value;  // as written, references not decoded; empty if there is none
};

struct Token {
  TokenKind kind = TokenKind::kText;
  Tag tag = Tag::kOther;         // of a tag; of text: the raw text element that it is in, or kOther
  bool is_self_closing = false;  // <x/>
  bool has_references = false;   // text only: '&' means a character reference
  std::string_view name = {};    // of a tag, as written
  std::string_view text = {};    // of text and comments, as written
  std::span<const Attribute> attributes = {};

  // The value of the first attribute of that name (in lower case), or an empty view with a null
  // pointer if there is none.
  std::string_view attribute(std::string_view lower_name) const;
};

// Not thread-safe. `html` must outlive it; what comes after kPageBytesMax is not read.
class HtmlTokenizer {
 public:
  // More attributes than this on one tag are read over: no page needs them, and 50,000 of them
  // are an attack.
  static constexpr std::size_t kNumAttributesMax = 32;

  // Positions in a page are 32-bit. No document is as large (base/limits.h).
  static constexpr std::size_t kPageBytesMax = std::size_t{1} << 30;

  explicit HtmlTokenizer(std::string_view html) : html_(html.substr(0, kPageBytesMax)) {}

  // Moves to the next token; false at the end. A tag, comment or quote that the page's end cuts
  // off is dropped, as browsers do.
  bool next();

  // Valid until next(), its attributes too.
  const Token& token() const { return token_; }

  // Who builds the tree knows where <svg> and <math> end without an end tag: CDATA exists inside of
  // them only, and text that is no markup (<title>, <script>) outside.
  void set_in_foreign(bool is_in_foreign) {
    num_open_foreign_ = is_in_foreign ? std::max(num_open_foreign_, 1U) : 0;
  }

  // The most attributes that one tag had so far, with those that were read over.
  std::size_t most_attributes() const { return most_attributes_; }

 private:
  bool read_raw_text();
  void read_text();
  bool read_markup();
  bool read_declaration();
  bool read_tag(TokenKind kind, std::size_t name_begin);
  bool read_attributes();
  bool read_attribute_value(std::string_view& value);
  void enter_element();
  void keep_attribute(std::string_view name, std::string_view value);
  bool emit_comment(std::size_t begin, std::size_t end, std::size_t next);

  std::string_view html_;
  std::size_t position_ = 0;
  Tag raw_text_element_ = Tag::kOther;
  std::uint32_t num_open_foreign_ = 0;  // <svg> and <math>
  Token token_;
  std::array<Attribute, kNumAttributesMax> attributes_;
  std::size_t num_attributes_ = 0;
  std::size_t num_read_over_ = 0;  // of the same tag
  std::size_t most_attributes_ = 0;
};

}  // namespace tamis::extract
