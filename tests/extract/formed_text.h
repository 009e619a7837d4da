// All blocks of a page in a form, as tests compare it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tamis/extract/block_builder.h"
#include "tamis/extract/block_forms.h"
#include "tamis/extract/kept_blocks.h"
#include "tamis/extract/markdown.h"

namespace tamis::extract {

inline std::string markdown_of(std::string_view html) {
  const Blocks blocks = read_blocks(html);
  std::vector<std::uint32_t> kept;
  find_kept_blocks(blocks, std::vector<std::uint8_t>(blocks.blocks.size(), 1), html, kept);
  BlockForms forms;
  forms.read(blocks);
  std::string text;
  write_markdown(blocks, kept, forms, html, text);
  return text;
}

}  // namespace tamis::extract
