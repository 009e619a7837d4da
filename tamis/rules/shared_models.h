// Rules of a stage that look for the same share what finds it.
#pragma once

#include <vector>

#include "tamis/rules/rule_stage.h"

namespace tamis::rules {

// Gives rules whose models are made alike, of equal parameters, one model: what it finds in a text
// is then found once (Passage::found_by()), and its memory taken once.
void share_models(std::vector<RuleInstance>& rules);

}  // namespace tamis::rules
