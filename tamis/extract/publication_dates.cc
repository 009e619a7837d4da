#include "tamis/extract/publication_dates.h"

#include <algorithm>
#include <span>
#include <utility>

#include "tamis/extract/ascii.h"
#include "tamis/extract/boilerplate_phrases.h"
#include "tamis/extract/dates.h"
#include "tamis/extract/field_text.h"
#include "tamis/extract/title_places.h"
#include "tamis/text/affixes.h"

namespace tamis::extract {
namespace {

// Longer is no date, or an element that was never closed.
constexpr std::size_t kElementBytesMax = 100;

// What stands before the date on which a page was published, and before that of something else.
constexpr std::string_view kPublishedMarks[] = {
    "发布时间",       "发布日期",       "发表时间", "发表于",     "发布于",     "發表於",
    "發佈於",         "Published",      "Posted",   "Publiziert", "Erstellt",   "Eingestellt",
    "Veröffentlicht", "veröffentlicht", "Publié",   "Publicado",  "Pubblicato", "Gepubliceerd"};
constexpr std::string_view kChangedMarks[] = {
    "更新于",  "更新时间",  "编辑于",     "修改于",    "修改时间", "最后修改", "Updated",
    "updated", "Modified",  "modified",   "Edited",    "edited",   "Stand:",   "ktualisier",
    "eändert", "is à jour", "ctualizado", "tualizado", "ggiornat", "ijgewerkt"};
constexpr std::string_view kOtherPagesMark = "最新推荐文章于";  // CSDN's newest, on each page

using Mark = DateElements::Mark;

bool contains(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

Mark mark_of_property(std::string_view itemprop) {
  // A question was created, and its answers below it are published.
  if (equals_ignoring_case(itemprop, "datepublished") ||
      equals_ignoring_case(itemprop, "datecreated")) {
    return Mark::kPublished;
  }
  if (equals_ignoring_case(itemprop, "datemodified")) return Mark::kModified;
  return Mark::kNumMarks;
}

// Several properties may name the same date: "datePublished dateModified".
Mark mark_of_properties(std::string_view itemprop) {
  Mark best = Mark::kNumMarks;
  while (!trim_html_space(itemprop).empty()) {
    best = std::min(best, mark_of_property(take_name(itemprop)));
  }
  return best;
}

Mark mark_of_class(std::string_view classes) {
  if (contains(classes, "ublish") || contains(classes, "entry-date")) return Mark::kPublished;
  return contains(classes, "updated") || contains(classes, "modif") ? Mark::kModified
                                                                    : Mark::kNumMarks;
}

// <time>, and GitHub's <relative-time>; <ins> and <del> have the attribute for another purpose.
bool is_time(const Token& token) {
  if (token.tag == Tag::kTime) return true;
  return token.tag == Tag::kOther && token.name.size() > 3 &&
         token.attribute("datetime").data() != nullptr;
}

Mark mark_of(const Token& token) {
  const std::string_view itemprop = token.attribute("itemprop");
  Mark mark = itemprop.empty() ? Mark::kNumMarks : mark_of_properties(itemprop);
  if (mark != Mark::kNumMarks) return mark;
  const bool is_abbreviation = equals_ignoring_case(token.name, "abbr");
  if (!is_abbreviation && !is_time(token)) return Mark::kNumMarks;
  mark = mark_of_class(token.attribute("class"));
  if (is_abbreviation) return mark == Mark::kPublished ? mark : Mark::kNumMarks;
  if (token.attribute("pubdate").data() != nullptr) return Mark::kPublished;
  return mark == Mark::kNumMarks ? Mark::kUnmarked : mark;
}

std::string date_in_attributes(const Token& token) {
  for (const std::string_view name : {"datetime", "content", "title"}) {
    const std::string_view value = token.attribute(name);
    if (value.empty()) continue;
    std::string date = find_date(field_text(value, ReferenceContext::kAttribute));
    if (!date.empty()) return date;
  }
  return {};
}

// What tells a date that has no ASCII digits: "二〇二四年", "２０２４－０３－０５".
constexpr text::AffixList kOtherNumbers{{"年", "２０", "１９"}};

bool is_beside_text(Tag tag) { return tag == Tag::kAside || tag == Tag::kNav; }

// True for a short line with the digits of a date.
bool may_hold_date(const Blocks& blocks, const Block& block) {
  constexpr std::uint32_t kBytesMax = 120;
  constexpr std::uint32_t kNumDigitsMin = 5;
  if (block.num_bytes() > kBytesMax) return false;
  const std::string_view line = blocks.text_of(block);
  if (block.counts.num_digits < kNumDigitsMin && !kOtherNumbers.is_in(line)) return false;
  return find_boilerplate(line) != BoilerplateKind::kLegal;
}

// What the clocks in the heads of pages say beside the day.
constexpr text::AffixList kToday{{"今天", "今日", "星期", "Today", "Monday", "Tuesday", "Wednesday",
                                  "Thursday", "Friday", "Saturday", "Sunday"}};

std::string date_behind(std::string_view line, std::span<const std::string_view> marks) {
  for (const std::string_view mark : marks) {
    const std::size_t at = line.find(mark);
    if (at == line.npos) continue;
    std::string date = find_date(line.substr(at + mark.size()));
    if (!date.empty()) return date;
  }
  return {};
}

std::string_view before_marks(std::string_view line, std::span<const std::string_view> marks) {
  for (const std::string_view mark : marks) line = line.substr(0, line.find(mark));
  return line;
}

}  // namespace

void DateElements::start() {
  for (std::string& date : dates_) date.clear();
  text_.clear();
  open_mark_ = kNumMarks;
  num_open_beside_ = 0;
}

// What follows a start tag, inside of a marked element or beside the text.
void DateElements::go_on(const Token& token) {
  if (token.kind == TokenKind::kEndTag) {
    if (is_beside_text(token.tag) && num_open_beside_ > 0) --num_open_beside_;
    if (open_mark_ != kNumMarks && token.name == open_name_) finish();
  } else if (token.kind == TokenKind::kText && open_mark_ != kNumMarks &&
             token.tag == Tag::kOther) {
    if (!append_collapsed(token.text, kElementBytesMax, text_)) open_mark_ = kNumMarks;
  }
}

void DateElements::start_element(const Token& token) {
  if (is_beside_text(token.tag)) ++num_open_beside_;
  Mark mark = mark_of(token);
  if (mark == kNumMarks || token.tag == Tag::kMeta) return;
  // The date of a marked element may stand in a <time> of its own.
  if (mark == kUnmarked && open_mark_ != kNumMarks) mark = open_mark_;
  if (num_open_beside_ > 0 && mark != kModified) mark = kBeside;
  if (!dates_[mark].empty()) return;
  dates_[mark] = date_in_attributes(token);
  if (!dates_[mark].empty() || has_trait(token.tag, kIsVoid)) return;
  open_mark_ = mark;
  open_name_ = token.name;
  text_.clear();
}

void DateElements::finish() {
  std::string date = find_date(field_text(text_, ReferenceContext::kText));
  if (!date.empty()) dates_[open_mark_] = std::move(date);
  open_mark_ = kNumMarks;
}

std::string find_visible_date(const Blocks& blocks, std::string_view title) {
  constexpr ClassMeanings kNamed = bit(ClassMeaning::kDate) | bit(ClassMeaning::kByline);
  constexpr std::size_t kReachBelow = 8;
  constexpr std::size_t kReachAbove = 3;
  constexpr std::size_t kReachOfLink = 2;
  const TitlePlaces places(blocks, title);
  std::string below_title;
  std::string above_title;
  std::string of_change;
  std::string of_far_change;
  for (std::size_t i = 0; i < blocks.blocks.size(); ++i) {
    const Block& block = blocks.blocks[i];
    if (!may_hold_date(blocks, block)) continue;
    const std::size_t behind = places.blocks_behind(i).value_or(kReachBelow + 1);
    const bool is_below = behind > 0 && behind <= kReachBelow;
    const bool is_above = places.blocks_ahead(i).value_or(kReachAbove + 1) <= kReachAbove;
    const std::string_view line = before_marks(blocks.text_of(block), {&kOtherPagesMark, 1});
    std::string published = date_behind(line, kPublishedMarks);
    if (is_mostly_links(block)) {  // to the page itself if anything does, or to all of its day
      if (published.empty() && behind <= kReachOfLink && is_date(line)) published = find_date(line);
      if (is_below && below_title.empty()) below_title = std::move(published);
      continue;
    }
    if (!published.empty()) return published;
    const bool is_named = (blocks.container_of(block).meanings & kNamed) != 0;
    std::string changed = date_behind(line, kChangedMarks);
    if (of_far_change.empty()) of_far_change = changed;
    if (!is_named && !is_below && !is_above) continue;
    std::string date = find_date(before_marks(line, kChangedMarks));
    if (date.empty() && of_change.empty()) of_change = std::move(changed);
    // Behind what stands below the title are the dates of remarks and of other pages.
    if (is_named && !date.empty()) return below_title.empty() ? date : below_title;
    if (is_below && below_title.empty())
      below_title = std::move(date);
    else if (is_above && above_title.empty() && !kToday.is_in(line))
      above_title = std::move(date);
  }
  for (std::string* date : {&below_title, &of_change, &above_title}) {
    if (!date->empty()) return std::move(*date);
  }
  return of_far_change;
}

}  // namespace tamis::extract
