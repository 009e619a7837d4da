#include "tamis/output/checkpoint.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tamis/pipeline/ledger_json.h"
#include "tests/output/run_fixture.h"

namespace tamis::output {
namespace {

Checkpoint checkpoint_of(const Outcome& outcome) {
  Checkpoint checkpoint(*outcome.plan, {});
  checkpoint.progress.ledger = *outcome.ledger;
  checkpoint.progress.position = {.file = 2, .num_documents = 17};
  checkpoint.parts = {
      {.num_kept = 3, .num_rejected = 1, .kept_bytes = 70, .rejected_bytes = 1L << 40},
      {.num_kept = 0, .num_rejected = 5}};
  checkpoint.open_part = {.payload_bytes = 700, .kept_bytes = 13, .rejected_bytes = 200};
  checkpoint.examples.add(20, {.id = "甲",
                               .url = "http://a.test/?q=\"",
                               .text = "两行\n全角，标点",
                               .value = 0.1,
                               .bound = std::nan("")});
  return checkpoint;
}

TEST(Checkpoint, BringsBackAllThatARunNeeds) {
  const Outcome outcome = run_in_memory(web_recipe(), mixed_input(3), {});
  const Checkpoint checkpoint = checkpoint_of(outcome);
  const std::string text = checkpoint_to_text(checkpoint);
  Checkpoint read(*outcome.plan, {});
  ASSERT_TRUE(checkpoint_from_text(text, read));
  EXPECT_EQ(checkpoint_to_text(read), text);
  EXPECT_EQ(read.progress.position, checkpoint.progress.position);
  EXPECT_EQ(read.open_part->rejected_bytes, 200);
  ASSERT_EQ(read.parts.size(), 2u);
  EXPECT_EQ(read.parts[1].num_rejected, 5);
  EXPECT_EQ(read.parts[0].kept_bytes, 70);
  EXPECT_EQ(read.parts[0].rejected_bytes, 1L << 40);
  EXPECT_EQ(read.num_complete_parts(), 1u);
  ASSERT_EQ(read.examples.of(20).size(), 1u);
  EXPECT_EQ(read.examples.of(20)[0].text, "两行\n全角，标点");
  EXPECT_EQ(read.examples.of(20)[0].value, 0.1);
  EXPECT_TRUE(std::isnan(read.examples.of(20)[0].bound));
}

TEST(Checkpoint, RefusesWhatItDidNotWrite) {
  const Outcome outcome = run_in_memory(web_recipe(), mixed_input(1), {});
  const std::string text = checkpoint_to_text(checkpoint_of(outcome));
  Checkpoint read(*outcome.plan, {});
  for (const std::string& other :
       {std::string(), std::string("{}\n{}\n[]\n"), text.substr(0, text.size() / 2),
        text.substr(0, text.find('\n') + 1), text + "\n", checksum_line({}),
        checksum_line("{}\n{}\n[]\n")}) {
    EXPECT_FALSE(checkpoint_from_text(other, read)) << other.substr(0, 80);
  }
}

TEST(Checkpoint, RefusesWhatWasChangedSince) {
  const Outcome outcome = run_in_memory(web_recipe(), mixed_input(1), {});
  const std::string text = checkpoint_to_text(checkpoint_of(outcome));
  Checkpoint read(*outcome.plan, {});
  ASSERT_TRUE(checkpoint_from_text(text, read));
  for (std::size_t at = 0; at < text.size(); at += 97) {
    std::string changed = text;
    changed[at] ^= 1;
    EXPECT_FALSE(checkpoint_from_text(changed, read)) << at;
  }
}

TEST(Checkpoint, RefusesPlacesThatCannotBe) {
  const Outcome outcome = run_in_memory(web_recipe(), mixed_input(1), {});
  Checkpoint read(*outcome.plan, {});
  const auto is_refused = [&](const auto& change) {
    Checkpoint checkpoint = checkpoint_of(outcome);
    change(checkpoint);
    return !checkpoint_from_text(checkpoint_to_text(checkpoint), read);
  };
  EXPECT_FALSE(is_refused([](Checkpoint&) {}));
  EXPECT_TRUE(is_refused([](Checkpoint& c) { c.progress.position.file = SIZE_MAX; }));
  EXPECT_TRUE(is_refused([](Checkpoint& c) { c.progress.position.num_documents = -1; }));
  EXPECT_TRUE(is_refused([](Checkpoint& c) { c.parts.clear(); }));  // but one is open
  EXPECT_TRUE(is_refused([](Checkpoint& c) { c.progress.is_complete = true; }));
}

}  // namespace
}  // namespace tamis::output
