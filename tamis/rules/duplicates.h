// The rules that count repeated lines and paragraphs: their settings, and the shares by these.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "tamis/catalog/spec.h"
#include "tamis/rules/rule.h"
#include "tamis/text/byte_count.h"
#include "tamis/text/utf8.h"

namespace tamis::rules {

inline constexpr std::string_view kOccurrences[] = {"later", "all"};
inline constexpr std::string_view kDuplicatesOver[] = {"text", "words", "lines", "pieces"};

// `Params` has the member `occurrences`.
template <typename Params>
inline constexpr ParamSpec kOccurrencesParam =
    param<&Params::occurrences>("occurrences",
                                "later: the second and further ones of equal pieces (datatrove); "
                                "all: the first as well (Dolma, DCLM).",
                                kOccurrences);

// `Params` has the members `occurrences` and `over`.
template <typename Params>
inline constexpr ParamSpec kDuplicateCodePointParams[] = {
    kOccurrencesParam<Params>,
    param<&Params::over>("over",
                         "The whole: text: all code points; words: those of the words that "
                         "split_words cuts (Dolma); lines: all but line breaks (FineWeb); pieces: "
                         "those of the pieces that split_lines cuts (DCLM).",
                         kDuplicatesOver),
};

inline const text::PieceSums& duplicate_pieces(const Passage& passage,
                                               const std::string& occurrences) {
  const text::DuplicatePieces& duplicates = passage.duplicate_lines();
  return occurrences == "all" ? duplicates.all : duplicates.later;
}

// The share of the pieces that are duplicates.
inline double duplicate_piece_ratio(const Passage& passage, const std::string& occurrences) {
  return ratio(duplicate_pieces(passage, occurrences).num_pieces,
               static_cast<std::int64_t>(passage.lines().size()));
}

inline std::int64_t code_points_in_pieces(const Passage& passage) {
  std::int64_t num_code_points = 0;
  for (const std::string_view piece : passage.lines())
    num_code_points += static_cast<std::int64_t>(text::count_code_points(piece));
  return num_code_points;
}

// The share of the code points that stand in duplicates. Lines of white space can repeat in a
// text that has no words, or nothing but line breaks: then the whole counts as 1, as in Dolma.
inline double duplicate_code_point_ratio(const Passage& passage, const std::string& occurrences,
                                         const std::string& over) {
  std::int64_t whole = passage.num_code_points();
  if (over == "words") whole = passage.word_counts().all.num_code_points;
  if (over == "lines") whole -= text::count_byte(passage.text(), '\n');
  if (over == "pieces") whole = code_points_in_pieces(passage);
  return ratio(duplicate_pieces(passage, occurrences).num_code_points,
               std::max<std::int64_t>(whole, 1));
}

}  // namespace tamis::rules
