// A recipe as a tree of values that remember where they stand, so that every complaint can say
// file, line and column.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tamis/base/result.h"

namespace tamis::pipeline {

// One-based. Of a value that came from the command line the line is 0, and the column says which
// assignment of it: the first is 1.
struct ConfigPlace {
  int line = 0;
  int column = 0;
  std::string_view option = {};  // static; what gave a value on the command line, but for --set
};

struct ConfigNode {
  enum class Kind { kNull, kScalar, kList, kMap };

  // A key of a map and where it stands.
  struct Key {
    std::string name;
    ConfigPlace place;
  };
  struct Entry;

  Kind kind = Kind::kNull;
  std::string scalar;
  std::vector<ConfigNode> items;  // of a list
  std::vector<Entry> entries;     // of a map, in the file's order
  ConfigPlace place;

  bool is_null() const { return kind == Kind::kNull; }
  bool is_scalar() const { return kind == Kind::kScalar; }
  bool is_list() const { return kind == Kind::kList; }
  bool is_map() const { return kind == Kind::kMap; }

  // The value of `key`, or null if this is no map or has no such key.
  const ConfigNode* find(std::string_view key) const;
  ConfigNode* find(std::string_view key);
};

struct ConfigNode::Entry {
  Key key;
  ConfigNode value;
};

// Parses YAML 1.2. An Error says "line:column: what". Aliases are expanded; a document that
// becomes larger or deeper than any recipe is an Error.
Result<ConfigNode> parse_yaml(std::string_view yaml);

// Sets one value by the path of its keys: "write.format=parquet", "chinese.word_count.min=30".
// The keys `stages`, `branches` and `steps` may be left out of a path; a path's last key may be
// new, all others must exist. `number`: which assignment of the command line this is, from 1 on.
Result<void> set_value(ConfigNode& root, std::string_view assignment, int number = 1);

// Sets the value of a section's key to a word as it is, which a command's `option` gave.
void set_word(ConfigNode& root, std::string_view section, std::string_view key,
              std::string_view word, std::string_view option);

}  // namespace tamis::pipeline
