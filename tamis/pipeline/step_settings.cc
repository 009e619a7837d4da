#include "tamis/pipeline/step_settings.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <limits>

namespace tamis::pipeline {
namespace {

// Reads `node` as the type that the parameter has now.
class ValueReader {
 public:
  explicit ValueReader(const ConfigNode& node) : node_(node) {}

  std::optional<ParamValue> operator()(bool) const {
    if (!node_.is_scalar()) return std::nullopt;
    if (node_.scalar == "true") return true;
    if (node_.scalar == "false") return false;
    return std::nullopt;
  }

  std::optional<ParamValue> operator()(std::int64_t) const {
    if (!node_.is_scalar()) return std::nullopt;
    if (const auto size = parse_size(node_.scalar)) return *size;
    return std::nullopt;
  }

  std::optional<ParamValue> operator()(double) const {
    if (!node_.is_scalar()) return std::nullopt;
    if (const auto number = parse_number(node_.scalar)) return *number;
    return std::nullopt;
  }

  std::optional<ParamValue> operator()(const std::string&) const {
    if (!node_.is_scalar()) return std::nullopt;
    return node_.scalar;
  }

  std::optional<ParamValue> operator()(const std::vector<std::string>&) const {
    if (node_.is_map()) return std::nullopt;
    std::vector<std::string> values;
    if (node_.is_scalar()) values.push_back(node_.scalar);
    for (const ConfigNode& item : node_.items) {
      if (!item.is_scalar()) return std::nullopt;
      values.push_back(item.scalar);
    }
    return values;
  }

 private:
  const ConfigNode& node_;
};

std::string_view type_name(const ParamValue& value) {
  static constexpr std::string_view kNames[] = {"true or false", "a whole number", "a number",
                                                "a word", "a list of words"};
  return kNames[value.index()];
}

void apply_one(const ConfigNode& node, const ParamSpec& param, void* values,
               Diagnostics& diagnostics) {
  const ParamValue old = param.get(values);
  const auto value = std::visit(ValueReader(node), old);
  if (!value) {
    diagnostics.add(node.place, fmt::format("\"{}\" must be {}", param.name, type_name(old)));
    return;
  }
  const auto* word = std::get_if<std::string>(&*value);
  const bool is_choice =
      param.choices.empty() || word == nullptr ||
      std::find(param.choices.begin(), param.choices.end(), *word) != param.choices.end();
  if (!is_choice) {
    diagnostics.add_unknown(node.place, param.name, *word, param.choices);
    return;
  }
  param.set(values, *value);
}

}  // namespace

std::optional<std::int64_t> parse_size(std::string_view size) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(size.data(), size.data() + size.size(), number);
  if (error != std::errc()) return std::nullopt;
  std::string_view unit(end, static_cast<std::size_t>(size.data() + size.size() - end));
  while (unit.starts_with(' ')) unit.remove_prefix(1);
  int shift = 0;
  if (!unit.empty() && unit != "B") {
    static constexpr std::string_view kUnits = "KMGT";
    const std::size_t index = kUnits.find(unit.front());
    const std::string_view rest = unit.substr(1);
    if (index == kUnits.npos || !(rest.empty() || rest == "iB" || rest == "B")) return std::nullopt;
    shift = 10 * (static_cast<int>(index) + 1);
  }
  if (number > (std::numeric_limits<std::int64_t>::max() >> shift)) return std::nullopt;
  if (number < 0 && shift > 0) return std::nullopt;
  return number << shift;
}

std::optional<double> parse_number(std::string_view number) {
  double value = 0;
  const char* const end = number.data() + number.size();
  const auto [stop, error] = std::from_chars(number.data(), end, value);
  if (error != std::errc() || stop != end || value != value) return std::nullopt;
  return value;
}

void apply_settings(const ConfigNode& settings, std::span<const ParamSpec> params,
                    std::span<const std::string_view> reserved, void* values,
                    Diagnostics& diagnostics) {
  if (settings.is_null()) return;
  if (!settings.is_map()) {
    diagnostics.add(settings.place, "settings are written as `name: value`");
    return;
  }
  std::vector<std::string_view> known(reserved.begin(), reserved.end());
  for (const ParamSpec& param : params) known.push_back(param.name);
  diagnostics.check_keys(settings, known);
  for (const ParamSpec& param : params) {
    if (const ConfigNode* node = settings.find(param.name))
      apply_one(*node, param, values, diagnostics);
  }
}

}  // namespace tamis::pipeline
