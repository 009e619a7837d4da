// What the class, id and role attributes of an element say about it, in a few bits.
//
// Page authors name their boxes by purpose: "sidebar", "related-posts", "article_content", and
// on Chinese pages also by pinyin ("daohang", "pinglun"). Each value is split into words and
// each known word sets the bit of its meaning. The words are general vocabulary; no site's own
// names are among them. Beside their meanings, words have points, learnt from pages of many sites.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "tamis/extract/html_tag.h"
#include "tamis/extract/word_points.h"

namespace tamis::extract {

// X(enumerator, name): a meaning that a word can have.
#define TAMIS_CLASS_MEANINGS(X)      \
  X(kContent, "content")             \
  X(kArticle, "article")             \
  X(kBodyText, "body_text")          \
  X(kPost, "post")                   \
  X(kMain, "main")                   \
  X(kTitle, "title")                 \
  X(kDescription, "description")     \
  X(kNavigation, "navigation")       \
  X(kMenu, "menu")                   \
  X(kBreadcrumb, "breadcrumb")       \
  X(kPagination, "pagination")       \
  X(kHeader, "header")               \
  X(kFooter, "footer")               \
  X(kSidebar, "sidebar")             \
  X(kWidget, "widget")               \
  X(kRelated, "related")             \
  X(kPopular, "popular")             \
  X(kComment, "comment")             \
  X(kReview, "review")               \
  X(kForum, "forum")                 \
  X(kShare, "share")                 \
  X(kAdvertisement, "advertisement") \
  X(kPromotion, "promotion")         \
  X(kSubscribe, "subscribe")         \
  X(kLogin, "login")                 \
  X(kLegal, "legal")                 \
  X(kOverlay, "overlay")             \
  X(kByline, "byline")               \
  X(kDate, "date")                   \
  X(kTag, "tag")                     \
  X(kCaption, "caption")             \
  X(kMedia, "media")                 \
  X(kList, "list")                   \
  X(kCard, "card")                   \
  X(kProduct, "product")             \
  X(kPrice, "price")                 \
  X(kForm, "form")                   \
  X(kSearch, "search")               \
  X(kContact, "contact")             \
  X(kTool, "tool")                   \
  X(kQuote, "quote")                 \
  X(kCode, "code")                   \
  X(kTab, "tab")                     \
  X(kInvisible, "invisible")

#define TAMIS_CLASS_MEANING_ENUMERATOR(enumerator, name) enumerator,
enum class ClassMeaning : std::uint8_t {
  TAMIS_CLASS_MEANINGS(TAMIS_CLASS_MEANING_ENUMERATOR) kNumMeanings
};
#undef TAMIS_CLASS_MEANING_ENUMERATOR

inline constexpr std::size_t kNumClassMeanings =
    static_cast<std::size_t>(ClassMeaning::kNumMeanings);

// One bit a meaning.
using ClassMeanings = std::uint64_t;
constexpr ClassMeanings bit(ClassMeaning meaning) {
  return ClassMeanings{1} << static_cast<unsigned>(meaning);
}

// "navigation".
std::string_view class_meaning_name(ClassMeaning meaning);

inline constexpr std::size_t kClassValueBytesMax = 256;

// True for the attributes by which authors say what an element is for: class, id, role, itemprop,
// aria-label, in any case. The id of a heading or section is where links to it lead, in words of
// its title: "using-lists-as-stacks" is no list.
bool names_purpose(Tag tag, std::string_view attribute);

// The words of class and id attributes that have points for the text inside (class_word_table.cc).
std::span<const PointsOfWords> rated_class_words();

// The words of one element, collected from the values of its attributes. Words end at anything but
// letters and at an upper-case letter behind a lower-case one. Only the first kClassValueBytesMax
// bytes of a value are looked at.
class ClassWords {
 public:
  void add(std::string_view value);
  void add(const ClassWords& words);

  ClassMeanings meanings() const { return meanings_; }
  WordPoints points() const { return points_.points(); }

 private:
  void add_word(std::string_view word);

  ClassMeanings meanings_ = 0;
  WordPointSum points_;
};

}  // namespace tamis::extract
