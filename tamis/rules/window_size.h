// How many characters the windows have that a rule counts.
#pragma once

#include <cstdint>

#include "tamis/base/result.h"

namespace tamis::rules {

// `Params` has the member `num_characters`.
struct WindowSize {
  std::int64_t num_characters;

  template <typename Params>
  static Result<WindowSize> make(const Params& params) {
    if (params.num_characters < 1)
      return fail(ErrorCode::kInvalidInput, "num_characters must be at least 1");
    return WindowSize{params.num_characters};
  }
};

}  // namespace tamis::rules
