// The counts of repetition beside what datatrove and Dolma measured on the same words.

#include <gtest/gtest.h>
#include <simdjson.h>

#include <cmath>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "tamis/text/ngram_repetition.h"
#include "tamis/text/utf8.h"

namespace tamis::text {
namespace {

using Json = simdjson::dom::element;
using Words = std::vector<std::string_view>;

const std::filesystem::path kFolder = std::filesystem::path(TAMIS_SHARED_DIR) / "golden/rules";

// Calls `use` with each document of a .jsonl.zst.
void for_each_row(const char* name, const std::function<void(const Json&)>& use) {
  const std::string command = "zstd -dqc --long=24 '" + (kFolder / name).string() + "'";
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  ASSERT_NE(pipe, nullptr);
  std::string lines;
  char block[1 << 16];
  while (const std::size_t num_bytes = fread(block, 1, sizeof block, pipe.get())) {
    lines.append(block, num_bytes);
  }
  simdjson::dom::parser parser;
  simdjson::dom::document_stream rows;
  ASSERT_FALSE(parser.parse_many(lines, 1 << 22).get(rows));
  for (auto row : rows) use(row.value());
}

// What str.split() of Python leaves of a text.
Words split_at_white_space(std::string_view text) {
  Words words;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded decoded = decode_code_point(text.substr(i));
    const char32_t c = decoded.code_point;
    const bool is_space = (c >= 9 && c <= 13) || (c >= 28 && c <= 32) || c == 0x85 || c == 0xA0 ||
                          c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
                          c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
    if (is_space && i > begin) words.push_back(text.substr(begin, i - begin));
    i += decoded.num_bytes;
    if (is_space) begin = i;
  }
  if (begin < text.size()) words.push_back(text.substr(begin));
  return words;
}

double quotient(std::int64_t part, std::int64_t whole) {
  return double(part) / double(std::max<std::int64_t>(whole, 1));
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

TEST(RepetitionGolden, AgreesWithDatatroveAndDolma) {
  if (!std::filesystem::exists(kFolder)) GTEST_SKIP() << "no shared data beside this checkout";
  std::map<std::string, std::vector<std::string>> words_by_id;
  for_each_row("words.jsonl.zst", [&](const Json& row) {
    auto& words = words_by_id[std::string(row["id"].get_string().value())];
    for (const Json word : row["words"].get_array()) words.emplace_back(word.get_string().value());
  });
  NgramRepetition repetition;
  int num_documents = 0;
  for_each_row("docs.jsonl.zst", [&](const Json& document) {
    ++num_documents;
    const Words dolma_words = split_at_white_space(document["text"].get_string().value());
    repetition.set_words(dolma_words);
    if (!dolma_words.empty()) expect_same_as_dolma(repetition, document);
    const auto found = words_by_id.find(std::string(document["id"].get_string().value()));
    if (found == words_by_id.end()) return;
    const Words words(found->second.begin(), found->second.end());
    repetition.set_words(words);
    expect_same_as_datatrove(repetition, document);
  });
  EXPECT_EQ(words_by_id.size(), 463u);
  EXPECT_EQ(num_documents, 2311);
}

}  // namespace
}  // namespace tamis::text
