// A fingerprint of a file's content, for manifests: XXH3 of 128 bits, in 32 hexadecimal digits.
#pragma once

#include <string>
#include <string_view>

namespace tamis::io {

std::string content_hash(std::string_view bytes);

}  // namespace tamis::io
