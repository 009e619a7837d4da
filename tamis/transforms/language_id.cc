// Tags a document with its language, and says how sure that is.
#include "tamis/text/language_id.h"

#include <algorithm>

#include "tamis/text/language_tags.h"
#include "tamis/transforms/transform.h"

namespace tamis::transforms {
namespace {

struct Params {
  std::int64_t sample_bytes = text::kLanguageSampleBytes;
  double score_min = 0;
  bool keeps_declared = false;
};

constexpr ParamSpec kParams[] = {
    param<&Params::sample_bytes>(
        "sample_bytes",
        "Bytes that are read for its scripts, from all over the text, and again for its words, "
        "half from its start and half from its middle."),
    param<&Params::score_min>("score_min",
                              "A document with a lower score is tagged und: nobody knows."),
    param<&Params::keeps_declared>(
        "keeps_declared",
        "A document that comes with a language keeps it, Chinese with its script, and has no "
        "score: of curated inputs; the languages that web pages declare are often those of their "
        "templates."),
};

// Below a line of text there is nothing to guess from; above this CLD2's int would overflow.
constexpr std::int64_t kSampleBytesMin = 64;
constexpr std::int64_t kSampleBytesMax = std::int64_t{1} << 24;

void edit(Document& document, std::string&, const Params& params) {
  const bool is_declared = !document.language().empty() && document.language() != "und";
  const bool keeps = params.keeps_declared && is_declared;
  if (keeps && document.language() != "zh") return;
  const auto sample_bytes = std::clamp(params.sample_bytes, kSampleBytesMin, kSampleBytesMax);
  const text::LanguageGuess guess =
      text::guess_language(document.text(), static_cast<std::size_t>(sample_bytes));
  if (keeps) {
    document.set_language(guess.tag == "zh-Hant" ? "zh-Hant" : "zh-Hans");
    return;
  }
  document.set_language(guess.confidence < params.score_min ? "und" : guess.tag);
  document.set_signal(guess.confidence);
}

constexpr Example kExamples[] = {
    {.text = "这个网站发布简体中文的新闻。",
     .edited = "这个网站发布简体中文的新闻。",
     .language = "zh-Hans"},
    {.text = "這個網站發布繁體中文的新聞。",
     .edited = "這個網站發布繁體中文的新聞。",
     .language = "zh-Hant"},
    {.text = "The quick brown fox jumps over the lazy dog.",
     .edited = "The quick brown fox jumps over the lazy dog.",
     .language = "en"},
    {.text = "昨日、友達と一緒に映画を見ました。",
     .edited = "昨日、友達と一緒に映画を見ました。",
     .language = "ja"},
    {.text = "", .edited = "", .language = "und"},
};

}  // namespace

extern constinit const TransformSpec language_id = transform({
    .name = "language_id",
    .version = 3,
    .summary = "Tags the document's language: zh-Hans, zh-Hant, en and some 160 others, or und.",
    .why =
        "Rules and their bounds differ by language; a short text, or one in several languages, is "
        "easily mistaken, which the score tells.",
    .signal = "language_score",
    .signal_unit = "share of the sample",
    .source = {.work = "CLD2 (Compact Language Detector 2), with a count of scripts before it",
               .url = "https://github.com/CLD2Owners/cld2",
               .where = "full tables, 2015"},
    .params = kParams,
    .examples = kExamples,
    .tags = text::language_tags,
    .edit = with_params<Params, edit>,
});

}  // namespace tamis::transforms
