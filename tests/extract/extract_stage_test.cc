#include "tamis/extract/extract_stage.h"

#include <gtest/gtest.h>

#include <string>

namespace tamis::extract {
namespace {

const std::string kPage =
    "<html lang=en><meta name=date content=2023-05-01><meta name=author content='Jane Doe'><meta "
    "property=og:site_name content='The Paper'><link rel=canonical "
    "href=/rivers><title>Rivers</title><article><h1>Rivers</h1>"
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

Batch run(const NewDocument& document, const Limits& limits = {}, const Options& options = {}) {
  Batch batch;
  batch.append(document);
  const auto stage = make_extract_stage(options, limits);
  const auto scratch = stage->make_scratch();
  stage->process(batch, scratch.get());
  return batch;
}

TEST(ExtractStage, TurnsAPageIntoItsText) {
  NewDocument document = page(kPage);
  document.date = "2024-01-01";
  document.url = "http://a/x";
  const Batch batch = run(document, {}, {.reads_attribution = true});
  ASSERT_EQ(batch.selected.size(), 1U);
  EXPECT_EQ(batch.payload[0], Payload::kText);
  EXPECT_NE(batch.text[0].find("The river rose"), std::string_view::npos);
  EXPECT_EQ(batch.title[0], "Rivers");
  EXPECT_EQ(batch.date[0], "2023-05-01");
  EXPECT_EQ(batch.language[0], "en");
  EXPECT_EQ(batch.author[0], "Jane Doe");
  EXPECT_EQ(batch.site[0], "The Paper");
  EXPECT_EQ(batch.canonical_url[0], "http://a/rivers");
}

TEST(ExtractStage, WritesMarkdown) {
  const Batch batch = run(page(kPage), {}, {.form = "markdown"});
  EXPECT_NE(batch.text[0].find("homes.\n\nIt was"), std::string_view::npos) << batch.text[0];
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

std::string repeated(std::string_view piece, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += piece;
  return all;
}

// What the page or text is dropped for; kNumReasons if it is kept.
DropReason fate(std::string_view bytes, Payload payload, const Limits& limits) {
  NewDocument document = page(bytes);
  document.payload = payload;
  const Batch batch = run(document, limits);
  if (batch.dropped.empty()) return DropReason::kNumReasons;
  return static_cast<DropReason>(batch.dropped[0].cause);
}

TEST(ExtractStage, DropsPagesOverTheLimitsOfNestingAndAttributes) {
  const auto nested = [](int depth) { return repeated("<div>", depth) + kPage; };
  const auto with_attributes = [](int number) {
    return "<p" + repeated(" a", number) + ">" + kPage;
  };
  const Limits limits{.nesting_max = 2000, .attributes_max = 100};
  EXPECT_EQ(fate(nested(1900), Payload::kHtml, limits), DropReason::kNumReasons);
  EXPECT_EQ(fate(nested(2001), Payload::kHtml, limits), DropReason::kNestingTooDeep);
  EXPECT_EQ(fate(nested(30), Payload::kHtml, {.nesting_max = 20}), DropReason::kNestingTooDeep);
  EXPECT_EQ(fate(repeated("<div></div>", 3000) + kPage, Payload::kHtml, limits),
            DropReason::kNumReasons);
  EXPECT_EQ(fate(with_attributes(100), Payload::kHtml, limits), DropReason::kNumReasons);
  EXPECT_EQ(fate(with_attributes(101), Payload::kHtml, limits), DropReason::kTooManyAttributes);
}

TEST(ExtractStage, DropsTextsOverTheLimitsOfWordsAndLines) {
  const Limits limits{.words_max = 100, .lines_max = 50};
  EXPECT_EQ(fate(repeated("a ", 100), Payload::kText, limits), DropReason::kNumReasons);
  EXPECT_EQ(fate(repeated("a ", 101), Payload::kText, limits), DropReason::kTooManyWords);
  EXPECT_EQ(fate(repeated("\n", 50), Payload::kText, limits), DropReason::kNumReasons);
  EXPECT_EQ(fate(repeated("\n", 51), Payload::kText, limits), DropReason::kTooManyLines);
  EXPECT_EQ(fate(kPage, Payload::kHtml, {.words_max = 20}), DropReason::kTooManyWords);
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

TEST(SiteTextStage, CountsPagesAndChangesNothing) {
  SiteTextCounter counter(1 << 20);
  const auto stage = make_site_text_stage(counter);
  const auto scratch = stage->make_scratch();
  Batch batch;
  for (const char* url : {"", "http://b/1", "http://b/2"}) {
    const std::string html = kPage + "<p>" + url;
    NewDocument document = page(html);
    document.url = url;
    batch.append(document);
  }
  stage->process(batch, scratch.get());
  EXPECT_EQ(batch.selected.size(), 3U);
  EXPECT_TRUE(batch.text[0].starts_with(kPage));
  counter.finish();
  EXPECT_EQ(counter.amount().pages, 2) << "a relative canonical address is of no site";
  EXPECT_EQ(counter.amount().texts, 3);
}

}  // namespace
}  // namespace tamis::extract
