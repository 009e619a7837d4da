// Compared with jieba itself on random text, and with the words that datatrove found in real pages.
#include "tamis/text/chinese_words.h"

#include <gtest/gtest.h>

#include "tests/text/golden_words.h"
#include "tests/text/random_text.h"

namespace tamis::text {
namespace {

// The words, with a slash between them.
std::string cut(std::string_view text) {
  ChineseWordSplitter splitter;
  std::vector<std::string_view> words;
  splitter.split(text, words);
  std::string result;
  for (const std::string_view word : words) result.append(word).append("/");
  if (!result.empty()) result.pop_back();
  return result;
}

using Case = std::pair<std::string_view, std::string_view>;

TEST(ChineseWordSplitter, TakesTheLikeliestWordsOfTheDictionary) {
  const Case kCases[] = {
      {"我来到北京清华大学", "我/来到/北京/清华大学"},
      {"南京市长江大桥", "南京市/长江大桥"},
      {"乒乓球拍卖完了", "乒乓球/拍卖/完/了"},
      {"著作權屬於作者", "著作/權屬/於/作者"},
      {"的", "的"},
      {"", ""},
  };
  for (const auto& [text, expected] : kCases) EXPECT_EQ(cut(text), expected);
}

// A character that begins words but is none stands alone only where no word begins with it.
TEST(ChineseWordSplitter, PrefersAnyWordToAPieceOfOne) {
  const Case kCases[] = {{"B超音速", "B超/音速"},
                         {"A座谈会", "A座/谈会"},
                         {"A股份制", "A股/份制"},
                         {"A音速", "A/音速"}};
  for (const auto& [text, expected] : kCases) EXPECT_EQ(cut(text), expected);
}

TEST(ChineseWordSplitter, JoinsUnknownWords) {
  const Case kCases[] = {
      {"他来到了网易杭研大厦", "他/来到/了/网易/杭研/大厦"},
      {"小明硕士毕业于中国科学院", "小明/硕士/毕业/于/中国科学院"},
      {"龘龘龘", "龘/龘/龘"},  // in no table
  };
  for (const auto& [text, expected] : kCases) EXPECT_EQ(cut(text), expected);
}

TEST(ChineseWordSplitter, KeepsLettersAndNumbersWhole) {
  const Case kCases[] = {
      {"Python3和C++都是3.14%", "Python3/和/C++/都/是/3.14%"},
      {"买A股用T恤", "买/A股/用/T恤"},
      {"a--b #tag 1.2.3", "a/--/b/#/tag/1.2/./3"},
      {"A", "A"},
      {"don't e-mail", "don/'/t/e/-/mail"},
  };
  for (const auto& [text, expected] : kCases) EXPECT_EQ(cut(text), expected);
}

TEST(ChineseWordSplitter, TakesAnythingElseOneByOne) {
  const Case kCases[] = {
      {"“好！”——他说……", "“/好/！/”/—/—/他/说/…/…"},
      {"ＡＢ１２é\u0301", "Ａ/Ｂ/１/２/é/\u0301"},
      {"㐀𠀀鿖한か😀", "㐀/𠀀/鿖/한/か/😀"},
  };
  for (const auto& [text, expected] : kCases) EXPECT_EQ(cut(text), expected);
}

TEST(ChineseWordSplitter, DropsWhiteSpace) {
  EXPECT_EQ(cut(" 中国\r\n\u3000人民\u00A0\u2028\x1C\x1F\u0085\t"), "中国/人民");
  EXPECT_EQ(cut("中\u200B国"), "中/\u200B/国");
  EXPECT_EQ(cut(" \n"), "");
}

TEST(ChineseWordSplitter, TakesAnIllFormedPartForAWord) {
  EXPECT_EQ(cut("中国\xE4\xB8 人民\xFF"), "中国/\xE4\xB8/人民/\xFF");
  EXPECT_EQ(cut("\xE4\xB8"), "\xE4\xB8");
}

// Every rule of jieba meets every other.
constexpr std::string_view kPieces[] = {
    "中国", "人民", "北京",   "大学",   "生活", "结婚", "的", "和", "尚未", "未",
    "一",   "二十", "研究",   "究",     "杭",   "研",   "龘", "權", "屬",   "张",
    "伟",   "丽",   "东升",   "乒乓",   "a",    "AT&T", "T",  "恤", "C",    "+",
    "#",    "A",    "股份制", "1",      ".",    "5",    "%",  "-",  "_",    "&",
    "，",   "。",   "“",      "\u3000", " ",    "\r\n", "é",  "鿕", "鿖",   "卡拉",
    "OK",   "不",   "亦",     "乐",     "乎",   "大",   "小", "王", "了",   "不得"};

// What jieba makes of the lines of a text, or nothing where its module is not installed.
std::string by_jieba(const std::string& text) {
  const auto path = std::filesystem::path(testing::TempDir()) / "chinese_lines.txt";
  std::ofstream(path, std::ios::binary) << text;
  const std::string script =
      "import jieba, sys\n"
      "jieba.setLogLevel(60)\n"
      "for line in open(sys.argv[1], encoding=\"utf-8\", newline=\"\\n\"):\n"
      "    print(\"/\".join(word for word in jieba.cut(line) if word.strip()))\n";
  return output_of("TMPDIR='" + testing::TempDir() +
                   "' PYTHONPATH=/usr/lib/python3/dist-packages python3 -X utf8 -W ignore -c '" +
                   script + "' '" + path.string() + "' 2>/dev/null");
}

TEST(ChineseWordSplitter, AgreesWithJiebaOnRandomText) {
  std::string text;
  for (unsigned seed = 0; seed < 5000; ++seed) {
    std::string line = random_text(kPieces, 1 + static_cast<int>(seed % 40), seed);
    std::erase(line, '\n');
    text += line + '\n';
  }
  const std::vector<std::string> expected = lines_of(by_jieba(text));
  if (expected.empty()) GTEST_SKIP() << "python3-jieba is not installed";
  const std::vector<std::string> lines = lines_of(text);
  ASSERT_EQ(expected.size(), lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) ASSERT_EQ(cut(lines[i]), expected[i]) << lines[i];
}

TEST(ChineseWordSplitter, AgreesWithDatatroveOnEveryGoldenDocument) {
  const std::vector<GoldenDocument> documents = golden_documents("zh");
  if (documents.empty()) GTEST_SKIP() << "no shared/golden/rules";
  ChineseWordSplitter splitter;
  std::vector<std::string_view> words;
  std::vector<std::string> joined;
  for (const GoldenDocument& document : documents) {
    splitter.split(document.text, words);
    joined.push_back(joined_words(words));
  }
  const auto sums = sha1_of_each(joined, std::filesystem::path(testing::TempDir()) / "golden_zh");
  ASSERT_EQ(sums.size(), documents.size());
  for (std::size_t i = 0; i < sums.size(); ++i) {
    EXPECT_EQ(sums[i], documents[i].words_sha1) << documents[i].id;
  }
}

// Linear, and without a stack that grows: a second for each of these would be an error.
TEST(ChineseWordSplitter, CutsHostileTextInNoTime) {
  for (const std::string_view piece : {"一", "龘", "a", "中华人民共和国", ".", "1.", "\xE4"}) {
    std::string text;
    while (text.size() < 1 << 20) text += piece;
    std::vector<std::string_view> words;
    ChineseWordSplitter().split(text, words);
    std::size_t num_bytes = 0;
    for (const std::string_view word : words) num_bytes += word.size();
    EXPECT_EQ(num_bytes, text.size()) << piece;
  }
}

}  // namespace
}  // namespace tamis::text
