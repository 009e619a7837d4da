#include "tamis/batch/passage.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tamis/batch/batch.h"
#include "tests/must.h"

namespace tamis {
namespace {

TEST(Passage, SplitsOnDemand) {
  PassageScratch scratch;
  const Passage passage("One two.\n第三句。第四句。\n\nfive", {.language = "en"}, scratch);
  EXPECT_EQ(passage.words().size(), 9u);
  EXPECT_EQ(passage.lines().size(), 4u);
  EXPECT_EQ(passage.sentences().size(), 4u);
  EXPECT_EQ(passage.num_code_points(), 23);
}

TEST(Passage, AnswersTheSameTwice) {
  PassageScratch scratch;
  const Passage passage("again and again and again and again", {.language = "en"}, scratch);
  EXPECT_EQ(passage.ngrams().duplicate_code_points(2), passage.ngrams().duplicate_code_points(2));
  EXPECT_EQ(passage.words().data(), passage.words().data());
}

TEST(Passage, ReusesScratchForTheNextText) {
  PassageScratch scratch;
  EXPECT_EQ(Passage("three short words", {.language = "en"}, scratch).words().size(), 3u);
  EXPECT_EQ(Passage("", {.language = "en"}, scratch).words().size(), 0u);
}

TEST(Passage, SimplifiesAtTheSamePlaces) {
  const std::string_view text = "「說」a乾坤，\xE8\xAA\xF0\xA0\xAE\xB7後";
  const std::string_view simplified = "「说」a干坤，\xE8\xAA\xF0\xA0\xAE\xB7后";
  PassageScratch scratch;
  const Passage document(text, {.language = "zh-Hant"}, scratch);
  EXPECT_EQ(document.simplified(), simplified);
  EXPECT_EQ(Passage(text, {}, scratch).simplified(), simplified);
  EXPECT_EQ(Passage(text, {.language = "zh-Hans"}, scratch).simplified(), text);
  EXPECT_EQ(Passage(text, {.language = "ja"}, scratch).simplified(), text);
}

TEST(Passage, SimplifiesPiecesWithTheirDocument) {
  PassageScratch scratch;
  PassageScratch piece_scratch;
  const Passage document("說話，讀書，寫字", {.language = "zh-Hant"}, scratch);
  const PassageContext context = {
      .language = "zh-Hant", .vicinity = document.text().substr(0, 15), .document = &document};
  const Passage piece(document.text().substr(9, 6), context, piece_scratch);
  EXPECT_EQ(piece.simplified(), "读书");
  EXPECT_EQ(piece.simplified().data(), document.simplified().data() + 9);
  EXPECT_EQ(piece.simplified_vicinity(), "说话，读书");
}

// Finds each full stop, and counts how often it is asked.
struct StopFinder {
  mutable int num_calls = 0;

  void find(std::string_view text, std::vector<Span>& stops) const {
    ++num_calls;
    stops.clear();
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '.') stops.push_back({i, 1});
    }
  }
};

TEST(Passage, TakesMatchesFromTheScreenOfItsText) {
  const auto matcher = must(text::WordMatcher::make(std::vector<std::string>{"mill", "磨坊"}));
  const std::vector<const text::WordMatcher*> located = {&matcher};
  const auto screen = must(text::WordScreen::make({}, located));
  const std::string_view text = "an old mill, 老磨坊, no miller";
  PassageScratch scratch;
  const auto begins = [&](text::ScreenedText* screened) {
    std::vector<std::size_t> found;
    Passage(text, {.screened = screened}, scratch).for_each_match(matcher, [&](const auto& match) {
      found.push_back(match.begin);
    });
    return found;
  };
  text::ScreenedText screened;
  screened.set_text(screen, text);
  EXPECT_EQ(begins(&screened), (std::vector<std::size_t>{7, 16}));
  EXPECT_EQ(begins(nullptr), begins(&screened));
  screened.set_text(screen, "a text without");
  EXPECT_TRUE(begins(&screened).empty());  // what the stage has found is what counts
}

TEST(Passage, AsksEachFinderOnceForAText) {
  const StopFinder first;
  const StopFinder second;
  PassageScratch scratch;
  const Passage passage("a. b.", {}, scratch);
  EXPECT_EQ(passage.found_by(first).size(), 2u);
  EXPECT_EQ(passage.found_by(second).size(), 2u);
  EXPECT_EQ(passage.with_split({}).found_by(first)[1].begin, 4u);
  EXPECT_EQ(first.num_calls, 1);
  EXPECT_EQ(second.num_calls, 1);
  EXPECT_TRUE(Passage("a b", {}, scratch).found_by(second).empty());
  EXPECT_EQ(second.num_calls, 2);
}

TEST(Passage, SharesTheSentencesOfTheWholeAmongItsLines) {
  constexpr std::string_view kText = "One. Two!\n\n 三。四。\nfive";
  PassageScratch scratch;
  PassageScratch line_scratch;
  const Passage whole(kText, {}, scratch);
  ASSERT_EQ(whole.sentences().size(), 5u);
  const Passage line(kText.substr(11, 13), {.whole = &whole}, line_scratch);
  ASSERT_EQ(line.sentences().size(), 2u);
  EXPECT_EQ(line.sentences()[1].data(), whole.sentences()[3].data());
  EXPECT_TRUE(Passage(kText.substr(10, 0), {.whole = &whole}, line_scratch).sentences().empty());
}

TEST(Passage, CountsFrequenciesAndWindowsOfItsText) {
  PassageScratch scratch;
  const Passage passage("好 好 学习", {.language = "zh"}, scratch);
  const Passage by_space = passage.with_split({.words = text::WordKind::kWhiteSpace});
  EXPECT_EQ(passage.code_point_frequencies().num_distinct, 4);
  EXPECT_EQ(passage.word_frequencies().num_distinct, 3);
  EXPECT_EQ(by_space.word_frequencies().num_distinct, 2);
  EXPECT_EQ(passage.windows(2).num_windows(), 5);
  EXPECT_EQ(passage.windows(6).num_windows(), 1);
  EXPECT_EQ(Passage("好", {.language = "zh"}, scratch).windows(6).num_windows(), 0);
}

TEST(Passage, SharesTheWordsOfTheWholeAmongItsLines) {
  const std::string_view text = "one-\ntwo' 'three 3.\n5 四五\n\n";
  PassageScratch scratch;
  PassageScratch line_scratch;
  const Passage whole(text, {}, scratch);
  const Passage line(text.substr(5, 14), {.whole = &whole}, line_scratch);
  EXPECT_EQ(line.words().size(), 3u);
  EXPECT_EQ(whole.words().size(), 7u);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin);
    const std::string_view part = text.substr(begin, end - begin);
    begin = end + 1;
    const Passage alone(part, {}, scratch);
    const std::vector<std::string_view> expected(alone.words().begin(), alone.words().end());
    const Passage again(text, {}, scratch);
    again.words();
    const Passage shared(part, {.whole = &again}, line_scratch);
    EXPECT_TRUE(std::ranges::equal(shared.words(), expected)) << part;
  }
}

TEST(Passage, TakesTheNumberOfTokensFromAStageBefore) {
  PassageScratch scratch;
  std::int64_t num_tokens = Batch::kNotCounted;
  const PassageContext context = {.language = "en", .num_tokens = &num_tokens};
  const TextSplit tokens = {.words = text::WordKind::kTokens};
  EXPECT_EQ(Passage("ab, c", context, scratch).num_words(), 2);
  EXPECT_EQ(num_tokens, Batch::kNotCounted);
  EXPECT_EQ(Passage("ab, c", context, scratch).with_split(tokens).num_words(), 3);
  EXPECT_EQ(num_tokens, 3);
  num_tokens = 7;
  const Passage later = Passage("ab, c", context, scratch).with_split(tokens);
  EXPECT_EQ(later.num_words(), 7);
  EXPECT_EQ(later.words().size(), 3u);
  EXPECT_EQ(later.num_words(), 3);
}

TEST(PassageScratch, GivesWordsOfOneKind) {
  PassageScratch scratch;
  const Passage passage("ab c", {.language = "en"}, scratch);
  const Passage tokens = passage.with_split({.words = text::WordKind::kTokens});
  EXPECT_EQ(tokens.word_counts().all.num_words, 2);
  const std::string_view given[] = {"a", "b", "中"};
  scratch.set_words(text::WordKind::kTokens, given);
  EXPECT_EQ(tokens.words().size(), 3u);
  EXPECT_EQ(tokens.word_counts().all.num_words, 3);
  EXPECT_EQ(passage.words().size(), 2u);
}

TEST(Share, IsZeroOfNothing) {
  EXPECT_EQ(share({}, [](std::string_view) { return true; }), 0);
  EXPECT_EQ(ratio(3, 0), 0);
  EXPECT_EQ(ratio(1, 4), 0.25);
}

}  // namespace
}  // namespace tamis
