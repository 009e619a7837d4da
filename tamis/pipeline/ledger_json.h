// The books of a run as one line of JSON and back, for runs that are stopped and gone on with.
#pragma once

#include <string>
#include <string_view>

#include "tamis/base/result.h"
#include "tamis/pipeline/ledger.h"

namespace tamis::pipeline {

// Without a line break.
std::string ledger_to_json(const Ledger& ledger);

// Replaces the books by those that ledger_to_json() wrote of a ledger of the same plan. Anything
// else is an Error.
Result<void> ledger_from_json(std::string_view json, Ledger& ledger);

}  // namespace tamis::pipeline
