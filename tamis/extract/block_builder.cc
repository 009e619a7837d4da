#include "tamis/extract/block_builder.h"

#include <algorithm>
#include <utility>

#include "tamis/base/fnv.h"
#include "tamis/extract/ascii.h"
#include "tamis/extract/character_references.h"
#include "tamis/extract/code_listings.h"
#include "tamis/extract/descriptions.h"
#include "tamis/extract/element_display.h"
#include "tamis/extract/field_text.h"

namespace tamis::extract {
namespace {

// Reads off the attributes that name a purpose what `element` keeps of them.
void read_purpose(const Token& token, OpenElement& element) {
  for (const Attribute& attribute : token.attributes) {
    if (!names_purpose(token.tag, attribute.name)) continue;
    const bool is_class = attribute.name.size() == 5;  // no other name is as long
    if (is_class && element.class_value.empty()) {
      element.class_value = attribute.value;
    } else {
      element.words.add(attribute.value);
    }
  }
}

// U+00A0, and what Chinese indents and leaves blank with.
constexpr std::string_view kLastingSpaces[] = {"\u00A0", "\u3000", "\u2003", "\u2002"};

bool is_code(Tag tag) {
  return tag == Tag::kCode || tag == Tag::kKbd || tag == Tag::kSamp || tag == Tag::kTt;
}

// True for the blank of a form or an exercise, which is underlined: two spaces or more of those
// that do not collapse, and nothing else.
bool is_blank_to_fill(std::string_view text) {
  std::size_t num_spaces = 0;
  while (!text.empty()) {
    const auto space = std::ranges::find_if(
        kLastingSpaces, [text](std::string_view bytes) { return text.starts_with(bytes); });
    const bool is_lasting = space != std::end(kLastingSpaces);
    if (!is_lasting && !is_html_space(text.front())) return false;
    num_spaces += is_lasting ? 1 : 0;
    text.remove_prefix(is_lasting ? space->size() : 1);
  }
  return num_spaces >= 2;
}

// Where a line of `text` begins that is indented by an ideographic space, behind a line before it,
// in `text` or in what it follows; the end if none does.
std::size_t find_indented_line(std::string_view text, bool follows_text) {
  for (std::size_t at = text.find('\n'); at < text.size(); at = text.find('\n', at)) {
    while (at < text.size() && is_html_space(text[at])) ++at;
    const bool is_indented =
        at < text.size() && text[at] == '\xE3' && text.substr(at).starts_with("\u3000");
    if (is_indented && (follows_text || !trim_html_space(text.substr(0, at)).empty())) return at;
  }
  return text.size();
}

// The emoji or emoticon that a picture stands for; empty if it is no such picture.
std::string emoji_of(const Token& image) {
  constexpr std::size_t kEmojiBytesMax = 32;    // of several code points
  constexpr std::size_t kEmoticonBytesMax = 4;  // ":-)"
  const std::string_view classes = image.attribute("class");
  const bool is_named = classes.find("emoji") != classes.npos ||
                        classes.find("smil") != classes.npos ||
                        classes.find("emoticon") != classes.npos;
  if (!is_named) return {};
  std::string shown = field_text(image.attribute("alt"), ReferenceContext::kAttribute);
  const bool is_emoticon = std::ranges::all_of(shown, is_ascii);
  return shown.size() <= (is_emoticon ? kEmoticonBytesMax : kEmojiBytesMax) ? shown : "";
}

// One of 64: that two names share one does little harm.
std::uint64_t name_bit(std::string_view name) {
  const int hash =
      7 * to_lower(name.front()) + 3 * to_lower(name.back()) + static_cast<int>(name.size());
  return std::uint64_t{1} << hash % 64;
}

}  // namespace

void BlockBuilder::start(Blocks& blocks) {
  blocks_ = &blocks;
  blocks_->clear();
  open_elements_.clear();
  class_values_.start();
  block_ = {};
  text_.start(blocks);
  is_in_link_ = is_formula_markup_ = is_formula_drawn_ = false;
  num_open_buttons_ = num_open_quotations_ = 0;
  is_in_underline_ = is_apart_ = false;
  noscript_.reset();
  inline_names_ = 0;
  code_end_ = 0;
  formulas_.start();
}

void BlockBuilder::finish() {
  if (formulas_.is_in_formula()) add_math_formula();
  end_block();
  blocks_->sum_up();
}

bool BlockBuilder::read(HtmlTokenizer& tokenizer) {
  tokenizer.set_in_foreign(open_elements_.top().is_foreign || formulas_.is_in_mathml());
  if (!tokenizer.next()) return false;
  add(tokenizer.token());
  return true;
}

void BlockBuilder::add(const Token& token) {
  if (blocks_->blocks.size() >= kNumBlocksMax) return;
  if (formulas_.is_in_formula()) {
    if (formulas_.read(token)) return;
    add_math_formula();
  }
  switch (token.kind) {
    case TokenKind::kText:
      add_text(token);
      break;
    case TokenKind::kStartTag:
      open_element(token);
      break;
    case TokenKind::kEndTag:
      close_element(token);
      break;
    case TokenKind::kComment:
      break;
  }
}

void BlockBuilder::open_element(const Token& token) {
  if (open_elements_.top().is_foreign) {
    if (!ends_svg(token)) return open_foreign_element(token);
    open_elements_.leave_foreign();
  }
  if (has_trait(token.tag, kShowsAsBox) && is_shown_box(token)) text_.append_box();
  const bool ends_select = token.tag == Tag::kSelect || token.tag == Tag::kInput;
  if (ends_select && open_elements_.is_open(Tag::kSelect)) {
    open_elements_.close(Tag::kSelect);
  } else if (token.tag == Tag::kBr) {
    enter_noscript();
    start_line(true);
  } else if (has_trait(token.tag, kIsBlock)) {
    open_block_element(token);
  } else if (!has_trait(token.tag, kIsVoid | kIsRawText | kIsEscapableRawText)) {
    open_inline_element(token);
  } else if (token.tag == Tag::kScript) {
    formulas_.open_script(token);
  } else if (token.tag == Tag::kMeta) {
    read_description(token, blocks_->descriptions);
  } else if (token.tag == Tag::kImg && !open_elements_.top().is_unseen && !noscript_) {
    add_image(token);
  }
}

void BlockBuilder::close_element(const Token& token) {
  const Tag tag = token.tag;
  if (open_elements_.top().is_foreign && tag != Tag::kSvg) {
    if (open_elements_.close_foreign(token.name)) return;
    if (tag == Tag::kBr || tag == Tag::kP) open_elements_.leave_foreign();
  }
  if (tag == Tag::kBr) {
    start_line(true);
  } else if (tag == Tag::kNoscript && noscript_) {
    noscript_.reset();
  } else if (has_trait(tag, kIsBlock)) {
    close_block_element(tag);
  } else {
    close_inline_element(token);
  }
}

// One that closes nothing is no end of a line but for </p>, which makes a paragraph. What follows
// </body> belongs to the body still; a </form> between boxes closes none of them.
void BlockBuilder::close_block_element(Tag tag) {
  const bool stays_open =
      tag == Tag::kBody || (tag == Tag::kForm && open_elements_.top().tag != Tag::kForm);
  const std::uint32_t closed = stays_open ? kNone : open_elements_.find_closed(tag);
  if (!stays_open && closed == kNone && tag != Tag::kP) return;
  inline_names_ = 0;
  start_line(false);
  if (closed == kNone) return;
  block_.follows_blank_line |= is_blank_code_line(open_elements_.at(closed));
  open_elements_.close(tag, closed);
  noscript_.reset();
}

// Whether an element that ends shows nothing and is like the one that the line of code before it
// stands in.
bool BlockBuilder::is_blank_code_line(const OpenElement& element) {
  if (!element.keeps_space || element.container != kNone || blocks_->blocks.empty()) return false;
  const Container& last = blocks_->containers[blocks_->blocks.back().container];
  return last.keeps_space && last.likeness == likeness_of(element);
}

// In SVG any name is an element, and none means what it does in HTML.
void BlockBuilder::open_foreign_element(const Token& token) {
  if (token.is_self_closing) return;
  const Tag tag = token.tag == Tag::kSvg ? Tag::kSvg : Tag::kOther;
  open_elements_.push({.tag = tag, .name = token.name});
}

void BlockBuilder::open_block_element(const Token& token) {
  inline_names_ = 0;
  enter_noscript();
  if (token.tag != Tag::kNoscript) start_line(false);
  if (has_trait(token.tag, kIsVoid)) return;
  if (token.tag == Tag::kBody && open_elements_.is_open(Tag::kBody)) return;
  OpenElement element = {.tag = token.tag, .is_hidden = is_hidden(token), .name = token.name};
  read_purpose(token, element);
  element.keeps_space =
      has_trait(token.tag, kKeepsSpace) || is_listing_box(token.tag, element.class_value);
  text_.open_element(element.keeps_space);
  if (token.tag == Tag::kNoscript) {
    noscript_ = element;
    return;
  }
  open_elements_.close_implied(token.tag);
  open_elements_.push(element);
}

// A <noscript> is a box of its own as soon as it shows a text. Mostly it holds the picture before
// it once more, in the middle of a paragraph.
void BlockBuilder::enter_noscript() {
  if (!noscript_) return;
  start_line(false);
  open_elements_.push(*noscript_);
  noscript_.reset();
}

// A formula's glyphs are no text, but say what they are.
bool BlockBuilder::shows_formulas() const {
  return !open_elements_.top().is_unseen || open_elements_.top().is_drawn_formula;
}

// Of an element that shows as a box if it shows at all.
bool BlockBuilder::is_shown_box(const Token& token) const {
  return !open_elements_.top().is_unseen && !is_hidden(token);
}

// Inline elements are followed only where they change what their text is.
void BlockBuilder::open_inline_element(const Token& token) {
  const Tag tag = token.tag;
  const bool keeps_space = open_elements_.top().keeps_space;
  if (tag == Tag::kMath) {
    enter_noscript();
    if (shows_formulas()) formulas_.open_math(token);
    return;
  }
  if (tag == Tag::kA) open_link(token);
  if (tag == Tag::kSup) text_.open_raised(is_in_link_);
  // Elsewhere on the page, if it showed at all, or nowhere.
  if (is_for_screen_readers(token)) {
    text_.append_box();
    is_apart_ = true;
  }
  if (tag == Tag::kButton) ++num_open_buttons_;
  close_implied_inline(tag);
  if (is_code(tag)) open_code(tag, keeps_space);
  const Formula formula = tag == Tag::kOther ? formulas_.element_formula(token) : Formula();
  if (!formula.tex.empty()) enter_noscript();
  if (!formula.tex.empty() && !open_elements_.top().is_unseen) append_formula(formula);
  const bool is_drawn = tag == Tag::kOther &&
                        (!formula.tex.empty() || (shows_formulas() && formulas_.is_drawn(token)));
  // A hidden piece of a paragraph is no text of it; a hidden box may be a tab that opens.
  bool is_unseen = has_trait(tag, kIsUnseen) || is_drawn || is_hidden(token);
  if (keeps_space) is_unseen |= is_code_furniture(token);
  // A declarative shadow root is shown where it stands.
  if (tag == Tag::kTemplate && token.attribute("shadowrootmode").data() != nullptr)
    is_unseen = false;
  if (token.is_self_closing && has_trait(tag, kIsForeign)) return;
  if (!is_unseen && !open_elements_.top().is_unseen) {
    inline_names_ |= name_bit(token.name);
    if (tag == Tag::kQ) open_quotation();
    if (tag == Tag::kU) is_in_underline_ = true;
  }
  // Followed too: all that stands inside of an unseen element, so that ends match starts.
  const bool is_followed = is_unseen || tag == Tag::kRuby || tag == Tag::kTemplate;
  if (is_followed || open_elements_.top().is_unseen || open_elements_.is_open(tag)) {
    open_elements_.push(
        {.tag = tag, .is_unseen = is_unseen, .is_drawn_formula = is_drawn, .name = token.name});
  }
}

// None of these stands inside of another of its kind.
void BlockBuilder::close_implied_inline(Tag tag) {
  if (tag == Tag::kRt || tag == Tag::kRp || tag == Tag::kRb || tag == Tag::kRtc) {
    if (!open_elements_.is_open(Tag::kRuby)) return;
    open_elements_.close(Tag::kRt);
    open_elements_.close(Tag::kRp);
    if (tag == Tag::kRb) open_elements_.close(Tag::kRtc);
  } else if (tag == Tag::kA || tag == Tag::kButton) {
    if (open_elements_.is_open(tag)) open_elements_.close(tag);
  }
}

void BlockBuilder::open_link(const Token& token) {
  const std::string_view address = token.attribute("href");
  is_in_link_ = address.data() != nullptr;
  is_to_page_ = address.starts_with('#');
  if (is_in_link_) text_.open_link();
}

void BlockBuilder::close_link() {
  const Tag tag = open_elements_.top().tag;
  const bool is_heading = heading_level(tag) > 0 || tag == Tag::kDt;
  if (is_in_link_ && is_to_page_ && is_heading)
    block_.num_link_bytes -= static_cast<std::uint32_t>(text_.remove_permalink());
  is_in_link_ = false;
}

// Browsers show the marks of <q>, inner ones of another kind.
void BlockBuilder::open_quotation() {
  append(num_open_quotations_++ % 2 == 0 ? "\u201C" : "\u2018");
}

void BlockBuilder::close_quotation() {
  if (num_open_quotations_ == 0 || open_elements_.top().is_unseen) return;
  append(--num_open_quotations_ % 2 == 0 ? "\u201D" : "\u2019");
}

// Of several <code> in one <pre> each is a line; <kbd> and its like stand in a line.
void BlockBuilder::open_code(Tag tag, bool keeps_space) {
  const bool is_behind_code = code_end_ == blocks_->text.size() && !text_.is_empty();
  const bool is_line = tag == Tag::kCode && keeps_space && is_behind_code;
  if (is_line && !blocks_->text.ends_with('\n')) text_.append_verbatim("\n");
  text_.open_code();
}

void BlockBuilder::close_code(Tag tag) {
  text_.close_code();
  if (tag == Tag::kCode) code_end_ = blocks_->text.size();
}

void BlockBuilder::close_inline_element(const Token& token) {
  const Tag tag = token.tag;
  if (tag == Tag::kButton && !open_elements_.top().is_unseen) text_.append_box();
  if (tag == Tag::kA) close_link();
  if (tag == Tag::kButton && num_open_buttons_ > 0) --num_open_buttons_;
  if (is_code(tag)) close_code(tag);
  if (tag == Tag::kSup) text_.close_raised();
  if (tag == Tag::kQ) close_quotation();
  if (tag == Tag::kU) is_in_underline_ = false;
  if (std::exchange(is_apart_, false)) text_.append_box();
  if (!open_elements_.top().is_unseen) {
    if (open_elements_.is_open(tag)) open_elements_.close(tag);
  } else if (!open_elements_.close_unseen(tag, token.name)) {
    if ((inline_names_ & name_bit(token.name)) != 0) open_elements_.leave_picture();
  }
}

void BlockBuilder::start_line(bool follows_break) {
  if (follows_break && open_elements_.top().keeps_space && !text_.is_empty()) {
    text_.append_verbatim("\n");
    return;
  }
  // In a listing a line may be a box, of which <br> is all that an empty one has.
  const bool is_behind_break = text_.is_empty() && block_.follows_break;
  const bool is_behind_blank_line = text_.is_empty() && block_.follows_blank_line;
  const bool is_blank_line = open_elements_.top().keeps_space
                                 ? is_behind_break || is_behind_blank_line
                                 : is_behind_break && follows_break;
  end_block();
  block_.follows_break = follows_break;
  block_.follows_blank_line = is_blank_line;
  if (follows_break) return;
  text_.close_all_code();
  num_open_quotations_ = 0;
}

void BlockBuilder::add_text(const Token& token) {
  const OpenElement& top = open_elements_.top();
  if (top.is_unseen || has_trait(token.tag, kIsUnseen)) {
    if (token.tag == Tag::kScript && formulas_.is_in_tex_script() && !top.is_unseen)
      add_script_formula(token.text);
    if (token.tag == Tag::kTitle && blocks_->title.is_empty())
      add_title(field_text(token.text, ReferenceContext::kText), blocks_->title);
    return;
  }
  std::string_view text = token.text;
  if (token.has_references && text.find('&') != text.npos) {
    decoded_.clear();
    append_decoded(text, ReferenceContext::kText, decoded_);
    text = decoded_;
  }
  if (noscript_ && !trim_html_space(text).empty()) enter_noscript();
  if (is_in_underline_ && is_blank_to_fill(text)) text = "____";
  if (top.keeps_space) return append(text);
  // Lines that are indented are paragraphs, as writers of Chinese part them.
  for (std::size_t end = find_indented_line(text, !text_.is_empty()); end < text.size();
       end = find_indented_line(text, false)) {
    append(text.substr(0, end));
    start_line(true);
    text.remove_prefix(end);
  }
  append(text);
}

void BlockBuilder::append(std::string_view text) {
  const std::size_t size_before = blocks_->text.size();
  if (open_elements_.top().keeps_space) {
    text_.append_verbatim(text);
  } else {
    note_first_text();
    text_.append_collapsed(text);
  }
  if (is_in_link_)
    block_.num_link_bytes += static_cast<std::uint32_t>(blocks_->text.size() - size_before);
}

void BlockBuilder::add_math_formula() {
  append_formula(formulas_.formula());
  is_formula_markup_ = true;
  is_formula_drawn_ = open_elements_.top().is_drawn_formula;
}

// The script behind drawn glyphs holds what the author wrote: it replaces what they said.
void BlockBuilder::add_script_formula(std::string_view text) {
  if (is_formula_drawn_ && text_.ends_with_formula()) text_.remove_last_formula();
  append_formula(formulas_.script_formula(text));
}

// An image right behind MathML shows the same formula.
void BlockBuilder::add_image(const Token& image) {
  const Formula formula = formulas_.image_formula(image);
  if (formula.tex.empty()) {
    // Nothing but emoji is what readers choose from, no text.
    const std::string emoji = emoji_of(image);
    return emoji.empty() || text_.is_empty() ? text_.append_box() : append(emoji);
  }
  if (is_formula_markup_ && text_.ends_with_formula()) return;
  if (is_formula_markup_ && follows_formula_block()) {
    if (!blocks_->blocks.back().is_hidden) return;
    take_last_block_back();
  }
  append_formula(formula);
}

// MediaWiki has the MathML of displayed formulas in a box of its own, which it hides.
bool BlockBuilder::follows_formula_block() const {
  if (blocks_->blocks.empty() || blocks_->spans.empty() || !text_.is_empty()) return false;
  const Block& last = blocks_->blocks.back();
  const Span& formula = blocks_->spans.back();
  return formula.begin == last.text_begin && formula.end == last.text_end;
}

void BlockBuilder::take_last_block_back() {
  blocks_->text.resize(blocks_->blocks.back().text_begin);
  blocks_->blocks.pop_back();
  blocks_->spans.pop_back();
  text_.begin_block();
}

void BlockBuilder::append_formula(const Formula& formula) {
  is_formula_markup_ = is_formula_drawn_ = false;
  note_first_text();
  text_.append_formula(formula, open_elements_.top().keeps_space);
}

void BlockBuilder::note_first_text() {
  if (text_.is_empty()) block_.is_in_button = num_open_buttons_ > 0;
}

// Closes the block being written and keeps it if it shows anything.
void BlockBuilder::end_block() {
  Blocks& blocks = *blocks_;
  block_.keeps_space = open_elements_.top().keeps_space;
  const BlockText::Range text = text_.trim_block(block_.keeps_space);
  block_.text_begin = text.begin;
  block_.text_end = text.end;
  if (block_.num_bytes() > 0) {
    place_block();
    block_.counts = count_text(blocks.text_of(block_), blocks.title);
    block_.num_link_bytes = std::min(block_.num_link_bytes, block_.num_bytes());
    blocks.blocks.push_back(block_);
  }
  block_ = {};
  code_end_ = 0;
  is_in_underline_ = false;
  text_.begin_block();
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

std::uint64_t BlockBuilder::likeness_of(const OpenElement& element) {
  return fnv_step(class_values_.of(element.class_value).likeness, static_cast<char>(element.tag));
}

// An inline element has no container of its own: it shares the one around it, and so do all
// elements once there are too many containers.
std::uint32_t BlockBuilder::make_container(std::uint32_t element, std::uint32_t parent) {
  OpenElement& open = open_elements_.at(element);
  const bool is_full = blocks_->containers.size() >= kNumContainersMax;
  if (is_full || !has_trait(open.tag, kIsBlock)) return open.container = parent;
  const Container& around = blocks_->containers[parent];
  const ClassValue& class_value = class_values_.of(open.class_value);
  ClassWords words = open.words;
  words.add(class_value.words);
  Container made = {.parent = parent,
                    .tag = open.tag,
                    .cell_index = open.num_cells,
                    .depth = static_cast<std::uint16_t>(around.depth + 1),
                    .keeps_space = open.keeps_space,
                    .source = open.name.data(),
                    .likeness = likeness_of(open),
                    .tags_above = around.tags_above | block_tag_bit(open.tag),
                    .meanings = words.meanings()};
  // "source" on a listing is no one's byline.
  if (open.tag == Tag::kPre) made.meanings &= ~bit(ClassMeaning::kByline);
  if (open.tag != Tag::kBody) {  // its class names the kind of page, not of text
    made.meanings_above = around.meanings_above | made.meanings;
    made.points = words.points();
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
  while (builder.read(tokenizer)) {
  }
  builder.finish();
  return blocks;
}

}  // namespace tamis::extract
