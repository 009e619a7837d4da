// What other systems get wrong, as far as readers of their code have found, and Tamis must not:
// section 2.14 of the published rules. Those of deduplication are not here yet.
#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "tamis/pipeline/batch_worker.h"
#include "tests/output/run_fixture.h"
#include "tests/rules/configured_rule.h"

namespace tamis::pipeline {
namespace {

using output::json_line;
using output::run_in_memory;
using rules::configured_rule;
using rules::default_rule;
using rules::measure;

// The stages of a recipe of one list of steps.
std::string steps(std::string_view list) {
  return "stages:\n  - all: [" + std::string(list) + "]\n";
}

std::string repeated(std::string_view piece, int num_times) {
  std::string text;
  for (int i = 0; i < num_times; ++i) text += piece;
  return text;
}

// Dolma: a mixer that asks for "..._2gram" of a tagger that writes "..._2grams" asks nobody.
TEST(KnownDefects, OfDolmaNameThatNobodyHas) {
  io::MemoryFileSystem files;
  files.add("in.jsonl", "");
  for (const std::string list : {"top_ngrams_code_point_ratio", "{word_count: {maximum: 3}}",
                                 "{top_ngram_code_point_ratio: {num_word: 2}}"}) {
    const auto plan = build_plan(files, "r.yaml", steps(list), {.inputs = {"in.jsonl"}});
    ASSERT_FALSE(plan.has_value()) << list;
    EXPECT_NE(plan.error().message().find("r.yaml:2:"), std::string::npos)
        << plan.error().message();
  }
}

// datamap-rs, a port of DCLM: lengths in bytes.
TEST(KnownDefects, OfDatamapLengthsInBytes) {
  EXPECT_EQ(measure(default_rule("mean_word_code_points"), "économiser là où"), 14.0 / 3);
  EXPECT_EQ(measure(default_rule("longest_line_code_points"), "短句\n长一点的句子"), 6);
  EXPECT_EQ(measure(default_rule("duplicate_line_code_point_ratio"), "磨坊\n磨坊\na"), 2.0 / 7);
}

// The same: a counter's expression that lost its end drops every line that begins with one.
TEST(KnownDefects, OfDatamapCounterAtTheStartOfAnything) {
  const rules::RuleInstance rule = default_rule("line_counter_count");
  EXPECT_EQ(measure(rule, "3 likes"), 1);
  EXPECT_EQ(measure(rule, "3 likes are not much for a song"), 0);
}

// MAP-NEO: asks how sure the finder of languages is, and not of which language.
TEST(KnownDefects, OfMapNeoLabelThatNobodyReads) {
  const std::string french =
      "Le fleuve prend sa source dans les collines au nord de la ville et traverse trois villages, "
      "où les moulins tournent depuis de longues années.";
  const auto outcome = run_in_memory(
      "stages:\n  - language: [language_id]\n  - filter:\n      branches:\n        chinese:\n"
      "          for: {language: [zh-Hans, zh-Hant]}\n          steps: [{word_count: {min: 1}}]\n"
      "      otherwise: drop\n",
      json_line("fr", french) + json_line("zh", "河边的磨坊从一八七〇年起磨面粉，至今仍在转动。"),
      {});
  EXPECT_EQ(outcome.ledger->kept().documents, 1);
}

// The same: `not (verdict, reason)` is never true, so that no repetition is ever found.
TEST(KnownDefects, OfMapNeoVerdictThatIsATuple) {
  const auto outcome = run_in_memory(steps("{top_ngram_code_point_ratio: {num_words: 2, max: .2}}"),
                                     json_line("a", repeated("买一送一，", 50)) +
                                         json_line("b", "河边的磨坊从一八七〇年起磨面粉。"),
                                     {});
  EXPECT_EQ(outcome.ledger->kept().documents, 1);
}

// NeMo Curator: a Chinese page without words divides by zero, and n-grams that are joined by
// spaces are in no Chinese page.
TEST(KnownDefects, OfNemoCuratorChineseWords) {
  const auto by_jieba = [](std::string_view rule) {
    return configured_rule(rule, {}, {.words = text::WordKind::kTokens});
  };
  for (const std::string_view text : {"", " \n　", "#", "…", "。。。"}) {
    const double ratio = measure(by_jieba("symbol_to_word_ratio"), text, "zh-Hans");
    EXPECT_TRUE(std::isfinite(ratio)) << text;
  }
  const std::string again = repeated("水车磨面，", 40);
  EXPECT_GT(measure(by_jieba("top_ngram_code_point_ratio"), again, "zh-Hans"), .3);
}

// The same: an expression for addresses whose range "$-_" takes some marks and lacks others.
TEST(KnownDefects, OfNemoCuratorMarksOfAddresses) {
  const rules::RuleInstance rule = default_rule("url_code_point_ratio");
  EXPECT_EQ(measure(rule, "https://a.example/~b/c?d=[e]&f=%20#g"), 1);
  EXPECT_EQ(measure(rule, "见https://a.example/1，下页"), 19.0 / 23);
}

// FlagData: the first document that is dropped ends the file.
TEST(KnownDefects, OfFlagDataEndAtTheFirstDrop) {
  const std::string kept = "河边的磨坊从一八七〇年起磨面粉，至今仍在转动。";
  const auto outcome = run_in_memory(
      steps("{word_count: {min: 5}}"),
      json_line("a", kept) + json_line("b", "短") + json_line("c", kept) + json_line("d", kept),
      {});
  EXPECT_EQ(outcome.ledger->kept().documents, 3);
}

// CCNet, and those who copied its table: a full-width one becomes a quotation mark.
TEST(KnownDefects, OfCcnetFullWidthOne) {
  io::MemoryFileSystem files;
  files.add("in.jsonl", "");
  const std::string transforms = steps("unicode_nfc, invisible_characters, symbols, white_space");
  const Plan plan = must(build_plan(files, "r.yaml", transforms, {.inputs = {"in.jsonl"}}));
  BatchWorker worker(plan);
  worker.clear();
  const std::string_view text = "第１章：１９１１年的“磨坊”";
  worker.batch().append({.language = "zh-Hans", .text = text});
  worker.work();
  EXPECT_EQ(worker.batch().text[0], text);
}

// EvalWeb: one traditional character drops a page, and the last window of a text does not count.
TEST(KnownDefects, OfEvalWebWholePageForOneCharacter) {
  EXPECT_LT(measure(default_rule("mixed_script_ratio"),
                    "“後”字在古文里多指君主的妻子，今天写作“后”，意思比过去宽得多；这样的变化发生在"
                    "许多汉字身上，学习时应当注意。"),
            .2);
}

TEST(KnownDefects, OfEvalWebLastWindow) {
  const std::string thirteen = "河边的磨坊从七〇年起磨面粉";
  EXPECT_GT(measure(default_rule("repeated_window_ratio"), thirteen + "。" + thirteen), 0);
}

// RedPajama: [a-zA-Z] for letters, so that no Chinese or Russian word has one.
TEST(KnownDefects, OfRedPajamaLettersOfAscii) {
  EXPECT_EQ(measure(default_rule("alphabetic_word_ratio"), "Река течёт 河边 1870"), 4.0 / 5);
}

// datatrove: "zh" is no name that it knows a splitter by, and a Chinese page is a word.
TEST(KnownDefects, OfDatatroveSplitterOfNobody) {
  const rules::RuleInstance rule =
      configured_rule("word_count", {}, {.words = text::WordKind::kTokens});
  for (const std::string_view language : {"zh", "zh-Hans", "zh-Hant", "zho", "cmn", "cmn_Hani"}) {
    EXPECT_GT(measure(rule, "河边的磨坊从一八七〇年起磨面粉", language), 6) << language;
  }
}

}  // namespace
}  // namespace tamis::pipeline
