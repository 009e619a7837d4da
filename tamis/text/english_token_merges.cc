#include "tamis/text/english_token_merges.h"

#include <algorithm>
#include <span>

#include "tamis/base/check.h"
#include "tamis/text/english_chunks.h"
#include "tamis/text/word_hash.h"

namespace tamis::text {
namespace {

using Tokens = std::vector<std::string_view>;

const char* end_of(std::string_view token) { return token.data() + token.size(); }

bool touches(std::string_view token, std::string_view next) { return end_of(token) == next.data(); }

// True if no white space but one space stands between the two.
bool is_neighbour(std::string_view token, std::string_view next) {
  return touches(token, next) || (end_of(token) + 1 == next.data() && *end_of(token) == ' ');
}

}  // namespace

EnglishTokenMerges::EnglishTokenMerges() : exceptions_(english_exceptions()) {
  EnglishChunkSplitter splitter(nullptr);
  Tokens tokens;
  for (const std::string_view exception : exceptions_.list()) {
    tokens.clear();
    splitter.split(exception, tokens);
    if (tokens.size() > 1) add_phrase(tokens);
  }
}

std::size_t EnglishTokenMerges::pair_bit(std::string_view first, std::string_view second) {
  return (hash_word(first).hash + 3 * hash_word(second).hash) % kNumPairBits;
}

void EnglishTokenMerges::add_phrase(const Tokens& tokens) {
  TAMIS_CHECK(tokens.size() <= kPhraseTokensMax);
  first_tokens_.add(tokens.front());
  first_pairs_.set(pair_bit(tokens[0], tokens[1]));
  Node node = kRoot;
  for (const std::string_view token : tokens) {
    const auto id = ids_.try_emplace(token, static_cast<TokenId>(ids_.size() + 1)).first->second;
    const auto new_node = static_cast<Node>(ends_phrase_.size());
    const auto [edge, is_new] = nodes_.try_emplace(std::uint32_t{node} << 16 | id, new_node);
    if (is_new) ends_phrase_.push_back(false);
    node = edge->second;
  }
  ends_phrase_[node] = true;
}

EnglishTokenMerges::TokenId EnglishTokenMerges::id_of(std::string_view token) const {
  const auto found = ids_.find(token);
  return found == ids_.end() ? kOtherToken : found->second;
}

EnglishTokenMerges::Node EnglishTokenMerges::next(Node node, TokenId token) const {
  const auto found = nodes_.find(std::uint32_t{node} << 16 | token);
  return found == nodes_.end() ? kNoNode : found->second;
}

// The cuts of the exception that `phrase` is; nullptr if it has spaces.
const TokenCuts* EnglishTokenMerges::find_replacement(const Tokens& tokens, Phrase phrase) const {
  for (std::size_t i = phrase.begin + 1; i < phrase.end; ++i) {
    if (!touches(tokens[i - 1], tokens[i])) return nullptr;
  }
  const char* begin = tokens[phrase.begin].data();
  return exceptions_.find({begin, end_of(tokens[phrase.end - 1])});
}

template <typename Visitor>
void EnglishTokenMerges::for_each_phrase(const Tokens& tokens, std::size_t begin,
                                         Visitor visit) const {
  for (; begin + 1 < tokens.size(); ++begin) {
    if (!first_tokens_.may_have(tokens[begin])) continue;
    if (!first_pairs_.test(pair_bit(tokens[begin], tokens[begin + 1]))) continue;
    Node node = next(kRoot, id_of(tokens[begin]));
    for (std::size_t end = begin + 1; node != kNoNode && end < tokens.size(); ++end) {
      if (!is_neighbour(tokens[end - 1], tokens[end])) break;
      node = next(node, id_of(tokens[end]));
      if (node != kNoNode && ends_phrase_[node]) visit(Phrase{begin, end + 1});
    }
  }
}

bool EnglishTokenMerges::has_change(const Tokens& tokens, std::size_t begin) const {
  bool has_change = false;
  for_each_phrase(tokens, begin, [&](Phrase phrase) {
    const TokenCuts* cuts = find_replacement(tokens, phrase);
    const auto current = std::span(tokens).subspan(phrase.begin, phrase.end - phrase.begin);
    has_change |= cuts != nullptr && !cuts->make(current);
  });
  return has_change;
}

void EnglishTokenMerges::apply(Tokens& tokens) const {
  // By number of tokens; each list in order of place.
  std::vector<std::vector<Phrase>> phrases(kPhraseTokensMax + 1);
  for_each_phrase(tokens, 0,
                  [&](Phrase phrase) { phrases[phrase.end - phrase.begin].push_back(phrase); });
  std::vector<bool> is_taken(tokens.size());
  std::vector<std::size_t> end_of_phrase(tokens.size());  // by its first token; 0 for none
  for (auto same_size = phrases.rbegin(); same_size != phrases.rend(); ++same_size) {
    for (const auto& [begin, end] : *same_size) {
      if (!is_taken[begin] && !is_taken[end - 1]) end_of_phrase[begin] = end;
      std::fill(is_taken.begin() + begin, is_taken.begin() + end, true);
    }
  }
  Tokens merged;
  for (std::size_t i = 0; i < tokens.size();) {
    const std::size_t end = std::max(end_of_phrase[i], i + 1);
    const TokenCuts* cuts = end > i + 1 ? find_replacement(tokens, {i, end}) : nullptr;
    if (cuts != nullptr) {
      cuts->append_tokens({tokens[i].data(), end_of(tokens[end - 1])}, merged);
    } else {
      merged.insert(merged.end(), tokens.begin() + i, tokens.begin() + end);
    }
    i = end;
  }
  tokens.swap(merged);
}

const EnglishTokenMerges& english_token_merges() {
  static const EnglishTokenMerges merges;
  return merges;
}

}  // namespace tamis::text
