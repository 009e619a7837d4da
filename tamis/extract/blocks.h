// A page as blocks: the texts between block-level tags and line breaks, in document order, with
// the boxes (containers) that they lie in and what is measured of both.
//
// This is all that the decision (main_text_decision.h) sees of a page. Its size is bounded:
// what comes after kNumBlocksMax blocks is not looked at, and boxes after kNumContainersMax are
// those around them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tamis/extract/class_words.h"
#include "tamis/extract/html_tag.h"
#include "tamis/extract/text_counts.h"
#include "tamis/extract/title_words.h"

namespace tamis::extract {

inline constexpr std::uint32_t kNumBlocksMax = 1U << 17;
inline constexpr std::uint32_t kNumContainersMax = 1U << 18;
inline constexpr std::uint32_t kNumSpansMax = 1U << 17;
inline constexpr std::uint32_t kNone = 0xFFFFFFFFU;
inline constexpr std::uint32_t kPageContainer = 0;

// Sums over blocks, of a container with all containers inside it.
struct BlockSums {
  std::uint32_t num_blocks = 0;
  std::uint32_t num_long_blocks = 0;  // is_long()
  std::uint32_t num_words = 0;
  std::uint32_t num_bytes = 0;
  std::uint32_t num_link_bytes = 0;
  std::uint32_t num_sentence_marks = 0;
  std::uint32_t num_stop_words = 0;
  std::uint32_t num_title_words = 0;  // that the page's title says too

  static constexpr std::uint32_t kLongBlockWords = 12;

  BlockSums& operator+=(const BlockSums& other);
};

// A block-level element that holds text, itself or in elements inside.
struct Container {
  std::uint32_t parent = kPageContainer;  // the page is its own parent
  Tag tag = Tag::kOther;
  std::uint8_t cell_index = 0;  // of <td> and <th>: how many came before in the row, 255 of more
  std::uint16_t depth = 0;
  bool keeps_space = false;  // <pre>, another box of code, or inside of one
  // In the page, and valid as long as it: the name in the box's start tag. Null of the page itself.
  const char* source = nullptr;
  std::uint64_t likeness = 0;        // a hash of its tag and class, numbers in it aside
  BlockTags tags_above = 0;          // its own included
  ClassMeanings meanings = 0;        // of its own attributes
  ClassMeanings meanings_above = 0;  // of its own and all ancestors' but <body>'s
  WordPoints points = {};            // of its own attributes, none of <body>
  WordPoints points_above = {};      // also of all ancestors', the mean fading by a quarter a level
  BlockSums sums = {};
};

struct Block {
  std::uint32_t text_begin = 0;  // in Blocks::text
  std::uint32_t text_end = 0;
  std::uint32_t container = kPageContainer;
  std::uint32_t row = kNone;  // the innermost <tr> and cell, as containers
  std::uint32_t cell = kNone;
  std::uint32_t num_link_bytes = 0;
  bool keeps_space : 1 = false;  // <pre>: the text has line breaks
  bool is_hidden : 1 = false;    // display:none, hidden
  bool is_in_button : 1 = false;
  bool follows_break : 1 = false;       // behind a <br> in the same element
  bool follows_blank_line : 1 = false;  // behind several; of a listing: behind an empty line
  TextCounts counts;

  std::uint32_t num_bytes() const { return text_end - text_begin; }
};

// True for kLongBlockWords and more, mostly outside of links.
bool is_long(const Block& block);

bool is_mostly_links(const Block& block);

// Of one block.
BlockSums sums_of(const Block& block);

// A piece of a block's text with a form of its own.
struct Span {
  enum class Kind : std::uint8_t { kCode, kFormula };

  std::uint32_t begin = 0;  // in Blocks::text
  std::uint32_t end = 0;
  Kind kind = Kind::kCode;
};

// What is known of other pages of the page's site.
struct SiteRepeats {
  std::uint32_t num_other_pages = 0;         // 0: nothing is known
  std::vector<std::uint32_t> num_with_text;  // of each block: how many of them have its text
};

struct Blocks {
  std::string text;  // all blocks' texts, one behind the other
  std::vector<Block> blocks;
  std::vector<Span> spans;            // in the order of the text, none inside another
  std::vector<Container> containers;  // parents before children; the first is the page
  TitleWords title;                   // of the first <title> that has any; texts before it say none
  std::string descriptions;           // what the page says that it is about (descriptions.h)
  SiteRepeats site;                   // find_site_repeats()

  std::string_view text_of(const Block& block) const {
    return std::string_view(text).substr(block.text_begin, block.num_bytes());
  }
  const Container& container_of(const Block& block) const { return containers[block.container]; }

  void clear();

  // Fills the sums of all containers, once all blocks are there. Linear.
  void sum_up();
};

// A row that says more than this in a cell is there for the layout.
inline constexpr std::uint32_t kCellWordsMax = 40;

// True for a block in a row of a table that holds data: short cells, several in a row.
bool is_in_data_table(const Blocks& blocks, const Block& block);

}  // namespace tamis::extract
