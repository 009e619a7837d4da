#include "tamis/extract/bylines.h"

#include <algorithm>

#include "tamis/extract/ascii.h"
#include "tamis/extract/author_names.h"
#include "tamis/extract/field_text.h"

namespace tamis::extract {
namespace {

// Longer is a box about the author, or one that was never closed.
constexpr std::size_t kElementBytesMax = 200;
constexpr std::size_t kNameWordsMax = 8;

bool has_word(std::string_view value, std::string_view lower_word) {
  for (std::size_t begin = 0; begin < value.size();) {
    const std::size_t end = std::min(value.find(' ', begin), value.size());
    if (equals_ignoring_case(value.substr(begin, end - begin), lower_word)) return true;
    begin = end + 1;
  }
  return false;
}

// "author", "post-authorName", "byline", a forum's "username".
bool names_author(std::string_view classes) {
  return classes.find("uthor") != classes.npos || classes.find("yline") != classes.npos ||
         classes.find("username") != classes.npos;
}

AuthorElements::Mark mark_of(const Token& token) {
  for (const Attribute& attribute : token.attributes) {
    switch (attribute.name.size()) {
      case 3:
        if (equals_ignoring_case(attribute.name, "rel") && has_word(attribute.value, "author"))
          return AuthorElements::kRel;
        break;
      case 5:
        if (equals_ignoring_case(attribute.name, "class") && names_author(attribute.value))
          return AuthorElements::kClass;
        break;
      case 8:
        if (equals_ignoring_case(attribute.name, "itemprop") && has_word(attribute.value, "author"))
          return AuthorElements::kItemprop;
        break;
      default:
        break;
    }
  }
  return AuthorElements::kNumMarks;
}

// A line's worth of words, that may be nothing but a name.
std::string short_name(std::string_view text) {
  std::string name = find_author(text);
  if (name.empty()) name = author_name(text.substr(0, text.find('|')));
  const auto num_words = static_cast<std::size_t>(std::ranges::count(name, ' ')) + 1;
  return num_words > kNameWordsMax ? std::string() : name;
}

constexpr std::string_view kBy = "by ";

bool may_be_byline(const Blocks& blocks, const Block& block) {
  constexpr std::uint32_t kBytesMax = 160;
  return block.num_bytes() <= kBytesMax && !block.keeps_space &&
         !blocks.text_of(block).ends_with('.');
}

}  // namespace

void AuthorElements::start() {
  for (std::string& author : authors_) author.clear();
  text_.clear();
  open_mark_ = kNumMarks;
  depth_ = 0;
}

void AuthorElements::add(const Token& token) {
  switch (token.kind) {
    case TokenKind::kStartTag:
      return start_element(token);
    case TokenKind::kEndTag:
      return end_element(token);
    case TokenKind::kText:
      if (open_mark_ == kNumMarks || token.tag != Tag::kOther) return;
      text_.append(token.text.substr(0, kElementBytesMax + 1));
      if (text_.size() > kElementBytesMax) open_mark_ = kNumMarks;
      return;
    case TokenKind::kComment:
      return;
  }
}

void AuthorElements::start_element(const Token& token) {
  if (open_mark_ != kNumMarks) {
    if (equals_ignoring_case(token.name, "meta") &&
        equals_ignoring_case(token.attribute("itemprop"), "name")) {
      text_ = token.attribute("content");
      return finish();
    }
    if (token.name == open_name_) ++depth_;
    if (has_trait(token.tag, kIsBlock) && !text_.empty()) text_ += ' ';
    // A box about the author has a class of that name, and so has the name inside.
    if (open_mark_ != kClass) return;
  }
  if (token.attributes.empty() || has_trait(token.tag, kIsVoid)) return;
  const Mark mark = mark_of(token);
  if (mark == kNumMarks || !authors_[mark].empty()) return;
  open_mark_ = mark;
  open_name_ = token.name;
  depth_ = 1;
  text_.clear();
}

void AuthorElements::end_element(const Token& token) {
  if (open_mark_ == kNumMarks || token.name != open_name_) return;
  if (--depth_ == 0) finish();
}

void AuthorElements::finish() {
  authors_[open_mark_] = short_name(field_text(text_, ReferenceContext::kText));
  open_mark_ = kNumMarks;
}

std::string AuthorElements::declared() const {
  return authors_[kItemprop].empty() ? authors_[kRel] : authors_[kItemprop];
}

std::string find_visible_author(const Blocks& blocks) {
  constexpr std::size_t kReach = 8;
  constexpr std::size_t kFarReach = 30;  // of a line that is nothing but "By" and a name
  const std::size_t num_blocks = blocks.blocks.size();
  std::size_t heading = num_blocks;
  for (std::size_t i = 0; i < num_blocks; ++i) {
    const Block& block = blocks.blocks[i];
    const Container& box = blocks.container_of(block);
    if (heading == num_blocks && box.tag == Tag::kH1) heading = i;
    const bool is_named = (box.meanings & bit(ClassMeaning::kByline)) != 0;
    const bool is_in_reach = is_named || (i >= heading && i - heading <= kFarReach);
    if (!is_in_reach || !may_be_byline(blocks, block)) continue;
    const std::string_view line = blocks.text_of(block);
    const bool is_far = !is_named && i - heading > kReach;
    if (is_far && !starts_with_ignoring_case(line, kBy)) continue;
    std::string author = find_author(line);
    if (is_far && line.size() != kBy.size() + author.size()) continue;
    // "By" on a line of its own, and the name on the next.
    if (equals_ignoring_case(line, "by") && i + 1 < num_blocks &&
        may_be_byline(blocks, blocks.blocks[i + 1])) {
      author = short_name(blocks.text_of(blocks.blocks[i + 1]));
    }
    if (!author.empty()) return author;
  }
  return {};
}

}  // namespace tamis::extract
