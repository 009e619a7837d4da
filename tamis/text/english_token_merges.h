// The last step of the English tokenizer: exceptions that only the other rules laid bare, as the
// "Mr." of "Dr-Mr.", of which those made "Mr" and ".".
//
// For each exception that the rules would split, the tokens that they make of it are a phrase. Each
// phrase found among the tokens is replaced by the exception's own tokens. Of phrases that overlap
// the longest counts, then the first; one that loses still hides shorter ones, and so does one
// with spaces between its tokens, although it is no exception. (spaCy: _apply_special_cases.)
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tamis/text/english_token_exceptions.h"

namespace tamis::text {

class EnglishTokenMerges {
 public:
  EnglishTokenMerges();

  // True if a phrase among `tokens`, at `begin` or later, would be replaced by other tokens.
  bool has_change(const std::vector<std::string_view>& tokens, std::size_t begin) const;

  // Replaces the phrases among `tokens`. One space between two tokens is as none.
  void apply(std::vector<std::string_view>& tokens) const;

 private:
  using TokenId = std::uint16_t;
  using Node = std::uint16_t;
  static constexpr TokenId kOtherToken = 0;
  static constexpr Node kRoot = 0;
  static constexpr Node kNoNode = 0;  // the root follows no token
  static constexpr std::size_t kPhraseTokensMax = 16;

  struct Phrase {
    std::size_t begin;
    std::size_t end;
  };

  static constexpr std::size_t kNumPairBits = 1 << 16;

  void add_phrase(const std::vector<std::string_view>& tokens);
  static std::size_t pair_bit(std::string_view first, std::string_view second);
  TokenId id_of(std::string_view token) const;
  Node next(Node node, TokenId token) const;
  // Calls `visit` with each phrase at `begin` or later, in order of place.
  template <typename Visitor>
  void for_each_phrase(const std::vector<std::string_view>& tokens, std::size_t begin,
                       Visitor visit) const;
  const TokenCuts* find_replacement(const std::vector<std::string_view>& tokens,
                                    Phrase phrase) const;

  const EnglishExceptions& exceptions_;
  ShortStringFilter first_tokens_;
  std::bitset<kNumPairBits> first_pairs_;  // by pair_bit(): the two tokens that phrases begin with
  std::unordered_map<std::string_view, TokenId> ids_;  // views into the exceptions
  std::unordered_map<std::uint32_t, Node> nodes_;      // by node and token
  std::vector<bool> ends_phrase_ = {false};            // by node
};

// The one set of phrases. Thread-safe; the first call builds it.
const EnglishTokenMerges& english_token_merges();

}  // namespace tamis::text
