#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tamis/output/report.h"

namespace tamis::output {
namespace {

rules::RuleSpec rule(std::string_view name, rules::Level level, Scale scale,
                     std::string_view unit) {
  rules::RuleSpec rule;
  rule.name = name;
  rule.level = level;
  rule.scale = scale;
  rule.summary = "What 汉字 & words are.";
  rule.unit = unit;
  return rule;
}

const rules::RuleSpec kShortRule =
    rule("word_count", rules::Level::kDocument, Scale::kCount, "words");
const rules::RuleSpec kLineRule =
    rule("advertisement_ratio", rules::Level::kParagraph, Scale::kShare, "share of code points");
const transforms::TransformSpec kTransform;

constexpr CauseId kEditCause = kFirstStepCause;
constexpr CauseId kDropCause = kFirstStepCause + 1;
constexpr CauseId kCutCause = kFirstStepCause + 2;

pipeline::PlanStage stage(std::string name) {
  pipeline::PlanStage stage;
  stage.name = std::move(name);
  return stage;
}

pipeline::Step step(std::string stage, std::string_view name) {
  pipeline::Step step;
  step.stage = std::move(stage);
  step.name = name;
  return step;
}

pipeline::Step rule_step(const rules::RuleSpec& rule, SignalIndex signal, rules::Bounds keep) {
  pipeline::Step rule_step = step("rules", rule.name);
  rule_step.rule = &rule;
  rule_step.signal = signal;
  rule_step.keep = keep;
  return rule_step;
}

pipeline::Plan small_plan() {
  pipeline::Plan plan;
  plan.recipe_path = "recipes/<web>.yaml";
  plan.recipe_text = "stages: # </pre><script>alert(1)</script>\n";
  plan.overrides = {"chinese.word_count.min=\"30\""};
  plan.sources = {{"crawl", {"*.warc.gz"}}, {"新闻<b>", {"n/*.jsonl"}}};
  plan.files = {{.path = "a.warc.gz", .num_bytes = 100},
                {.path = "n/b.jsonl", .source = 1, .num_bytes = 200}};
  for (CauseId cause = 0; cause < kFirstStepCause; ++cause) {
    plan.steps.push_back(step("read", drop_reason_name(static_cast<DropReason>(cause))));
  }
  plan.steps.push_back(step("rules", "white_space"));
  plan.steps.back().transform = &kTransform;
  plan.steps.push_back(rule_step(kShortRule, 0, {.min = 5}));
  plan.steps.push_back(rule_step(kLineRule, 1, {.max = 0.5}));
  plan.stages.push_back(stage("read"));
  plan.stages.push_back(stage("rules"));
  return plan;
}

// Four documents: one is not read, one is too short, one loses a line, one has its spaces edited.
struct SmallRun {
  pipeline::Plan plan = small_plan();
  pipeline::Ledger ledger{plan};
  Examples examples{plan.steps.size()};

  SmallRun(std::string_view url, std::string_view text) {
    Batch batch;
    batch.signals.resize(2);
    NewDocument document;
    document.id = "id\x01<i>";
    document.url = url;
    document.language = "zh-Hans";
    document.text = text;
    for (int row = 0; row < 4; ++row) {
      batch.current_file = row < 3 ? 0 : 1;
      batch.append(document);
    }
    ledger.enter_stage(0, batch);
    batch.drop(0, DropReason::kHttpStatus);
    batch.remove_dropped();
    ledger.leave_stage(0, batch);
    ledger.enter_stage(1, batch);
    for (const RowIndex row : batch.selected) batch.signals.set(0, row, row == 1 ? 2 : 40);
    batch.drop({.row = 1, .cause = kDropCause, .value = 2, .bound = 5});
    batch.record_cut(2, kCutCause, "扫码<领取>", 0.75);
    batch.unit_histograms.add(kCutCause, 0.75, Scale::kRatio);
    batch.edits.push_back({3, kEditCause, 7, 7});
    batch.remove_dropped();
    ledger.leave_stage(1, batch);
    ledger.finish_batch(batch);
    examples.collect(batch);
  }

  std::string html() const { return report_html(plan, ledger, examples); }
};

std::string report_of(std::string_view url, std::string_view text) {
  return SmallRun(url, text).html();
}

bool contains(std::string_view html, std::string_view part) { return html.find(part) != html.npos; }

// The tag that is closed wrongly or not at all, or nothing. Attributes hold no '>': they are
// escaped, which this checks too.
std::string unbalanced_tag(std::string_view html) {
  std::vector<std::string> open;
  for (std::size_t at = html.find('<'); at != html.npos; at = html.find('<', at + 1)) {
    const std::string_view tag = html.substr(at + 1, html.find('>', at) - at - 1);
    if (tag.starts_with('!') || tag.ends_with('/')) continue;
    const std::string name(tag.substr(0, tag.find(' ')));
    if (!name.starts_with('/')) {
      open.push_back(name);
    } else if (open.empty() || "/" + open.back() != name) {
      return name;
    } else {
      open.pop_back();
    }
  }
  return open.empty() ? "" : open.back();
}

TEST(ReportHtml, EscapesHostileInput) {
  const std::string html = report_of("https://x/\"onclick='alert(1)'><script>",
                                     "</blockquote><script>alert(1)</script>\x1F\xFF");
  for (const std::string_view part : {"<script", "</blockquote><", "\"onclick", "<b>\n", "<i>"}) {
    EXPECT_FALSE(contains(html, part)) << part;
  }
  EXPECT_TRUE(
      contains(html, "&lt;/blockquote&gt;&lt;script&gt;alert(1)&lt;/script&gt;\uFFFD\uFFFD"));
}

TEST(ReportHtml, LinksOnlyWebAddresses) {
  const struct {
    std::string_view url;
    bool is_linked;
  } kCases[] = {{"http://example.com/", true},
                {"HTTPS://例子.cn/页", true},
                {"javascript:alert(1)", false},
                {" http://example.com/", false},
                {"data:text/html,<p>hi", false},
                {"http://", false},
                {"", false}};
  for (const auto& [url, is_linked] : kCases) {
    EXPECT_EQ(contains(report_of(url, "text"), "noopener noreferrer nofollow"), is_linked) << url;
  }
}

TEST(ReportHtml, TellsTotals) {
  const std::string html = report_of("http://example.com/", "中文 text");
  EXPECT_TRUE(contains(html, "Of 4\u00A0documents read, 2 were kept: 22\u00A0bytes of text."));
  EXPECT_TRUE(contains(html, "50.0\u00A0%"));
}

TEST(ReportHtml, CountsWhatIsLeftAlsoOutsideABranch) {
  const pipeline::Plan plan = small_plan();
  pipeline::Ledger ledger(plan);
  Batch batch;
  batch.signals.resize(2);
  for (int row = 0; row < 4; ++row) batch.append({});
  ledger.enter_stage(0, batch);
  ledger.leave_stage(0, batch);
  batch.selected = {1, 2};  // the branch's documents
  ledger.enter_stage(1, batch);
  batch.drop({.row = 1, .cause = kDropCause, .value = 2, .bound = 5});
  batch.remove_dropped();
  ledger.leave_stage(1, batch);
  const std::string html = report_html(plan, ledger, Examples(plan.steps.size()));
  EXPECT_TRUE(contains(html, "<td>3</td>\n<td>75.0\u00A0%</td>\n<td>1</td>"));
}

TEST(ReportHtml, ShowsEveryStep) {
  const SmallRun run("http://example.com/", "中文 text");
  const std::string html = run.html();
  for (const pipeline::Step& step : run.plan.steps)
    EXPECT_TRUE(contains(html, step.name)) << step.name;
  EXPECT_TRUE(contains(html, "1\u00A0paragraph cut"));
  EXPECT_TRUE(contains(html, "扫码&lt;领取&gt;"));
  EXPECT_TRUE(contains(html, "kept: at least 5"));
}

TEST(ReportHtml, DrawsMeasuredNumbersWithTheirBounds) {
  const std::string html = report_of("http://example.com/", "text");
  EXPECT_TRUE(contains(html,
                       "Histogram of word_count: 3\u00A0documents measured, 1 out of bounds; "
                       "kept: at least 5 words"));
  EXPECT_TRUE(contains(html, "\u2265 5"));
  EXPECT_TRUE(contains(html, "\u2264 0.5"));
}

TEST(ReportHtml, OpensOnlyExamplesWithTextToJudge) {
  EXPECT_TRUE(contains(report_of("http://example.com/", "text"), "<details open"));
  SmallRun run("http://example.com/", "text");
  run.examples = Examples(run.plan.steps.size());
  EXPECT_FALSE(contains(run.html(), "<details open"));
}

TEST(ReportHtml, FoldsRareLanguages) {
  SmallRun run("http://example.com/", "text");
  EXPECT_FALSE(contains(run.html(), "rarer"));
  pipeline::Ledger many(run.plan);
  Batch batch;
  batch.signals.resize(2);
  for (char letter = 'a'; letter <= 'm'; ++letter) {
    NewDocument document;
    const std::string tag = {'x', letter};
    document.language = tag;
    batch.append(document);
  }
  many.finish_batch(batch);
  run.ledger.merge(many);
  EXPECT_TRUE(contains(run.html(), "4\u00A0rarer languages"));
  EXPECT_TRUE(contains(run.html(), ">xm<"));
}

TEST(ReportHtml, StaysSmallWithThousandsOfSources) {
  pipeline::Plan plan = small_plan();
  for (int index = 0; index < 3000; ++index) plan.sources.push_back({"s", {"p"}});
  const std::string html = report_html(plan, pipeline::Ledger(plan), Examples(plan.steps.size()));
  EXPECT_TRUE(contains(html, "and 2,982\u00A0more sources"));
  EXPECT_LT(html.size(), 2'000'000U);
}

TEST(ReportHtml, NamesSourcesRecipeAndOverrides) {
  const std::string html = report_of("http://example.com/", "text");
  for (const std::string_view part :
       {"recipes/&lt;web&gt;.yaml", "--set chinese.word_count.min=&quot;30&quot;", "新闻&lt;b&gt;",
        "n/*.jsonl", "stages: # &lt;/pre&gt;"}) {
    EXPECT_TRUE(contains(html, part)) << part;
  }
}

TEST(ReportHtml, IsWellFormedAndNeedsNothingElse) {
  const std::string html = report_of("http://example.com/", "<p>中文</p>");
  EXPECT_EQ(unbalanced_tag(html), "");
  for (const std::string_view part : {" src=", "<link", "@import", "url("}) {
    EXPECT_FALSE(contains(html, part)) << part;
  }
}

TEST(ReportHtml, SaysThatNothingWasRead) {
  const pipeline::Plan plan = small_plan();
  const std::string html = report_html(plan, pipeline::Ledger(plan), Examples(plan.steps.size()));
  EXPECT_TRUE(contains(html, "No documents were read."));
  EXPECT_FALSE(contains(html, "nan"));
  EXPECT_EQ(unbalanced_tag(html), "");
}

}  // namespace
}  // namespace tamis::output
