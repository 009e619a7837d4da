// Why a block has its score, in a line for people.
#pragma once

#include <cstddef>
#include <string>

#include "tamis/extract/main_text_decision.h"

namespace tamis::extract {

// What moved the score furthest, in log-odds (forest_reasons.h), at the second look and at the
// first:
// "+0.82 mean_of_6_around = 240, -0.35 not in <main>, ...; first look: +0.40 stop_word_share = 45,
// ...". Blocks that are clearly furniture get one look only.
std::string reasons_text(const Decision& decision, std::size_t index);

}  // namespace tamis::extract
