// Unicode normal form C, through ICU.
#pragma once

#include <string>
#include <string_view>

namespace tamis::text {

// Replaces `out` by `text` in normal form C and returns true; false if `text` is in it already,
// and then `out` is untouched. Full-width forms stay: NFC, unlike NFKC, keeps them. A letter with
// more than 30 combining marks stays as it is, with these. Any bytes are accepted. Linear.
bool normalize_nfc(std::string_view text, std::string& out);

}  // namespace tamis::text
