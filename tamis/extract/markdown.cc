#include "tamis/extract/markdown.h"

#include <algorithm>
#include <iterator>
#include <span>

#include "tamis/extract/chinese_spacing.h"
#include "tamis/extract/code_listings.h"
#include "tamis/extract/heading_text.h"
#include "tamis/extract/listing_language.h"
#include "tamis/extract/markdown_escape.h"
#include "tamis/extract/markdown_margin.h"
#include "tamis/extract/markdown_table.h"
#include "tamis/extract/start_tags.h"

namespace tamis::extract {
namespace {

// What a part of the kept blocks becomes. The blocks of one piece follow each other.
enum class PieceKind : std::uint8_t { kParagraph, kHeading, kListing, kTable };

class MarkdownWriter {
 public:
  MarkdownWriter(const Blocks& blocks, BlockForms& forms, std::string_view page, std::string& out)
      : blocks_(blocks), forms_(forms), page_(page), margin_(blocks, forms, page), out_(out) {}

  void write(std::span<const std::uint32_t> kept) {
    const Block* before = nullptr;
    while (!kept.empty()) {
      const std::size_t num_blocks = find_piece_end(kept);
      const Block& first = blocks_.blocks[kept.front()];
      margin_.begin_piece(first, before != nullptr && is_other_post(*before, first), out_);
      write_piece(kept.first(num_blocks));
      before = &blocks_.blocks[kept[num_blocks - 1]];
      kept = kept.subspan(num_blocks);
    }
  }

 private:
  PieceKind kind_of(const Block& block) const {
    const BoxForm& form = forms_.of(block);
    if (form.listing != kNone) return PieceKind::kListing;
    if (forms_.is_in_table(block)) return PieceKind::kTable;
    return form.heading != kNone ? PieceKind::kHeading : PieceKind::kParagraph;
  }

  bool continues(const Block& before, const Block& block, PieceKind kind) const {
    if (kind_of(block) != kind) return false;
    const BoxForm& form = forms_.of(block);
    const BoxForm& form_before = forms_.of(before);
    switch (kind) {
      case PieceKind::kListing:
        return form.listing == form_before.listing;
      case PieceKind::kTable:
        return form.table == form_before.table;
      case PieceKind::kHeading:
        return form.heading == form_before.heading;
      case PieceKind::kParagraph:
        return block.follows_break && !block.follows_blank_line &&
               block.container == before.container;
    }
    return false;
  }

  std::size_t find_piece_end(std::span<const std::uint32_t> kept) const {
    const PieceKind kind = kind_of(blocks_.blocks[kept.front()]);
    std::size_t end = 1;
    while (end < kept.size() &&
           continues(blocks_.blocks[kept[end - 1]], blocks_.blocks[kept[end]], kind))
      ++end;
    return end;
  }

  void write_piece(std::span<const std::uint32_t> piece) {
    switch (kind_of(blocks_.blocks[piece.front()])) {
      case PieceKind::kListing:
        return write_listing(piece);
      case PieceKind::kTable:
        return write_table(piece);
      case PieceKind::kHeading:
        return write_heading(piece);
      case PieceKind::kParagraph:
        return write_paragraph(piece);
    }
  }

  void write_listing(std::span<const std::uint32_t> piece) {
    std::string code;
    for (const std::uint32_t index : piece) {
      const Block& line = blocks_.blocks[index];
      if (!code.empty()) code += line.follows_blank_line ? "\n\n" : "\n";
      code += blocks_.text_of(line);
    }
    const std::string fence = fence_around(code);
    const Block& first = blocks_.blocks[piece.front()];
    const MarkedListing marked = find_marked_listing(blocks_, first, page_);
    margin_.append_line(fence + std::string(marked.language), out_);
    append_lines(code);
    margin_.append_line(fence, out_);
  }

  // Longer than any run of its marks in the code.
  static std::string fence_around(std::string_view code) {
    std::size_t longest = 2;
    std::size_t num_marks = 0;
    for (const char byte : code) {
      num_marks = byte == '`' ? num_marks + 1 : 0;
      longest = std::max(longest, num_marks);
    }
    return std::string(longest + 1, '`');
  }

  void write_table(std::span<const std::uint32_t> piece) {
    MarkdownTable table(blocks_, forms_, page_);
    for (const std::uint32_t index : piece)
      table.add(blocks_.blocks[index], inline_text(blocks_.blocks[index]));
    for (const std::string& line : table.lines()) margin_.append_line(line, out_);
  }

  void write_heading(std::span<const std::uint32_t> piece) {
    const std::uint32_t heading = forms_.of(blocks_.blocks[piece.front()]).heading;
    const auto level = static_cast<std::size_t>(heading_level(blocks_.containers[heading].tag));
    std::string line = std::string(level, '#') + ' ';
    for (const std::uint32_t index : piece) {
      const Block& block = blocks_.blocks[index];
      const std::string text =
          inline_text(cut_to(block, without_heading_tail(blocks_.text_of(block))));
      const bool is_first = index == piece.front();
      line.append(is_first || is_set_without_space(line, text) ? "" : " ").append(text);
    }
    std::ranges::replace(line, '\n', ' ');
    // "# C ##" would lose its last marks.
    const bool ends_in_marks = line.ends_with('#') && line[line.find_last_not_of('#')] == ' ';
    if (ends_in_marks) line.insert(line.size() - 1, 1, '\\');
    margin_.append_line(line, out_);
  }

  // Lines that <br> parts end in two spaces, which is Markdown's <br>.
  void write_paragraph(std::span<const std::uint32_t> piece) {
    std::string text;
    for (const std::uint32_t index : piece) {
      if (!text.empty()) text += "  \n";
      const std::size_t begin = text.size();
      const Block& block = blocks_.blocks[index];
      text += inline_text(cut_to(block, without_pilcrow(blocks_.text_of(block))));
      for (std::size_t line = begin; line < text.size();) {
        escape_line_start(text, line);
        const std::size_t end = text.find('\n', line);
        line = end == text.npos ? text.size() : end + 1;
      }
    }
    append_lines(text);
  }

  void append_lines(std::string_view text) {
    while (true) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      margin_.append_line(text.substr(0, end), out_);
      if (end == text.size()) return;
      text.remove_prefix(end + 1);
    }
  }

  // The block with less at its ends: `text` is a piece of its own, or empty.
  Block cut_to(Block block, std::string_view text) const {
    if (!text.empty())
      block.text_begin = static_cast<std::uint32_t>(text.data() - blocks_.text.data());
    block.text_end = block.text_begin + static_cast<std::uint32_t>(text.size());
    return block;
  }

  // The block's text with its code and formulas; a listing in a cell is code in a line.
  std::string inline_text(const Block& block) {
    std::string text;
    if (block.keeps_space) {
      std::string code;
      append_in_one_line(blocks_.text_of(block), code);
      append_code(code, text);
      return text;
    }
    std::uint32_t position = block.text_begin;
    const std::string_view page_text = blocks_.text;
    const auto up_to = [&](std::uint32_t end) {
      return page_text.substr(position, end - position);
    };
    const std::vector<Span>& spans = blocks_.spans;
    for (; next_span_ < spans.size() && spans[next_span_].begin < block.text_end; ++next_span_) {
      const Span& span = spans[next_span_];
      const std::uint32_t begin = std::max(span.begin, position);
      const std::uint32_t end = std::min(span.end, block.text_end);
      if (begin >= end) continue;
      append_escaped(up_to(begin), text);
      position = begin;
      if (span.kind == Span::Kind::kCode) {
        append_code(up_to(end), text);
      } else {
        text += up_to(end);
      }
      position = end;
    }
    append_escaped(up_to(block.text_end), text);
    return text;
  }

  // True if the blocks lie in boxes beside each other that are posts by their classes.
  bool is_other_post(const Block& before, const Block& block) const {
    std::uint32_t left = before.container;
    std::uint32_t right = block.container;
    const auto& boxes = blocks_.containers;
    while (boxes[left].parent != boxes[right].parent) {
      std::uint32_t& deeper = boxes[left].depth > boxes[right].depth ? left : right;
      if (deeper == kPageContainer) return false;
      deeper = boxes[deeper].parent;
    }
    return left != right && boxes[left].tag == boxes[right].tag &&
           boxes[left].meanings == boxes[right].meanings && is_post(left);
  }

  // Parts of a text may be called after the post that they belong to ("post-paragraph"), and
  // answers to frequent questions belong together.
  bool is_post(std::uint32_t box) const {
    constexpr ClassMeanings kPosts = bit(ClassMeaning::kPost) | bit(ClassMeaning::kComment) |
                                     bit(ClassMeaning::kReview) | bit(ClassMeaning::kForum);
    constexpr Tag kPartsOfTexts[] = {Tag::kP,  Tag::kDetails, Tag::kSummary,
                                     Tag::kDt, Tag::kDd,      Tag::kFigure};
    const Container& container = blocks_.containers[box];
    if ((container.meanings & kPosts) == 0 || forms_.of(box).level == box) return false;
    if (heading_level(container.tag) > 0) return false;
    if (std::ranges::find(kPartsOfTexts, container.tag) != std::end(kPartsOfTexts)) return false;
    const std::string_view classes = attribute_at(page_, container.source, "class");
    return classes.find("faq") == classes.npos && classes.find("accordion") == classes.npos;
  }

  const Blocks& blocks_;
  BlockForms& forms_;
  std::string_view page_;
  MarkdownMargin margin_;
  std::string& out_;
  std::size_t next_span_ = 0;
};

}  // namespace

void write_markdown(const Blocks& blocks, const std::vector<std::uint32_t>& kept, BlockForms& forms,
                    std::string_view page, std::string& text) {
  text.clear();
  MarkdownWriter(blocks, forms, page, text).write(kept);
}

}  // namespace tamis::extract
