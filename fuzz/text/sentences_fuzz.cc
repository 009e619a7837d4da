// Sentences, and the clauses of each, lose no byte.
#include <cstdint>
#include <string>

#include "tamis/base/check.h"
#include "tamis/text/sentences.h"
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t num_bytes) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), num_bytes);
  const auto check_whole = [](std::string_view whole, const auto& pieces) {
    std::string joined;
    for (const std::string_view piece : pieces) joined += piece;
    TAMIS_CHECK(joined == whole);
  };
  std::vector<std::string_view> sentences;
  std::vector<std::string_view> clauses;
  tamis::text::split_sentences(text, sentences);
  check_whole(text, sentences);
  for (const std::string_view sentence : sentences) {
    tamis::text::split_clauses(sentence, clauses);
    check_whole(sentence, clauses);
  }
  return 0;
}
