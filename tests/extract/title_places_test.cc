#include "tamis/extract/title_places.h"

#include <gtest/gtest.h>

#include <string>

#include "tamis/extract/block_builder.h"

namespace tamis::extract {
namespace {

TEST(TitlePlaces, AreTheHeadingsThatSayTheTitle) {
  const Blocks blocks = read_blocks("<p>标题<h1>Logo</h1><h2>标题</h2><p>b<p>c<h3>标题</h3><p>d");
  const TitlePlaces places(blocks, "标题");
  EXPECT_EQ(places.blocks_behind(1), std::nullopt);
  EXPECT_EQ(places.blocks_behind(2), 0);
  EXPECT_EQ(places.blocks_behind(4), 2);
  EXPECT_EQ(places.blocks_behind(6), 1);
  EXPECT_EQ(places.blocks_ahead(0), 2);
  EXPECT_EQ(places.blocks_ahead(2), 3);
  EXPECT_EQ(places.blocks_ahead(5), std::nullopt);
}

TEST(TitlePlaces, AreOtherBlocksThatSayItBesideTheFirstHeading) {
  const Blocks blocks = read_blocks("<p>a<h1>Crash <b>#12</b></h1><p>b<p>c<p>Crash");
  const TitlePlaces places(blocks, "Crash");
  EXPECT_EQ(places.blocks_behind(3), 2);
  EXPECT_EQ(places.blocks_behind(4), 0);
  EXPECT_EQ(TitlePlaces(read_blocks("<p>x<p>标题<p>y"), "标题").blocks_behind(2), 1);
}

TEST(TitlePlaces, AreTheFirstHeadingIfNoneSaysIt) {
  const Blocks blocks = read_blocks("<p>a<h1>B</h1><p>c<h1>D</h1>");
  for (const std::string_view title : {"", "x"}) {
    const TitlePlaces places(blocks, title);
    EXPECT_EQ(places.blocks_behind(0), std::nullopt);
    EXPECT_EQ(places.blocks_behind(3), 2);
    EXPECT_EQ(places.blocks_ahead(0), 1);
  }
  EXPECT_EQ(TitlePlaces(read_blocks("<p>a"), "").blocks_behind(0), std::nullopt);
}

}  // namespace
}  // namespace tamis::extract
