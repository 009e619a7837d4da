// All blocks of any page as text and as Markdown: no crash, bounded output.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tamis/base/check.h"
#include "tamis/extract/block_builder.h"
#include "tamis/extract/block_forms.h"
#include "tamis/extract/kept_blocks.h"
#include "tamis/extract/markdown.h"
#include "tamis/extract/page_text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t num_bytes) {
  using namespace tamis::extract;
  const std::string_view html(reinterpret_cast<const char*>(bytes), num_bytes);
  const Blocks blocks = read_blocks(html);
  std::vector<std::uint32_t> kept;
  find_kept_blocks(blocks, std::vector<std::uint8_t>(blocks.blocks.size(), 1), html, kept);
  BlockForms forms;
  std::string text;
  forms.read(blocks);
  write_page_text(blocks, kept, forms, text);
  TAMIS_CHECK(text.size() <= html.size() * 20);  // a backslash in a formula is \textbackslash{}
  // A margin of six levels before a line of few bytes, 64 columns in a row.
  forms.read(blocks);
  write_markdown(blocks, kept, forms, html, text);
  TAMIS_CHECK(text.size() <= html.size() * 40);
  return 0;
}
