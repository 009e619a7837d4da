#include "tamis/rules/metadata_values.h"

#include <simdjson.h>

#include "tamis/catalog/json_field.h"

namespace tamis::rules {
namespace {

constexpr std::string_view kPrefix = "metadata.";

void add_value(const simdjson::dom::element& value, std::vector<std::string>& values) {
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS) {
    values.emplace_back(text);
  } else if (value.is_number() || value.is_bool()) {
    values.push_back(simdjson::to_string(value));
  }
}

}  // namespace

std::vector<std::string> metadata_values(std::string_view metadata, std::string_view path) {
  simdjson::dom::parser parser;
  simdjson::dom::element fields, found;
  if (parser.parse(metadata.data(), metadata.size()).get(fields) != simdjson::SUCCESS) return {};
  const bool is_there =
      find_json_field(fields, path, found) ||
      (path.starts_with(kPrefix) && find_json_field(fields, path.substr(kPrefix.size()), found));
  if (!is_there) return {};
  std::vector<std::string> values;
  simdjson::dom::array items;
  if (found.get(items) == simdjson::SUCCESS) {
    for (const simdjson::dom::element item : items) add_value(item, values);
  } else {
    add_value(found, values);
  }
  return values;
}

}  // namespace tamis::rules
