#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <vector>

#include "tamis/rules/page_notices.h"
#include "tamis/rules/phrases.h"
#include "tamis/rules/rule.h"
#include "tamis/text/affixes.h"
#include "tamis/text/utf8.h"
#include "tamis/text/word_matcher.h"

namespace tamis::rules {
namespace {

struct Params {};

// A place among the groups.
struct GroupWord {
  std::size_t notice_index = 0;
  std::size_t group = 0;
  std::size_t offset = 0;  // in the word that is found: "侵权联系" holds "联系"
  std::size_t num_bytes = 0;
};

std::vector<std::string> split_at_spaces(std::string_view words) {
  std::vector<std::string> split;
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    if (end > 0) split.emplace_back(words.substr(0, end));
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return split;
}

// The group whose shortest word is longest, the first of such: texts without a word of it need no
// second look.
std::string_view rarest_group(const PageNotice& notice) {
  std::string_view rarest;
  std::size_t most = 0;
  for (const std::string_view group : notice.groups) {
    std::size_t shortest = group.empty() ? 0 : group.size();
    for (const std::string& word : split_at_spaces(group)) {
      shortest = std::min(shortest, text::count_code_points(word));
    }
    if (shortest > most) rarest = group;
    most = std::max(most, shortest);
  }
  return rarest;
}

struct Notices {
  text::WordMatcher matcher;  // of one group of each notice
  text::WordMatcher parts;    // of all groups
  text::WordMatcher beside;
  std::vector<std::vector<GroupWord>> roles;  // of the words of `parts`

  static Result<Notices> make(const Params&) {
    const auto notices = page_notices();
    std::vector<std::string> words;
    std::vector<GroupWord> places;  // of `words`
    const auto add = [&](std::string_view list, std::size_t notice_index, std::size_t group) {
      for (std::string& word : split_at_spaces(list)) {
        places.push_back({notice_index, group, 0, word.size()});
        words.push_back(std::move(word));
      }
    };
    for (std::size_t i = 0; i < notices.size(); ++i) {
      for (std::size_t group = 0; group < PageNotice::kGroupsMax; ++group) {
        add(notices[i].groups[group], i, group);
      }
    }
    std::vector<std::vector<GroupWord>> roles(words.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
      for (std::size_t j = 0; j < words.size(); ++j) {
        const std::size_t offset = words[i].find(words[j]);
        if (offset == std::string::npos) continue;
        roles[i].push_back(places[j]);
        roles[i].back().offset = offset;
      }
      std::ranges::stable_sort(roles[i], {}, &GroupWord::offset);
    }
    std::vector<std::string> keys;
    for (const PageNotice& notice : notices) {
      std::ranges::move(split_at_spaces(rarest_group(notice)), std::back_inserter(keys));
    }
    TAMIS_ASSIGN(text::WordMatcher matcher, text::WordMatcher::make(keys));
    TAMIS_ASSIGN(text::WordMatcher parts, text::WordMatcher::make(words));
    TAMIS_ASSIGN(text::WordMatcher beside,
                 text::WordMatcher::make(split_at_spaces(words_beside_no_notice())));
    return Notices{std::move(matcher), std::move(parts), std::move(beside), std::move(roles)};
  }
};

// How far a notice has come.
struct Progress {
  std::size_t num_groups = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::size_t num_groups_of(const PageNotice& notice) {
  std::size_t num_groups = 0;
  while (num_groups < PageNotice::kGroupsMax && !notice.groups[num_groups].empty()) ++num_groups;
  return num_groups;
}

constexpr text::AffixList kClauseEnds{
    {"，", "；", "。", "！", "？", "…", ",", ";", "!", "?", "\n"}};

// The clauses of a sentence that notices stand in.
class Clauses {
 public:
  explicit Clauses(std::string_view sentence) : sentence_(sentence) {}

  void take(std::size_t begin, std::size_t end) {
    if (end <= covered_to_) return;
    begin = begin_of_clause(std::max(begin, covered_to_));
    end = kClauseEnds.find(sentence_, end);
    num_code_points_ += text::count_code_points(sentence_.substr(begin, end - begin));
    covered_to_ = end;
  }

  std::size_t num_code_points() const { return num_code_points_; }

 private:
  std::size_t begin_of_clause(std::size_t at) const {
    while (at > covered_to_ && kClauseEnds.suffix_bytes(sentence_.substr(0, at)) == 0) --at;
    return at;
  }

  std::string_view sentence_;
  std::size_t covered_to_ = 0;
  std::size_t num_code_points_ = 0;
};

// Takes the words of a sentence in order.
class Reader {
 public:
  explicit Reader(std::string_view sentence) : sentence_(sentence), clauses_(sentence) {}

  void take(const GroupWord& word, std::size_t match_begin) {
    const auto notices = page_notices();
    const PageNotice& notice = notices[word.notice_index];
    Progress& progress = progress_[word.notice_index];
    const std::size_t begin = match_begin + word.offset;
    const std::size_t end = begin + word.num_bytes;
    const bool is_next = word.group > 0 && word.group == progress.num_groups &&
                         begin >= progress.end && begin - progress.end <= notice.gap_bytes_max;
    const bool is_stale = begin - std::min(begin, progress.end) > notice.gap_bytes_max;
    if (word.group == 0 && (progress.num_groups <= 1 || is_stale)) {
      progress = {1, begin, end};
    } else if (is_next) {
      progress = {progress.num_groups + 1, progress.begin, end};
    } else {
      return;
    }
    if (progress.num_groups < num_groups_of(notice)) return;
    if (!notice.ends_clause || !begins_with_letter(sentence_.substr(end)))
      clauses_.take(progress.begin, end);
    progress = {};
  }

  double share() const {
    return ratio(static_cast<std::int64_t>(clauses_.num_code_points()),
                 static_cast<std::int64_t>(text::count_code_points(sentence_)));
  }

 private:
  std::string_view sentence_;
  Clauses clauses_;
  std::array<Progress, kNumPageNoticesMax> progress_ = {};
};

double measure(const Passage& passage, const Notices& notices) {
  const std::string_view sentence = passage.simplified();
  if (passage.count_simplified_matches(notices.matcher) == 0) return 0;
  Reader reader(sentence);
  notices.parts.for_each_match(sentence, [&](const text::WordMatch& match) {
    for (const GroupWord& word : notices.roles[match.word_index]) reader.take(word, match.begin);
  });
  const double share = reader.share();
  return share > 0 && notices.beside.occurs_in(sentence) ? 0 : share;
}

constexpr Example kExamples[] = {
    {.text = "如有侵权行为，权利人应当通知平台删除。登录后查看订单。",
     .left = "如有侵权行为，权利人应当通知平台删除。登录后查看订单。"},
    {.text = "故事到此结束。本文来源于网络，如有侵权请联系删除。", .left = "故事到此结束。"},
    {.text = "故事到此結束。本文僅代表作者個人觀點，與本網站無關。", .left = "故事到此結束。"},
    {.text = "登录后可查看全部内容\n故事从这里开始。\n本章未完，点击下一页继续阅读",
     .left = "故事从这里开始。"},
    {.text = "作为一个人工智能语言模型，我无法提供实时信息。\n故事从这里开始。",
     .left = "故事从这里开始。"},
};

constexpr std::string_view kLanguages[] = {"zh"};

}  // namespace

extern constinit const RuleSpec page_notice_ratio = rule({
    .name = "page_notice_ratio",
    .version = 1,
    .level = Level::kSentence,
    .summary = "Share of a sentence's code points in clauses in which a site speaks to its "
               "visitors: declarations of rights and opinion, walls to log in, pay or install, "
               "cookie notices, links between chapters, refusals of language models.",
    .why = "Crawls have them around and inside of articles, in many words but few parts; a "
           "sentence with a word of laws or reports speaks of them and stays; misleads on "
           "manuals that quote what a page says. Knows both scripts.",
    .unit = "share of code points",
    .keep = {.max = 0.4},
    .languages = kLanguages,
    .source = {.work = "Gan et al. 2023 (Ziya2)",
               .url = "https://arxiv.org/abs/2311.03301",
               .where = "section 2.2, rules at sentence level; the words are ours"},
    .examples = kExamples,
    .measure = with_simplified_matcher<Params, Notices, measure>,
});

}  // namespace tamis::rules
