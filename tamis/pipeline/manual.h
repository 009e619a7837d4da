// The manual of the parts, made from their descriptions.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tamis/base/result.h"

namespace tamis::pipeline {

// A line a rule and transform, for terminals.
std::string catalog_text();

// The page of one rule, transform, reader or writer, in Markdown. An Error says "did you mean".
Result<std::string> part_page(std::string_view name);

// Every generated file of docs/reference/: its path there and its content.
std::vector<std::pair<std::string, std::string>> reference_pages();

}  // namespace tamis::pipeline
