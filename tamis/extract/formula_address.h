// Services that draw a formula which stands in the address of the image: CodeCogs, Zhihu.
#pragma once

#include <string>
#include <string_view>

namespace tamis::extract {

bool is_formula_address(std::string_view address);

// The TeX in it, without how the service shall draw it; empty if there is none.
std::string tex_of_address(std::string_view address);

}  // namespace tamis::extract
