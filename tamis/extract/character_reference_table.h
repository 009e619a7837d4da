// The named character references of HTML; the table is generated at build time.
#pragma once

#include <span>
#include <string_view>

namespace tamis::extract {

struct NamedReference {
  std::string_view name;  // behind the '&', with its ';' if it has one: "amp", "amp;"
  std::string_view utf8;
};

// All of them, by name in byte order.
std::span<const NamedReference> named_references();

}  // namespace tamis::extract
