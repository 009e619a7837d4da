// Prints the blocks of the page on standard input: what tools/train_main_text.py learns from.
#include <iostream>
#include <iterator>
#include <string>

#include "tamis/extract/main_text.h"

int main() {
  const std::string html{std::istreambuf_iterator<char>(std::cin), {}};
  tamis::extract::Workspace workspace;
  std::cout << tamis::extract::explain_page(html, {}, workspace);
}
