// Whether a sentence only speaks of what advertisements say: a warning by the police, a report of
// what somebody did, a remark on a word.
#pragma once

#include <string_view>

#include "tamis/batch/passage.h"

namespace tamis::rules {

// True if `mark`, a part of `text`, is named and not said. `text` is the sentence with the mark or
// holds it; only what stands near counts. False where an identifier, a price or a reader who is
// spoken to stands in the clause.
bool is_mention(std::string_view text, Span mark);

}  // namespace tamis::rules
