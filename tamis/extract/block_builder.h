// Tokens to blocks: where text starts and ends, and which boxes it lies in.
#pragma once

#include <string>

#include "tamis/extract/blocks.h"
#include "tamis/extract/html_tokenizer.h"
#include "tamis/extract/open_elements.h"

namespace tamis::extract {

// Reused from page to page: start, add every token, finish. Not thread-safe.
class BlockBuilder {
 public:
  // `blocks` is cleared, and filled until finish().
  void start(Blocks& blocks);
  void add(const Token& token);
  void finish();

  // How deep elements were nested.
  std::uint32_t deepest() const { return open_elements_.deepest(); }

 private:
  void open_element(const Token& token);
  void close_element(Tag tag);
  void open_block_element(const Token& token);
  void open_inline_element(const Token& token);
  void close_inline_element(Tag tag);
  void start_line(bool follows_break);
  void add_text(const Token& token);
  void append(std::string_view text);
  void append_collapsed(std::string_view text);
  void append_verbatim(std::string_view text);
  void append_space();
  void end_block();
  bool trim_block();
  void place_block();
  std::uint32_t container_of(std::uint32_t element);
  std::uint32_t make_container(std::uint32_t element, std::uint32_t parent);

  Blocks* blocks_ = nullptr;
  OpenElements open_elements_;
  std::string decoded_;
  Block block_;                     // the one being written; empty while no text has come
  bool has_pending_space_ = false;  // white space seen and not yet followed by text
  bool is_at_pre_start_ = false;    // the line break right behind <pre> is no text
  std::uint32_t num_open_buttons_ = 0;
  bool is_in_link_ = false;
  std::vector<std::uint32_t> missing_;  // scratch of container_of
};

// The blocks of a whole page.
Blocks read_blocks(std::string_view html);

}  // namespace tamis::extract
