// Which Tamis this is. CMakeLists.txt states the number.
#pragma once

#include <string_view>

namespace tamis {

inline constexpr std::string_view kVersion = TAMIS_VERSION;

}  // namespace tamis
