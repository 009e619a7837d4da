// Splits one chunk of English text, which has no white space, into tokens: steps 2 and 3 of
// english_tokens.h.
#pragma once

#include <string_view>
#include <vector>

#include "tamis/text/english_token_affixes.h"
#include "tamis/text/english_token_exceptions.h"

namespace tamis::text {

class EnglishChunkSplitter {
 public:
  // Without exceptions (nullptr) the splitter tells what the exceptions would be split into.
  explicit EnglishChunkSplitter(const EnglishExceptions* exceptions) : exceptions_(exceptions) {}

  // Appends the tokens of `chunk`. Requires: !chunk.empty().
  void split(std::string_view chunk, std::vector<std::string_view>& tokens);

 private:
  const TokenCuts* find_exception(std::string_view chunk) const {
    return exceptions_ == nullptr || chunk.empty() ? nullptr : exceptions_->find(chunk);
  }
  std::string_view split_affixes(std::string_view chunk, std::vector<std::string_view>& tokens);
  void split_core(std::string_view core, std::vector<std::string_view>& tokens) const;
  void split_infixes(std::string_view core, std::vector<std::string_view>& tokens) const;

  const EnglishExceptions* exceptions_;
  EnglishAffixes affixes_;
  std::vector<std::string_view> suffixes_;  // of the chunk at hand, the last one first
};

}  // namespace tamis::text
