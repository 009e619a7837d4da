#include "tamis/pipeline/condition_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "tamis/base/language_tag.h"

namespace tamis::pipeline {
namespace {

// The words of `node`, each with its place: one, or a list of at least one.
std::vector<ConfigNode> read_words(const ConfigNode& node, Diagnostics& diagnostics) {
  if (node.is_scalar()) return {node};
  if (!node.is_list() || !std::ranges::all_of(node.items, &ConfigNode::is_scalar)) {
    diagnostics.add(node.place, "a word or a list of words is meant here");
    return {};
  }
  if (node.items.empty())
    diagnostics.add(node.place, "the list is empty: name what the branch is for");
  return node.items;
}

std::vector<std::uint32_t> read_sources(const ConfigNode& node,
                                        std::span<const InputSource> sources,
                                        Diagnostics& diagnostics) {
  std::vector<std::string_view> known;
  for (const InputSource& source : sources) known.push_back(source.name);
  std::vector<std::uint32_t> found;
  for (const ConfigNode& word : read_words(node, diagnostics)) {
    const auto name = std::ranges::find(known, word.scalar);
    if (name == known.end()) {
      diagnostics.add_unknown(word.place, "source", word.scalar, known);
    } else {
      found.push_back(static_cast<std::uint32_t>(name - known.begin()));
    }
  }
  return found;
}

}  // namespace

bool Condition::holds(std::string_view language, std::uint32_t source) const {
  const bool is_language =
      languages.empty() || std::any_of(languages.begin(), languages.end(), [&](const auto& tag) {
        return language == tag || primary_language(language) == tag;
      });
  const bool is_source =
      sources.empty() || std::find(sources.begin(), sources.end(), source) != sources.end();
  return is_language && is_source;
}

Condition read_condition(const ConfigNode& node, std::span<const InputSource> sources,
                         Diagnostics& diagnostics) {
  constexpr std::string_view kKeys[] = {"language", "source"};
  diagnostics.check_keys(node, kKeys);
  if (node.entries.empty())
    diagnostics.add(node.place,
                    fmt::format("`for` names a language or a source: write `for: {{language: {}}}`",
                                node.scalar.empty() ? "TAG" : node.scalar));
  Condition condition;
  if (const ConfigNode* language = node.find("language")) {
    for (const ConfigNode& tag : read_words(*language, diagnostics))
      condition.languages.push_back(tag.scalar);
  }
  if (const ConfigNode* source = node.find("source"))
    condition.sources = read_sources(*source, sources, diagnostics);
  return condition;
}

}  // namespace tamis::pipeline
