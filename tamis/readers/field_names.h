// Which fields of a row hold what, for the formats whose rows have names: JSON Lines, Parquet.
#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tamis::readers {

// a.b is b inside the object, or struct, a.
struct FieldNames {
  std::string text_field = "text";
  std::string id_field = "id";
  std::string url_field = "url";
  std::string date_field = "date";
  std::string title_field = "title";
  std::string language_field = "language";
  // Which others become a document's metadata, by their names at the top of the row; kAllFields:
  // all of them.
  std::vector<std::string> metadata_fields = {"*"};
  std::string content = "text";  // what the text field holds, one of kContents
};

inline constexpr std::string_view kAllFields = "*";

// What an output calls the others, and what it held is asked for as fields of its row.
inline constexpr std::string_view kMetadataField = "metadata";

// Whether `metadata_fields` names it.
inline bool is_named(std::span<const std::string> metadata_fields, std::string_view field) {
  return std::ranges::any_of(metadata_fields, [field](std::string_view name) {
    return name == field || name == kAllFields;
  });
}

inline constexpr std::string_view kContents[] = {"text", "html"};

}  // namespace tamis::readers
