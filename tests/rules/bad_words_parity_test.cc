// listed_word_count and datatrove's C4BadWordsFilter on real pages, with the list that both read
// (shared/data/dirty_lexicon).
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "tamis/rules/word_list.h"
#include "tests/rules/golden_rules.h"

namespace tamis::rules {
namespace {

class BadWordsParity : public GoldenRules {
 protected:
  void SetUp() override {
    GoldenRules::SetUp();
    const std::string archive =
        std::string(TAMIS_SHARED_DIR) + "/data/dirty_lexicon/ldnoobw.tar.zst";
    if (!std::filesystem::exists(archive)) GTEST_SKIP() << "no " << archive;
    std::filesystem::create_directories(folder_);
    const std::string command = "tar --zstd -xf '" + archive + "' -C '" + folder_ + "'";
    ASSERT_EQ(std::system(command.c_str()), 0);
  }

  void TearDown() override { std::filesystem::remove_all(folder_); }

  WordList list(std::string_view language, std::string_view borders) const {
    // Published: taken off the lists of all languages, because Japanese and Chinese hold them
    // inside other words.
    ReadFiles files;
    auto made = WordList::make({.files = {folder_ + "/ldnoobw/" + std::string(language)},
                                .allowed_words = {"sm", "グロ", "女の子", "性"},
                                .borders = std::string(borders)},
                               files);
    EXPECT_TRUE(made.has_value());
    return *std::move(made);
  }

  static Differences compare(std::string_view language, const WordList& words) {
    Differences differences;
    for (const GoldenDocument& document : golden_documents()) {
      const auto keeps = document.boolean("/datatrove/filters/c4_badwords/keep");
      if (document.language != language || !keeps) continue;
      differences.expect_equal(document, "keep", words.matcher().count(document.text) == 0 ? 1 : 0,
                               *keeps ? 1 : 0);
    }
    return differences;
  }

  const std::string folder_ = testing::TempDir() + "tamis_bad_words_parity";
};

TEST_F(BadWordsParity, AgreesOnEveryEnglishPage) {
  const Differences differences = compare("en", list("en", "non_word"));
  EXPECT_GT(differences.num_compared(), 1000);
  EXPECT_EQ(differences.num_different(), 0) << differences.message();
}

TEST_F(BadWordsParity, AgreesOnEveryChinesePage) {
  const Differences differences = compare("zh", list("zh", "none"));
  EXPECT_GT(differences.num_compared(), 500);
  EXPECT_EQ(differences.num_different(), 0) << differences.message();
}

}  // namespace
}  // namespace tamis::rules
