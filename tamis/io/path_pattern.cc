#include "tamis/io/path_pattern.h"

#include <cstddef>

#include "tamis/base/ascii.h"

namespace tamis::io {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

// Where the bracket expression that begins at `begin` ends (its "]"), or kNone: then "[" is a
// character like others. "]" right after "[" or "[!" is a member.
std::size_t bracket_end(std::string_view pattern, std::size_t begin) {
  std::size_t first = begin + 1;
  if (first < pattern.size() && (pattern[first] == '!' || pattern[first] == '^')) ++first;
  return pattern.find(']', first + 1);
}

// Requires: `members` is what stands between the brackets.
bool matches_bracket(std::string_view members, char c) {
  const bool is_negated = members.front() == '!' || members.front() == '^';
  if (is_negated) members.remove_prefix(1);
  const auto byte = static_cast<unsigned char>(c);
  bool is_member = false;
  for (std::size_t i = 0; i < members.size(); ++i) {
    const auto low = static_cast<unsigned char>(members[i]);
    auto high = low;
    if (i + 2 < members.size() && members[i + 1] == '-') {
      high = static_cast<unsigned char>(members[i + 2]);
      i += 2;
    }
    is_member = is_member || (low <= byte && byte <= high);
  }
  return is_member != is_negated;
}

// Bytes of `pattern` that match `c` at `at`, 0 if they do not.
std::size_t match_one(std::string_view pattern, std::size_t at, char c) {
  if (pattern[at] == '?') return 1;
  if (pattern[at] == '[') {
    const std::size_t end = bracket_end(pattern, at);
    if (end != kNone) {
      return matches_bracket(pattern.substr(at + 1, end - at - 1), c) ? end - at + 1 : 0;
    }
  }
  return pattern[at] == c ? 1 : 0;
}

}  // namespace

bool has_ending(std::string_view path, std::string_view ending) {
  return path.size() >= ending.size() &&
         equals_ignoring_case(path.substr(path.size() - ending.size()), ending);
}

bool has_wildcard(std::string_view path) { return path.find_first_of("*?[") != kNone; }

bool matches_name(std::string_view pattern, std::string_view name) {
  if (name.starts_with('.') && !pattern.starts_with('.')) return false;
  std::size_t p = 0, n = 0;
  std::size_t star = kNone, star_name = 0;  // the last "*", and the name from where it ended
  while (n < name.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      star_name = n;
      continue;
    }
    const std::size_t step = p < pattern.size() ? match_one(pattern, p, name[n]) : 0;
    if (step > 0) {
      p += step;
      ++n;
    } else if (star != kNone) {
      p = star + 1;
      n = ++star_name;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', p) == kNone;
}

std::string_view without_compression(std::string_view path) {
  for (const std::string_view ending : {".gz", ".zst", ".zstd"}) {
    if (has_ending(path, ending)) return path.substr(0, path.size() - ending.size());
  }
  return path;
}

}  // namespace tamis::io
