// The elements that are open at one point of a page, by the part of HTML's tree construction
// that matters to text: implied end tags, scopes of tables, end tags without a start.
//
// Every question ("is a <p> open above the nearest cell?") is answered in constant time by the
// chain of open elements of one tag, and every element is closed once: no page is quadratic.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "tamis/extract/blocks.h"
#include "tamis/extract/class_words.h"
#include "tamis/extract/html_tag.h"

namespace tamis::extract {

struct OpenElement {
  Tag tag = Tag::kOther;
  bool keeps_space = false;         // it or an element around it
  bool is_hidden = false;           // the same
  bool is_unseen = false;           // the same
  bool is_drawn_formula = false;    // the same
  bool is_foreign = false;          // an element of SVG: what is in it has names, no meaning
  std::uint8_t num_cells = 0;       // of a row: that were opened; of a cell: that came before it
  std::uint32_t container = kNone;  // made when the first text comes
  std::uint32_t row = kNone;        // indices of the innermost open <tr> and cell, as elements
  std::uint32_t cell = kNone;
  std::uint32_t unseen = kNone;  // the outermost that is unseen
  std::uint32_t same_tag_below = kNone;
  std::string_view name;  // as written, in the page
  std::string_view class_value;
  ClassWords words;  // of the other attributes that name a purpose
};

class OpenElements {
 public:
  // Browsers stop nesting at 512 too; deeper elements add nothing to the tree here.
  static constexpr std::uint32_t kDepthMax = 512;

  OpenElements() { clear(); }
  void clear();

  const OpenElement& top() const { return elements_.back(); }
  OpenElement& at(std::uint32_t index) { return elements_[index]; }
  std::uint32_t depth() const { return static_cast<std::uint32_t>(elements_.size()); }
  // At the deepest place so far, with the elements that were left out there.
  std::uint32_t deepest() const { return deepest_; }
  bool is_open(Tag tag) const { return last(tag) != kNone; }

  // Opens an element; what it inherits from those around it is filled in.
  void push(const OpenElement& element);

  // Closes what the start tag of `tag` closes without saying so: <li> before <li>, <p> before
  // <div>.
  void close_implied(Tag tag);

  // What the end tag of `tag` closes, as an index: the innermost in its scope, of headings any;
  // depth() for one that was left out; kNone if none is open.
  std::uint32_t find_closed(Tag tag) const;

  // Closes that with all inside it.
  void close(Tag tag, std::uint32_t closed);

  // Both, if there is one.
  void close(Tag tag);

  // The same inside of an unseen element, where those without a tag of their own are told apart by
  // name; false if none is open there. Requires: top().is_unseen.
  bool close_unseen(Tag tag, std::string_view name);

  // At the end of the inline element that an unseen picture, film or sound stands in: it ends too.
  // Requires: top().is_unseen.
  void leave_picture();

  // Closes the innermost element of that name in an SVG; false if none is open. Requires:
  // top().is_foreign.
  bool close_foreign(std::string_view name);

  // Closes the SVG itself.
  void leave_foreign();

 private:
  std::uint32_t last(Tag tag) const { return last_of_tag_[static_cast<std::size_t>(tag)]; }
  std::uint32_t last_above(Tag tag, std::uint32_t floor) const;
  std::uint32_t last_named(std::string_view name) const;
  std::uint32_t last_heading_above(std::uint32_t floor) const;
  std::uint32_t scope_floor(Tag tag) const;
  std::uint8_t count_cell(std::uint32_t row);
  void close_from(std::uint32_t index);
  void close_any_above(std::initializer_list<Tag> tags, std::uint32_t floor);
  void close_to_table(Tag part, std::uint32_t floor);
  void close_implied_in_table(Tag part);

  std::vector<OpenElement> elements_;  // the first stands for the page
  std::array<std::uint32_t, kNumTags> last_of_tag_ = {};
  std::array<std::uint32_t, kNumTags> num_too_deep_ = {};
  std::uint32_t num_left_out_ = 0;  // sum of these
  std::uint32_t deepest_ = 0;
};

}  // namespace tamis::extract
