#include "tamis/pipeline/ledger_json.h"

#include <gtest/gtest.h>

#include "tests/output/run_fixture.h"

namespace tamis::pipeline {
namespace {

output::Outcome mixed_outcome() {
  return output::run_in_memory(output::web_recipe(), output::mixed_input(4), {});
}

TEST(LedgerJson, BringsBackEveryNumber) {
  const output::Outcome outcome = mixed_outcome();
  Ledger ledger = *outcome.ledger;
  ledger.other_records["request.damaged_record"] = 3;
  const std::string json = ledger_to_json(ledger);
  EXPECT_EQ(json.find('\n'), std::string::npos);
  Ledger read(*outcome.plan);
  ASSERT_TRUE(ledger_from_json(json, read));
  EXPECT_EQ(ledger_to_json(read), json);
  EXPECT_EQ(read.kept(), ledger.kept());
  EXPECT_GT(read.languages().size(), 1u);
  EXPECT_EQ(read.other_records, ledger.other_records);
}

TEST(LedgerJson, AddsUpLikeTheBooksThemselves) {
  const output::Outcome outcome = mixed_outcome();
  Ledger twice = *outcome.ledger, read(*outcome.plan);
  twice.merge(*outcome.ledger);
  ASSERT_TRUE(ledger_from_json(ledger_to_json(*outcome.ledger), read));
  read.merge(*outcome.ledger);
  EXPECT_EQ(ledger_to_json(read), ledger_to_json(twice));
}

TEST(LedgerJson, RefusesTheBooksOfAnotherRecipe) {
  const output::Outcome outcome = mixed_outcome();
  const output::Outcome other = output::run_in_memory("stages: []\n", output::mixed_input(1), {});
  Ledger ledger(*outcome.plan);
  for (const std::string& json : {ledger_to_json(*other.ledger), std::string(), std::string("{}"),
                                  std::string("{\"numbers\":[1.5]}")}) {
    const auto result = ledger_from_json(json, ledger);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code(), ErrorCode::kCorrupt);
  }
}

}  // namespace
}  // namespace tamis::pipeline
