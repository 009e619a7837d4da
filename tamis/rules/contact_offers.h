// Words of selling that stand close together, and what they add up to.
#pragma once

#include <optional>
#include <string_view>

#include "tamis/batch/passage.h"
#include "tamis/rules/contact_anchors.h"

namespace tamis::rules {

// Of one text, whose words of selling it takes in order.
class Offer {
 public:
  // Takes the next word; returns a mark when the words make an offer.
  std::optional<Span> take(std::string_view text, AnchorKind kind, Span word);

 private:
  // A bargain weighs two; a price near it, an order or an urging word one.
  bool is_offer(std::string_view text) const;

  bool has_words_ = false;
  AnchorKind last_ = AnchorKind::kPrice;
  std::string_view word_;  // the last
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  int num_bargains_ = 0;
  int num_others_ = 0;
};

}  // namespace tamis::rules
