// The transform that takes the words of buttons out of lines.
#include <gtest/gtest.h>

#include "tamis/base/check.h"
#include "tests/transforms/apply_transform.h"

namespace tamis::transforms {
namespace {

const TransformSpec& spec() {
  for (const TransformSpec* candidate : builtin_transforms()) {
    if (candidate->name == "interface_phrases") return *candidate;
  }
  detail::fail_check("a transform of that name", __FILE__, __LINE__);
}

std::string left_of(std::string_view text) { return apply_transform(spec(), text).text; }

TEST(InterfacePhrases, KeepsWordsThatBeginOrEndLikeThem) {
  for (const std::string_view text : {"Sign-ins are logged", "登录系统的方法", "Read more... books",
                                      "I read more", "请登录", "the items in cartons"}) {
    EXPECT_EQ(left_of(text), text);
  }
}

TEST(InterfacePhrases, LooksAtShortLinesAlone) {
  EXPECT_EQ(left_of("one two three four five six seven eight Read more..."),
            "one two three four five six seven eight");
  EXPECT_EQ(left_of("one two three four five six seven eight nine Read more..."),
            "one two three four five six seven eight nine Read more...");
  EXPECT_EQ(left_of("磨坊至今转动 展开全文"), "磨坊至今转动");
  EXPECT_EQ(left_of("磨坊至今仍在河边转动 展开全文"), "磨坊至今仍在河边转动 展开全文");
}

// As DCLM's expressions do: one white space goes with each, and a line begins and ends once.
TEST(InterfacePhrases, TakesOneWhiteSpaceAndEveryOccurrence) {
  EXPECT_EQ(left_of("You have 3 items in cart now"), "You have 3 now");
  EXPECT_EQ(left_of("items in carts, items in cart, Items In Cart"), "items in carts,,");
  EXPECT_EQ(left_of("3 件商品在购物车中 元"), "3 元");
  EXPECT_EQ(left_of("Sign-in Sign-in here"), "Sign-in here");
}

TEST(InterfacePhrases, CountsWordsBetweenWhiteSpace) {
  EXPECT_EQ(left_of("a - b - c - d - e - f items in cart"), "a - b - c - d - e - f items in cart");
  EXPECT_EQ(left_of("one/two three/four five/six seven/eight nine/ten eleven items in cart"),
            "one/two three/four five/six seven/eight nine/ten eleven");
}

TEST(InterfacePhrases, KeepsLineEndsAndBlankLines) {
  EXPECT_EQ(left_of("a\n\nSign-in\n\nb\n"), "a\n\n\nb\n");
  EXPECT_EQ(left_of(" a \r\n"), " a \r\n");
}

TEST(InterfacePhrases, CountsItsWordsAsCut) {
  Batch batch;
  batch.append({.text = "The mill Read more...\nSign-in\n登录\nThe mill turns."});
  Document document(batch, 0);
  const Setup::Params params = spec().edit.setup.make_params();
  std::string edited;
  spec().edit.call(document, edited, params.get(), nullptr);
  EXPECT_EQ(document.text(), "The mill\nThe mill turns.");
  EXPECT_EQ(batch.num_words_cut[0], 4);
}

}  // namespace
}  // namespace tamis::transforms
