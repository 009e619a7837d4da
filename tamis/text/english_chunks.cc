#include "tamis/text/english_chunks.h"

#include "tamis/text/english_token_url.h"

namespace tamis::text {

void EnglishChunkSplitter::split(std::string_view chunk, std::vector<std::string_view>& tokens) {
  suffixes_.clear();
  const std::string_view core = split_affixes(chunk, tokens);
  if (!core.empty()) split_core(core, tokens);
  tokens.insert(tokens.end(), suffixes_.rbegin(), suffixes_.rend());
}

// Appends the prefixes of `chunk`, keeps its suffixes, and returns what lies between. A prefix and
// a suffix go in one step, unless an exception is left by one of them alone: so "8)" of "(8)" is
// taken for an emoticon, as spaCy takes it.
std::string_view EnglishChunkSplitter::split_affixes(std::string_view chunk,
                                                     std::vector<std::string_view>& tokens) {
  while (!chunk.empty() && find_exception(chunk) == nullptr) {
    const std::size_t prefix = affixes_.prefix_bytes(chunk);
    const std::string_view behind_prefix = chunk.substr(prefix);
    if (prefix > 0 && find_exception(behind_prefix) != nullptr) {
      tokens.push_back(chunk.substr(0, prefix));
      return behind_prefix;
    }
    const std::size_t suffix = affixes_.suffix_bytes(behind_prefix);
    const std::string_view before_suffix = chunk.substr(0, chunk.size() - suffix);
    if (suffix > 0) suffixes_.push_back(chunk.substr(chunk.size() - suffix));
    if (suffix > 0 && find_exception(before_suffix) != nullptr) return before_suffix;
    if (prefix > 0) tokens.push_back(chunk.substr(0, prefix));
    if (prefix == 0 && suffix == 0) break;
    chunk = before_suffix.substr(prefix);
  }
  return chunk;
}

void EnglishChunkSplitter::split_core(std::string_view core,
                                      std::vector<std::string_view>& tokens) const {
  if (const TokenCuts* cuts = find_exception(core); cuts != nullptr) {
    cuts->append_tokens(core, tokens);
  } else if (is_url_token(core)) {
    tokens.push_back(core);
  } else {
    split_infixes(core, tokens);
  }
}

void EnglishChunkSplitter::split_infixes(std::string_view core,
                                         std::vector<std::string_view>& tokens) const {
  std::size_t begin = 0;  // of the token that the next infix ends
  std::string_view infix = affixes_.next_infix(core, 0);
  while (!infix.empty()) {
    const std::size_t infix_begin = infix.data() - core.data();
    const std::size_t infix_end = infix_begin + infix.size();
    if (infix_begin > 0) {  // at the very start it is none
      if (infix_begin > begin) tokens.push_back(core.substr(begin, infix_begin - begin));
      tokens.push_back(infix);
      begin = infix_end;
    }
    infix = affixes_.next_infix(core, infix_end);
  }
  if (begin < core.size()) tokens.push_back(core.substr(begin));
}

}  // namespace tamis::text
