// Values of a recipe put into the parameters that a part describes (catalog/spec.h).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "tamis/catalog/spec.h"
#include "tamis/pipeline/config_node.h"
#include "tamis/pipeline/diagnostics.h"

namespace tamis::pipeline {

// "64 MiB", "2G", "1000000": bytes; nothing if it is no size.
std::optional<std::int64_t> parse_size(std::string_view size);

std::optional<double> parse_number(std::string_view number);

// Sets every parameter that `settings` (a map or null) names and leaves the others at their
// defaults. Keys in `reserved` are the caller's. Complains about unknown keys, other types and
// values that are no choice.
void apply_settings(const ConfigNode& settings, std::span<const ParamSpec> params,
                    std::span<const std::string_view> reserved, void* values,
                    Diagnostics& diagnostics);

}  // namespace tamis::pipeline
