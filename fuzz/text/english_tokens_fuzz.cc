// Tokens are in order, and between them lies only white space, whatever the bytes; and the fast
// path agrees with all rules applied to all of the text.
#include <cstdint>

#include "tamis/base/check.h"
#include "tamis/text/english_chunks.h"
#include "tamis/text/english_token_merges.h"
#include "tamis/text/english_tokens.h"
#include "tamis/text/token_sentences.h"
#include "tamis/text/white_space.h"

namespace {

using Tokens = std::vector<std::string_view>;

Tokens slow_tokens_of(std::string_view text) {
  Tokens chunks;
  tamis::text::split_at_white_space(text, chunks);
  tamis::text::EnglishChunkSplitter splitter(&tamis::text::english_exceptions());
  Tokens tokens;
  for (const std::string_view chunk : chunks) splitter.split(chunk, tokens);
  tamis::text::english_token_merges().apply(tokens);
  return tokens;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t num_bytes) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), num_bytes);
  Tokens tokens;
  tamis::text::split_english_tokens(text, tokens);
  TAMIS_CHECK(tokens == slow_tokens_of(text));
  std::size_t end = 0;
  for (const std::string_view token : tokens) {
    TAMIS_CHECK(!token.empty() && token.data() >= text.data() + end);
    const auto begin = static_cast<std::size_t>(token.data() - text.data());
    TAMIS_CHECK(tamis::text::strip(text.substr(end, begin - end)).empty());
    end = begin + token.size();
  }
  TAMIS_CHECK(tamis::text::strip(text.substr(end)).empty());
  const std::int64_t num_sentences = tamis::text::count_token_sentences(text, tokens);
  TAMIS_CHECK(num_sentences >= 1);
  return 0;
}
