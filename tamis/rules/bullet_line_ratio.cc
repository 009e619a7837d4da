#include <string>
#include <vector>

#include "tamis/rules/rule.h"
#include "tamis/text/affixes.h"
#include "tamis/text/white_space.h"

namespace tamis::rules {
namespace {

constexpr std::string_view kTrims[] = {"none", "start", "both"};

struct Params {
  std::vector<std::string> bullets = {"•", "-", "*", "·", "●", "○", "■", "□", "◆", "◇", "★", "※"};
  std::string trim = "start";
};

constexpr ParamSpec kParams[] = {
    param<&Params::bullets>("bullets", "What a bulleted line begins with."),
    param<&Params::trim>("trim",
                         "Where white space goes before a line is looked at; both: also behind, so "
                         "that a bullet of spaces is none.",
                         kTrims),
};

struct Bullets {
  std::vector<std::string> all;
  text::ByteSet first_bytes;
  std::string trim;

  static Result<Bullets> make(const Params& params) {
    Bullets bullets = {.all = params.bullets, .trim = params.trim};
    for (const std::string& bullet : bullets.all) {
      if (bullet.empty()) return fail(ErrorCode::kInvalidInput, "a bullet is empty");
      bullets.first_bytes.add(bullet.front());
    }
    return bullets;
  }
};

std::string_view trimmed(std::string_view line, const std::string& trim) {
  if (trim == "none") return line;
  return trim == "start" ? text::strip_start(line) : text::strip(line);
}

double measure(const Passage& passage, const Bullets& bullets) {
  return share(passage.lines(), [&](std::string_view line) {
    line = trimmed(line, bullets.trim);
    return !line.empty() && bullets.first_bytes.contains(line.front()) &&
           text::starts_with_any(line, bullets.all);
  });
}

constexpr Example kExamples[] = {
    {.text = "Three things are needed:\n- flour\n- water\n- salt\nMix them and wait an hour.",
     .kept = true},
    {.text = "- Home\n- News\n  - Sport\n- Contact", .kept = false},
    {.text = "· 首页\n● 新闻\n　◆ 体育\n★ 联系我们", .kept = false},
};

}  // namespace

extern constinit const RuleSpec bullet_line_ratio = rule({
    .name = "bullet_line_ratio",
    .version = 1,
    .summary = "Share of the lines that begin with a bullet; blank lines do not count, unless "
               "split_lines says otherwise.",
    .why = "A page of bullets alone is a menu or a table of contents; misleads on recipes and "
           "instructions.",
    .unit = "share of lines",
    .keep = {.max = 0.9},
    .source = {.work = "Rae et al. 2021 (Gopher)",
               .url = "https://arxiv.org/abs/2112.11446",
               .where =
                   "appendix A1.1; each implementation has bullets of its own, these are ours"},
    .lines = text::LineKind::kNonBlank,
    .params = kParams,
    .examples = kExamples,
    .measure = with_model<Params, Bullets, measure>,
});

}  // namespace tamis::rules
