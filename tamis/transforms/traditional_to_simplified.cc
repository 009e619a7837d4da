// Traditional Chinese characters to simplified ones, identical to OpenCC's configuration t2s.
#include "tamis/text/simplified.h"
#include "tamis/transforms/transform.h"

namespace tamis::transforms {
namespace {

constexpr Example kExamples[] = {
    {.text = "漢字轉換", .edited = "汉字转换"},
    {.text = "乾隆皇帝把頭髮曬乾", .edited = "乾隆皇帝把头发晒干"},
    {.text = "皇后在後面，髮與發", .edited = "皇后在后面，发与发"},
    {.text = "plain English", .edited = "plain English"},
};

}  // namespace

extern constinit const TransformSpec traditional_to_simplified = transform({
    .name = "traditional_to_simplified",
    .version = 1,
    .summary = "Replaces traditional Chinese characters by simplified ones, as OpenCC's t2s does.",
    .why =
        "One script makes words, word lists and duplicates agree; it changes characters only, not "
        "the vocabulary of Taiwan or Hong Kong, and would damage Japanese.",
    .source = {.work = "OpenCC 1.1",
               .url = "https://github.com/BYVoid/OpenCC",
               .where = "t2s.json, TSPhrases and TSCharacters"},
    .examples = kExamples,
    .edit = rewriting<text::append_simplified>,
});

}  // namespace tamis::transforms
