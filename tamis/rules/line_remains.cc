#include "tamis/rules/line_remains.h"

#include <algorithm>
#include <ranges>

#include "tamis/text/affixes.h"

namespace tamis::rules {
namespace {

using text::PairedMark;

constexpr text::AffixList kSpaces{{" ", "　", "\u00A0", "\t", "\r"}};
constexpr text::AffixList kEnds{{"。", "！", "？", "…", "．", ".", "!", "?"}};
constexpr text::AffixList kJoints{{"，", "、", "；", "：", ",", ";", ":"}};

std::string_view without_last_spaces(std::string_view text) {
  while (const std::size_t num_bytes = kSpaces.suffix_bytes(text)) text.remove_suffix(num_bytes);
  return text;
}

// `text` without the marks that join its end to what follows, and the white space around them.
std::string_view without_last_joints(std::string_view text) {
  text = without_last_spaces(text);
  while (const std::size_t num_bytes = kJoints.suffix_bytes(text)) {
    text = without_last_spaces(text.substr(0, text.size() - num_bytes));
  }
  return text;
}

std::string_view without_first_spaces(std::string_view text) {
  while (const std::size_t num_bytes = kSpaces.prefix_bytes(text)) text.remove_prefix(num_bytes);
  return text;
}

// Which marks inside of the cuts stay.
class Remains {
 public:
  Remains(const MarkedLine& line, std::span<const CutPiece> cuts) : line_(line), cuts_(cuts) {
    for (std::size_t i = 0; i < cuts.size(); ++i) {
      const bool is_next = i > 0 && line.end_of(cuts[i - 1].text) == line.position_of(cuts[i].text);
      stretches_.push_back(is_next ? stretches_.back() : i);
    }
  }

  // The parts of one cut that stay, in order.
  std::vector<std::string_view> of(const CutPiece& cut) const {
    std::vector<std::string_view> remains;
    std::string_view body = cut.text;
    if (cut.keeps_end) {
      while (const std::size_t num_bytes = last_end_bytes(body)) {
        const std::string_view end = body.substr(body.size() - num_bytes);
        body.remove_suffix(num_bytes);
        if (stays_at_end(end)) remains.push_back(end);
      }
    }
    for (const PairedMark& mark : std::views::reverse(line_.marks_in(body))) {
      if (is_half_of_what_stays(mark)) remains.push_back(line_.text_of(mark));
    }
    std::ranges::reverse(remains);
    return remains;
  }

 private:
  // How many bytes the last mark has that ends the sentence, or closes something, or is white
  // space.
  std::size_t last_end_bytes(std::string_view body) const {
    const std::size_t num_bytes = std::max(kSpaces.suffix_bytes(body), kEnds.suffix_bytes(body));
    if (num_bytes > 0 || body.empty()) return num_bytes;
    const PairedMark* mark = line_.mark_that_ends(body);
    return mark != nullptr && !mark->opens ? mark->num_bytes : 0;
  }

  bool stays_at_end(std::string_view end) const {
    const PairedMark* mark = line_.mark_that_ends(end);
    return mark == nullptr || mark->is_alone() || is_half_of_what_stays(*mark);
  }

  // True of half of a pair that does not go as a whole, with all that it holds.
  bool is_half_of_what_stays(const PairedMark& mark) const {
    return !mark.is_alone() && stretch_of(line_.marks[mark.partner]) != stretch_of(mark);
  }

  // Cuts that stand side by side are a stretch: its number, or none if the mark is in no cut.
  std::size_t stretch_of(const PairedMark& mark) const {
    const auto behind = std::ranges::upper_bound(
        cuts_, mark.begin, {}, [&](const CutPiece& cut) { return line_.position_of(cut.text); });
    const auto num_before = static_cast<std::size_t>(behind - cuts_.begin());
    const bool is_cut = num_before > 0 && mark.begin < line_.end_of(cuts_[num_before - 1].text);
    return is_cut ? stretches_[num_before - 1] : cuts_.size();
  }

  const MarkedLine& line_;
  std::span<const CutPiece> cuts_;
  std::vector<std::size_t> stretches_;
};

// Appends `cut` to `pieces` without those of its parts that stay.
void append_pieces(CutPiece cut, std::span<const std::string_view> remains,
                   std::vector<CutPiece>& pieces) {
  const auto append = [&](const char* begin, const char* end) {
    cut.text = {begin, static_cast<std::size_t>(end - begin)};
    if (begin != end) pieces.push_back(cut);
  };
  const char* begin = cut.text.data();
  const char* const end = begin + cut.text.size();
  for (const std::string_view part : remains) {
    append(begin, part.data());
    begin = part.data() + part.size();
  }
  append(begin, end);
}

// Of a pair that holds nothing any more: takes the one half off the end of what is left, the other
// off the start of what stands behind.
bool take_empty_pair(const MarkedLine& line, std::string_view& left, std::string_view& behind) {
  const std::string_view end = without_first_spaces(behind);
  const PairedMark* mark = line.mark_that_begins(end);
  if (mark == nullptr || mark->opens || mark->is_alone()) return false;
  const std::string_view inside = without_last_joints(left);
  const std::string_view opener = line.text_of(line.marks[mark->partner]);
  if (!inside.ends_with(opener)) return false;
  left = inside.substr(0, inside.size() - opener.size());
  behind = end.substr(mark->num_bytes);
  return true;
}

// Appends what stands behind a piece that goes to what is left of the line from `start` on: no
// comma before an end or behind another comma, no second space.
void append_behind_cut(const MarkedLine& line, std::string_view part, std::size_t start,
                       std::string& left) {
  std::string_view body = std::string_view(left).substr(start);
  while (take_empty_pair(line, body, part)) continue;
  const PairedMark* mark = line.mark_that_begins(part);
  const bool closes = mark != nullptr && !mark->opens;
  if (part.empty() || kEnds.prefix_bytes(part) > 0 || closes) {
    body = without_last_joints(body);
  } else if (const std::size_t joint_bytes = kJoints.prefix_bytes(part)) {
    const bool is_joined = body.empty() || kJoints.suffix_bytes(without_last_spaces(body)) > 0;
    if (is_joined)
      part = without_first_spaces(part.substr(joint_bytes));
    else
      body = without_last_spaces(body);
  } else if (body.empty() || kSpaces.suffix_bytes(body) > 0) {
    part = without_first_spaces(part);
  }
  left.resize(start + body.size());
  left += part;
}

}  // namespace

void cut_out(const MarkedLine& line, std::span<const CutPiece> cuts, std::string& left,
             std::vector<CutPiece>& pieces) {
  const std::size_t num_pieces = pieces.size();
  const Remains remains(line, cuts);
  for (const CutPiece& cut : cuts) append_pieces(cut, remains.of(cut), pieces);
  const std::size_t start = left.size();
  std::size_t at = 0;
  for (const CutPiece& piece : std::span(pieces).subspan(num_pieces)) {
    const std::string_view part = line.between(at, line.position_of(piece.text));
    if (at == 0)
      left += part;
    else if (!part.empty())
      append_behind_cut(line, part, start, left);
    at = line.end_of(piece.text);
  }
  append_behind_cut(line, line.text.substr(at), start, left);
}

}  // namespace tamis::rules
