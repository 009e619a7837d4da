#include "tamis/pipeline/rule_settings.h"

#include <fmt/format.h>

#include "tamis/pipeline/step_settings.h"

namespace tamis::pipeline {
namespace {

// Shares are 0 to 1 and counts 0 and more: beyond, a bound says nothing, and is most likely a per
// cent or a slip.
void check_bound(const rules::RuleSpec& spec, std::string_view key, double bound,
                 const ConfigPlace& place, Diagnostics& diagnostics) {
  if (spec.scale == Scale::kShare && (bound < 0 || bound > 1))
    diagnostics.add(place, fmt::format("{} {} of {}: a share is 0 to 1", key, bound, spec.name));
  else if (spec.scale == Scale::kCount && bound < 0)
    diagnostics.add(place, fmt::format("{} {} of {}: a count is 0 or more", key, bound, spec.name));
}

// Words or lines, as a setting may choose how they are found.
template <typename Kind>
struct Choice {
  std::string_view key;  // of the setting
  std::optional<Kind> (*find)(std::string_view name);
  std::span<const std::string_view> (*names)();
};

constexpr Choice<text::WordKind> kWords = {"split_words", text::find_word_kind,
                                           text::word_kind_names};
constexpr Choice<text::LineKind> kLines = {"split_lines", text::find_line_kind,
                                           text::line_kind_names};

// `own`: what the rule splits by unless it is told; nothing if it does not split so.
template <typename Kind>
void read_choice(const Choice<Kind>& choice, const rules::RuleSpec& spec,
                 const std::optional<Kind>& own, const ConfigNode& settings, Kind& kind,
                 Diagnostics& diagnostics) {
  const ConfigNode* const setting = settings.find(choice.key);
  if (setting == nullptr) return;
  const auto chosen = choice.find(setting->scalar);
  if (!own) {
    diagnostics.add(setting->place, fmt::format("\"{}\" has nothing to split: take `{}` away",
                                                spec.name, choice.key));
  } else if (!chosen) {
    diagnostics.add_unknown(setting->place, choice.key, setting->scalar, choice.names());
  } else {
    kind = *chosen;
  }
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
  read_choice(kWords, spec, spec.words, settings, split.words, diagnostics);
  read_choice(kLines, spec, spec.lines, settings, split.lines, diagnostics);
  return split;
}

}  // namespace tamis::pipeline
