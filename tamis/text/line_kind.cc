#include "tamis/text/line_kind.h"

#include <algorithm>
#include <array>

#include "tamis/text/lines.h"
#include "tamis/text/white_space.h"

namespace tamis::text {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(LineKind::kNumKinds)> kNames = {
    "all", "each", "runs", "python", "non_blank", "trimmed", "paragraphs", "trimmed_paragraphs"};

// Splits at runs of at least `num_breaks` "\n", all of which vanish.
void split_at_runs(std::string_view text, std::size_t num_breaks,
                   std::vector<std::string_view>& pieces) {
  std::size_t begin = 0;
  for (std::size_t at = text.find('\n'); at != text.npos; at = text.find('\n', at)) {
    std::size_t end = text.find_first_not_of('\n', at);
    if (end == text.npos) end = text.size();
    if (end - at >= num_breaks) {
      pieces.push_back(text.substr(begin, at - begin));
      begin = end;
    }
    at = end;
  }
  pieces.push_back(text.substr(begin));
}

// Splits at every `separator`, from left to right.
void split_at_each(std::string_view text, std::string_view separator,
                   std::vector<std::string_view>& pieces) {
  for (std::size_t at = text.find(separator); at != text.npos; at = text.find(separator)) {
    pieces.push_back(text.substr(0, at));
    text.remove_prefix(at + separator.size());
  }
  pieces.push_back(text);
}

void strip_all(std::vector<std::string_view>& pieces) {
  for (std::string_view& piece : pieces) piece = strip(piece);
  std::erase_if(pieces, [](std::string_view piece) { return piece.empty(); });
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
  lines.clear();
  switch (kind) {
    case LineKind::kAll:
      return split_lines(text, lines);
    case LineKind::kPython:
      return split_python_lines(text, lines);
    case LineKind::kRuns:
      return split_at_runs(text, 1, lines);
    case LineKind::kParagraphs:
      return split_at_runs(strip(text), 2, lines);
    case LineKind::kEach:
      return split_at_each(text, "\n", lines);
    case LineKind::kNonBlank:
      split_at_each(text, "\n", lines);
      std::erase_if(lines, [](std::string_view line) { return strip_start(line).empty(); });
      return;
    case LineKind::kTrimmed:
      split_at_each(text, "\n", lines);
      return strip_all(lines);
    case LineKind::kTrimmedParagraphs:
      split_at_each(text, "\n\n", lines);
      return strip_all(lines);
    case LineKind::kNumKinds:
      break;
  }
}

}  // namespace tamis::text
