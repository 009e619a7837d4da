// The counts of repetition beside what datatrove and Dolma measured on the same words.

#include <gtest/gtest.h>
#include <simdjson.h>

#include <filesystem>
#include <functional>
#include <map>
#include <string>

#include "tamis/text/line_repetition.h"
#include "tamis/text/ngram_repetition.h"
#include "tamis/text/utf8.h"
#include "tamis/text/white_space.h"
#include "tests/transforms/shared_files.h"

namespace tamis::text {
namespace {

using Json = simdjson::dom::element;
using Words = std::vector<std::string_view>;

const std::filesystem::path kFolder = std::filesystem::path(TAMIS_SHARED_DIR) / "golden/rules";

// Calls `use` with each row of a .jsonl.zst.
void for_each_row(const char* name, const std::function<void(const Json&)>& use) {
  simdjson::dom::parser parser;
  const std::string path = (kFolder / name).string();
  for (const std::string& line : lines_of(output_of("zstd -dqc --long=24 '" + path + "'"))) {
    use(parser.parse(line).value());
  }
}

// The pieces between line ends; datatrove takes several line ends for one.
Words split_at_line_ends(std::string_view text, bool takes_several_for_one) {
  Words pieces;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    pieces.push_back(text.substr(begin, end - begin));
    begin = end + 1;
    while (takes_several_for_one && begin < text.size() && text[begin] == '\n') ++begin;
  }
  return pieces;
}

double quotient(std::int64_t part, std::int64_t whole) {
  return double(part) / double(std::max<std::int64_t>(whole, 1));
}

void expect_same_lines(LineRepetition& repetition, const Json& document) {
  const std::string_view text = document["text"].get_string().value();
  const auto datatrove =
      document["datatrove"]["measures"]["gopher_repetition"].get_object().value();
  const Words lines = split_at_line_ends(text, true);
  const PieceSums later = repetition.duplicates(lines).later;
  EXPECT_NEAR(quotient(later.num_pieces, std::int64_t(lines.size())),
              datatrove["dup_line_frac"].get_double().value(), 1e-12);
  EXPECT_NEAR(quotient(later.num_code_points, std::int64_t(count_code_points(text))),
              datatrove["dup_line_char_frac"].get_double().value(), 1e-12);
  const Words all_lines = split_at_line_ends(text, false);
  const PieceSums all = repetition.duplicates(all_lines).all;
  EXPECT_NEAR(quotient(all.num_pieces, std::int64_t(all_lines.size())),
              document["dolma"]["gopher_v1"]["fraction_of_duplicate_lines"].get_double().value(),
              1e-12)
      << document["id"];
}

void expect_same_as_datatrove(NgramRepetition& repetition, const Json& document) {
  const auto measures = document["datatrove"]["measures"]["gopher_repetition"].get_object().value();
  const auto num_code_points =
      std::int64_t(count_code_points(document["text"].get_string().value()));
  for (int n = 2; n <= 4; ++n) {
    const Json measured = measures["top_" + std::to_string(n) + "_gram"].value();
    const TopNgram top = repetition.top(n, TopTie::kFirst);
    ASSERT_EQ(top.num_occurrences == 0, measured.is_null()) << document["id"];
    if (measured.is_null()) continue;
    const std::int64_t with_spaces = top.num_code_points + n - 1;
    EXPECT_NEAR(quotient(with_spaces * top.num_occurrences, num_code_points),
                measured.get_double().value(), 1e-12)
        << document["id"];
  }
  for (int n = 5; n <= 10; ++n) {
    const Json measured = measures["duplicated_" + std::to_string(n) + "_n_grams"].value();
    EXPECT_NEAR(quotient(repetition.skipped_code_points(n), num_code_points),
                measured.get_double().value(), 1e-12)
        << document["id"] << " " << n;
  }
}

void expect_same_as_dolma(NgramRepetition& repetition, const Json& document) {
  const auto measures = document["dolma"]["gopher_v1"].get_object().value();
  const std::string name = "fraction_of_characters_in_";
  for (int n = 2; n <= 10; ++n) {
    const TopNgram top = repetition.top(n, TopTie::kFirst);
    if (top.num_occurrences == 0) continue;
    const OccurrenceSums sums = repetition.occurrence_sums(n);
    const std::string kind = n <= 4 ? "most_common_" : "duplicate_";
    const double ours =
        n <= 4 ? quotient(top.num_code_points * top.num_occurrences, repetition.num_code_points())
               : quotient(sums.repeated_code_points, sums.all_code_points);
    EXPECT_NEAR(ours, measures[name + kind + std::to_string(n) + "grams"].get_double().value(),
                1e-12)
        << document["id"];
  }
}

TEST(RepetitionGolden, FindsTheSameDuplicateLines) {
  if (!std::filesystem::exists(kFolder)) GTEST_SKIP() << "no shared data beside this checkout";
  LineRepetition repetition;
  for_each_row("docs.jsonl.zst", [&](const Json& row) { expect_same_lines(repetition, row); });
}

TEST(RepetitionGolden, FindsTheSameRepeatedNgrams) {
  if (!std::filesystem::exists(kFolder)) GTEST_SKIP() << "no shared data beside this checkout";
  std::map<std::string, std::vector<std::string>> words_by_id;
  for_each_row("words.jsonl.zst", [&](const Json& row) {
    auto& words = words_by_id[std::string(row["id"].get_string().value())];
    for (const Json word : row["words"].get_array()) words.emplace_back(word.get_string().value());
  });
  NgramRepetition repetition;
  DistinctWords distinct;
  int num_documents = 0;
  for_each_row("docs.jsonl.zst", [&](const Json& document) {
    ++num_documents;
    Words dolma_words;
    split_at_white_space(document["text"].get_string().value(), dolma_words);
    distinct.set_words(dolma_words);
    repetition.set_words(distinct);
    if (!dolma_words.empty()) expect_same_as_dolma(repetition, document);
    const auto found = words_by_id.find(std::string(document["id"].get_string().value()));
    if (found == words_by_id.end()) return;
    const Words words(found->second.begin(), found->second.end());
    distinct.set_words(words);
    repetition.set_words(distinct);
    expect_same_as_datatrove(repetition, document);
  });
  EXPECT_EQ(words_by_id.size(), 463u);
  EXPECT_EQ(num_documents, 2311);
}

}  // namespace
}  // namespace tamis::text
