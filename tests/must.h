// The value of a Result that a test takes for granted.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <utility>

#include "tamis/base/result.h"

namespace tamis {

// Ends the test program with the error's message if there is no value.
template <typename T>
T must(Result<T> result) {
  if (!result) {
    std::fprintf(stderr, "%.*s\n", static_cast<int>(result.error().message().size()),
                 result.error().message().data());
    std::abort();
  }
  return *std::move(result);
}

}  // namespace tamis
