// HTML to blocks, as tests want them.
#pragma once

#include <string>
#include <string_view>

#include "tamis/extract/block_builder.h"
#include "tamis/extract/blocks.h"
#include "tamis/extract/html_tokenizer.h"

namespace tamis::extract {

inline Blocks read_blocks(std::string_view html) {
  Blocks blocks;
  BlockBuilder builder;
  builder.start(blocks);
  HtmlTokenizer tokenizer(html);
  while (tokenizer.next()) builder.add(tokenizer.token());
  builder.finish();
  return blocks;
}

// The texts of all blocks, each in brackets.
inline std::string texts_of(std::string_view html) {
  const Blocks blocks = read_blocks(html);
  std::string printed;
  for (const Block& block : blocks.blocks)
    printed.append("[").append(blocks.text_of(block)).append("]");
  return printed;
}

}  // namespace tamis::extract
