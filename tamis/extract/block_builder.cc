#include "tamis/extract/block_builder.h"

#include <algorithm>
#include <array>

#include "tamis/extract/ascii.h"
#include "tamis/extract/character_references.h"

namespace tamis::extract {
namespace {

bool has_value(std::string_view attribute) { return attribute.data() != nullptr; }

// True for an element that the page does not show, or not at first.
bool is_hidden(const Token& token) {
  if (token.tag == Tag::kNoscript) return true;
  if (token.attributes.empty()) return false;
  if (has_value(token.attribute("hidden"))) return true;
  const std::string_view style = token.attribute("style");
  for (std::size_t at = style.find(':'); at != style.npos; at = style.find(':', at + 1)) {
    const std::string_view property = trim_html_space(style.substr(0, at));
    const std::string_view value = trim_html_space(style.substr(at + 1));
    if (property.ends_with("display") && value.starts_with("none")) return true;
    if (property.ends_with("visibility") && value.starts_with("hidden")) return true;
  }
  return false;
}

ClassWords words_of(const Token& token) {
  ClassWords words;
  for (const Attribute& attribute : token.attributes) {
    if (names_purpose(attribute.name)) words.add(attribute.value);
  }
  return words;
}

// The bytes of the white space that `text` starts with, as HTML collapses it, U+00A0 and the
// invisible U+200B, U+FEFF with it.
std::size_t space_bytes(std::string_view text) {
  if (is_html_space(text.front())) return 1;
  const auto first = static_cast<unsigned char>(text.front());
  if (first == 0xC2 && text.starts_with("\xC2\xA0")) return 2;
  if (first == 0xE2 && text.starts_with("\xE2\x80\x8B")) return 3;
  if (first == 0xEF && text.starts_with("\xEF\xBB\xBF")) return 3;
  return 0;
}

constexpr std::array<bool, 256> kMayStartSpace = [] {
  std::array<bool, 256> may_start = {};
  for (const unsigned char byte : {' ', '\n', '\t', '\r', '\f'}) may_start[byte] = true;
  for (const int byte : {0xC2, 0xE2, 0xEF}) may_start[static_cast<std::size_t>(byte)] = true;
  return may_start;
}();

bool may_start_space(char byte) { return kMayStartSpace[static_cast<unsigned char>(byte)]; }

// The end of what stays as it is: words with one space between them. Requires: the first byte does
// not start white space.
std::size_t find_collapsible(std::string_view text) {
  std::size_t end = 1;
  for (; end < text.size(); ++end) {
    if (!may_start_space(text[end])) continue;
    const bool is_single =
        text[end] == ' ' && end + 1 < text.size() && !may_start_space(text[end + 1]);
    if (!is_single) break;
  }
  return end;
}

constexpr std::string_view kIdeographicSpace = "\xE3\x80\x80";  // U+3000 indents Chinese paragraphs

std::string_view trim_text(std::string_view text) {
  while (true) {
    const std::size_t size = text.size();
    text = trim_html_space(text);
    if (text.starts_with(kIdeographicSpace)) text.remove_prefix(kIdeographicSpace.size());
    if (text.ends_with(kIdeographicSpace)) text.remove_suffix(kIdeographicSpace.size());
    if (text.size() == size) return text;
  }
}

}  // namespace

void BlockBuilder::start(Blocks& blocks) {
  blocks_ = &blocks;
  blocks_->clear();
  open_elements_.clear();
  block_ = {};
  has_pending_space_ = is_at_pre_start_ = is_in_link_ = false;
  num_open_buttons_ = 0;
}

void BlockBuilder::finish() {
  end_block();
  blocks_->sum_up();
}

void BlockBuilder::add(const Token& token) {
  if (blocks_->blocks.size() >= kNumBlocksMax) return;
  switch (token.kind) {
    case TokenKind::kText:
      add_text(token);
      break;
    case TokenKind::kStartTag:
      open_element(token);
      break;
    case TokenKind::kEndTag:
      close_element(token.tag);
      break;
    case TokenKind::kComment:
      break;
  }
}

void BlockBuilder::open_element(const Token& token) {
  if (token.tag == Tag::kBr) {
    start_line(true);
  } else if (has_trait(token.tag, kIsBlock)) {
    open_block_element(token);
  } else if (!has_trait(token.tag, kIsVoid | kIsRawText | kIsEscapableRawText)) {
    open_inline_element(token);
  }
}

void BlockBuilder::close_element(Tag tag) {
  if (tag == Tag::kBr) {
    start_line(true);
  } else if (has_trait(tag, kIsBlock)) {
    start_line(false);
    // What follows </body> belongs to the body still; a </form> between boxes closes none of them.
    if (tag == Tag::kBody || (tag == Tag::kForm && open_elements_.top().tag != Tag::kForm)) return;
    open_elements_.close(tag);
  } else {
    close_inline_element(tag);
  }
}

void BlockBuilder::open_block_element(const Token& token) {
  start_line(false);
  if (has_trait(token.tag, kIsVoid)) return;
  if (token.tag == Tag::kBody && open_elements_.is_open(Tag::kBody)) return;
  open_elements_.close_implied(token.tag);
  is_at_pre_start_ = has_trait(token.tag, kKeepsSpace);
  open_elements_.push({.tag = token.tag,
                       .keeps_space = is_at_pre_start_,
                       .is_hidden = is_hidden(token),
                       .source = token.name.data(),
                       .words = words_of(token)});
}

// Inline elements are followed only where they change what their text is.
void BlockBuilder::open_inline_element(const Token& token) {
  const Tag tag = token.tag;
  if (tag == Tag::kA) is_in_link_ = has_value(token.attribute("href"));
  if (tag == Tag::kButton) ++num_open_buttons_;
  if ((tag == Tag::kRt || tag == Tag::kRp) && open_elements_.is_open(Tag::kRuby)) {
    open_elements_.close(Tag::kRt);
    open_elements_.close(Tag::kRp);
  }
  // A hidden piece of a paragraph is no text of it; a hidden box may be a tab that opens.
  bool is_unseen = has_trait(tag, kIsUnseen) || is_hidden(token);
  // A declarative shadow root is shown where it stands.
  if (tag == Tag::kTemplate && has_value(token.attribute("shadowrootmode"))) is_unseen = false;
  if (token.is_self_closing && has_trait(tag, kIsForeign)) return;
  // Followed too: what stands inside a hidden element of the same tag, so that ends match starts.
  if (is_unseen || tag == Tag::kRuby || tag == Tag::kTemplate || open_elements_.is_open(tag)) {
    open_elements_.push({.tag = tag, .is_unseen = is_unseen});
  }
}

void BlockBuilder::close_inline_element(Tag tag) {
  if (tag == Tag::kA) is_in_link_ = false;
  if (tag == Tag::kButton && num_open_buttons_ > 0) --num_open_buttons_;
  if (open_elements_.is_open(tag)) open_elements_.close(tag);
}

void BlockBuilder::start_line(bool follows_break) {
  if (follows_break && open_elements_.top().keeps_space &&
      blocks_->text.size() > block_.text_begin) {
    append_verbatim("\n");
    return;
  }
  end_block();
  block_.follows_break = follows_break;
}

void BlockBuilder::add_text(const Token& token) {
  const OpenElement& top = open_elements_.top();
  if (top.is_unseen || has_trait(token.tag, kIsUnseen)) return;
  std::string_view text = token.text;
  if (token.has_references && text.find('&') != text.npos) {
    decoded_.clear();
    append_decoded(text, ReferenceContext::kText, decoded_);
    text = decoded_;
  }
  append(text);
}

void BlockBuilder::append(std::string_view text) {
  const std::size_t size_before = blocks_->text.size();
  if (open_elements_.top().keeps_space) {
    append_verbatim(text);
  } else {
    append_collapsed(text);
  }
  if (is_in_link_)
    block_.num_link_bytes += static_cast<std::uint32_t>(blocks_->text.size() - size_before);
}

void BlockBuilder::append_collapsed(std::string_view text) {
  while (!text.empty()) {
    if (const std::size_t num_bytes = space_bytes(text); num_bytes > 0) {
      has_pending_space_ = true;
      text.remove_prefix(num_bytes);
      continue;
    }
    const std::size_t end = find_collapsible(text);
    append_space();
    blocks_->text.append(text.data(), end);
    text.remove_prefix(end);
  }
}

// Writes the space that was pending, unless a block would start with it.
void BlockBuilder::append_space() {
  if (blocks_->text.size() == block_.text_begin) block_.is_in_button = num_open_buttons_ > 0;
  if (has_pending_space_ && blocks_->text.size() > block_.text_begin) blocks_->text += ' ';
  has_pending_space_ = false;
}

void BlockBuilder::append_verbatim(std::string_view text) {
  if (is_at_pre_start_ && !text.empty()) {
    if (text.starts_with("\r\n"))
      text.remove_prefix(2);
    else if (text.starts_with('\n'))
      text.remove_prefix(1);
    is_at_pre_start_ = false;
  }
  for (std::size_t end = text.find('\r'); end != text.npos; end = text.find('\r')) {
    blocks_->text += text.substr(0, end);
    if (!text.substr(end).starts_with("\r\n")) blocks_->text += '\n';
    text.remove_prefix(end + 1);
  }
  blocks_->text += text;
}

// Closes the block being written and keeps it if it shows anything.
void BlockBuilder::end_block() {
  Blocks& blocks = *blocks_;
  if (trim_block()) {
    place_block();
    block_.counts = count_text(blocks.text_of(block_));
    block_.num_link_bytes = std::min(block_.num_link_bytes, block_.num_bytes());
    blocks.blocks.push_back(block_);
  }
  block_ = {};
  block_.text_begin = static_cast<std::uint32_t>(blocks.text.size());
  has_pending_space_ = false;
}

// Cuts the white space around what was written; false if nothing is left.
bool BlockBuilder::trim_block() {
  std::string& page_text = blocks_->text;
  const std::string_view written = std::string_view(page_text).substr(block_.text_begin);
  const std::string_view text = trim_text(written);
  auto begin = static_cast<std::size_t>(text.data() - written.data());
  const std::size_t end = begin + text.size();
  block_.keeps_space = open_elements_.top().keeps_space;
  // The indentation of the first line of code stays.
  if (block_.keeps_space) begin = written.substr(0, begin).rfind('\n') + 1;
  block_.text_end = block_.text_begin + static_cast<std::uint32_t>(end);
  block_.text_begin += static_cast<std::uint32_t>(text.empty() ? end : begin);
  page_text.resize(block_.text_end);
  return !text.empty();
}

// Fills in the boxes around the block.
void BlockBuilder::place_block() {
  const OpenElement& top = open_elements_.top();
  block_.container = container_of(open_elements_.depth() - 1);
  block_.row = top.row == kNone ? kNone : container_of(top.row);
  block_.cell = top.cell == kNone ? kNone : container_of(top.cell);
  block_.is_hidden = top.is_hidden;
}

// The container of an open element, made with those of the elements around it that lack one.
std::uint32_t BlockBuilder::container_of(std::uint32_t element) {
  missing_.clear();
  while (open_elements_.at(element).container == kNone) missing_.push_back(element--);
  std::uint32_t container = open_elements_.at(element).container;
  for (; !missing_.empty(); missing_.pop_back()) {
    container = make_container(missing_.back(), container);
  }
  return container;
}

// An inline element has no container of its own: it shares the one around it, and so do all
// elements once there are too many containers.
std::uint32_t BlockBuilder::make_container(std::uint32_t element, std::uint32_t parent) {
  OpenElement& open = open_elements_.at(element);
  const bool is_full = blocks_->containers.size() >= kNumContainersMax;
  if (is_full || !has_trait(open.tag, kIsBlock)) return open.container = parent;
  const Container& around = blocks_->containers[parent];
  Container made = {.parent = parent,
                    .tag = open.tag,
                    .depth = static_cast<std::uint16_t>(around.depth + 1),
                    .source = open.source,
                    .tags_above = around.tags_above | block_tag_bit(open.tag),
                    .meanings = open.words.meanings()};
  if (open.tag != Tag::kBody) {  // its class names the kind of page, not of text
    made.meanings_above = around.meanings_above | made.meanings;
    made.points = open.words.points();
    made.points_above = made.points.below(around.points_above);
  }
  open.container = static_cast<std::uint32_t>(blocks_->containers.size());
  blocks_->containers.push_back(made);
  return open.container;
}

Blocks read_blocks(std::string_view html) {
  Blocks blocks;
  BlockBuilder builder;
  builder.start(blocks);
  HtmlTokenizer tokenizer(html);
  while (tokenizer.next()) builder.add(tokenizer.token());
  builder.finish();
  return blocks;
}

}  // namespace tamis::extract
