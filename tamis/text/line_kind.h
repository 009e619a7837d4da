// The ways in which published rules cut a text into lines and paragraphs.
//
// They differ at blank lines, at the last line end and at line ends other than "\n"; whether a
// page is kept can hang on it. A rule says which way it counts by, a recipe may choose another.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace tamis::text {

enum class LineKind : std::uint8_t {
  kAll,                // split_lines(): ended by "\n", blank ones too, no empty one at the end
  kEach,               // Python's split("\n"): a final "\n" is followed by one more, empty line
  kRuns,               // split at runs of "\n", as datatrove's repetition filter does
  kPython,             // str.splitlines(): at any of Unicode's and ASCII's line ends
  kNonBlank,           // those of kEach that hold more than white space
  kTrimmed,            // the same, stripped
  kParagraphs,         // of the stripped text, split at runs of two or more "\n"
  kTrimmedParagraphs,  // split at two "\n", stripped, blank ones left out
  kNumKinds,
};

// The names that recipes use, in the order of the kinds.
std::span<const std::string_view> line_kind_names();
std::string_view line_kind_name(LineKind kind);
std::optional<LineKind> find_line_kind(std::string_view name);

// Replaces `lines` by the pieces of `text`: views into it. Linear.
void split_lines(std::string_view text, LineKind kind, std::vector<std::string_view>& lines);

// The same for a text that was split as kEach says, which finds the line ends of all kinds but
// kPython: makes these `lines` those of another kind. Requires: not kPython.
void select_lines(std::string_view text, LineKind kind, std::vector<std::string_view>& lines);

}  // namespace tamis::text
