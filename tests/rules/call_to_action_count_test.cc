#include <gtest/gtest.h>

#include "tests/rules/default_rule.h"

namespace tamis::rules {
namespace {

TEST(CallToActionCount, CountsCalls) {
  const RuleInstance rule = default_rule("call_to_action_count");
  EXPECT_EQ(measure(rule, "Order now or call us today!"), 2);
  EXPECT_EQ(measure(rule, "SIGN UP FOR OUR newsletter"), 1);
  EXPECT_EQ(measure(rule, "buy now"), 1);
  EXPECT_EQ(measure(rule, ""), 0);
}

TEST(CallToActionCount, SparesReportsQuotationsAndDuties) {
  const RuleInstance rule = default_rule("call_to_action_count");
  for (const std::string_view text :
       {"Buy now, pay later services such as Klarna grew during the pandemic.",
        "In 1893 Sears offered a money-back guarantee on everything.",
        "\"Order now,\" said the waiter.", "“Call now if you want a lift.”",
        "The doctor told me to call today if the fever came back.", "We must call today.",
        "You need not  order now.", "Each book costs $17.99 with free shipping."}) {
    EXPECT_EQ(measure(rule, text), 0) << text;
  }
}

}  // namespace
}  // namespace tamis::rules
