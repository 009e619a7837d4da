#include "tamis/text/paired_marks.h"

#include <algorithm>

#include "tamis/text/byte_finder.h"
#include "tamis/text/utf8.h"

namespace tamis::text {
namespace {

struct PairKind {
  std::u32string_view opening;
  std::u32string_view closing;
  bool is_bracket = false;
};

// The ASCII quote does both.
constexpr PairKind kKinds[] = {
    {U"（(", U"）)", true}, {U"【", U"】", true},  {U"［[", U"］]", true}, {U"〔", U"〕", true},
    {U"｛{", U"｝}", true}, {U"“", U"”", false},   {U"‘", U"’", false},    {U"「", U"」", false},
    {U"『", U"』", false},  {U"《", U"》", false}, {U"〈", U"〉", false},  {U"\"", U"\"", false}};

constexpr ByteFinder kFirstBytes("()[]{}\"\xE2\xE3\xEF");

bool is_one_of(std::u32string_view code_points, char32_t code_point) {
  return code_points.find(code_point) != code_points.npos;
}

class PairFinder {
 public:
  explicit PairFinder(std::vector<PairedMark>& marks) : marks_(marks) { marks_.clear(); }

  void take(char32_t code_point, std::size_t begin, std::size_t num_bytes) {
    const auto* const kind = std::ranges::find_if(kKinds, [&](const PairKind& one) {
      return is_one_of(one.opening, code_point) || is_one_of(one.closing, code_point);
    });
    if (kind == std::end(kKinds)) return;
    marks_.push_back({.begin = begin, .num_bytes = num_bytes, .is_bracket = kind->is_bracket});
    const bool is_closed = is_one_of(kind->closing, code_point) && close(kind);
    if (!is_closed && is_one_of(kind->opening, code_point)) open(kind);
  }

 private:
  struct Open {
    const PairKind* kind = nullptr;
    std::size_t index = 0;
  };

  void open(const PairKind* kind) {
    marks_.back().opens = kind->opening != kind->closing;
    open_.push_back({kind, marks_.size() - 1});
  }

  // Closes the last mark with what was opened last of its kind; what stands open inside is alone.
  bool close(const PairKind* kind) {
    constexpr std::size_t kDepthMax = 8;
    const std::size_t depth = std::min(open_.size(), kDepthMax);
    const auto found = std::find_if(open_.rbegin(), open_.rbegin() + static_cast<long>(depth),
                                    [&](const Open& one) { return one.kind == kind; });
    if (found == open_.rbegin() + static_cast<long>(depth)) return false;
    PairedMark& opening = marks_[found->index];
    opening.opens = true;
    opening.partner = marks_.size() - 1;
    marks_.back().partner = found->index;
    open_.erase(found.base() - 1, open_.end());
    return true;
  }

  std::vector<PairedMark>& marks_;
  std::vector<Open> open_;
};

}  // namespace

void find_paired_marks(std::string_view text, std::vector<PairedMark>& marks) {
  PairFinder finder(marks);
  for (std::size_t i = kFirstBytes.find(text, 0); i < text.size();) {
    const Decoded decoded = decode_code_point(text.substr(i));
    finder.take(decoded.code_point, i, decoded.num_bytes);
    i = kFirstBytes.find(text, i + decoded.num_bytes);
  }
}

}  // namespace tamis::text
