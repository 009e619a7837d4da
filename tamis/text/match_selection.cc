#include "tamis/text/match_selection.h"

#include <algorithm>
#include <tuple>

namespace tamis::text {

void MatchSelection::add(const WordMatch& match, bool is_allowed) {
  pending_.push_back({match, is_allowed});
  if (pending_.size() < num_pending_max_) return;
  // A later occurrence ends here or behind, so that it begins there or behind.
  const std::size_t end = match.begin + match.num_bytes;
  settle(end - std::min(end, word_bytes_max_));
  num_pending_max_ = kPendingMin + 2 * pending_.size();
}

void MatchSelection::settle(std::size_t begin_end) {
  // An allowed phrase stands before all that lies inside it.
  std::ranges::sort(pending_, {}, [](const Occurrence& occurrence) {
    const WordMatch& match = occurrence.match;
    return std::tuple(match.begin, ~match.num_bytes, !occurrence.is_allowed, match.word_index);
  });
  std::size_t num_settled = 0;
  for (; num_settled < pending_.size() && pending_[num_settled].match.begin < begin_end;
       ++num_settled) {
    const WordMatch& match = pending_[num_settled].match;
    const std::size_t end = match.begin + match.num_bytes;
    if (pending_[num_settled].is_allowed) {
      allowed_to_ = std::max(allowed_to_, end);
    } else if (match.begin >= covered_to_ && end > allowed_to_) {
      covered_to_ = end;
      take_(context_, match);
    }
  }
  pending_.erase(pending_.begin(), pending_.begin() + static_cast<std::ptrdiff_t>(num_settled));
}

}  // namespace tamis::text
