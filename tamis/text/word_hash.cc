#include "tamis/text/word_hash.h"

#include <xxhash.h>

#include "tamis/text/utf8.h"

namespace tamis::text {

HashedWord hash_long_word(std::string_view word) {
  return {XXH3_64bits(word.data(), word.size()),
          static_cast<std::uint32_t>(count_code_points(word))};
}

}  // namespace tamis::text
