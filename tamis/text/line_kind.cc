#include "tamis/text/line_kind.h"

#include <algorithm>
#include <array>

#include "tamis/text/white_space.h"

namespace tamis::text {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(LineKind::kNumKinds)> kNames = {
    "all", "each", "runs", "python", "non_blank", "trimmed", "paragraphs", "trimmed_paragraphs"};

// Python's split("\n").
void split_each(std::string_view text, std::vector<std::string_view>& lines) {
  lines.clear();
  for (std::size_t at = text.find('\n'); at != text.npos; at = text.find('\n')) {
    lines.push_back(text.substr(0, at));
    text.remove_prefix(at + 1);
  }
  lines.push_back(text);
}

void strip_all(std::vector<std::string_view>& pieces) {
  for (std::string_view& piece : pieces) piece = strip(piece);
  std::erase_if(pieces, [](std::string_view piece) { return piece.empty(); });
}

// The same text from the first byte of `first` to the last of `last`.
std::string_view joined(std::string_view first, std::string_view last) {
  return {first.data(), static_cast<std::size_t>(last.data() - first.data()) + last.size()};
}

// Joins lines that no empty one parts.
void join_paragraphs(std::vector<std::string_view>& lines) {
  std::size_t num_paragraphs = 0;
  bool is_open = false;
  for (const std::string_view line : lines) {
    if (is_open && !line.empty()) {
      std::string_view& paragraph = lines[num_paragraphs - 1];
      paragraph = joined(paragraph, line);
    } else if (!line.empty()) {
      lines[num_paragraphs++] = line;
    }
    is_open = !line.empty();
  }
  lines.resize(num_paragraphs);
}

// Leaves those of a text's lines that are within its stripped text, `stripped`, and cuts the first
// and last of them to it. Requires: stripped is not empty.
void strip_ends(std::string_view stripped, std::vector<std::string_view>& lines) {
  const char* const end = stripped.data() + stripped.size();
  const auto ends_before = [&](std::string_view line) {
    return line.data() + line.size() <= stripped.data();
  };
  const auto begins_behind = [&](std::string_view line) { return line.data() >= end; };
  lines.erase(std::ranges::find_if(lines, begins_behind), lines.end());
  lines.erase(lines.begin(), std::ranges::find_if_not(lines, ends_before));
  lines.back() = joined(lines.back(), stripped.substr(stripped.size()));
  const auto num_before = static_cast<std::size_t>(stripped.data() - lines.front().data());
  lines.front().remove_prefix(num_before);
}

}  // namespace

std::span<const std::string_view> line_kind_names() { return kNames; }

std::string_view line_kind_name(LineKind kind) { return kNames[static_cast<std::size_t>(kind)]; }

std::optional<LineKind> find_line_kind(std::string_view name) {
  const auto found = std::find(kNames.begin(), kNames.end(), name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<LineKind>(found - kNames.begin());
}

void split_lines(std::string_view text, LineKind kind, std::vector<std::string_view>& lines) {
  if (kind == LineKind::kPython) return split_python_lines(text, lines);
  split_each(text, lines);
  select_lines(text, kind, lines);
}

void select_lines(std::string_view text, LineKind kind, std::vector<std::string_view>& lines) {
  switch (kind) {
    case LineKind::kAll:
      if (lines.back().empty()) lines.pop_back();
      return;
    case LineKind::kRuns: {
      // Empty ones stand between two "\n", but for the first and the last.
      const char* const text_end = text.data() + text.size();
      std::erase_if(lines, [&](std::string_view line) {
        return line.empty() && line.data() != text.data() && line.data() != text_end;
      });
      return;
    }
    case LineKind::kParagraphs: {
      const std::string_view stripped = strip(text);
      if (stripped.empty()) return lines.assign(1, stripped);
      strip_ends(stripped, lines);
      return join_paragraphs(lines);
    }
    case LineKind::kNonBlank:
      std::erase_if(lines, [](std::string_view line) { return strip_start(line).empty(); });
      return;
    case LineKind::kTrimmed:
      return strip_all(lines);
    case LineKind::kTrimmedParagraphs:
      // Of three "\n" the third begins the next piece, and is stripped off it.
      join_paragraphs(lines);
      return strip_all(lines);
    case LineKind::kEach:
    case LineKind::kPython:
    case LineKind::kNumKinds:
      return;
  }
}

}  // namespace tamis::text
