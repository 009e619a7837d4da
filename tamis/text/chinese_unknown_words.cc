#include "tamis/text/chinese_unknown_words.h"

#include <algorithm>

#include "tamis/base/ascii.h"

namespace tamis::text {
namespace {

constexpr std::size_t kHanBytes = 3;

constexpr std::uint8_t kBegin = static_cast<std::uint8_t>(WordState::kBegin);
constexpr std::uint8_t kEnd = static_cast<std::uint8_t>(WordState::kEnd);
constexpr std::uint8_t kMiddle = static_cast<std::uint8_t>(WordState::kMiddle);
constexpr std::uint8_t kSingle = static_cast<std::uint8_t>(WordState::kSingle);

constexpr std::uint8_t kPredecessors[kNumWordStates][2] = {
    {kEnd, kSingle}, {kBegin, kMiddle}, {kBegin, kMiddle}, {kEnd, kSingle}};

// The bytes of `text` from `begin` on for which `holds`.
template <typename Predicate>
std::size_t end_of_run(std::string_view text, std::size_t begin, Predicate holds) {
  while (begin < text.size() && holds(text[begin])) ++begin;
  return begin;
}

// Letters and digits, then perhaps a point with digits, then perhaps a percent sign.
std::size_t end_of_number(std::string_view text, std::size_t begin) {
  std::size_t end = end_of_run(text, begin, is_ascii_alphanumeric);
  if (end + 1 < text.size() && text[end] == '.' && is_ascii_digit(text[end + 1])) {
    end = end_of_run(text, end + 1, is_ascii_digit);
  }
  return end < text.size() && text[end] == '%' ? end + 1 : end;
}

void split_ascii(std::string_view run, std::vector<std::string_view>& words) {
  const auto is_mark = [](char byte) { return !is_ascii_alphanumeric(byte); };
  for (std::size_t begin = 0, end = 0; begin < run.size(); begin = end) {
    end = is_mark(run[begin]) ? end_of_run(run, begin, is_mark) : end_of_number(run, begin);
    words.push_back(run.substr(begin, end - begin));
  }
}

// The best way so far to each state of the latest character. The order of the additions is
// jieba's, since sums of doubles depend on it, and so do ties: they go to the later state.
class Trellis {
 public:
  explicit Trellis(const Emission& first) {
    for (std::size_t state = 0; state < kNumWordStates; ++state) {
      best_[state] = model_.start[state] + first.of[state];
    }
  }

  // Goes on to the next character. Bit s of the result says which predecessor of state s won.
  std::uint8_t advance(const Emission& emission) {
    double next[kNumWordStates];
    unsigned choices = 0;
    for (std::size_t state = 0; state < kNumWordStates; ++state) {
      const auto& [earlier, later] = kPredecessors[state];
      const double by_earlier = best_[earlier] + model_.transition[state][0] + emission.of[state];
      const double by_later = best_[later] + model_.transition[state][1] + emission.of[state];
      next[state] = std::max(by_earlier, by_later);
      choices |= unsigned{by_later >= by_earlier} << state;
    }
    std::copy_n(next, kNumWordStates, best_);
    return static_cast<std::uint8_t>(choices);
  }

  std::uint8_t last_state() const { return best_[kSingle] >= best_[kEnd] ? kSingle : kEnd; }

 private:
  const UnknownWordModel& model_ = tamis_chinese_unknown_word_model;
  double best_[kNumWordStates];
};

}  // namespace

void UnknownWordSplitter::split_han(std::string_view run, std::span<const CharacterLabel> labels,
                                    std::vector<std::string_view>& words) {
  const std::size_t num_code_points = labels.size();
  if (states_.size() < num_code_points) states_.resize(num_code_points);
  Trellis trellis(tamis_chinese_emissions[labels[0]]);
  for (std::size_t i = 1; i < num_code_points; ++i) {
    states_[i] = trellis.advance(tamis_chinese_emissions[labels[i]]);
  }
  std::uint8_t state = trellis.last_state();
  for (std::size_t i = num_code_points; i-- > 0;) {
    const bool is_later = (states_[i] >> state & 1) != 0;
    states_[i] = state;
    state = kPredecessors[state][is_later];
  }
  std::size_t begin = 0;
  for (std::size_t i = 0; i < num_code_points; ++i) {
    if (states_[i] != kEnd && states_[i] != kSingle) continue;
    words.push_back(run.substr(begin * kHanBytes, (i + 1 - begin) * kHanBytes));
    begin = i + 1;
  }
}

void UnknownWordSplitter::split(std::string_view run, std::span<const CharacterLabel> labels,
                                std::vector<std::string_view>& words) {
  while (!run.empty()) {
    const bool starts_with_ascii = is_ascii(run.front());
    const std::size_t num_bytes =
        end_of_run(run, 0, [&](char byte) { return is_ascii(byte) == starts_with_ascii; });
    const std::size_t num_code_points = starts_with_ascii ? num_bytes : num_bytes / kHanBytes;
    if (starts_with_ascii) {
      split_ascii(run.substr(0, num_bytes), words);
    } else {
      split_han(run.substr(0, num_bytes), labels.first(num_code_points), words);
    }
    run.remove_prefix(num_bytes);
    labels = labels.subspan(num_code_points);
  }
}

}  // namespace tamis::text
