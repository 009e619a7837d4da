#include <algorithm>
#include <array>
#include <functional>

#include "tamis/rules/rule.h"
#include "tamis/text/utf8.h"

namespace tamis::rules {
namespace {

double measure(const Passage& passage) {
  std::array<std::size_t, 3> longest = {};  // the longest first
  for (const std::string_view line : passage.lines()) {
    if (line.size() <= longest[2]) continue;  // it has no more code points than bytes
    const std::size_t num_code_points = text::count_code_points(line);
    if (num_code_points <= longest[2]) continue;
    longest[2] = num_code_points;
    std::sort(longest.begin(), longest.end(), std::greater<>());
  }
  return static_cast<double>(longest[2]);
}

// Three lines of more than 200 code points each.
constexpr std::string_view kEnglishParagraphs =
    "The mill has ground flour since 1870, when the first stones were brought down the river "
    "on a raft, and it has been at work in every year since then but two, when the wheel was "
    "broken and nobody had the money to mend it.\n"
    "The mill has ground flour since 1870, when the first stones were brought down the river "
    "on a raft, and it has been at work in every year since then but two, when the wheel was "
    "broken and nobody had the money to mend it.\n"
    "The mill has ground flour since 1870, when the first stones were brought down the river "
    "on a raft, and it has been at work in every year since then but two, when the wheel was "
    "broken and nobody had the money to mend it.";
constexpr std::string_view kChineseParagraphs =
    "磨坊从一八七〇年开始磨面，那一年第一副石磨用木筏沿河运来。从那以后，除了水轮坏掉而没有人"
    "出得起钱修理的那两年，磨坊每年都在运转。磨坊从一八七〇年开始磨面，那一年第一副石磨用木筏"
    "沿河运来。从那以后，除了水轮坏掉而没有人出得起钱修理的那两年，磨坊每年都在运转。磨坊从一"
    "八七〇年开始磨面，那一年第一副石磨用木筏沿河运来。从那以后，除了水轮坏掉而没有人出得起钱"
    "修理的那两年，磨坊每年都在运转。磨坊从一八七〇年开始磨面，那一年第一\n"
    "磨坊从一八七〇年开始磨面，那一年第一副石磨用木筏沿河运来。从那以后，除了水轮坏掉而没有人"
    "出得起钱修理的那两年，磨坊每年都在运转。磨坊从一八七〇年开始磨面，那一年第一副石磨用木筏"
    "沿河运来。从那以后，除了水轮坏掉而没有人出得起钱修理的那两年，磨坊每年都在运转。磨坊从一"
    "八七〇年开始磨面，那一年第一副石磨用木筏沿河运来。从那以后，除了水轮坏掉而没有人出得起钱"
    "修理的那两年，磨坊每年都在运转。磨坊从一八七〇年开始磨面，那一年第一\n"
    "磨坊从一八七〇年开始磨面，那一年第一副石磨用木筏沿河运来。从那以后，除了水轮坏掉而没有人"
    "出得起钱修理的那两年，磨坊每年都在运转。磨坊从一八七〇年开始磨面，那一年第一副石磨用木筏"
    "沿河运来。从那以后，除了水轮坏掉而没有人出得起钱修理的那两年，磨坊每年都在运转。磨坊从一"
    "八七〇年开始磨面，那一年第一副石磨用木筏沿河运来。从那以后，除了水轮坏掉而没有人出得起钱"
    "修理的那两年，磨坊每年都在运转。磨坊从一八七〇年开始磨面，那一年第一";

constexpr Example kExamples[] = {
    {.text = kEnglishParagraphs, .kept = true},
    {.text = kChineseParagraphs, .kept = true},
    {.text = "Home\nNews\nContact us\nImprint", .kept = false},
    {.text = "磨坊还在转。", .kept = false},
};

}  // namespace

extern constinit const RuleSpec third_longest_line_code_points = rule({
    .name = "third_longest_line_code_points",
    .version = 1,
    .summary = "Code points of the third longest line; 0 of less than three lines.",
    .why =
        "A page has text if three of its lines are paragraphs; drops short good texts, and those "
        "of which every line is one sentence. Chinese says as much in half the characters.",
    .unit = "code points",
    .scale = Scale::kCount,
    .keep = {.min = 200},
    .source = {.work = "Xue et al. 2021 (mT5, mC4)",
               .url = "https://arxiv.org/abs/2010.11934",
               .where = "section 3.1"},
    .lines = text::LineKind::kEach,
    .examples = kExamples,
    .measure = plain<measure>,
});

}  // namespace tamis::rules
