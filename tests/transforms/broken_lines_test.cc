#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "tamis/text/utf8.h"
#include "tests/transforms/apply_transform.h"
#include "tests/transforms/shared_files.h"

namespace tamis::transforms {

extern const TransformSpec broken_lines;

namespace {

std::string mended(std::string_view text, std::string_view latin = "keep") {
  return apply_transform(broken_lines, text, {{"latin", std::string(latin)}}).text;
}

// The paragraph with a line break after every `num_code_points_max` code points. Marks that may not
// begin a line go with the one before them, as every typesetter does.
std::string wrapped(std::string_view paragraph, std::size_t num_code_points_max) {
  std::string text;
  std::size_t num_in_line = 0;
  while (!paragraph.empty()) {
    const auto [code_point, num_bytes] = text::decode_code_point(paragraph);
    const bool may_begin_line = std::u32string_view(U"，。、；：？！”’）》」』").find(code_point) ==
                                std::u32string_view::npos;
    if (num_in_line >= num_code_points_max && may_begin_line) {
      text.push_back('\n');
      num_in_line = 0;
    }
    text.append(paragraph, 0, num_bytes);
    ++num_in_line;
    paragraph.remove_prefix(num_bytes);
  }
  return text;
}

std::size_t num_line_breaks(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count(text, '\n'));
}

// The strings of a line of JSON, without escapes in them.
std::vector<std::string> plain_pieces(std::string_view json) {
  std::vector<std::string> pieces;
  while (!json.empty()) {
    const std::size_t end = std::min(json.find_first_of("\"\\"), json.size());
    pieces.emplace_back(json.substr(0, end));
    const bool is_escape = end < json.size() && json[end] == '\\';
    json.remove_prefix(std::min(end + (is_escape ? 2 : 1), json.size()));
  }
  return pieces;
}

TEST(BrokenLines, KeepsWhatIsNotWrapped) {
  const std::string_view kTexts[] = {
      "关于进一步加强全市安全生产工作的若干意见和具体措施\n各单位要注意。",
      "- 第一项内容比较长一些但是没有句号所以要看清楚\n- "
      "第二项内容比较长一些但是没有句号所以要看清楚\n- 第三项",
      "床前明月光\n疑是地上霜\n举头望明月\n低头思故乡",
      "锦瑟无端五十弦，一弦一柱思华年。\n庄生晓梦迷蝴蝶，望帝春心托杜鹃。\n沧海月明珠有泪，蓝田日暖"
      "玉生烟。",
      "姓名 | 年龄 | 城市 | 备注说明文字比较长的一个单元格\n张三 | 二十 | 北京 | "
      "备注说明文字比较长的一个单元格",
      "",
      "\n\n",
  };
  for (const std::string_view text : kTexts) EXPECT_EQ(mended(text), text);
}

constexpr std::string_view kWrappedEnglish =
    "It was the best of times, it was the worst of times, it was the age\n"
    "of wisdom, it was the age of foolishness, it was the epoch of be-\n"
    "lief, it was the epoch of incredulity, it was the season of Light.\n";

TEST(BrokenLines, JoinsEnglishOnlyWhereTheRecipeSaysSo) {
  EXPECT_EQ(mended(kWrappedEnglish), kWrappedEnglish);
  EXPECT_EQ(mended(kWrappedEnglish, "join"),
            "It was the best of times, it was the worst of times, it was the age of wisdom, it was "
            "the age of foolishness, it was the epoch of belief, it was the epoch of incredulity, "
            "it was the season of Light.\n");
}

TEST(BrokenLines, NeverJoinsTangPoems) {
  const auto lines = shared_lines("books_zh/poetry_tang.jsonl.zst", 20'000);
  if (lines.empty()) GTEST_SKIP() << "no shared/data";
  for (const std::string& line : lines) {
    std::string poem;
    for (const std::string& verse : plain_pieces(line)) poem += verse + '\n';
    ASSERT_EQ(mended(poem), poem);
  }
}

TEST(BrokenLines, MendsWrappedParagraphs) {
  const auto lines = shared_lines("clean_zh/cmrc2018_dev.jsonl.zst", 1000);
  if (lines.empty()) GTEST_SKIP() << "no shared/data";
  std::mt19937 random(1);
  std::size_t num_broken = 0;
  std::size_t num_left = 0;
  std::size_t num_paragraphs = 0;
  std::size_t num_identical = 0;
  for (const std::string& line : lines) {
    for (const std::string& piece : plain_pieces(line)) {
      if (text::count_code_points(piece) < 200) continue;
      const std::string broken = wrapped(piece, 30 + random() % 11);
      const std::string result = mended(broken);
      num_broken += num_line_breaks(broken);
      num_left += num_line_breaks(result);
      ++num_paragraphs;
      num_identical += result == piece;
    }
  }
  printf("%zu of %zu breaks left; %zu of %zu paragraphs identical\n", num_left, num_broken,
         num_identical, num_paragraphs);
  EXPECT_GT(num_broken, 1000u);
  EXPECT_LE(num_left * 50, num_broken);  // 98 % are mended
}

// One paragraph a line, as extraction writes them, is no wrapped text.
TEST(BrokenLines, KeepsParagraphsOfRealTexts) {
  const auto lines = shared_lines("clean_zh/zhwiki2019.jsonl.zst", 100);
  if (lines.empty()) GTEST_SKIP() << "no shared/data";
  std::size_t num_lines = 0;
  std::size_t num_joined = 0;
  for (const std::string& line : lines) {
    std::string article;
    for (const std::string& paragraph : plain_pieces(line)) article += paragraph + '\n';
    num_lines += num_line_breaks(article);
    num_joined += num_line_breaks(article) - num_line_breaks(mended(article));
  }
  printf("%zu of %zu lines joined\n", num_joined, num_lines);
  EXPECT_LE(num_joined * 200, num_lines);
}

}  // namespace
}  // namespace tamis::transforms
