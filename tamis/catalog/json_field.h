// Fields of JSON objects by a path.
#pragma once

#include <string_view>

namespace simdjson::dom {
class element;
}  // namespace simdjson::dom

namespace tamis {

// The field of that name, else the one that its dots lead to: a.b is b inside the object a. False
// if there is none.
bool find_json_field(const simdjson::dom::element& object, std::string_view path,
                     simdjson::dom::element& found);

}  // namespace tamis
