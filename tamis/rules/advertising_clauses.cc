#include "tamis/rules/advertising_clauses.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "tamis/rules/advertising_shapes.h"
#include "tamis/text/affixes.h"
#include "tamis/text/byte_finder.h"
#include "tamis/text/utf8.h"

namespace tamis::rules {
namespace {

using Kind = AdvertisingKind;

// What a clause has of each kind.
class Tally {
 public:
  void add(Kind kind, std::string_view word) {
    auto& count = counts_[static_cast<std::size_t>(kind)];
    count += count == 0 || word != last_word_ ? 1 : 0;
    last_word_ = word;
    if (kind < Kind::kAddress) num_code_points_ += text::count_code_points(word);
  }

  // A kind that is there twice, in two words, counts a little more than once.
  int points() const {
    int sum = 0;
    for (std::size_t kind = 0; kind < kNumAdvertisingKinds; ++kind) {
      if (counts_[kind] == 0) continue;
      sum += kPoints[kind] + (counts_[kind] > 1 ? kAgain[kind] : 0);
    }
    return sum;
  }

  // Whether more is there than readers, hurry and words of any text.
  bool sells_or_calls() const {
    for (std::size_t kind = 0; kind < kNumAdvertisingKinds; ++kind) {
      if (kPoints[kind] >= 2 && counts_[kind] > 0 &&
          kind != static_cast<std::size_t>(Kind::kReader) &&
          kind != static_cast<std::size_t>(Kind::kHurry))
        return true;
    }
    return false;
  }

  std::size_t num_code_points_inside() const { return num_code_points_; }

 private:
  // In the order of AdvertisingKind.
  static constexpr int kPoints[] = {2, 3, 2, 2, 2, 4, 2, 2, 2, 2, 3, 1, 0};
  static constexpr int kAgain[] = {1, 1, 2, 0, 1, 1, 1, 1, 1, 1, 1, 1, 0};
  static_assert(std::size(kPoints) == kNumAdvertisingKinds);

  std::array<int, kNumAdvertisingKinds> counts_{};
  std::string_view last_word_;
  std::size_t num_code_points_ = 0;
};

int points_of(const AdvertisingShapes& shapes) {
  int points = 0;
  if (shapes.has_address) points += 2;
  if (shapes.has_account) points += 2;
  if (shapes.has_number) points += 2;
  if (shapes.has_price) points += 1;
  if (shapes.has_discount) points += 1;
  if (shapes.is_announced) points += 1;
  return points;
}

// An advertisement says little else: of prose about its words, most is something else.
bool is_dense(std::string_view clause, std::size_t num_inside) {
  constexpr std::size_t kPerHundredMin = 45;
  return num_inside * 100 >= text::count_code_points(clause) * kPerHundredMin;
}

// How many times `clause` has one of `words`, each counted once.
int count_words(std::string_view clause, std::span<const std::string_view> words) {
  return static_cast<int>(std::ranges::count_if(
      words, [&](std::string_view word) { return clause.find(word) != clause.npos; }));
}

// What the words of prose take away: those of laws, reports and programs, and those that join and
// relate, which calls do without.
int points_of_prose(std::string_view clause) {
  static constexpr std::string_view kReports[] = {
      "规定", "应当", "不得", "禁止",   "依法", "涉嫌", "诈骗",  "警方",     "提醒", "谎称",
      "表示", "指出", "报道", "认为",   "记者", "法院", "被告",  "原告",     "条例", "本法",
      "部门", "机关", "据",   "发布了", "推出", "宣布", "研究",  "监管",     "我国", "人民",
      "导致", "例如", "因此", "由于",   "使得", "曾",   "当时",  "年代",     "世纪", "所谓",
      "进行", "函数", "算法", "变量",   "数组", "节点", "编译",  "代码",     "开展", "鼓励",
      "建立", "完善", "推进", "加强",   "实施", "组织", "机构",  "单位",     "人员", "促进",
      "从事", "所有", "公民", "管理",   "行政", "国家", "政府",  "证件",     "虚假", "没有",
      "公司", "公布", "公开", "制度",   "按照", "提供", "社会",  "编号",     "许可", "群臣",
      "多少", "核准", "备案", "基金",   "资金", "风险", "农民",  "信息",     "对",   "将",
      "使",   "皇帝", "方式", "责任",   "工作", "虚构", "V用户", "价格表示", "执照", "增加威信",
      "落实", "利用", "变相", "创新",   "采取", "相互"};
  // What manuals tell to click. A button of a page that sells has a name that sells.
  static constexpr std::string_view kInterface[] = {
      "鼠标",     "光标",     "对话框",   "选项卡",   "复选框",   "文本框",   "单元格",
      "工具栏",   "超链接",   "快捷键",   "「确定」", "“确定”",   "「取消」", "“取消”",
      "「添加」", "“添加”",   "「应用」", "“应用”",   "「删除」", "“删除”",   "「下一步」",
      "“下一步”", "「完成」", "“完成”",   "「浏览」", "“浏览”",   "「保存」", "“保存”"};
  static constexpr std::string_view kJoiners[] = {"和", "或", "及", "并", "等",   "与", "由", "于",
                                                  "其", "该", "已", "之", "了",   "过", "着", "他",
                                                  "她", "被", "而", "所", "就是", "则"};
  constexpr int kReportPoints = 3;
  const int num_openings = clause.starts_with("在") ? 1 : 0;
  const int num_reports = count_words(clause, kReports) + count_words(clause, kInterface);
  return kReportPoints * num_reports + count_words(clause, kJoiners) + num_openings;
}

// Words of one character are looked for in few clauses only: there are too many of them.
struct SmallWord {
  std::string_view word;
  std::array<std::string_view, 10> compounds = {};  // which hold it and do not call
};

constexpr SmallWord kSmallWords[] = {
    {"请", {"申请", "请求", "请假", "邀请", "请教", "聘请"}},
    {"加", {"增加", "参加", "加强", "更加", "加工", "加热", "添加剂", "加载", "施加", "加速"}},
    {"找", {"查找", "寻找"}},
    {"领", {"领导", "领域", "领先", "带领", "本领", "占领", "领土", "率领", "领袖", "纲领"}},
    {"送", {"发送", "传送", "输送", "推送", "运送", "播送", "护送"}},
    {"抢", {"抢救", "抢险", "抢修", "抢劫"}},
    {"搜", {"搜集", "搜救", "搜查"}},
    {"拿", {"加拿大", "拿破仑"}},
    {"赚", {"赚钱"}},
    {"包",
     {"安装包", "压缩包", "数据包", "软件包", "面包", "包括", "包含", "包装", "背包", "包围"}},
    {"享", {"分享", "享受", "共享", "享有"}},
    {"群", {"人群", "群众", "群体", "种群", "集群", "群岛", "群山"}},
    {"您", {}},
};

bool is_in_compound(std::string_view clause, std::size_t at, const SmallWord& small) {
  return std::ranges::any_of(small.compounds, [&](std::string_view compound) {
    const std::size_t offset = compound.find(small.word);
    return offset != compound.npos && at >= offset &&
           clause.substr(at - offset).starts_with(compound);
  });
}

bool stands_alone(std::string_view clause, const SmallWord& small) {
  std::size_t at = clause.find(small.word);
  while (at != clause.npos && is_in_compound(clause, at, small)) {
    at = clause.find(small.word, at + small.word.size());
  }
  return at != clause.npos;
}

int points_of_small_words(std::string_view clause) {
  const auto num_words = std::ranges::count_if(
      kSmallWords, [&](const SmallWord& small) { return stands_alone(clause, small); });
  return static_cast<int>(std::min<std::ptrdiff_t>(num_words, 2));
}

// The words of prose are looked for last: there are many of them.
bool advertises(std::string_view clause, const Tally& tally) {
  constexpr int kPointsMin = 4;
  const int points_of_words = tally.points();
  if (points_of_words > 0 && !tally.sells_or_calls()) return false;
  const AdvertisingShapes shapes = shapes_of(clause);
  // An address that is a clause of its own is nobody's source.
  if (points_of_words == 0)
    return shapes.has_address && shapes.num_code_points >= text::count_code_points(clause);
  const int points = points_of_words + points_of(shapes) + points_of_small_words(clause);
  return points >= kPointsMin &&
         is_dense(clause, tally.num_code_points_inside() + shapes.num_code_points) &&
         points - points_of_prose(clause) >= kPointsMin;
}

// Of marks that end a clause: ASCII ones, and the first bytes of the others.
constexpr text::ByteFinder kAsciiMarks(",;!?\n");
constexpr text::ByteFinder kMarkBytes(",;!?\n\xE2\xE3\xEF");

// True at the first byte of such a mark.
bool ends_clause(std::string_view text) {
  static constexpr std::string_view kWideMarks[] = {"，", "、", "；", "。", "！", "？", "…"};
  if (!kMarkBytes.has(text[0])) return false;
  return kAsciiMarks.has(text[0]) || text::starts_with_any(text, kWideMarks);
}

// Where the clause of `text` ends that is open at `from`, without its mark.
std::size_t clause_end(std::string_view text, std::size_t from) {
  from = kMarkBytes.find(text, from);
  while (from < text.size() && !ends_clause(text.substr(from))) {
    from = kMarkBytes.find(text, from + 1);
  }
  return from;
}

std::size_t clause_begin(std::string_view text, std::size_t lowest, std::size_t at) {
  while (at > lowest && !ends_clause(text.substr(at - 1))) --at;
  // Behind the mark, not within it.
  while (at < text.size() && (text[at] & 0xC0) == 0x80) ++at;
  return at;
}

}  // namespace

Result<AdvertisingClauses> AdvertisingClauses::make() {
  std::vector<std::string> words;
  std::vector<Kind> kinds;
  for (const AdvertisingWords& list : advertising_words()) {
    for (std::string_view rest = list.words; !rest.empty();) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      if (end > 0) {
        words.emplace_back(rest.substr(0, end));
        kinds.push_back(list.kind);
      }
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  TAMIS_ASSIGN(text::WordMatcher matcher, text::WordMatcher::make(words));
  return AdvertisingClauses(std::move(matcher), std::move(kinds));
}

void AdvertisingClauses::find(const Passage& passage, std::vector<Span>& clauses) const {
  const std::string_view text = passage.simplified();
  Span clause;
  Tally tally;
  bool is_open = false;
  const auto close = [&] {
    const std::string_view words = text.substr(clause.begin, clause.num_bytes);
    if (is_open && advertises(words, tally)) clauses.push_back(clause);
  };
  passage.for_each_simplified_match(matcher_, [&](const text::WordMatch& match) {
    const std::size_t clause_stop = clause.begin + clause.num_bytes;
    if (!is_open || match.begin >= clause_stop) {
      close();
      const std::size_t lowest = is_open ? clause_stop : 0;
      clause.begin = clause_begin(text, lowest, match.begin);
      clause.num_bytes = clause_end(text, match.begin) - clause.begin;
      tally = {};
      is_open = true;
    }
    tally.add(kinds_[match.word_index], text.substr(match.begin, match.num_bytes));
  });
  close();
}

}  // namespace tamis::rules
