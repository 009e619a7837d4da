#include "tamis/text/code_lines.h"

#include "tamis/base/ascii.h"
#include "tamis/text/affixes.h"

namespace tamis::text {
namespace {

constexpr AffixList kIndents{{"  ", "\t"}};
constexpr AffixList kPrompts{{"$ ", ">>> ", "#!", "//", "/*"}};
constexpr std::string_view kCodeMarks = "_=<>{}[]()|\\/*#;`~^+@$&:\"";
constexpr std::string_view kJoints = ".-'";
constexpr std::size_t kBytesOfMark = 12;

// How many marks of code a line has. A point, hyphen or apostrophe is one between two words only
// where a digit or another mark stands beside it: "file-2.txt".
std::size_t num_code_marks(std::string_view line) {
  std::size_t num_marks = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (kCodeMarks.find(line[i]) != kCodeMarks.npos) {
      ++num_marks;
    } else if (kJoints.find(line[i]) != kJoints.npos) {
      const char before = i > 0 ? line[i - 1] : ' ';
      const char after = i + 1 < line.size() ? line[i + 1] : ' ';
      const bool begins_word = before == ' ' && is_ascii_alphanumeric(after);
      const bool has_digit = is_ascii_digit(before) || is_ascii_digit(after);
      const bool is_inside = line[i] == '.' && is_ascii_alphanumeric(after) && before != ' ';
      const bool is_option = line[i] == '-' && before == '-';
      const bool has_mark = before != ' ' && kCodeMarks.find(before) != kCodeMarks.npos;
      num_marks +=
          begins_word || (has_digit && after != ' ') || is_inside || has_mark || is_option ? 1 : 0;
    }
  }
  return num_marks;
}

}  // namespace

bool looks_like_code(std::string_view line) {
  if (kIndents.prefix_bytes(line) > 0 || kPrompts.prefix_bytes(line) > 0) return true;
  return num_code_marks(line) * kBytesOfMark >= line.size() && !line.empty();
}

}  // namespace tamis::text
