#include "tamis/readers/json_metadata.h"

#include <simdjson.h>

#include <algorithm>

namespace tamis::readers {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::element_type;
using simdjson::dom::object;

// One with a fraction keeps it, if that is 0, for readers that tell 1.0 from 1.
std::string number_text(const element& number) {
  if (number.is<std::int64_t>()) return std::to_string(std::int64_t{number});
  if (number.is<std::uint64_t>()) return std::to_string(std::uint64_t{number});
  std::string text;
  append_json_number(double{number}, text);
  if (text.find_first_of(".en") == text.npos) text += ".0";
  return text;
}

}  // namespace

JsonMetadata::JsonMetadata(const FieldNames& fields)
    : read_paths_{fields.text_field, fields.id_field,    fields.url_field,
                  fields.date_field, fields.title_field, fields.language_field},
      wanted_(fields.metadata_fields),
      row_parser_(std::make_unique<simdjson::dom::parser>()),
      metadata_parser_(std::make_unique<simdjson::dom::parser>()) {
  std::erase(read_paths_, "");
}

JsonMetadata::~JsonMetadata() = default;

std::optional<std::string_view> JsonMetadata::of(const object& row, std::int64_t num_bytes_max) {
  if (wanted_.empty()) return "";
  names_.clear();
  json_.restart(num_bytes_max);
  json_.begin_object();
  element metadata;
  const bool has_metadata = row.at_key(kMetadataField).get(metadata) == simdjson::SUCCESS;
  add_fields(row, "");
  if (has_metadata) add_metadata(metadata);
  json_.end_object();
  if (json_.is_full()) return std::nullopt;
  return names_.empty() ? "" : std::string_view(json_.text());
}

std::optional<std::string_view> JsonMetadata::of(std::string_view json,
                                                 std::int64_t num_bytes_max) {
  object row;
  const bool is_object = row_parser_->parse(json.data(), json.size()).get(row) == simdjson::SUCCESS;
  return is_object ? of(row, num_bytes_max) : json;
}

void JsonMetadata::add_fields(const object& fields, const std::string& prefix) {
  for (const auto field : fields) {
    if (json_.is_full()) return;
    if (prefix.empty() && field.key == kMetadataField) continue;
    if (is_named(wanted_, field.key))
      add_field(field.key, prefix + std::string(field.key), field.value);
  }
}

void JsonMetadata::add_metadata(const element& metadata) {
  if (metadata.is_null()) return;  // as an output has it where there is none
  object fields;
  std::string_view text;
  const bool is_object =
      metadata.get(fields) == simdjson::SUCCESS ||
      (metadata.get(text) == simdjson::SUCCESS &&
       metadata_parser_->parse(text.data(), text.size()).get(fields) == simdjson::SUCCESS);
  if (is_object) {
    add_fields(fields, std::string(kMetadataField) + ".");
  } else if (is_named(wanted_, kMetadataField)) {
    add_field(kMetadataField, std::string(kMetadataField), metadata);
  }
}

void JsonMetadata::add_field(std::string_view name, const std::string& path, const element& value) {
  if (!is_read(path, value) && names_.insert(name).second) add_member(name, path, value);
}

void JsonMetadata::add_member(std::string_view name, const std::string& path,
                              const element& value) {
  json_.key(name);
  object inner;
  const bool is_partly_read = leads_to_read(path) && value.get(inner) == simdjson::SUCCESS;
  if (!is_partly_read) return add_value(value);
  json_.begin_object();
  for (const auto field : inner) {
    if (json_.is_full()) break;
    const std::string inner_path = path + "." + std::string(field.key);
    if (!is_read(inner_path, field.value)) add_member(field.key, inner_path, field.value);
  }
  json_.end_object();
}

void JsonMetadata::add_value(const element& value) {
  switch (value.type()) {
    case element_type::ARRAY:
      json_.begin_list();
      for (const element item : array(value)) {
        if (json_.is_full()) break;
        add_value(item);
      }
      json_.end_list();
      break;
    case element_type::OBJECT:
      json_.begin_object();
      for (const auto field : object(value)) {
        if (json_.is_full()) break;
        json_.key(field.key);
        add_value(field.value);
      }
      json_.end_object();
      break;
    case element_type::STRING:
      json_.value(std::string_view(value));
      break;
    case element_type::BOOL:
      json_.value(bool(value));
      break;
    case element_type::NULL_VALUE:
      json_.null();
      break;
    case element_type::INT64:
    case element_type::UINT64:
    case element_type::DOUBLE:
      json_.raw(number_text(value));
      break;
  }
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
