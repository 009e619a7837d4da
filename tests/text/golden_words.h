// The words that datatrove finds in real documents (shared/golden/rules), for tests that skip
// where shared/ is absent.
#pragma once

#include <simdjson.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "tests/transforms/shared_files.h"

namespace tamis::text {

struct GoldenDocument {
  std::string id;
  std::string text;
  std::string words_sha1;  // of the words, joined by U+001F
  std::int64_t num_sentences;
};

// The documents whose field "lang" is `language`: "en" or "zh".
inline std::vector<GoldenDocument> golden_documents(std::string_view language) {
  const std::string path = std::string(TAMIS_SHARED_DIR) + "/golden/rules/docs.jsonl.zst";
  const std::string lines = output_of("zstd -dqc --long=24 '" + path + "' 2>/dev/null");
  std::vector<GoldenDocument> documents;
  simdjson::dom::parser parser;
  for (const std::string& line : lines_of(lines)) {
    const simdjson::dom::element document = parser.parse(line);
    if (std::string_view(document["lang"]) != language) continue;
    documents.push_back({std::string(std::string_view(document["id"])),
                         std::string(std::string_view(document["text"])),
                         std::string(std::string_view(document["datatrove"]["words_sha1"])),
                         std::int64_t(document["datatrove"]["measures"]["sentences"])});
  }
  return documents;
}

inline std::string joined_words(const std::vector<std::string_view>& words) {
  std::string joined;
  for (const std::string_view word : words) {
    if (!joined.empty()) joined += '\x1F';
    joined += word;
  }
  return joined;
}

// The SHA-1 of each text, as the program sha1sum prints it.
inline std::vector<std::string> sha1_of_each(const std::vector<std::string>& texts,
                                             const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  constexpr std::size_t kFirstName = 100'000;  // names of one length sort as numbers do
  for (std::size_t i = 0; i < texts.size(); ++i) {
    std::ofstream(folder / std::to_string(kFirstName + i), std::ios::binary) << texts[i];
  }
  std::vector<std::string> sums = lines_of(output_of("cd '" + folder.string() + "' && sha1sum *"));
  for (std::string& sum : sums) sum.resize(40);
  std::filesystem::remove_all(folder);
  return sums;
}

}  // namespace tamis::text
