#include "tamis/extract/extract_stage.h"

#include <gtest/gtest.h>

#include <string>

namespace tamis::extract {
namespace {

const std::string kPage =
    "<html lang=en><meta name=date content=2023-05-01><title>Rivers</title><article><h1>Rivers</h1>"
    "<p>The river rose by three metres on Monday, and the people of the valley left their "
    "homes.</p>"
    "<p>It was the highest water in forty years, said the mayor, who had asked for help "
    "early.</p></article>";

NewDocument page(std::string_view html) {
  NewDocument document;
  document.text = html;
  document.payload = Payload::kHtml;
  return document;
}

Batch run(const NewDocument& document) {
  Batch batch;
  batch.append(document);
  const auto stage = make_extract_stage({});
  const auto scratch = stage->make_scratch();
  stage->process(batch, scratch.get());
  return batch;
}

TEST(ExtractStage, TurnsAPageIntoItsText) {
  NewDocument document = page(kPage);
  document.date = "2024-01-01";
  const Batch batch = run(document);
  ASSERT_EQ(batch.selected.size(), 1U);
  EXPECT_EQ(batch.payload[0], Payload::kText);
  EXPECT_NE(batch.text[0].find("The river rose"), std::string_view::npos);
  EXPECT_EQ(batch.title[0], "Rivers");
  EXPECT_EQ(batch.date[0], "2023-05-01");
  EXPECT_EQ(batch.language[0], "en");
}

TEST(ExtractStage, KeepsWhatTheReaderKnows) {
  NewDocument document = page(kPage);
  document.title = "T";
  document.language = "fr";
  const Batch batch = run(document);
  EXPECT_EQ(batch.title[0], "T");
  EXPECT_EQ(batch.language[0], "fr");
}

TEST(ExtractStage, DropsPagesWithoutText) {
  const Batch batch = run(page("<a href=x>Home</a>"));
  EXPECT_TRUE(batch.selected.empty());
  ASSERT_EQ(batch.dropped.size(), 1U);
  EXPECT_EQ(batch.dropped[0].cause, static_cast<CauseId>(DropReason::kNoMainText));
}

TEST(ExtractStage, LeavesTextAlone) {
  NewDocument document = page("<b>text</b>");
  document.payload = Payload::kText;
  const Batch batch = run(document);
  EXPECT_EQ(batch.text[0], "<b>text</b>");
}

TEST(ExtractParams, SetTheOptions) {
  Options options;
  for (const ParamSpec& param : extract_params()) {
    const ParamValue value = param.get(&options);
    EXPECT_TRUE(param.set(&options, value)) << param.name;
  }
  EXPECT_EQ(extract_params().front().choices.size(), 3U);
}

}  // namespace
}  // namespace tamis::extract
