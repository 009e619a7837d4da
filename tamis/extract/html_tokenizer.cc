#include "tamis/extract/html_tokenizer.h"

#include <algorithm>

#include "tamis/extract/ascii.h"
#include "tamis/extract/raw_text.h"
#include "tamis/text/byte_finder.h"

namespace tamis::extract {
namespace {

constexpr std::size_t kNotFound = std::string_view::npos;

constexpr text::ByteFinder kEndsTagName(" \n\t\r\f>/");
constexpr text::ByteFinder kEndsAttributeName(" \n\t\r\f>/=");
constexpr text::ByteFinder kEndsUnquotedValue(" \n\t\r\f>");

std::size_t skip_space(std::string_view html, std::size_t begin) {
  while (begin < html.size() && is_html_space(html[begin])) ++begin;
  return begin;
}

// True if the '<' at `position` opens a tag, comment or declaration; else it is text.
bool opens_markup(std::string_view html, std::size_t position) {
  if (position + 1 >= html.size()) return false;
  const char next = html[position + 1];
  if (is_ascii_letter(next) || next == '!' || next == '?') return true;
  return next == '/' && position + 2 < html.size();
}

}  // namespace

std::string_view Token::attribute(std::string_view lower_name) const {
  for (const Attribute& candidate : attributes) {
    if (!equals_ignoring_case(candidate.name, lower_name)) continue;
    return candidate.value.data() == nullptr ? std::string_view("") : candidate.value;
  }
  return {};
}

bool HtmlTokenizer::next() {
  if (raw_text_element_ != Tag::kOther && read_raw_text()) return true;
  while (position_ < html_.size()) {
    if (html_[position_] != '<' || !opens_markup(html_, position_)) {
      read_text();
      return true;
    }
    if (read_markup()) return true;
  }
  return false;
}

// False if the element is empty.
bool HtmlTokenizer::read_raw_text() {
  const Tag tag = raw_text_element_;
  raw_text_element_ = Tag::kOther;
  const std::size_t begin = position_;
  position_ = find_raw_text_end(html_, begin, tag);
  token_ = {.kind = TokenKind::kText,
            .tag = tag,
            .has_references = has_trait(tag, kIsEscapableRawText),
            .text = html_.substr(begin, position_ - begin)};
  return !token_.text.empty();
}

void HtmlTokenizer::read_text() {
  const std::size_t begin = position_;
  std::size_t end = html_.find('<', begin);
  while (end != kNotFound && !opens_markup(html_, end)) end = html_.find('<', end + 1);
  position_ = end == kNotFound ? html_.size() : end;
  token_ = {.kind = TokenKind::kText,
            .has_references = true,
            .text = html_.substr(begin, position_ - begin)};
}

// False if nothing comes of it: "</>", or a tag that never ends.
bool HtmlTokenizer::read_markup() {
  const std::size_t begin = position_ + 1;
  const char first = html_[begin];
  if (is_ascii_letter(first)) return read_tag(TokenKind::kStartTag, begin);
  if (first == '!') return read_declaration();
  if (first == '/') {
    if (is_ascii_letter(html_[begin + 1])) return read_tag(TokenKind::kEndTag, begin + 1);
    if (html_[begin + 1] == '>') {
      position_ = begin + 2;
      return false;
    }
  }
  const std::size_t end = html_.find('>', begin);
  return emit_comment(begin, end, end + 1);
}

bool HtmlTokenizer::read_declaration() {
  const std::size_t begin = position_ + 2;
  const std::string_view rest = html_.substr(begin);
  if (rest.starts_with("--")) {
    const std::size_t length = find_comment_end(rest.substr(2));
    if (length == kNotFound) return emit_comment(begin + 2, kNotFound, kNotFound);
    return emit_comment(begin + 2, begin + 2 + length, html_.find('>', begin + 2 + length) + 1);
  }
  if (rest.starts_with("[CDATA[") && num_open_foreign_ > 0) {
    const std::size_t end = html_.find("]]>", begin);
    const std::size_t text_begin = begin + 7;
    position_ = end == kNotFound ? html_.size() : end + 3;
    token_ = {.kind = TokenKind::kText,
              .text = html_.substr(text_begin, end == kNotFound ? kNotFound : end - text_begin)};
    return true;
  }
  const std::size_t end = html_.find('>', begin);
  return emit_comment(begin, end, end + 1);
}

// `end` is kNotFound for a comment that the page's end cuts off.
bool HtmlTokenizer::emit_comment(std::size_t begin, std::size_t end, std::size_t next) {
  position_ = end == kNotFound ? html_.size() : next;
  token_ = {.kind = TokenKind::kComment,
            .text = html_.substr(begin, end == kNotFound ? kNotFound : end - begin)};
  return true;
}

bool HtmlTokenizer::read_tag(TokenKind kind, std::size_t name_begin) {
  const std::size_t name_end = kEndsTagName.find(html_, name_begin);
  const std::string_view name = html_.substr(name_begin, name_end - name_begin);
  token_ = {.kind = kind, .tag = find_tag(name, html_), .name = name};
  position_ = name_end;
  num_attributes_ = num_read_over_ = 0;
  if (!read_attributes()) return false;
  token_.attributes = {attributes_.data(), num_attributes_};
  enter_element();
  return true;
}

// Reads up to and over the '>' of the tag; false if the page ends before.
bool HtmlTokenizer::read_attributes() {
  while (true) {
    position_ = skip_space(html_, position_);
    if (position_ >= html_.size()) return false;
    if (html_[position_] == '>') {
      ++position_;
      return true;
    }
    if (html_[position_] == '/') {
      ++position_;
      token_.is_self_closing = position_ < html_.size() && html_[position_] == '>';
      continue;
    }
    // The first byte belongs to the name even if it is '='.
    const std::size_t name_end = kEndsAttributeName.find(html_, position_ + 1);
    const std::string_view name = html_.substr(position_, name_end - position_);
    position_ = skip_space(html_, name_end);
    std::string_view value;
    if (position_ < html_.size() && html_[position_] == '=' && !read_attribute_value(value)) {
      return false;
    }
    keep_attribute(name, value);
  }
}

// At the '='. False if the page ends inside the value.
bool HtmlTokenizer::read_attribute_value(std::string_view& value) {
  std::size_t begin = skip_space(html_, position_ + 1);
  position_ = begin;
  if (begin >= html_.size()) return false;
  const char quote = html_[begin];
  if (quote != '"' && quote != '\'') {
    position_ = kEndsUnquotedValue.find(html_, begin);
    value = html_.substr(begin, position_ - begin);
    return position_ < html_.size();
  }
  ++begin;
  const std::size_t end = html_.find(quote, begin);
  position_ = end == kNotFound ? html_.size() : end + 1;
  value = html_.substr(begin, position_ - 1 - begin);
  return end != kNotFound;
}

void HtmlTokenizer::keep_attribute(std::string_view name, std::string_view value) {
  if (num_attributes_ < kNumAttributesMax) {
    attributes_[num_attributes_++] = {name, value};
  } else {
    ++num_read_over_;
  }
  most_attributes_ = std::max(most_attributes_, num_attributes_ + num_read_over_);
}

// What a tag does to the states of the tokenizer.
void HtmlTokenizer::enter_element() {
  const bool is_start = token_.kind == TokenKind::kStartTag;
  if (has_trait(token_.tag, kIsForeign)) {
    if (!is_start) {
      if (num_open_foreign_ > 0) --num_open_foreign_;
    } else if (!token_.is_self_closing) {
      ++num_open_foreign_;
    }
    return;
  }
  // Inside of SVG, what is in <title> and <style> is markup.
  if (!is_start || num_open_foreign_ > 0) return;
  if (has_trait(token_.tag, kIsRawText | kIsEscapableRawText) || token_.tag == Tag::kPlaintext) {
    raw_text_element_ = token_.tag;
  }
}

}  // namespace tamis::extract
