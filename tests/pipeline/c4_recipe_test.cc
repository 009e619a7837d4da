// Does recipes/c4_quality.yaml keep the pages, and leave the text, that datatrove's filter does?
#include <filesystem>

#include "tamis/text/line_kind.h"
#include "tamis/text/lines.h"
#include "tests/pipeline/golden_recipe.h"
#include "tests/text/golden_words.h"

namespace tamis::pipeline {
namespace {

using rules::Differences;
using rules::golden_documents;
using rules::GoldenDocument;

class C4Recipe : public rules::GoldenRules {
 protected:
  // `filter`: the reference's name of it.
  void run(const std::string& filter, std::vector<std::string> values) {
    filter_ = "/datatrove/filters/" + filter + "/";
    fates_ = fates_of("c4_quality", golden_documents(), std::move(values));
  }

  // The verdicts on documents of one language.
  Differences verdicts(std::string_view language) const {
    Differences differences;
    for_each([&](const GoldenDocument& document, const Fate& fate) {
      if (document.language != language) return;
      differences.expect_equal(document, fate.dropped_by, fate.is_kept ? 1 : 0,
                               document.boolean(filter_ + "keep").value_or(false) ? 1 : 0);
    });
    return differences;
  }

  // The bytes of all texts that both keep.
  Differences texts() const {
    std::vector<std::string> ours;
    std::vector<const GoldenDocument*> documents;
    for_each([&](const GoldenDocument& document, const Fate& fate) {
      if (!is_kept_by_both(document, fate)) return;
      ours.push_back(fate.text);
      documents.push_back(&document);
    });
    const auto sums = text::sha1_of_each(
        ours, std::filesystem::path(testing::TempDir()) / "tamis_c4_recipe_test");
    Differences differences;
    for (std::size_t i = 0; i < sums.size(); ++i) {
      differences.expect_equal(*documents[i], "text",
                               sums[i] == documents[i]->string(filter_ + "text_sha1") ? 1 : 0, 1);
    }
    return differences;
  }

  // How many lines a step cut of the documents that both keep: the reference stops counting where
  // it drops one.
  Differences lines_cut(const std::string& step, const std::string& counter) const {
    Differences differences;
    for_each([&](const GoldenDocument& document, const Fate& fate) {
      if (!is_kept_by_both(document, fate)) return;
      differences.expect_equal(document, step, num_cut(fate, step),
                               document.number(filter_ + "lines/" + counter).value_or(0));
    });
    return differences;
  }

  // All lines, those that stay, and those that go for their words or their end. Which of the two
  // is asked first differs: the reference asks for the end mark, blank lines too.
  Differences lines_counted() const {
    Differences differences;
    for_each([&](const GoldenDocument& document, const Fate& fate) {
      if (!is_kept_by_both(document, fate)) return;
      const auto theirs = [&](const char* counter) {
        return document.number(filter_ + "lines/" + counter).value_or(0);
      };
      std::vector<std::string_view> lines;
      text::split_lines(document.text, text::LineKind::kPython, lines);
      differences.expect_equal(document, "line-total", static_cast<double>(lines.size()),
                               theirs("line-total"));
      const auto num_blank = std::ranges::count_if(
          lines, [](std::string_view line) { return text::trim(line).empty(); });
      const double num_short =
          num_cut(fate, "line_word_count") + num_cut(fate, "line_terminal_mark_count");
      differences.expect_equal(document, "too short or without an end",
                               static_cast<double>(num_blank) + num_short,
                               theirs("too_few_words") + theirs("no_terminal_punc"));
      text::split_lines(fate.text, text::LineKind::kEach, lines);
      differences.expect_equal(document, "line-kept", static_cast<double>(lines.size()),
                               theirs("line-kept"));
    });
    return differences;
  }

  void expect_same_texts_and_lines() const {
    const Differences counts = lines_counted();
    EXPECT_GT(counts.num_compared(), 900);
    EXPECT_EQ(counts.num_different(), 0) << counts.message();
    const Differences different_texts = texts();
    EXPECT_GT(different_texts.num_compared(), 900);
    EXPECT_EQ(different_texts.num_different(), 0) << different_texts.message();
    for (const auto& [step, counter] : {std::pair("line_longest_word_code_points", "too_long_word"),
                                        std::pair("javascript_count", "javascript"),
                                        std::pair("policy_phrase_count", "policy")}) {
      const Differences lines = lines_cut(step, counter);
      EXPECT_EQ(lines.num_different(), 0) << lines.message();
    }
  }

  void expect_same_verdicts(std::string_view language) const {
    const Differences differences = verdicts(language);
    EXPECT_GT(differences.num_compared(), 900);
    EXPECT_EQ(differences.num_different(), 0) << language << ": " << differences.message();
  }

 private:
  static double num_cut(const Fate& fate, const std::string& step) {
    const auto found = fate.num_cut.find(step);
    return found == fate.num_cut.end() ? 0 : found->second;
  }

  template <typename Use>
  void for_each(Use use) const {
    for (std::size_t i = 0; i < fates_.size(); ++i) use(golden_documents()[i], fates_[i]);
  }

  bool is_kept_by_both(const GoldenDocument& document, const Fate& fate) const {
    return fate.is_kept && document.boolean(filter_ + "keep").value_or(false);
  }

  std::string filter_;
  std::vector<Fate> fates_;
};

TEST_F(C4Recipe, DecidesAndCutsAsDatatrove) {
  run("c4_quality", {});
  expect_same_verdicts("en");
  expect_same_verdicts("zh");
  expect_same_texts_and_lines();
}

// FineWeb's way: lines need no end mark, and those of citations alone stay.
TEST_F(C4Recipe, DecidesAndCutsAsFineweb) {
  run("c4_quality_fineweb",
      {"end_marks.line_terminal_mark_count.min=0", "citations.line_breaks.keeps_blank_lines=true"});
  expect_same_verdicts("en");
  expect_same_verdicts("zh");
  expect_same_texts_and_lines();
}

Fate fate_of(const std::string& lines) {
  const GoldenDocument document(R"({"id":"a","lang":"en","source":"s","text":")" + lines + "\"}");
  return fates_of("c4_quality", {&document, 1})[0];
}

const std::string kFiveSentences =
    "The mill is old. It stands by the river. Its wheel still turns. The stones are new. They "
    "grind flour.";

TEST(C4RecipeCases, CutsLines) {
  struct Case {
    std::string line;
    std::string left;
  };
  const Case kCases[] = {
      {"It was built in 1870.[1][citation needed]", "\nIt was built in 1870."},
      {"It was built in 1870. [1]", ""},  // a space ends the line, no mark
      {"[1] [2] [3]", ""},
      {"Two words.", ""},
      {"To be continued...", ""},
      {"Enable JavaScript { now.", ""},  // goes before its bracket is looked at
      {"A menu with { but no mark", ""},
      {"We reuse cookies here.", ""},
      {"He said 'yes, I do'", "\nHe said 'yes, I do'"},
  };
  for (const auto& [line, left] : kCases) {
    const Fate fate = fate_of(kFiveSentences + R"(\r\n )" + line);
    EXPECT_TRUE(fate.is_kept) << line;
    EXPECT_EQ(fate.text, kFiveSentences + left) << line;
  }
}

TEST(C4RecipeCases, DropsPages) {
  EXPECT_EQ(fate_of(kFiveSentences + R"(\nLorem Ipsum dolor sit.)").dropped_by,
            "lorem_ipsum_count");
  EXPECT_EQ(fate_of(kFiveSentences + R"(\nIt costs {price} today.)").dropped_by,
            "curly_bracket_count");
  EXPECT_EQ(fate_of("Only one sentence here.").dropped_by, "sentence_count");
  EXPECT_EQ(fate_of("Home").dropped_by, "line_word_count");
}

}  // namespace
}  // namespace tamis::pipeline
