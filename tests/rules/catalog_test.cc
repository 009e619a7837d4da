// Every rule by what it says of itself: its examples, and what must hold of any text.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "tamis/rules/advertising_words.h"
#include "tamis/rules/contact_anchors.h"
#include "tamis/rules/rule_stage.h"
#include "tamis/rules/visitor_phrases.h"
#include "tamis/text/script_counts.h"
#include "tamis/text/utf8.h"
#include "tests/rules/default_rule.h"

namespace tamis::rules {
namespace {

std::string repeated(std::string_view piece, std::size_t num_bytes) {
  std::string text;
  text.reserve(num_bytes + piece.size());
  while (text.size() < num_bytes) text += piece;
  return text;
}

std::string_view language_of(const RuleSpec& spec, std::string_view text) {
  if (!spec.languages.empty()) return spec.languages[0];
  return text::chinese_code_points(text) > 0 ? "zh-Hans" : "en";
}

// True if `left` is what deletions leave of `text`.
bool is_left_of(std::string_view left, std::string_view text) {
  std::size_t num_found = 0;
  for (const char c : text) {
    if (num_found < left.size() && left[num_found] == c) ++num_found;
  }
  return num_found == left.size();
}

class EveryRule : public testing::TestWithParam<const RuleSpec*> {
 protected:
  const RuleSpec& spec() const { return *GetParam(); }
  bool is_piecewise() const { return spec().level != Level::kDocument; }
};

// Not checked by rule(): gcc's sanitizers do not let a constant expression compare functions.
TEST_P(EveryRule, Measures) { ASSERT_NE(spec().measure.call, nullptr); }

TEST_P(EveryRule, IsNamedAsItsFile) {
  const std::string path =
      std::string(TAMIS_SOURCE_DIR "/tamis/rules/") + std::string(spec().name) + ".cc";
  EXPECT_TRUE(std::filesystem::exists(path)) << path;
}

// The memory of a run is planned by it.
TEST_P(EveryRule, SaysWhetherItCountsWindows) {
  std::ifstream file(std::string(TAMIS_SOURCE_DIR "/tamis/rules/") + std::string(spec().name) +
                     ".cc");
  const std::string source(std::istreambuf_iterator<char>(file), {});
  EXPECT_EQ(spec().counts_windows, source.find("passage.windows(") != source.npos);
}

TEST_P(EveryRule, DoesWhatItsExamplesShow) {
  const RuleInstance rule = default_rule(spec());
  for (const Example& example : spec().examples) {
    const Verdict verdict = apply_rule(rule,
                                       {.url = example.url,
                                        .language = language_of(spec(), example.text),
                                        .metadata = example.metadata,
                                        .text = example.text},
                                       example.num_words_cut);
    if (is_piecewise()) {
      EXPECT_EQ(verdict.left.empty() || !verdict.kept ? "" : verdict.left, example.left);
    } else {
      EXPECT_EQ(verdict.kept, example.kept) << verdict.value << " of: " << example.text;
    }
  }
}

TEST_P(EveryRule, OnlyDeletes) {
  RuleInstance rule = default_rule(spec());
  rule.cause = kFirstStepCause;
  rule.signal = 0;
  const RuleStage stage({rule}, Action::kDrop);
  Batch batch;
  batch.signals.resize(1);
  std::vector<std::string_view> texts;
  for (const RuleSpec* other : builtin_rules()) {
    for (const Example& example : other->examples) {
      batch.append({.language = "zh", .text = example.text});
      texts.push_back(example.text);
    }
  }
  const auto scratch = stage.make_scratch();
  stage.process(batch, scratch.get());
  for (RowIndex row = 0; row < batch.num_rows(); ++row)
    EXPECT_TRUE(is_left_of(batch.text[row], texts[row])) << batch.text[row];
}

TEST_P(EveryRule, LeavesGoodTextAsItIs) {
  const std::string_view text =
      " The river rises in the hills, and the old road follows it down to the sea.\r\n\n"
      "　　山里的春天来得晚，到了四月，坡上的桃花才慢慢开了。“真美！”她说。\n\n";
  if (!is_piecewise()) return;
  EXPECT_EQ(apply_rule(default_rule(spec()), {.language = "zh-Hans", .text = text}).left, text);
}

TEST_P(EveryRule, GivesAnyBytesTheSameNumberTwice) {
  const RuleInstance rule = default_rule(spec());
  for (const std::string_view text :
       {std::string_view(""), std::string_view(" "), std::string_view("\0", 1),
        std::string_view("\n"), std::string_view("\x80\x80\xBF"), std::string_view("\xFF\xFE(\xE4"),
        std::string_view("\xED\xA0\x80:\xF4\x90\x80\x80"), std::string_view("\xE5\xBE\xAE\xE4"),
        std::string_view("。，！？：；“”"), std::string_view("...,!?;:"),
        std::string_view("😀👩\u200D🚀"),
        std::string_view("1\xE4"
                         "2 3-\n-4")}) {
    const double number = measure(rule, text);
    EXPECT_TRUE(std::isfinite(number)) << number;
    EXPECT_EQ(measure(rule, text), number);
    EXPECT_GE(number, 0);
  }
}

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr std::size_t kLongTextBytes = 1'000'000;  // a sanitizer takes ten times as long
constexpr std::size_t kWordTextBytes = 20'000;
#else
constexpr std::size_t kLongTextBytes = 10'000'000;
constexpr std::size_t kWordTextBytes = 200'000;
#endif

// Ten megabytes of one thing: quadratic code would take hours. One word and five million lines are
// among them, and texts of which all n-grams are equal.
TEST_P(EveryRule, TakesTimeLinearInTheText) {
  const RuleInstance rule = default_rule(spec());
  for (const std::string_view piece : {"a", "字", "\n", "!", "。", "，", "😀", "1-", "QQ", "#…",
                                       "a\n", "a ", "the mill. ", "[a](b)", "]("}) {
    const std::string text = repeated(piece, kLongTextBytes);
    const Verdict verdict =
        apply_rule(rule, {.language = language_of(spec(), piece), .text = text});
    EXPECT_TRUE(std::isfinite(verdict.value)) << piece;
  }
}

// What ends no line, sentence or clause: all of a text is one piece then.
std::string without_marks(std::string_view text) {
  std::string left;
  while (!text.empty()) {
    const text::Decoded first = text::decode_code_point(text);
    if (std::u32string_view(U"\n.!?,;:。！？，、；：…").find(first.code_point) ==
        std::u32string_view::npos)
      left += text.substr(0, first.num_bytes);
    text.remove_prefix(first.num_bytes);
  }
  return left;
}

// The texts by which a rule is shown, and the words that it looks for by default: what its code
// does most about.
std::vector<std::string> own_texts(const RuleSpec& spec) {
  std::vector<std::string> texts;
  for (const Example& example : spec.examples) texts.emplace_back(example.text);
  if (spec.params.empty()) return texts;
  const Setup::Params params = spec.measure.setup.make_params();
  for (const ParamSpec& param : spec.params) {
    const ParamValue value = param.get(params.get());
    if (const auto* words = std::get_if<std::vector<std::string>>(&value)) {
      std::string joined;
      for (const std::string& word : *words) joined += word;
      if (!joined.empty()) texts.push_back(joined);
    }
  }
  return texts;
}

// The tables of words by which some rules read Chinese and English pages, one text a kind.
std::vector<std::string> table_texts() {
  std::vector<std::string> texts;
  for (const AdvertisingWords& list : advertising_words()) texts.emplace_back(list.words);
  for (const VisitorPhrases& list : visitor_phrases()) texts.emplace_back(list.phrases);
  for (std::string& text : texts) std::ranges::replace(text, '|', ' ');
  std::map<AnchorKind, std::string> anchors;
  for (const Anchor& anchor : contact_anchors()) anchors[anchor.kind] += anchor.word;
  for (const auto& [kind, words] : anchors) texts.push_back(words);
  texts.emplace_back("包邮折扣秒杀");
  return texts;
}

// Quadratic code may do nothing until it meets its words. Each text once as it is and once as one
// piece without marks; the test's limit of time is the bound.
TEST_P(EveryRule, TakesTimeLinearInWhatItLooksFor) {
  const RuleInstance rule = default_rule(spec());
  std::vector<std::string> pieces = own_texts(spec());
  for (std::string& text : table_texts()) pieces.push_back(std::move(text));
  for (const std::string& piece : pieces) {
    for (const std::string& part : {piece, without_marks(piece)}) {
      if (part.empty()) continue;
      const std::string text = repeated(part, kWordTextBytes);
      EXPECT_TRUE(std::isfinite(measure(rule, text, language_of(spec(), part)))) << part;
    }
  }
}

TEST_P(EveryRule, TakesAndGivesItsParameters) {
  if (spec().params.empty()) return;
  const Setup::Params params = spec().measure.setup.make_params();
  for (const ParamSpec& param : spec().params) {
    const ParamValue value = param.get(params.get());
    for (const ParamValue& other :
         {ParamValue(true), ParamValue(std::int64_t{7}), ParamValue(0.5), ParamValue("seven"),
          ParamValue(std::vector<std::string>{"seven"})}) {
      const bool is_its_type = other.index() == value.index();
      EXPECT_EQ(param.set(params.get(), other), is_its_type) << param.name;
      EXPECT_EQ(param.get(params.get()) == other, is_its_type) << param.name;
    }
  }
}

// What one parameter is set to shows in no other.
TEST_P(EveryRule, KeepsItsParametersApart) {
  if (spec().params.empty()) return;
  const Setup::Params changed = spec().measure.setup.make_params();
  const Setup::Params unchanged = spec().measure.setup.make_params();
  for (const ParamSpec& param : spec().params) {
    const ParamValue value = param.get(unchanged.get());
    const bool is_words = std::holds_alternative<std::vector<std::string>>(value);
    param.set(changed.get(), is_words ? ParamValue(std::vector<std::string>{"seven"})
                                      : ParamValue(std::int64_t{7}));
    for (const ParamSpec& other : spec().params) {
      if (other.name == param.name) continue;
      EXPECT_EQ(other.get(changed.get()), other.get(unchanged.get())) << other.name;
    }
    param.set(changed.get(), value);
  }
}

INSTANTIATE_TEST_SUITE_P(Catalog, EveryRule, testing::ValuesIn(builtin_rules()),
                         [](const auto& test) { return std::string(test.param->name); });

// A stage works out what several rules need once: words, lines, which lists may match.
TEST(RuleCatalog, MeasuresTogetherAsAlone) {
  std::vector<RuleInstance> rules;
  for (const RuleSpec* spec : builtin_rules()) {
    rules.push_back(default_rule(*spec));
    rules.back().signal = static_cast<SignalIndex>(rules.size() - 1);
  }
  const RuleStage stage(rules, Action::kMeasure);
  const auto scratch = stage.make_scratch();
  Batch batch;
  batch.signals.resize(static_cast<SignalIndex>(rules.size()));
  for (const RuleSpec* spec : builtin_rules()) {
    for (const Example& example : spec->examples) {
      batch.append({.url = example.url, .language = "zh-Hans", .text = example.text});
    }
  }
  stage.process(batch, scratch.get());
  for (const RuleInstance& rule : rules) {
    if (rule.spec->level != Level::kDocument) continue;
    PassageScratch alone;
    for (RowIndex row = 0; row < batch.num_rows(); ++row) {
      const PassageContext context = {.language = "zh-Hans", .url = batch.url[row]};
      EXPECT_EQ(batch.signals.at(rule.signal, row),
                rule.measure(Passage(batch.text[row], context, alone)))
          << rule.spec->name << " of: " << batch.text[row];
    }
  }
}

TEST(RuleCatalog, NamesAreIdentifiersAndDiffer) {
  std::set<std::string_view> names;
  for (const RuleSpec* spec : builtin_rules()) {
    EXPECT_TRUE(names.insert(spec->name).second) << spec->name;
    EXPECT_EQ(spec->name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_"),
              std::string_view::npos)
        << spec->name;
  }
}

}  // namespace
}  // namespace tamis::rules
