// Words that advertisements are made of, by what they do there.
//
// But for a few idioms, none of them makes an advertisement: a call ("search", "reply") is one word
// of a language, a channel ("WeChat") a subject to write about. Two kinds in one clause do
// (advertising_clauses.h), so the lists stay small: a new trade needs one word, not a phrase for
// each way to sell it.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace tamis::rules {

enum class AdvertisingKind : std::uint8_t {
  kChannel,   // where one is to go: WeChat, a group, an app, a shop, a profile
  kDisguise,  // a channel written so that filters do not see it
  kCall,      // what one is to do: scan, press, reply, copy, search
  kReader,    // who is addressed: "friends who want it"
  kHurry,     // while there is some
  kIdiom,     // what nobody says who does not advertise: "first come, first served"
  kTrade,     // what is done for money: sell, let, hire, write for others
  kBargain,   // what one saves
  kPromise,   // why one should trust: genuine, or money back
  kGain,      // what one is to earn
  kShady,     // trades that hardly anybody names who does not offer them
  kOrdinary,  // words of any text that advertisements like
  kAddress,   // what web addresses have in them
};
inline constexpr std::size_t kNumAdvertisingKinds = 13;

struct AdvertisingWords {
  AdvertisingKind kind;
  std::string_view words;  // with spaces between
};

std::span<const AdvertisingWords> advertising_words();

}  // namespace tamis::rules
