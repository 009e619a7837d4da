// Errors of the system as ours: what failed, on what, and what to do about it.
#pragma once

#include <string_view>

#include "tamis/base/result.h"

namespace tamis::io {

// "cannot `action` `path`: ..." of an errno.
tl::unexpected<Error> fail_errno(std::string_view action, std::string_view path, int error);

}  // namespace tamis::io
