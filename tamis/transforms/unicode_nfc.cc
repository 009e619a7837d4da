// Characters in their composed form: é as one code point, not e and an accent.
#include "tamis/text/normal_form.h"
#include "tamis/transforms/transform.h"

namespace tamis::transforms {
namespace {

void edit(Document& document, std::string& edited) {
  if (text::normalize_nfc(document.text(), edited)) document.set_text(edited);
}

constexpr Example kExamples[] = {
    {.text = "cafe\u0301", .edited = "café"},
    {.text = "か\u3099", .edited = "が"},
    {.text = "全角，（ＡＢＣ）１２３", .edited = "全角，（ＡＢＣ）１２３"},
};

}  // namespace

extern constinit const TransformSpec unicode_nfc = transform({
    .name = "unicode_nfc",
    .version = 2,
    .summary =
        "Brings the text into Unicode normal form C, but for letters with more than 30 marks.",
    .why =
        "The same word is then the same bytes; full-width letters and punctuation, which form KC "
        "would replace, stay.",
    .source = {.work = "Unicode Standard Annex 15, Unicode Normalization Forms",
               .url = "https://www.unicode.org/reports/tr15/",
               .where = "section 1.2, through ICU"},
    .examples = kExamples,
    .edit = plain<edit>,
});

}  // namespace tamis::transforms
