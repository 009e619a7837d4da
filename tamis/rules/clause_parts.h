// Which parts of a clause go when it fails a rule: brackets and quotation marks part it.
//
// Of "good (sweet, add WeChat 123) with rice, cheap" the second clause is "add WeChat 123) with
// rice,": only what stands inside of the bracket calls. So a clause ends, too, where a pair of
// marks opens or closes that holds several clauses; and of a clause with a whole bracket in it only
// the bracket goes, if it fails and what stands around it does not.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "tamis/rules/marked_line.h"

namespace tamis::rules {

// Appends to `parts` what of `clause` goes, in order; the whole of it if no part fails alone. A
// bracket goes with the words before it, and then the last part may end behind the clause, but
// within `sentence`. Requires: `clause` is of `sentence`, which is of `line`.
void find_failing_parts(const MarkedLine& line, std::string_view sentence, std::string_view clause,
                        const std::function<bool(std::string_view)>& fails,
                        std::vector<std::string_view>& parts);

}  // namespace tamis::rules
