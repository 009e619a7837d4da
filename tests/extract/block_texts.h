// Blocks of a page in one string, as tests compare them.
#pragma once

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>
#include <string_view>

#include "tamis/extract/block_builder.h"

namespace tamis::extract {

// The texts of all blocks, each in brackets.
inline std::string texts_of(std::string_view html) {
  const Blocks blocks = read_blocks(html);
  std::string printed;
  for (const Block& block : blocks.blocks)
    printed.append("[").append(blocks.text_of(block)).append("]");
  return printed;
}

struct TextsCase {
  std::string_view html;
  std::string_view texts;
};

inline void expect_texts(std::initializer_list<TextsCase> cases) {
  for (const auto& [html, texts] : cases) EXPECT_EQ(texts_of(html), texts) << html;
}

}  // namespace tamis::extract
