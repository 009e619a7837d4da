// What a field of a document's metadata holds: of rules on what the input says of a document.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tamis::rules {

// A string as it is, numbers and truths as JSON has them; of a list those in it. None if the field
// is not there, null or an object. `path`: a name, or a.b for b inside a; it may begin with
// "metadata.", since what an input's own `metadata` holds stands beside the other fields.
std::vector<std::string> metadata_values(std::string_view metadata, std::string_view path);

}  // namespace tamis::rules
