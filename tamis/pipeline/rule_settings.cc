#include "tamis/pipeline/rule_settings.h"

#include <fmt/format.h>

#include "tamis/pipeline/step_settings.h"

namespace tamis::pipeline {
namespace {

// Shares are 0 to 1 and counts 0 and more: beyond, a bound says nothing, and is most likely a per
// cent or a slip.
void check_bound(const rules::RuleSpec& spec, std::string_view key, double bound,
                 const ConfigPlace& place, Diagnostics& diagnostics) {
  const bool is_share = spec.unit.starts_with("share of");
  const bool is_count = spec.scale == Scale::kCount;
  if (is_share && (bound < 0 || bound > 1))
    diagnostics.add(place, fmt::format("{} {} of {}: a share is 0 to 1", key, bound, spec.name));
  else if (is_count && bound < 0)
    diagnostics.add(place, fmt::format("{} {} of {}: a count is 0 or more", key, bound, spec.name));
}

void add_no_choice(const rules::RuleSpec& spec, const ConfigNode& setting, std::string_view key,
                   Diagnostics& diagnostics) {
  diagnostics.add(setting.place,
                  fmt::format("\"{}\" has nothing to split: take `{}` away", spec.name, key));
}

}  // namespace

rules::Bounds read_bounds(const rules::RuleSpec& spec, const ConfigNode& settings,
                          Diagnostics& diagnostics) {
  rules::Bounds bounds = spec.keep;
  for (const auto& [key, bound] : {std::pair("min", &bounds.min), std::pair("max", &bounds.max)}) {
    const ConfigNode* const node = settings.find(key);
    if (node == nullptr) continue;
    if (const auto number = parse_number(node->scalar)) {
      *bound = *number;
      check_bound(spec, key, *number, node->place, diagnostics);
    } else {
      diagnostics.add(node->place, fmt::format("\"{}\" must be a number", key));
    }
  }
  if (bounds.min > bounds.max)
    diagnostics.add(settings.place, fmt::format("min {} is above max {}: nothing would be kept",
                                                bounds.min, bounds.max));
  return bounds;
}

TextSplit read_split(const rules::RuleSpec& spec, const ConfigNode& settings,
                     Diagnostics& diagnostics) {
  TextSplit split = rules::default_split(spec);
  if (const ConfigNode* words = settings.find("split_words")) {
    const auto kind = text::find_word_kind(words->scalar);
    if (!spec.words) {
      add_no_choice(spec, *words, "split_words", diagnostics);
    } else if (!kind) {
      diagnostics.add_unknown(words->place, "split_words", words->scalar, text::word_kind_names());
    } else {
      split.words = *kind;
    }
  }
  if (const ConfigNode* lines = settings.find("split_lines")) {
    const auto kind = text::find_line_kind(lines->scalar);
    if (!spec.lines) {
      add_no_choice(spec, *lines, "split_lines", diagnostics);
    } else if (!kind) {
      diagnostics.add_unknown(lines->place, "split_lines", lines->scalar, text::line_kind_names());
    } else {
      split.lines = *kind;
    }
  }
  return split;
}

}  // namespace tamis::pipeline
