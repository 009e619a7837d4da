#include <algorithm>
#include <cstdint>

#include "tamis/rules/rule.h"
#include "tamis/text/letters.h"
#include "tamis/text/utf8.h"

namespace tamis::rules {
namespace {

// True of what stands between two words if a stretch ends there.
bool ends_stretch(std::string_view gap) {
  while (!gap.empty()) {
    const text::Decoded decoded = text::decode_code_point(gap);
    const char32_t mark = decoded.code_point;
    if (mark == '\n' || mark == '|' || text::is_punctuation(mark)) return true;
    gap.remove_prefix(decoded.num_bytes);
  }
  return false;
}

double measure(const Passage& passage) {
  const char* end = passage.text().data();
  std::int64_t longest = 0;
  std::int64_t num_words = 0;
  // Whatever the recipe splits by: only these words stand in the text.
  for (const std::string_view word : passage.with_split({}).words()) {
    if (ends_stretch({end, word.data()})) num_words = 0;
    longest = std::max(longest, ++num_words);
    end = word.data() + word.size();
  }
  return static_cast<double>(longest);
}

constexpr Example kExamples[] = {
    {.text = "The well-known mill by the river, which has ground flour since 1870, doesn't stop.",
     .kept = true},
    {.text = "河边的磨坊从一八七〇年起磨面粉，至今仍在转动。", .kept = true},
    {.text =
         "cheap watches best price free shipping new watches for men new watches for women "
         "cheap shoes best price free shipping new shoes for men new shoes for women cheap "
         "bags best price free shipping new bags for men new bags for women cheap rings best "
         "price free shipping new rings for men new rings for women cheap hats best price free "
         "shipping new hats for men new hats for women cheap coats best price free shipping "
         "new coats for men new coats for women cheap gloves best price free shipping new "
         "gloves for men new gloves for women cheap socks best price free shipping new socks for "
         "men new socks for women cheap",
     .kept = false},
    {.text = "手表批发 手表价格 手表图片 手表品牌 男表批发 男表价格 男表图片 男表品牌 女表批发 "
             "女表价格 女表图片 女表品牌 皮包批发 皮包价格 皮包图片 皮包品牌 男鞋批发 男鞋价格 "
             "男鞋图片 男鞋品牌 女鞋批发 女鞋价格 女鞋图片 女鞋品牌 帽子批发 帽子价格 帽子图片 "
             "帽子品牌 大衣批发 大衣价格",
     .kept = false},
};

}  // namespace

extern constinit const RuleSpec unpunctuated_word_count = rule({
    .name = "unpunctuated_word_count",
    .version = 1,
    .summary = "Number of words of the longest stretch of a line without punctuation; a Chinese "
               "character is a word.",
    .why = "Nobody writes a hundred words without a comma: lists of search words are, and texts "
           "whose marks were lost. Misleads on transcribed speech, and on poems that are set in "
           "one line.",
    .unit = "words",
    .scale = Scale::kCount,
    .keep = {.max = 112},
    .source = {.work = "OpenDataLab 2024 (dingo)",
               .url = "https://github.com/MigoXLab/dingo",
               .where = "RuleNoPunc and its bound, by a list of marks; here any punctuation of "
                        "Unicode and the vertical bar, unless inside of a word (well-known); "
                        "Chinese characters as words are ours"},
    .examples = kExamples,
    .measure = plain<measure>,
});

}  // namespace tamis::rules
