#include "tamis/rules/clause_parts.h"

#include <algorithm>
#include <iterator>

#include "tamis/text/letters.h"

namespace tamis::rules {
namespace {

using Parts = std::vector<std::string_view>;
using Fails = std::function<bool(std::string_view)>;
using text::PairedMark;

// A clause of more parts goes as a whole: each is looked at with all that stands around it.
constexpr std::size_t kNumPartsMax = 16;

bool is_inside(const MarkedLine& line, std::string_view part, const PairedMark& mark) {
  return mark.begin >= line.position_of(part) && mark.end() <= line.end_of(part);
}

// The clause, parted before what opens in it and closes behind it, and behind what closes in it and
// opened before it.
Parts parts_at_open_pairs(const MarkedLine& line, std::string_view clause) {
  Parts parts;
  std::size_t begin = line.position_of(clause);
  const auto end_part = [&](std::size_t end) {
    if (end > begin) parts.push_back(line.between(begin, end));
    begin = end;
  };
  for (const PairedMark& mark : line.marks_in(clause)) {
    if (mark.is_alone() || is_inside(line, clause, line.marks[mark.partner])) continue;
    end_part(mark.opens ? mark.begin : mark.end());
  }
  end_part(line.end_of(clause));
  return parts;
}

// The whole brackets of a part, without those inside of others, and what stands around them.
struct Brackets {
  Parts brackets;
  Parts around;
};

Brackets brackets_of(const MarkedLine& line, std::string_view part) {
  Brackets found;
  std::size_t begin = line.position_of(part);
  for (const PairedMark& mark : line.marks_in(part)) {
    const bool is_bracket = mark.is_bracket && mark.opens && !mark.is_alone();
    if (!is_bracket || mark.begin < begin) continue;
    const std::string_view bracket = line.pair(mark);
    if (line.end_of(bracket) > line.end_of(part)) continue;
    found.around.push_back(line.between(begin, mark.begin));
    found.brackets.push_back(bracket);
    begin = line.end_of(bracket);
  }
  found.around.push_back(line.between(begin, line.end_of(part)));
  return found;
}

// Appends those brackets of a failing part that fail, if they alone do; else the part.
void narrow_to_brackets(const MarkedLine& line, std::string_view part, const Fails& fails,
                        Parts& parts) {
  const Brackets found = brackets_of(line, part);
  const bool has_words = std::ranges::any_of(found.around, text::has_letter);
  const bool has_brackets = !found.brackets.empty() && found.brackets.size() <= kNumPartsMax;
  const std::size_t num_parts = parts.size();
  if (has_words && has_brackets && std::ranges::none_of(found.around, fails))
    std::ranges::copy_if(found.brackets, std::back_inserter(parts), fails);
  if (parts.size() == num_parts) parts.push_back(part);
}

// The bracket that opens behind `part`, with its end, if that is in the sentence; else nothing.
std::string_view bracket_behind(const MarkedLine& line, std::string_view sentence,
                                std::string_view part) {
  const auto behind = line.marks_in(line.between(line.end_of(part), line.end_of(sentence)));
  if (behind.empty() || behind[0].begin != line.end_of(part)) return {};
  const PairedMark& mark = behind[0];
  const bool is_whole = mark.is_bracket && mark.opens && !mark.is_alone() &&
                        is_inside(line, sentence, line.marks[mark.partner]);
  return is_whole ? line.pair(mark) : std::string_view();
}

}  // namespace

void find_failing_parts(const MarkedLine& line, std::string_view sentence, std::string_view clause,
                        const Fails& fails, Parts& parts) {
  const Parts candidates = parts_at_open_pairs(line, clause);
  const bool is_parted = candidates.size() > 1 && candidates.size() <= kNumPartsMax &&
                         std::ranges::any_of(candidates, fails);
  if (!is_parted) return narrow_to_brackets(line, clause, fails, parts);
  for (const std::string_view part : candidates) {
    const bool is_gone = !parts.empty() && line.end_of(part) <= line.end_of(parts.back());
    if (is_gone || !fails(part)) continue;
    narrow_to_brackets(line, part, fails, parts);
    if (line.end_of(parts.back()) != line.end_of(part)) continue;
    const std::string_view bracket = bracket_behind(line, sentence, part);
    if (!bracket.empty())
      parts.back() = line.between(line.position_of(parts.back()), line.end_of(bracket));
  }
}

}  // namespace tamis::rules
