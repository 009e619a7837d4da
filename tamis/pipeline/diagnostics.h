// The mistakes of a recipe, all of them, each with its place and advice.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tamis/base/result.h"
#include "tamis/pipeline/config_node.h"

namespace tamis::pipeline {

class Diagnostics {
 public:
  // `overrides`: the values of --set that the recipe was changed by, in order.
  explicit Diagnostics(std::string file, std::span<const std::string> overrides = {})
      : file_(std::move(file)), overrides_(overrides.begin(), overrides.end()) {}

  // "FILE:LINE:COLUMN: WHAT", or what on the command line it is about.
  std::string located(const ConfigPlace& place, std::string_view what) const;

  // The same complaint counts once.
  void add(const ConfigPlace& place, std::string_view what);

  // "no KIND "NAME"; did you mean ...?", or the list of what there is if nothing is near.
  void add_unknown(const ConfigPlace& place, std::string_view kind, std::string_view name,
                   std::span<const std::string_view> known);

  // Complains about every key of `map` that is not in `known`.
  void check_keys(const ConfigNode& map, std::span<const std::string_view> known);

  bool is_empty() const { return messages_.empty(); }

  // All mistakes as one Error, a line each. Requires: !is_empty().
  Error error() const;

 private:
  static constexpr std::size_t kMessagesMax = 50;

  std::string file_;
  std::vector<std::string> overrides_;
  std::vector<std::string> messages_;
};

}  // namespace tamis::pipeline
