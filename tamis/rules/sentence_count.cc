#include <algorithm>
#include <string>

#include "tamis/rules/rule.h"
#include "tamis/text/letters.h"
#include "tamis/text/token_sentences.h"
#include "tamis/text/utf8.h"

namespace tamis::rules {
namespace {

struct Params {
  std::string sentences = "tamis";
};

constexpr std::string_view kChoices[] = {"tamis", "tokens", "line_tokens", "marks"};

constexpr ParamSpec kParams[] = {
    param<&Params::sentences>(
        "sentences",
        "Who splits. tamis: the marks of both languages, abbreviations known. tokens: full stops "
        "among tokens, as datatrove. line_tokens: the same line by line, as datatrove's C4. marks: "
        "every run of . ! ? as RedPajama; a Chinese text is one sentence.",
        kChoices),
};

// Lines are sentences of their own. The tokens of a line are those of the text that lie in it: a
// token holds no line break.
std::int64_t count_line_token_sentences(const Passage& passage) {
  const std::span<const std::string_view> tokens = passage.words();
  std::int64_t num_sentences = 0;
  std::size_t begin = 0;
  for (const std::string_view line : passage.lines()) {
    std::size_t end = begin;
    while (end < tokens.size() && tokens[end].data() < line.data() + line.size()) ++end;
    num_sentences += text::count_token_sentences(line, tokens.subspan(begin, end - begin));
    begin = end;
  }
  return num_sentences;
}

// Python's \w.
bool is_word_character(char32_t code_point, const text::LetterTable& table) {
  return code_point == U'_' || table[code_point].has(text::Traits::kLetter | text::Traits::kNumber);
}

// The matches of the regular expression \b[^.!?]+[.!?]*: the parts between marks that hold a letter
// or digit. Behind the first of a part, only marks are looked for.
std::int64_t count_mark_sentences(std::string_view text) {
  const text::LetterTable& table = text::letter_table();
  std::int64_t num_sentences = 0;
  for (std::size_t i = 0; i < text.size();) {
    const text::Decoded decoded = text::decode_code_point(text.substr(i));
    i += decoded.num_bytes;
    if (!is_word_character(decoded.code_point, table)) continue;
    ++num_sentences;
    i = std::min(text.find_first_of(".!?", i), text.size());
  }
  return num_sentences;
}

double measure(const Passage& passage, const Params& params) {
  if (params.sentences == "marks") return static_cast<double>(count_mark_sentences(passage.text()));
  if (params.sentences == "tamis") return static_cast<double>(passage.sentences().size());
  const Passage split =
      passage.with_split({.words = text::WordKind::kTokens, .lines = text::LineKind::kEach});
  return static_cast<double>(params.sentences == "line_tokens"
                                 ? count_line_token_sentences(split)
                                 : text::count_token_sentences(split.text(), split.words()));
}

constexpr Example kExamples[] = {
    {.text = "The mill is old. Dr. Smith bought it in 1990. He mended the wheel. It turns again! "
             "Would you like to see it?",
     .kept = true},
    {.text = "Home\nContact us", .kept = false},
    {.text = "磨坊很旧了。张先生买下了它！他修好了水轮。", .kept = true},
    {.text = "首页 新闻 联系我们", .kept = false},
};

}  // namespace

extern constinit const RuleSpec sentence_count = rule({
    .name = "sentence_count",
    .version = 1,
    .summary = "Number of sentences; a line break ends one.",
    .why = "A page of less than three sentences says little; misleads on verse and on lists, whose "
           "lines count as sentences here.",
    .unit = "sentences",
    .scale = Scale::kCount,
    .keep = {.min = 3},
    .source = {.work = "Raffel et al. 2020 (C4)",
               .url = "https://github.com/tensorflow/datasets/blob/master/tensorflow_datasets/text/"
                      "c4_utils.py",
               .where = "minimum of sentences; datatrove wants 5, as the paper says"},
    .params = kParams,
    .examples = kExamples,
    .measure = with_params<Params, measure>,
});

}  // namespace tamis::rules
