#include "tamis/readers/json_metadata.h"

#include <simdjson.h>

#include <algorithm>

#include "tamis/catalog/json_output.h"

namespace tamis::readers {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::element_type;
using simdjson::dom::object;

constexpr std::string_view kMetadata = "metadata";

// A number as JSON; one with a fraction keeps it, if that is 0, for readers that tell 1.0 from 1.
void append_number(const element& number, std::string& json) {
  if (number.is<std::int64_t>()) {
    json += std::to_string(std::int64_t{number});
  } else if (number.is<std::uint64_t>()) {
    json += std::to_string(std::uint64_t{number});
  } else {
    const std::size_t begin = json.size();
    append_json_number(double{number}, json);
    if (json.find_first_of(".en", begin) == json.npos) json += ".0";
  }
}

}  // namespace

JsonMetadata::JsonMetadata(const FieldNames& fields)
    : read_paths_{fields.text_field, fields.id_field,    fields.url_field,
                  fields.date_field, fields.title_field, fields.language_field},
      wanted_(fields.metadata_fields),
      wants_all_(std::ranges::find(wanted_, kAllFields) != wanted_.end()),
      row_parser_(std::make_unique<simdjson::dom::parser>()),
      metadata_parser_(std::make_unique<simdjson::dom::parser>()) {
  std::erase(read_paths_, "");
}

JsonMetadata::~JsonMetadata() = default;

std::optional<std::string_view> JsonMetadata::of(const object& row, std::int64_t num_bytes_max) {
  if (wanted_.empty()) return "";
  names_.clear();
  num_bytes_max_ = num_bytes_max;
  json_ = "{";
  element metadata;
  const bool has_metadata = row.at_key(kMetadata).get(metadata) == simdjson::SUCCESS;
  if (!add_fields(row, "")) return std::nullopt;
  if (has_metadata && !add_metadata(metadata)) return std::nullopt;
  if (json_.size() == 1) return "";
  json_ += '}';
  return json_;
}

std::optional<std::string_view> JsonMetadata::of(std::string_view json,
                                                 std::int64_t num_bytes_max) {
  object row;
  const bool is_object = row_parser_->parse(json.data(), json.size()).get(row) == simdjson::SUCCESS;
  return is_object ? of(row, num_bytes_max) : json;
}

bool JsonMetadata::add_fields(const object& fields, const std::string& prefix) {
  for (const auto field : fields) {
    if (prefix.empty() && field.key == kMetadata) continue;
    if (!is_wanted(field.key)) continue;
    if (!add_field(field.key, prefix + std::string(field.key), field.value)) return false;
  }
  return true;
}

bool JsonMetadata::add_metadata(const element& metadata) {
  if (metadata.is_null()) return true;  // as an output has it where there is none
  object fields;
  std::string_view text;
  const bool is_object =
      metadata.get(fields) == simdjson::SUCCESS ||
      (metadata.get(text) == simdjson::SUCCESS &&
       metadata_parser_->parse(text.data(), text.size()).get(fields) == simdjson::SUCCESS);
  if (is_object) return add_fields(fields, std::string(kMetadata) + ".");
  return !is_wanted(kMetadata) || add_field(kMetadata, std::string(kMetadata), metadata);
}

bool JsonMetadata::add_field(std::string_view name, const std::string& path, const element& value) {
  if (is_read(path, value) || !names_.insert(name).second) return true;
  return add_member(name, path, value);
}

bool JsonMetadata::add_member(std::string_view name, const std::string& path,
                              const element& value) {
  object inner;
  const bool is_partly_read = leads_to_read(path) && value.get(inner) == simdjson::SUCCESS;
  add_comma();
  if (!add_string(name)) return false;
  json_ += ':';
  return is_partly_read ? add_unread(inner, path + ".") : add_value(value);
}

bool JsonMetadata::add_unread(const object& fields, const std::string& prefix) {
  json_ += '{';
  for (const auto field : fields) {
    const std::string path = prefix + std::string(field.key);
    if (!is_read(path, field.value) && !add_member(field.key, path, field.value)) return false;
  }
  json_ += '}';
  return !is_full();
}

bool JsonMetadata::add_value(const element& value) {
  switch (value.type()) {
    case element_type::ARRAY:
      json_ += '[';
      for (const element item : array(value)) {
        add_comma();
        if (!add_value(item)) return false;
      }
      json_ += ']';
      break;
    case element_type::OBJECT:
      json_ += '{';
      for (const auto field : object(value)) {
        add_comma();
        if (!add_string(field.key)) return false;
        json_ += ':';
        if (!add_value(field.value)) return false;
      }
      json_ += '}';
      break;
    case element_type::STRING:
      return add_string(std::string_view(value));
    case element_type::BOOL:
      json_ += bool(value) ? "true" : "false";
      break;
    case element_type::NULL_VALUE:
      json_ += "null";
      break;
    case element_type::INT64:
    case element_type::UINT64:
    case element_type::DOUBLE:
      append_number(value, json_);
      break;
  }
  return !is_full();
}

void JsonMetadata::add_comma() {
  if (json_.back() != '{' && json_.back() != '[') json_ += ',';
}

bool JsonMetadata::add_string(std::string_view text) {
  if (static_cast<std::int64_t>(text.size()) > num_bytes_max_) return false;
  append_json_string(text, json_);
  return !is_full();
}

bool JsonMetadata::is_wanted(std::string_view name) const {
  return wants_all_ || std::ranges::find(wanted_, name) != wanted_.end();
}

bool JsonMetadata::is_read(std::string_view path, const element& value) const {
  const bool is_single = value.is_string() || value.is_number() || value.is_null();
  return is_single && std::ranges::find(read_paths_, path) != read_paths_.end();
}

bool JsonMetadata::leads_to_read(std::string_view path) const {
  return std::ranges::any_of(read_paths_, [path](std::string_view read) {
    return read.size() > path.size() && read.starts_with(path) && read[path.size()] == '.';
  });
}

}  // namespace tamis::readers
