#include "tamis/pipeline/config_node.h"

#include <fmt/format.h>

#include <algorithm>

#include "tamis/text/edit_distance.h"

namespace tamis::pipeline {
namespace {

// Keys that a path need not name.
constexpr std::string_view kImplied[] = {"stages", "branches", "steps", "measure"};

// What a list holds under the name `as: key`.
ConfigNode* find_named(ConfigNode& list, std::string_view key) {
  for (ConfigNode& item : list.items) {
    for (auto& [part, body] : item.entries) {
      const ConfigNode* const name = body.find("as");
      if (name != nullptr && name->is_scalar() && name->scalar == key) return &body;
    }
  }
  return nullptr;
}

// The child of a list that has `key`: "- key" (made a map here) or "- key: value".
ConfigNode* find_item(ConfigNode& list, std::string_view key) {
  for (ConfigNode& item : list.items) {
    if (item.is_scalar() && item.scalar == key) {
      ConfigNode map{.kind = ConfigNode::Kind::kMap, .place = item.place};
      map.entries.push_back({{item.scalar, item.place}, ConfigNode{}});
      item = std::move(map);
    }
    if (ConfigNode* child = item.find(key)) return child;
  }
  return find_named(list, key);
}

ConfigNode* find_step(ConfigNode& node, std::string_view key) {
  if (node.is_list()) return find_item(node, key);
  if (ConfigNode* child = node.find(key)) return child;
  for (const std::string_view implied : kImplied) {
    ConfigNode* const inner = node.find(implied);
    if (inner == nullptr) continue;
    if (ConfigNode* child = find_step(*inner, key)) return child;
  }
  return nullptr;
}

// The branch of that name of any stage, so that "chinese.word_count" need not name the stage.
ConfigNode* find_in_stages(ConfigNode& root, std::string_view key) {
  ConfigNode* const stages = root.find("stages");
  if (stages == nullptr || !stages->is_list()) return nullptr;
  for (ConfigNode& stage : stages->items) {
    for (auto& [name, body] : stage.entries) {
      if (ConfigNode* branches = body.find("branches")) {
        if (ConfigNode* branch = branches->find(key)) return branch;
      }
    }
  }
  return nullptr;
}

// Appends what find_step() would find in `node`.
void append_names(const ConfigNode& node, std::vector<std::string_view>& names) {
  if (node.is_list()) {
    for (const ConfigNode& item : node.items) {
      if (item.entries.empty())
        names.push_back(item.scalar);
      else
        names.push_back(item.entries.front().key.name);
    }
    return;
  }
  for (const auto& [key, value] : node.entries) names.push_back(key.name);
  for (const std::string_view implied : kImplied) {
    if (const ConfigNode* inner = node.find(implied)) append_names(*inner, names);
  }
}

std::string no_such_key(const ConfigNode& node, std::string_view assignment, std::string_view key) {
  std::vector<std::string_view> names;
  append_names(node, names);
  const std::string what = fmt::format("--set {}: the recipe has no \"{}\"", assignment, key);
  const auto near = text::closest(key, names);
  return near ? fmt::format("{}; did you mean \"{}\"?", what, *near) : what;
}

// A value from the command line stands nowhere in the file.
void set_places(ConfigNode& node, const ConfigPlace& place) {
  node.place = place;
  for (ConfigNode& item : node.items) set_places(item, place);
  for (auto& [key, value] : node.entries) {
    key.place = place;
    set_places(value, place);
  }
}

// A section of settings that the recipe leaves to their defaults; null for any other key.
ConfigNode* add_section(ConfigNode& root, std::string_view key) {
  constexpr std::string_view kSections[] = {"read", "limits", "extract", "write"};
  if (std::find(std::begin(kSections), std::end(kSections), key) == std::end(kSections))
    return nullptr;
  if (root.is_null()) root.kind = ConfigNode::Kind::kMap;
  root.entries.push_back({{std::string(key), {}}, {}});
  return &root.entries.back().value;
}

}  // namespace

const ConfigNode* ConfigNode::find(std::string_view key) const {
  const auto entry = std::find_if(entries.begin(), entries.end(),
                                  [&](const auto& candidate) { return candidate.key.name == key; });
  return entry == entries.end() ? nullptr : &entry->value;
}

ConfigNode* ConfigNode::find(std::string_view key) {
  return const_cast<ConfigNode*>(std::as_const(*this).find(key));
}

Result<void> set_value(ConfigNode& root, std::string_view assignment, int number) {
  const std::size_t equals = assignment.find('=');
  if (equals == assignment.npos || equals == 0)
    return fail(ErrorCode::kInvalidInput,
                fmt::format("--set {}: write it as key=value, for example write.format=parquet",
                            assignment));
  auto value = parse_yaml(assignment.substr(equals + 1));
  if (!value)
    return tl::unexpected(std::move(value).error().context(fmt::format("--set {}", assignment)));
  const ConfigPlace place = {.line = 0, .column = number};
  set_places(*value, place);
  std::string_view path = assignment.substr(0, equals);
  ConfigNode* node = &root;
  for (std::size_t dot = path.find('.'); dot != path.npos; dot = path.find('.')) {
    const std::string_view key = path.substr(0, dot);
    ConfigNode* child = find_step(*node, key);
    if (child == nullptr && node == &root) child = find_in_stages(root, key);
    if (child == nullptr && node == &root) child = add_section(root, key);
    if (child == nullptr)
      return fail(ErrorCode::kInvalidInput, no_such_key(*node, assignment, key));
    node = child;
    path.remove_prefix(dot + 1);
  }
  if (node->is_null()) *node = {.kind = ConfigNode::Kind::kMap, .place = place};
  if (ConfigNode* old = find_step(*node, path)) {
    *old = *std::move(value);
  } else if (node->is_map()) {
    node->entries.push_back({{std::string(path), place}, *std::move(value)});
  } else {
    return fail(ErrorCode::kInvalidInput,
                fmt::format("--set {}: \"{}\" has no place there", assignment, path));
  }
  return {};
}

void set_word(ConfigNode& root, std::string_view section, std::string_view key,
              std::string_view word, std::string_view option) {
  ConfigNode* node = root.find(section);
  if (node == nullptr) {
    if (root.is_null()) root.kind = ConfigNode::Kind::kMap;
    root.entries.push_back({{std::string(section), {}}, {}});
    node = &root.entries.back().value;
  }
  if (node->is_null()) node->kind = ConfigNode::Kind::kMap;
  const ConfigPlace place = {.line = 0, .column = 0, .option = option};
  ConfigNode value = {.kind = ConfigNode::Kind::kScalar, .scalar = std::string(word)};
  value.place = place;
  if (ConfigNode* const old = node->find(key)) {
    *old = std::move(value);
  } else {
    node->entries.push_back({{std::string(key), place}, std::move(value)});
  }
}

}  // namespace tamis::pipeline
