#include "tamis/extract/bylines.h"

#include <algorithm>

#include "tamis/extract/ascii.h"
#include "tamis/extract/author_names.h"
#include "tamis/extract/chinese_author_names.h"
#include "tamis/extract/field_text.h"
#include "tamis/extract/title_places.h"
#include "tamis/text/byte_finder.h"
#include "tamis/text/utf8.h"

namespace tamis::extract {
namespace {

// Longer is a box about the author, or one that was never closed.
constexpr std::size_t kElementBytesMax = 200;
constexpr std::size_t kLineWordsMax = 8;

constexpr std::string_view kListMarks[] = {",", "and", ", and", "&",  "&amp;",
                                           "|", "、",  "，",    "和", "与"};
constexpr std::size_t kBetweenBytesMax = 40;  // more than any of them has

// What all names below go on with behind "a" or "b", or begin with: most classes are told by it.
constexpr text::ByteFinder kBeginnings("uy");

// Of "author", "byline" and "username" from there on; "authority" and "authorize" are none.
bool begins_author(std::string_view rest) {
  if (rest.starts_with("uthor"))
    return !rest.starts_with("uthorit") && !rest.starts_with("uthoriz");
  return rest.starts_with("yline") || rest.starts_with("username");
}

// "author", "post-authorName", "byline", a forum's "username", Discuz's "authi", which is a name of
// its own.
bool names_author(std::string_view classes) {
  bool is_author = false;
  bool may_have_authi = false;
  for (std::size_t at = kBeginnings.find(classes, 0); at < classes.size() && !is_author;
       at = kBeginnings.find(classes, at + 1)) {
    const std::string_view rest = classes.substr(at);
    is_author = begins_author(rest);
    may_have_authi |= rest.starts_with("uthi");
  }
  if (!is_author && !(may_have_authi && has_name(classes, "authi"))) return false;
  // Who comments is none, nor is WordPress's field for his name.
  return classes.find("comment") == classes.npos;
}

AuthorElements::Mark mark_of(const Attribute& attribute) {
  switch (attribute.name.size()) {
    case 3:
      if (equals_ignoring_case(attribute.name, "rel") && has_name(attribute.value, "author"))
        return AuthorElements::kRel;
      break;
    case 5:
      if (equals_ignoring_case(attribute.name, "class") && names_author(attribute.value))
        return AuthorElements::kClass;
      break;
    case 8:
      if (!equals_ignoring_case(attribute.name, "itemprop")) break;
      if (has_name(attribute.value, "author")) return AuthorElements::kItemprop;
      if (has_name(attribute.value, "publisher")) return AuthorElements::kPublisher;
      break;
    default:
      break;
  }
  return AuthorElements::kNumMarks;
}

// The one of its marks that is believed first.
AuthorElements::Mark mark_of(const Token& token) {
  AuthorElements::Mark best = AuthorElements::kNumMarks;
  for (const Attribute& attribute : token.attributes) best = std::min(best, mark_of(attribute));
  return best;
}

// True for words that would run into one: "Lea Brook" and "Nature Editor" in two elements.
bool would_touch(std::string_view text, std::string_view next) {
  if (text.empty() || next.empty()) return false;
  for (const std::string_view mark : {"：", "、", "·", "丨", "｜"}) {
    if (text.ends_with(mark) || next.starts_with(mark)) return false;
  }
  const auto is_letter = [](char byte) { return !is_ascii(byte) || is_ascii_alphanumeric(byte); };
  return is_letter(text.back()) && is_letter(next.front());
}

// True for what parts the names of a list.
bool parts_names(std::string_view text) {
  text = trim_html_space(text);
  return text.empty() || std::ranges::any_of(kListMarks, [text](std::string_view mark) {
           return equals_ignoring_case(text, mark);
         });
}

// Comments and answers; a page names its author before them.
bool is_remark(std::string_view itemtype) {
  return itemtype.ends_with("/Comment") || itemtype.ends_with("/Answer");
}

// A line's worth of words, that may be nothing but a name.
std::string short_name(std::string_view text) {
  std::string name = find_author(text, {});
  if (name.empty()) name = author_name(text.substr(0, text.find('|')));
  const auto num_words = static_cast<std::size_t>(std::ranges::count(name, ' ')) + 1;
  return num_words > kLineWordsMax || is_phrase(name) ? std::string() : name;
}

// Of the first line that is one.
std::string first_name(std::string_view text, ReferenceContext context) {
  std::string name;
  while (name.empty() && !text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    name = short_name(field_text(text.substr(0, end), context));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return name;
}

bool has_names(std::string_view list, std::string_view names) {
  const auto enclosed = [](std::string_view text) { return ", " + std::string(text) + ", "; };
  return enclosed(list).find(enclosed(names)) != std::string::npos;
}

constexpr std::string_view kBy = "by ";

// On a line of their own.
constexpr std::string_view kBareMarks[] = {"by", "作者", "作者：", "作者:"};

bool may_be_byline(const Blocks& blocks, const Block& block) {
  constexpr std::uint32_t kBytesMax = 160;
  const std::string_view line = blocks.text_of(block);
  return block.num_bytes() <= kBytesMax && !block.keeps_space && !line.ends_with('.') &&
         !line.ends_with("。");
}

}  // namespace

void AuthorElements::start() {
  for (std::string& author : authors_) author.clear();
  text_.clear();
  between_.clear();
  open_mark_ = kNumMarks;
  last_mark_ = kNumMarks;
  has_name_ = false;
  is_behind_remarks_ = false;
}

void AuthorElements::add(const Token& token) {
  switch (token.kind) {
    case TokenKind::kStartTag:
      return start_element(token);
    case TokenKind::kEndTag:
      return end_element(token);
    case TokenKind::kText:
      if (token.tag == Tag::kOther) add_text(token.text);
      return;
    case TokenKind::kComment:
      return;
  }
}

void AuthorElements::add_text(std::string_view text) {
  if (has_name_) return;
  if (open_mark_ != kNumMarks) {
    if (is_at_border_ && would_touch(text_, text)) text_ += '\n';
    is_at_border_ = false;
    if (!append_collapsed(text, kElementBytesMax, text_)) open_mark_ = kNumMarks;
  } else if (last_mark_ != kNumMarks) {
    if (!append_collapsed(text, kBetweenBytesMax, between_)) last_mark_ = kNumMarks;
  }
}

void AuthorElements::start_element(const Token& token) {
  if (open_mark_ != kNumMarks) return start_inner_element(token);
  if (token.attributes.empty() || has_trait(token.tag, kIsVoid)) return;
  is_behind_remarks_ |= is_remark(token.attribute("itemtype"));
  Mark mark = mark_of(token);
  if (mark == kNumMarks) return;
  if (mark == kItemprop && is_behind_remarks_) mark = kRemark;
  const bool is_listed = mark == kItemprop || mark == kRel;
  const bool goes_on = is_listed && mark == last_mark_ && parts_names(between_);
  if (goes_on || authors_[mark].empty()) open(mark, token);
}

void AuthorElements::start_inner_element(const Token& token) {
  if (token.name == open_name_) ++depth_;
  if (token.name == name_element_) ++name_depth_;
  if (has_name_) return;
  is_at_border_ = true;
  if ((has_trait(token.tag, kIsBlock) || token.tag == Tag::kBr) && !text_.empty()) text_ += '\n';
  if (token.attributes.empty() || !name_element_.empty()) return;
  if (has_name(token.attribute("itemprop"), "name")) {
    text_.clear();
    name_element_ = token.name;
    name_depth_ = 1;
    if (token.tag != Tag::kMeta) return;
    text_ = text::prefix_within(token.attribute("content"), kElementBytesMax);
    return end_name(ReferenceContext::kAttribute);
  }
  // A box about the author has a class of that name, and so has the name inside.
  if (open_mark_ != kClass || has_trait(token.tag, kIsVoid)) return;
  const Mark mark = mark_of(token);
  if (mark < kPublisher && authors_[mark].empty()) open(mark, token);
}

void AuthorElements::open(Mark mark, const Token& token) {
  open_mark_ = mark;
  open_name_ = token.name;
  depth_ = 1;
  name_element_ = {};
  has_name_ = false;
  is_at_border_ = false;
  text_.clear();
}

void AuthorElements::end_element(const Token& token) {
  if (open_mark_ == kNumMarks) return;
  is_at_border_ = true;
  if (!has_name_ && has_trait(token.tag, kIsBlock) && !text_.empty()) text_ += '\n';
  if (token.name == name_element_ && --name_depth_ == 0) end_name(ReferenceContext::kText);
  if (open_mark_ == kNumMarks || token.name != open_name_ || --depth_ > 0) return;
  if (!has_name_) keep(ReferenceContext::kText);
  close();
}

void AuthorElements::end_name(ReferenceContext context) {
  keep(context);
  name_element_ = {};
  has_name_ = true;
  if (open_mark_ == kClass) close();
}

void AuthorElements::keep(ReferenceContext context) {
  const std::string name = first_name(text_, context);
  std::string& names = authors_[open_mark_];
  if (names.empty()) {
    names = name;
  } else if (!name.empty() && !has_names(names, name) &&
             names.size() + name.size() < kNamesBytesMax) {
    names.append(", ").append(name);
  }
}

void AuthorElements::close() {
  last_mark_ = open_mark_;
  open_mark_ = kNumMarks;
  has_name_ = false;
  between_.clear();
}

const std::string& AuthorElements::declared() const {
  return authors_[kItemprop].empty() ? authors_[kRel] : authors_[kItemprop];
}

const std::string& AuthorElements::named() const {
  return authors_[kClass].empty() ? authors_[kRemark] : authors_[kClass];
}

std::string find_visible_author(const Blocks& blocks, std::string_view title,
                                std::string_view language) {
  constexpr std::size_t kReach = 8;
  constexpr std::size_t kFarReach = 30;  // of a line that is nothing but "By" and a name
  const std::size_t num_blocks = blocks.blocks.size();
  const TitlePlaces places(blocks, title);
  std::string reporter;
  std::string source;
  for (std::size_t i = 0; i < num_blocks; ++i) {
    const Block& block = blocks.blocks[i];
    const Container& box = blocks.container_of(block);
    const bool is_named = (box.meanings & bit(ClassMeaning::kByline)) != 0;
    const std::size_t blocks_behind = places.blocks_behind(i).value_or(kFarReach + 1);
    if (blocks_behind == 0 || (!is_named && blocks_behind > kFarReach)) continue;
    const std::string_view line = blocks.text_of(block);
    if (!may_be_byline(blocks, block)) {
      if (reporter.empty()) reporter = find_reporter(line);
      continue;
    }
    const bool is_far = !is_named && blocks_behind > kReach;
    if (is_far && !starts_with_ignoring_case(line, kBy)) continue;
    std::string author = find_author(line, language);
    if (is_far && line.size() != kBy.size() + author.size()) continue;
    // The name on the next.
    if (is_any_of(line, kBareMarks) && i + 1 < num_blocks &&
        may_be_byline(blocks, blocks.blocks[i + 1])) {
      author = short_name(blocks.text_of(blocks.blocks[i + 1]));
    }
    if (!author.empty()) return author;
    if (source.empty()) source = author_name(find_source(line));
  }
  return reporter.empty() ? source : reporter;
}

}  // namespace tamis::extract
