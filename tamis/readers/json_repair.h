// JSON that others write and simdjson refuses as a whole: halves of surrogate pairs in escapes, as
// texts have them that were cut between two UTF-16 units, and numbers beyond 64 bits.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tamis::readers {

constexpr std::size_t kPaddingBytes = 64;

// Copies `json` to `repaired`, with U+FFFD in place of each escape that is half a pair, and with
// quotes around each number that no 64 bits hold. True if it has changed anything. Linear. Behind
// `repaired` there is room for kPaddingBytes more, as parsers want it who do not copy.
bool repair_json(std::string_view json, std::string& repaired);

}  // namespace tamis::readers
