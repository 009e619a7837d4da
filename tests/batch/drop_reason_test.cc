#include "tamis/batch/drop_reason.h"

#include <gtest/gtest.h>

#include <set>

namespace tamis {
namespace {

TEST(DropReason, HasANameOfItsOwnAndASentenceForEach) {
  std::set<std::string_view> names;
  for (CauseId i = 0; i < kFirstStepCause; ++i) {
    const auto reason = static_cast<DropReason>(i);
    EXPECT_TRUE(names.insert(drop_reason_name(reason)).second) << i;
    EXPECT_TRUE(drop_reason_summary(reason).ends_with('.')) << i;
  }
}

}  // namespace
}  // namespace tamis
