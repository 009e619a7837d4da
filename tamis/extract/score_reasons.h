// Why a block has its score, in a line for people.
#pragma once

#include <cstddef>
#include <string>

#include "tamis/extract/main_text_decision.h"

namespace tamis::extract {

// What moved the score furthest, in log-odds (forest_reasons.h): "+0.82 mean_of_6_around = 240,
// +0.61 first look (+0.40 stop_word_share = 45, ...), -0.35 not in <main>". The first look is the
// first forest's.
std::string reasons_text(const Decision& decision, std::size_t index);

}  // namespace tamis::extract
