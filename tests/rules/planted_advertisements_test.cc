// Advertisements planted into clean paragraphs: are they found, and is the rest left as it was?
//
// Each is put together at random from phrases that are written here. The rules were mended after
// their misses here were read: this guards what was reached and does not tell what new patterns
// would show (docs/recipes/chinese_web.md does).
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "tamis/text/letters.h"
#include "tamis/text/sentences.h"
#include "tamis/text/utf8.h"
#include "tests/rules/default_rule.h"
#include "tests/rules/golden_rules.h"

namespace tamis::rules {
namespace {

// Numbers below a bound, the same in each run.
class Random {
 public:
  unsigned below(unsigned bound) { return static_cast<unsigned>(numbers_() % bound); }

 private:
  std::mt19937 numbers_{7};
};

using Choices = std::vector<std::string>;

const std::string& one_of(const Choices& choices, Random& random) {
  return choices[random.below(static_cast<unsigned>(choices.size()))];
}

std::string digits(int num_digits, Random& random) {
  std::string number;
  for (int i = 0; i < num_digits; ++i) number += static_cast<char>('0' + random.below(10));
  return number;
}

std::string account(Random& random) {
  return one_of({"xm", "lulu", "teacher_", "job", "hr_", "dream"}, random) + digits(5, random);
}

std::string mobile(Random& random) {
  const std::string number =
      one_of({"131", "152", "166", "178", "189"}, random) + digits(8, random);
  const std::string grouped =
      number.substr(0, 3) + " " + number.substr(3, 4) + " " + number.substr(7);
  std::string spaced;
  std::string full_width;
  for (const char digit : number) {
    spaced += spaced.empty() ? "" : " ";
    spaced += digit;
    text::append_code_point(U'０' + static_cast<char32_t>(digit - '0'), full_width);
  }
  return one_of({number, grouped, spaced, full_width}, random);
}

std::string price(Random& random) { return digits(2, random) + one_of({"", ".9"}, random) + "元"; }

std::string contact(Random& random) {
  switch (random.below(6)) {
    case 0:
      return one_of({"要视频的", "缺题库的", "想入行的"}, random) + "可以加导师" +
             one_of({"V", "薇信", "微信", "VX:"}, random) + account(random);
    case 1:
      return one_of({"价格面议打", "看房请拨", "订餐找老周"}, random) + mobile(random);
    case 2:
      return one_of({"咨询扣扣", "企业QQ", "Q群"}, random) + one_of({"", "：", " "}, random) + "1" +
             digits(8, random);
    case 3:
      return "免费电话400" + one_of({"-", " "}, random) + digits(3, random) + "-" +
             digits(4, random);
    case 4:
      return one_of({"拉你进", "点头像加入", "现在就进"}, random) +
             one_of({"微信群", "福利群", "学习群"}, random);
    default:
      return "微信号" + one_of({"：", " ", "是"}, random) + account(random);
  }
}

std::string purchase(Random& random) {
  switch (random.below(5)) {
    case 0:
      return "原价" + price(random) + "现价只要" + price(random);
    case 1:
      return one_of({"赶紧", "立刻", "马上"}, random) +
             one_of({"点击图片", "戳蓝字", "点链接"}, random) +
             one_of({"下单", "报名", "抢购"}, random);
    case 2:
      return "扫" + one_of({"描海报", "下面的", "一下"}, random) + "二维码" +
             one_of({"抽奖", "领书", "入会"}, random);
    case 3:
      return "限时" + one_of({"半价", "秒杀", "拼团"}, random) + price(random);
    default:
      return "复制￥dK" + digits(9, random) + "￥到" + one_of({"淘宝", "手淘"}, random) + "看";
  }
}

struct Planted {
  std::string mark;
  std::string text;
  std::string clean;
};

// Plants one advertisement as a sentence or a clause of its own behind the paragraph's first one.
Planted plant(std::string_view paragraph, std::string_view first, Random& random) {
  const std::string mark = random.below(2) == 0 ? contact(random) : purchase(random);
  std::string head(first);
  if (random.below(2) == 0)
    return {mark, head + mark + "。" + std::string(paragraph.substr(first.size())),
            std::string(paragraph)};
  head.resize(head.size() - std::string_view("。").size());
  return {mark, head + "，" + mark + "。" + std::string(paragraph.substr(first.size())),
          std::string(paragraph)};
}

// One paragraph of two sentences and more from each clean document.
std::vector<Planted> planted_paragraphs() {
  Random random;
  std::vector<Planted> planted;
  std::vector<std::string_view> sentences;
  for (const GoldenDocument& document : golden_documents()) {
    const bool is_clean = document.source.starts_with("cmrc2018") ||
                          document.source.starts_with("zhwiki") ||
                          document.source.starts_with("niutrans");
    if (!is_clean) continue;
    for (std::string_view rest = document.text; !rest.empty();) {
      const std::string_view line = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(std::min(line.size() + 1, rest.size()));
      text::split_sentences(line, sentences);
      if (sentences.size() < 2 || !sentences[0].ends_with("。")) continue;
      planted.push_back(plant(line, sentences[0], random));
    }
  }
  return planted;
}

// What must not change: a comma before the advertisement may go with it.
std::string letters_of(std::string_view text) {
  std::string letters;
  for (; !text.empty(); text.remove_prefix(text::decode_code_point(text).num_bytes)) {
    const char32_t code_point = text::decode_code_point(text).code_point;
    if (text::is_letter(code_point) || text::is_digit(code_point))
      text::append_code_point(code_point, letters);
  }
  return letters;
}

using PlantedAdvertisements = GoldenRules;

TEST_F(PlantedAdvertisements, AreFoundAndNothingElseIsCut) {
  const RuleInstance rule = default_rule("contact_mark_count");
  double num_planted = 0;
  double num_found = 0;
  double num_restored = 0;
  double num_false = 0;
  std::string wrong;
  constexpr std::size_t kMessageBytesMax = 2000;
  for (const Planted& planted : planted_paragraphs()) {
    const Verdict verdict = apply_rule(rule, planted.text, "zh");
    const Verdict clean = apply_rule(rule, planted.clean, "zh");
    ++num_planted;
    num_found += verdict.left != planted.text ? 1 : 0;
    num_restored += letters_of(verdict.left) == letters_of(planted.clean) ? 1 : 0;
    num_false += clean.left != planted.clean ? 1 : 0;
    const bool is_wrong = letters_of(verdict.left) != letters_of(planted.clean);
    if (is_wrong && wrong.size() < kMessageBytesMax) wrong += planted.mark + "\n";
  }
  ASSERT_GT(num_planted, 300);
  EXPECT_GE(num_found / num_planted, 0.9) << wrong;
  EXPECT_GE(num_found / (num_found + num_false), 0.95);
  EXPECT_GE(num_restored / num_found, 0.95) << wrong;
  RecordProperty("planted", static_cast<int>(num_planted));
}

}  // namespace
}  // namespace tamis::rules
