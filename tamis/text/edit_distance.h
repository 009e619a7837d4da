// How far apart two names are, for "did you mean ...?".
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace tamis::text {

// The number of bytes to insert, remove or replace, or neighbours to swap, to make `b` of `a`
// (optimal string alignment: the commonest slips of typing cost one); stops at `distance_max` + 1,
// which stands for "more".
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t distance_max);

// The one of `known` that `name` is most likely a misspelling of: at most a third of its bytes,
// rounded up, away, and the first of the nearest. Nothing if none is near.
std::optional<std::string_view> closest(std::string_view name,
                                        std::span<const std::string_view> known);

}  // namespace tamis::text
