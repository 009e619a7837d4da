// Compared with the program opencc itself, on real texts and on every phrase and character alone.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include "tamis/text/simplified.h"
#include "tamis/text/utf8.h"
#include "tests/transforms/shared_files.h"

namespace tamis::text {
namespace {

std::string simplified(std::string_view text) {
  std::string result;
  append_simplified(text, result);
  return result;
}

// What opencc makes of the text, or nothing where it is not installed.
std::string by_opencc(const std::string& text) {
  const auto path = std::filesystem::path(testing::TempDir()) / "traditional.txt";
  std::ofstream(path, std::ios::binary) << text;
  return output_of("cd / && opencc -c t2s -i '" + path.string() + "' 2>/dev/null");
}

void expect_same_lines(const std::string& text) {
  const std::string reference = by_opencc(text);
  if (reference.empty()) GTEST_SKIP() << "the program opencc is not installed";
  const auto expected = lines_of(reference);
  const auto actual = lines_of(simplified(text));
  ASSERT_EQ(actual.size(), expected.size());
  for (std::size_t index = 0; index < actual.size(); ++index) {
    ASSERT_EQ(actual[index], expected[index]) << "line " << index + 1;
  }
}

TEST(AppendSimplified, ChoosesByPhrase) {
  const std::pair<std::string_view, std::string_view> kCases[] = {
      {"乾燥的乾隆年間，幹活，干戈", "干燥的乾隆年间，干活，干戈"},
      {"皇后與以後", "皇后与以后"},
      {"著名的著作，看著與執著", "著名的著作，看著与执著"},
      {"頭髮發達", "头发发达"},
      {"abc，簡体", "abc，简体"},
  };
  for (const auto& [traditional, expected] : kCases) EXPECT_EQ(simplified(traditional), expected);
}

TEST(AppendSimplified, CopiesBrokenBytes) {
  for (const std::string_view bytes :
       {"\xE8\xAA", "\xE8", "\xE8\x41\x42", "\xF0\xA0\x80", "\xFF"}) {
    EXPECT_EQ(simplified(bytes), bytes);
  }
}

TEST(AppendSimplified, AgreesWithOpenccOnEveryHanCharacter) {
  std::string text;
  for (char32_t code_point = 0x3400; code_point < 0x2EBF0; ++code_point) {
    if (code_point >= 0xA000 && code_point < 0x20000) continue;
    append_code_point(code_point, text);
    text.push_back('\n');
  }
  expect_same_lines(text);
}

// Lines of characters that begin or end phrases meet in every order.
TEST(AppendSimplified, AgreesWithOpenccOnRandomText) {
  constexpr std::u32string_view kCharacters =
      U"乾隆坤幹干後后著着髮發老態龍鍾鐘藉口憑瞭望噹一，a徵角變宮於";
  std::mt19937 random(1);
  std::string text;
  for (int index = 0; index < 200'000; ++index) {
    append_code_point(kCharacters[random() % kCharacters.size()], text);
    if (index % 40 == 39) text.push_back('\n');
  }
  expect_same_lines(text);
}

class RealTexts : public testing::TestWithParam<std::string_view> {};

TEST_P(RealTexts, AgreeWithOpencc) {
  const auto lines = shared_lines(GetParam(), 3000);
  if (lines.empty()) GTEST_SKIP() << "no shared/data";
  std::string text;
  for (const std::string& line : lines) text += line + '\n';
  expect_same_lines(text);
}

INSTANTIATE_TEST_SUITE_P(AppendSimplified, RealTexts,
                         testing::Values("books_zh/poetry_tang.jsonl.zst",
                                         "clean_zh/zhwiki2019.jsonl.zst",
                                         "clean_zh/oiwiki.jsonl.zst",
                                         "clean_zh/cmrc2018_dev.jsonl.zst"));

}  // namespace
}  // namespace tamis::text
