// Do the recipes of Gopher's filters keep the pages that the references do?
#include "tests/pipeline/golden_recipe.h"

namespace tamis::pipeline {
namespace {

using rules::GoldenDocument;

// The goldens say which language the reference took a page for.
const std::vector<std::string> kDeclared = {"language.language_id.keeps_declared=true"};

class GopherRecipe : public rules::GoldenRules {
 protected:
  // Compares the decisions of `recipe` with those of datatrove's filter of that name.
  void expect_same_decisions(std::string_view recipe, std::string_view language) {
    const auto documents = rules::golden_documents();
    const std::vector<Fate> fates = fates_of(recipe, documents, kDeclared);
    const std::string pointer = "/datatrove/filters/" + std::string(recipe) + "/keep";
    for (std::size_t i = 0; i < fates.size(); ++i) {
      const auto theirs = documents[i].boolean(pointer);
      if (!theirs || documents[i].language != language) continue;
      differences_.expect_equal(documents[i], fates[i].dropped_by, fates[i].is_kept ? 1 : 0,
                                *theirs ? 1 : 0);
    }
    EXPECT_GT(differences_.num_compared(), 900);
    EXPECT_EQ(differences_.num_different(), 0) << differences_.message();
  }

  rules::Differences differences_;
};

TEST_F(GopherRecipe, JudgesEnglishQualityAsDatatrove) {
  expect_same_decisions("gopher_quality", "en");
}

TEST_F(GopherRecipe, FindsEnglishRepetitionAsDatatrove) {
  expect_same_decisions("gopher_repetition", "en");
}

TEST_F(GopherRecipe, FindsChineseRepetitionAsDatatrove) {
  expect_same_decisions("gopher_repetition", "zh");
}

// By bounds made for English, the mean Chinese word is too short: 773 of 942 pages.
TEST_F(GopherRecipe, TakesNoChineseWordForTooShort) {
  const auto documents = rules::golden_documents();
  const std::vector<Fate> fates = fates_of("gopher_quality", documents, kDeclared);
  int num_dropped_there = 0;
  int num_dropped_here = 0;
  for (std::size_t i = 0; i < fates.size(); ++i) {
    if (documents[i].language != "zh") continue;
    const auto reason = documents[i].string("/datatrove/filters/gopher_quality/reason");
    num_dropped_there += reason == "gopher_below_avg_threshold" ? 1 : 0;
    num_dropped_here += fates[i].dropped_by == "mean_word_code_points" ? 1 : 0;
  }
  EXPECT_EQ(num_dropped_there, 773);
  EXPECT_EQ(num_dropped_here, 1);
}

// What docs/recipes/ says of real pages, those that are not made up for tests.
TEST_F(GopherRecipe, KeepsAsManyPagesAsTheManualSays) {
  const auto num_kept = [](std::string_view recipe, std::string_view language) {
    const auto documents = rules::golden_documents();
    const std::vector<Fate> fates = fates_of(recipe, documents, kDeclared);
    int num_kept_pages = 0;
    for (std::size_t i = 0; i < fates.size(); ++i) {
      const bool is_real = !documents[i].source.starts_with("edge:");
      const bool counts = is_real && documents[i].language == language;
      num_kept_pages += counts && fates[i].is_kept ? 1 : 0;
    }
    return num_kept_pages;
  };
  EXPECT_EQ(num_kept("gopher_quality", "en"), 783);
  EXPECT_EQ(num_kept("gopher_quality", "zh"), 550);
  EXPECT_EQ(num_kept("gopher_repetition", "en"), 1062);
  EXPECT_EQ(num_kept("gopher_repetition", "zh"), 602);
  EXPECT_EQ(num_kept("dolma_gopher", "en"), 887);
}

// One bound of Dolma's mixer: what it does with a number of the tagger.
struct MixerBound {
  const char* name;
  double min = 0;
  double max = 1e9;
};

constexpr MixerBound kMixerBounds[] = {
    {.name = "word_count", .min = 50, .max = 100000},
    {.name = "median_word_length", .min = 3, .max = 10},
    {.name = "symbol_to_word_ratio", .max = 0.1},
    {.name = "fraction_of_words_with_alpha_character", .min = 0.8},
    {.name = "required_word_count", .min = 2},
    {.name = "fraction_of_lines_starting_with_bullet_point", .max = 0.9},
    {.name = "fraction_of_lines_ending_with_ellipsis", .max = 0.3},
    {.name = "fraction_of_duplicate_lines", .max = 0.3},
    {.name = "fraction_of_characters_in_duplicate_lines", .max = 0.3},
    {.name = "fraction_of_characters_in_duplicate_5grams", .max = 0.15},
    {.name = "fraction_of_characters_in_duplicate_6grams", .max = 0.14},
    {.name = "fraction_of_characters_in_duplicate_7grams", .max = 0.13},
    {.name = "fraction_of_characters_in_duplicate_8grams", .max = 0.12},
    {.name = "fraction_of_characters_in_duplicate_9grams", .max = 0.11},
    {.name = "fraction_of_characters_in_duplicate_10grams", .max = 0.1}};

// The three that the mixer's configuration spells without the last letter, so that no document
// has them.
constexpr MixerBound kMisspeltBounds[] = {
    {.name = "fraction_of_characters_in_most_common_2grams", .max = 0.2},
    {.name = "fraction_of_characters_in_most_common_3grams", .max = 0.18},
    {.name = "fraction_of_characters_in_most_common_4grams", .max = 0.16}};

bool keeps(const GoldenDocument& document, std::span<const MixerBound> bounds) {
  for (const MixerBound& bound : bounds) {
    const auto value = document.number(std::string("/dolma/gopher_v1/") + bound.name);
    if (value && (*value < bound.min || *value > bound.max)) return false;
  }
  return true;
}

TEST_F(GopherRecipe, AppliesAllOfDolmasBounds) {
  const auto documents = rules::golden_documents();
  const std::vector<Fate> fates = fates_of("dolma_gopher", documents, kDeclared);
  int num_missed_by_mixer = 0;
  for (std::size_t i = 0; i < fates.size(); ++i) {
    const GoldenDocument& document = documents[i];
    if (document.language != "en" || !document.number("/dolma/gopher_v1/word_count")) continue;
    const bool mixer_keeps = keeps(document, kMixerBounds);
    const bool all_keep = mixer_keeps && keeps(document, kMisspeltBounds);
    differences_.expect_equal(document, fates[i].dropped_by, fates[i].is_kept ? 1 : 0,
                              all_keep ? 1 : 0);
    num_missed_by_mixer += mixer_keeps && !fates[i].is_kept ? 1 : 0;
  }
  EXPECT_GT(differences_.num_compared(), 1300);
  EXPECT_EQ(differences_.num_different(), 0) << differences_.message();
  EXPECT_EQ(num_missed_by_mixer, 6);
}

}  // namespace
}  // namespace tamis::pipeline
