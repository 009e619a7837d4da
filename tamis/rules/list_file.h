// Files of words, domains or addresses, one a line, that a recipe names.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "tamis/base/result.h"
#include "tamis/catalog/spec.h"

namespace tamis::rules {

// Calls `take` for each line of the UTF-8 file `path` without the white space at its ends; blank
// lines, lines that begin with # and a byte order mark are left out. The views live for the call.
// An Error names file and line, also one that `take` returns. The file is added to `files`.
Result<void> read_list(const std::string& path, ReadFiles& files,
                       const std::function<Result<void>(std::string_view line)>& take);

}  // namespace tamis::rules
