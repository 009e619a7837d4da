// What datatrove, Dolma and Data-Juicer say about real documents, for tests of parity.
//
// They are shared/golden/rules; its README tells the versions and settings of the reference.
#pragma once

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tamis::rules {

class GoldenDocument {
 public:
  // `row`: one line of docs.jsonl. Ends the test program if it is no such line.
  explicit GoldenDocument(std::string_view row);

  std::string id;
  std::string language;  // "en" or "zh"; "en" of all that is not Chinese
  std::string source;
  std::string text;

  // What datatrove split the text into; of every fifth document.
  std::optional<std::vector<std::string>> words;
  std::optional<std::vector<std::string>> sentences;

  // The reference's values by JSON pointer: "/datatrove/measures/gopher_quality/words". Nothing
  // where there is none, or null, or one of another type.
  std::optional<double> number(std::string_view pointer) const;
  std::optional<bool> boolean(std::string_view pointer) const;
  std::optional<std::string> string(std::string_view pointer) const;

  // Of a Dolma tagger's list: start and end in code points, and score.
  using Span = std::array<double, 3>;
  std::vector<Span> spans(std::string_view pointer) const;

  // `words` as views, for PassageScratch::set_words. Requires: words.
  std::vector<std::string_view> word_views() const;

 private:
  struct Row;
  std::shared_ptr<const Row> row_;
};

// All of them, read once, in the order of the file; none where shared/ is absent.
std::span<const GoldenDocument> golden_documents();

// Skips its tests where there is nothing to compare with.
class GoldenRules : public testing::Test {
 protected:
  void SetUp() override {
    if (golden_documents().empty()) GTEST_SKIP() << "no shared/golden/rules beside this checkout";
  }
};

// Collects the documents that differ from the reference; says the first few of them.
class Differences {
 public:
  // Compares counts and decisions; `what` says what is compared.
  void expect_equal(const GoldenDocument& document, std::string_view what, double ours,
                    double theirs);

  // The same for ratios, to 1e-12; two that are absent are equal.
  void expect_near(const GoldenDocument& document, std::string_view what,
                   std::optional<double> ours, std::optional<double> theirs);

  std::int64_t num_compared() const { return num_compared_; }
  std::int64_t num_different() const { return num_different_; }

  // How many differ of how many, and the first of them.
  std::string message() const;

 private:
  void note(const GoldenDocument& document, std::string_view what, std::optional<double> ours,
            std::optional<double> theirs);

  std::int64_t num_compared_ = 0;
  std::int64_t num_different_ = 0;
  std::string first_;
};

}  // namespace tamis::rules
