#include "tamis/pipeline/ledger.h"

#include <gtest/gtest.h>

#include "tamis/io/memory_file_system.h"
#include "tamis/pipeline/ledger_json.h"
#include "tamis/pipeline/plan_builder.h"
#include "tests/must.h"

namespace tamis::pipeline {
namespace {

constexpr std::string_view kRecipe =
    "read: {inputs: [{a: a.jsonl}, {b: b.jsonl}]}\n"
    "stages:\n  - sieve: [word_count, boilerplate_phrase_ratio]\n";

class LedgerTest : public testing::Test {
 protected:
  LedgerTest() {
    files_.add("a.jsonl", "");
    files_.add("b.jsonl", "");
    plan_ = std::make_unique<Plan>(must(build_plan(files_, "r.yaml", std::string(kRecipe), {})));
    batch_.signals.resize(static_cast<SignalIndex>(plan_->signals.size()));
  }

  RowIndex add(std::uint32_t file, std::string_view text) {
    batch_.current_file = file;
    return batch_.append({.language = "en", .text = text});
  }

  io::MemoryFileSystem files_;
  std::unique_ptr<Plan> plan_;
  Batch batch_;
};

constexpr std::size_t kSieve = 2;  // after "read" and "extract"
constexpr CauseId kWordCount = kFirstStepCause;
constexpr CauseId kBoilerplate = kFirstStepCause + 1;

TEST_F(LedgerTest, BooksDropsBySourceInAllUnits) {
  Ledger ledger(*plan_);
  add(0, "一二三");
  const RowIndex dropped = add(1, "ab");
  ledger.enter_stage(kSieve, batch_);
  batch_.drop({.row = dropped, .cause = kWordCount, .value = 1, .bound = 50});
  batch_.remove_dropped();
  ledger.leave_stage(kSieve, batch_);
  EXPECT_EQ(ledger.flow(kSieve).in, (Amount{2, 11, 5}));
  EXPECT_EQ(ledger.flow(kSieve).out, (Amount{1, 9, 3}));
  EXPECT_EQ(ledger.step(0, kWordCount).dropped, (Amount{0, 0, 0}));
  EXPECT_EQ(ledger.step(1, kWordCount).dropped, (Amount{1, 2, 2}));
}

// Input may name a language as reports name those without a name.
TEST_F(LedgerTest, KnowsOneLanguageWithoutAName) {
  Ledger ledger(*plan_);
  for (const std::string_view tag : {"", "untagged", "en"}) {
    batch_.append({.language = tag, .text = "text"});
  }
  ledger.finish_batch(batch_);
  ASSERT_EQ(ledger.languages().size(), 2u);
  EXPECT_EQ(ledger.languages().at("").kept.documents, 2);
}

TEST_F(LedgerTest, CountsADocumentOnceForAllItsCuts) {
  Ledger ledger(*plan_);
  const RowIndex row = add(0, "text");
  ledger.enter_stage(kSieve, batch_);
  batch_.record_cut(row, kBoilerplate, "版权所有", 0.5);
  batch_.record_cut(row, kBoilerplate, "all rights reserved", 1);
  ledger.leave_stage(kSieve, batch_);
  const CutAmount cut = ledger.step(kBoilerplate).cut;
  EXPECT_EQ(cut.documents, 1);
  EXPECT_EQ(cut.pieces, 2);
  EXPECT_EQ(cut.bytes, 31);
  EXPECT_EQ(cut.code_points, 23);
}

TEST_F(LedgerTest, AddsUpInAnyOrder) {
  Ledger first(*plan_);
  Ledger second(*plan_);
  add(0, "one");
  first.enter_stage(0, batch_);
  first.finish_batch(batch_);
  second.enter_stage(0, batch_);
  second.finish_batch(batch_);
  first.merge(second);
  EXPECT_EQ(first.read().documents, 2);
  EXPECT_EQ(first.kept().bytes, 6);
  EXPECT_EQ(first.languages().at("en").read, 2);
}

// Of each of three batches with a thousand tags, some tags are in all of them.
TEST_F(LedgerTest, BooksTheSameThousandLanguagesInAnyOrder) {
  std::vector<Ledger> parts;
  for (int part = 0; part < 3; ++part) {
    Batch batch;
    batch.signals.resize(static_cast<SignalIndex>(plan_->signals.size()));
    for (int tag = 0; tag < 1000; ++tag) {
      batch.append({.language = "x-" + std::to_string(part * 600 + tag), .text = "a"});
    }
    batch.append({.language = "zh-Hant", .text = "a"});
    batch.append({.language = std::string(65, 'z'), .text = "a"});
    parts.emplace_back(*plan_).finish_batch(batch);
    parts.back().other_records[std::string(65, 't')] = 1;
  }
  Ledger forwards(*plan_), backwards(*plan_);
  for (int part = 0; part < 3; ++part) {
    forwards.merge(parts[part]);
    backwards.merge(parts[2 - part]);
  }
  EXPECT_EQ(ledger_to_json(forwards), ledger_to_json(backwards));
  EXPECT_EQ(forwards.languages().size(), 1001u);
  EXPECT_EQ(forwards.languages().at("x-0").read, 1);
  EXPECT_EQ(forwards.languages().at("x-999").read, 2);
  EXPECT_EQ(forwards.kept().documents, 3 * 1002);
  EXPECT_EQ(forwards.other_records, (std::map<std::string, std::int64_t>{{"other", 3}}));
}

TEST_F(LedgerTest, PutsNumbersIntoHistograms) {
  Ledger ledger(*plan_);
  const RowIndex row = add(0, "one two");
  batch_.signals.set(plan_->steps[kWordCount].signal, row, 2);
  batch_.unit_histograms.add(kBoilerplate, 0.3, Scale::kRatio);
  ledger.finish_batch(batch_);
  EXPECT_EQ(ledger.histogram(kWordCount).total(), 1);
  EXPECT_EQ(ledger.histogram(kBoilerplate).count(12), 1);
}

}  // namespace
}  // namespace tamis::pipeline
