#include "tamis/rules/reported_speech.h"

#include <string>
#include <vector>

#include "tamis/rules/visitor_phrases.h"
#include "tamis/text/affixes.h"

namespace tamis::rules {
namespace {

constexpr text::AffixList kQuotationMarks{{"\"", "“", "”", "«", "»"}};

}  // namespace

bool has_quotation_mark(std::string_view text) { return kQuotationMarks.is_in(text); }

Result<ReportedSpeech> ReportedSpeech::make() {
  std::vector<std::string> words;
  for_each_visitor_phrase([&](VisitorPhraseKind kind, std::string_view phrase) {
    if (kind == VisitorPhraseKind::kReport || kind == VisitorPhraseKind::kPerson)
      words.emplace_back(phrase);
  });
  TAMIS_ASSIGN(text::WordMatcher matcher, text::WordMatcher::make(words));
  return ReportedSpeech(std::move(matcher));
}

}  // namespace tamis::rules
