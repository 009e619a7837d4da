#include "tamis/pipeline/condition_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "tamis/base/ascii.h"
#include "tamis/base/language_tag.h"
#include "tamis/text/language_tags.h"

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

// Whether a step that tells languages gives it: none but Chinese has a script, and none a region.
bool is_told(std::string_view tag) {
  return tag == "und" || tag == "zh-Hans" || tag == "zh-Hant" ||
         std::ranges::binary_search(text::language_tags(), tag);
}

// Whether an input may say it: its first part is a code of two or three letters.
bool is_tag(std::string_view tag) {
  const std::string_view code = primary_language(tag);
  return (code.size() == 2 || code.size() == 3) && std::ranges::all_of(code, is_ascii_lower);
}

std::string advice(std::string_view tag) {
  const std::string_view primary = primary_language(tag);
  if (primary != tag && is_told(primary)) return fmt::format("write \"{}\"", primary);
  if (const auto near = text::near_language(tag)) return fmt::format("did you mean \"{}\"?", *near);
  return "`tamis rules language_id` lists them";
}

std::vector<std::string> read_languages(const ConfigNode& node, LanguageOrigin origin,
                                        Diagnostics& diagnostics) {
  std::vector<std::string> tags;
  for (const ConfigNode& word : read_words(node, diagnostics)) {
    std::string tag = text::canonical_language_tag(word.scalar);
    const bool is_possible = is_told(tag) || (origin == LanguageOrigin::kInput && is_tag(tag));
    if (!is_possible)
      diagnostics.add(word.place, fmt::format("no document has the language \"{}\"; {}",
                                              word.scalar, advice(tag)));
    tags.push_back(std::move(tag));
  }
  return tags;
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
      diagnostics.add(word.place,
                      fmt::format("no source \"{0}\"; there are: {1}: give an input that name, "
                                  "`{0}=PATTERN`",
                                  word.scalar, fmt::join(known, ", ")));
    } else {
      found.push_back(static_cast<std::uint32_t>(name - known.begin()));
    }
  }
  return found;
}

// Whether one of them is the other, or its first part: "zh" and "zh-Hans".
bool tags_overlap(std::string_view a, std::string_view b) {
  return a == b || primary_language(a) == b || primary_language(b) == a;
}

// Of two lists, each of which stands for everything if it is empty.
template <typename Item, typename IsSame>
bool lists_overlap(const std::vector<Item>& a, const std::vector<Item>& b, IsSame is_same) {
  return a.empty() || b.empty() || std::ranges::any_of(a, [&](const Item& item) {
           return std::ranges::any_of(b, [&](const Item& other) { return is_same(item, other); });
         });
}

}  // namespace

bool overlap(const Condition& a, const Condition& b) {
  return lists_overlap(a.languages, b.languages, tags_overlap) &&
         lists_overlap(a.sources, b.sources, std::equal_to<>());
}

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
                         LanguageOrigin origin, Diagnostics& diagnostics) {
  constexpr std::string_view kKeys[] = {"language", "source"};
  diagnostics.check_keys(node, kKeys);
  if (node.entries.empty())
    diagnostics.add(node.place,
                    fmt::format("`for` names a language or a source: write `for: {{language: {}}}`",
                                node.scalar.empty() ? "TAG" : node.scalar));
  Condition condition;
  if (const ConfigNode* language = node.find("language"))
    condition.languages = read_languages(*language, origin, diagnostics);
  if (const ConfigNode* source = node.find("source"))
    condition.sources = read_sources(*source, sources, diagnostics);
  return condition;
}

}  // namespace tamis::pipeline
