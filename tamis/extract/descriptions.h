// What a page says that it is about: <meta name=description> and its kin for networks.
//
// Publishers mostly fill it with the beginning of the main text, shops with what they say of the
// goods, forums with the first post: it tells where the text begins, whatever stands around.
#pragma once

#include <bitset>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "tamis/extract/html_tokenizer.h"

namespace tamis::extract {

// Appends a line to `descriptions` if `token` is a <meta> that describes the page: its letters and
// digits alone, those of ASCII in lower case. Bounded: 600 bytes of each, five lines or so in all.
void read_description(const Token& token, std::string& descriptions);

// Compares texts with a page's descriptions. Not thread-safe.
class DescriptionMatcher {
 public:
  // `descriptions` as filled by read_description(); it must outlive the matcher.
  explicit DescriptionMatcher(std::string_view descriptions);

  // False if no text can match.
  bool has_descriptions() const { return !lines_.empty(); }

  // True if the first thirty bytes of the letters of `text` stand in a description, or the first
  // thirty of one among the first ninety of `text`: ten Chinese characters or thirty letters, which
  // hardly two sentences share.
  bool matches(std::string_view text);

 private:
  static constexpr std::size_t kSieveBits = 13;
  static constexpr std::size_t kSieveShift = 64 - kSieveBits;

  void add(std::string_view line);

  std::vector<std::string_view> lines_;
  std::bitset<std::size_t{1} << kSieveBits> sieve_;  // of hashes of thirty bytes of any line
  std::string letters_;                              // of the text
};

}  // namespace tamis::extract
