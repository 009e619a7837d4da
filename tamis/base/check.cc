#include "tamis/base/check.h"

#include <cstdio>
#include <cstdlib>

namespace tamis::detail {

void fail_check(const char* condition, const char* file, int line) {
  std::fprintf(stderr, "tamis: a bug: %s does not hold at %s:%d; please report it\n", condition,
               file, line);
  std::abort();
}

}  // namespace tamis::detail
