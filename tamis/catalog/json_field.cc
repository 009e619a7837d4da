#include "tamis/catalog/json_field.h"

#include <simdjson.h>

namespace tamis {

bool find_json_field(const simdjson::dom::element& object, std::string_view path,
                     simdjson::dom::element& found) {
  if (object.at_key(path).get(found) == simdjson::SUCCESS) return true;
  const std::size_t dot = path.find('.');
  simdjson::dom::element inner;
  return dot != path.npos && object.at_key(path.substr(0, dot)).get(inner) == simdjson::SUCCESS &&
         find_json_field(inner, path.substr(dot + 1), found);
}

}  // namespace tamis
