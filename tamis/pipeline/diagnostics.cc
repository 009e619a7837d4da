#include "tamis/pipeline/diagnostics.h"

#include <fmt/format.h>

#include <algorithm>

#include "tamis/base/check.h"
#include "tamis/text/edit_distance.h"

namespace tamis::pipeline {

std::string Diagnostics::located(const ConfigPlace& place, std::string_view what) const {
  if (place.line > 0) return fmt::format("{}:{}:{}: {}", file_, place.line, place.column, what);
  if (!place.option.empty()) return fmt::format("{}: {}", place.option, what);
  const auto override_index = static_cast<std::size_t>(place.column - 1);
  return override_index < overrides_.size()
             ? fmt::format("--set {}: {}", overrides_[override_index], what)
             : fmt::format("{}: {}", file_, what);
}

void Diagnostics::add(const ConfigPlace& place, std::string_view what) {
  if (messages_.size() == kMessagesMax) return;
  std::string message = located(place, what);
  if (std::ranges::find(messages_, message) == messages_.end())
    messages_.push_back(std::move(message));
}

void Diagnostics::add_unknown(const ConfigPlace& place, std::string_view kind,
                              std::string_view name, std::span<const std::string_view> known) {
  if (const auto near = text::closest(name, known)) {
    add(place, fmt::format("no {} \"{}\"; did you mean \"{}\"?", kind, name, *near));
  } else if (known.empty()) {
    add(place, fmt::format("no {} \"{}\"; there is none here", kind, name));
  } else {
    add(place, fmt::format("no {} \"{}\"; there are: {}", kind, name, fmt::join(known, ", ")));
  }
}

void Diagnostics::check_keys(const ConfigNode& map, std::span<const std::string_view> known) {
  for (const auto& [key, value] : map.entries) {
    if (std::find(known.begin(), known.end(), key.name) == known.end())
      add_unknown(key.place, "key", key.name, known);
  }
}

Error Diagnostics::error() const {
  TAMIS_CHECK(!messages_.empty());
  return {ErrorCode::kInvalidInput, fmt::format("{}", fmt::join(messages_, "\n"))};
}

}  // namespace tamis::pipeline
