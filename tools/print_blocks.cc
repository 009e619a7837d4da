// Prints the blocks of the page on standard input, and the boxes that they lie in: what
// tools/train_main_text.py learns from.
//
// A line a box: "box", its number, the number of the box around, tag, class and id words; then
// explain_page()'s line a block.
#include <iostream>
#include <iterator>
#include <string>

#include "tamis/extract/block_builder.h"
#include "tamis/extract/html_tokenizer.h"
#include "tamis/extract/main_text.h"
#include "tamis/extract/start_tags.h"

namespace tamis::extract {
namespace {

void print_purpose(std::string_view html, const char* source) {
  if (source == nullptr) return;
  HtmlTokenizer tokenizer(page_from_tag(html, source));
  if (!tokenizer.next()) return;
  const Token& token = tokenizer.token();
  for (const Attribute& attribute : token.attributes) {
    if (!names_purpose(token.tag, attribute.name)) continue;
    for (const char byte : attribute.value.substr(0, kClassValueBytesMax)) {
      std::cout << (byte == '\n' || byte == '\t' || byte == '\r' ? ' ' : byte);
    }
    std::cout << ' ';
  }
}

void print_boxes(std::string_view html) {
  const Blocks blocks = read_blocks(html);
  for (std::size_t i = 0; i < blocks.containers.size(); ++i) {
    const Container& box = blocks.containers[i];
    std::cout << "box\t" << i << '\t' << box.parent << '\t' << tag_name(box.tag) << '\t';
    print_purpose(html, box.source);
    std::cout << '\n';
  }
}

}  // namespace
}  // namespace tamis::extract

int main() {
  const std::string html{std::istreambuf_iterator<char>(std::cin), {}};
  tamis::extract::print_boxes(html);
  tamis::extract::Workspace workspace;
  std::cout << tamis::extract::explain_page(html, {}, workspace);
}
