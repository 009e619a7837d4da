#include "tamis/text/charset.h"

#include <gtest/gtest.h>
#include <iconv.h>

#include "tamis/text/transcode.h"
#include "tamis/text/utf8.h"
#include "tests/text/random_text.h"

namespace tamis::text {
namespace {

std::string encode(std::string text, std::string_view encoding) {
  const iconv_t handle = iconv_open(iconv_name(encoding), "UTF-8");
  std::string bytes(text.size() * 4 + 16, '\0');
  char* source = text.data();
  char* target = bytes.data();
  std::size_t num_left = text.size();
  std::size_t num_free = bytes.size();
  EXPECT_NE(iconv(handle, &source, &num_left, &target, &num_free), std::size_t(-1)) << encoding;
  iconv(handle, nullptr, nullptr, &target, &num_free);
  iconv_close(handle);
  bytes.resize(bytes.size() - num_free);
  return bytes;
}

struct Decoded {
  std::string text;
  std::string_view encoding;
  bool is_detected;
};

Decoded decode(std::string_view bytes, std::string_view declared, bool is_html) {
  std::string buffer;
  const Utf8Text decoded = decode_to_utf8(bytes, declared, is_html, std::string::npos, buffer);
  return {std::string(decoded.text), decoded.encoding, decoded.is_detected};
}

struct Sample {
  std::string_view encoding;
  std::vector<std::string_view> pieces;
};

const std::vector<Sample>& samples() {
  static const std::vector<Sample> kSamples = {
      {"GB18030",
       {"我们今天去北京的图书馆看书，", "这个问题很复杂。", "经济发展速度较快；",
        "他说自己不会来了。"}},
      {"Big5",
       {"我們今天去圖書館看書，", "這個問題很複雜。", "經濟發展的速度較快；",
        "他說自己不會來了。"}},
      {"Shift_JIS",
       {"今日は図書館で本を読みました。", "この問題はとても難しいです。", "東京の天気は晴れ、"}},
      {"EUC-JP",
       {"今日は図書館で本を読みました。", "この問題はとても難しいです。", "東京の天気は晴れ、"}},
      {"EUC-KR",
       {"오늘은 도서관에서 책을 읽었습니다. ", "이 문제는 매우 어렵습니다. ", "서울의 날씨는 "}},
      {"windows-1251",
       {"Сегодня мы пошли в библиотеку. ", "Этот вопрос очень сложный. ", "погода в Москве "}},
      {"KOI8-R",
       {"Сегодня мы пошли в библиотеку. ", "Этот вопрос очень сложный. ", "погода в Москве "}},
      {"windows-1252",
       {"Où est la bibliothèque ? ", "Le problème était très compliqué. ",
        "Nous avons mangé à midi. "}},
  };
  return kSamples;
}

TEST(CanonicalEncoding, MeansWhatBrowsersMean) {
  EXPECT_EQ(canonical_encoding(" GB2312 "), "GB18030");
  EXPECT_EQ(canonical_encoding("ISO-8859-1"), "windows-1252");
  EXPECT_EQ(canonical_encoding("x-sjis"), "Shift_JIS");
  EXPECT_EQ(canonical_encoding("UTF8"), "UTF-8");
  EXPECT_EQ(canonical_encoding("klingon"), "");
  EXPECT_EQ(canonical_encoding(""), "");
}

// Servers say it of all that they send.
TEST(DecodeToUtf8, DoubtsLatinOfOtherScripts) {
  for (const Sample& sample : samples()) {
    const std::string text = random_text(sample.pieces, 40, 1);
    const Decoded decoded = decode(encode(text, sample.encoding), "ISO-8859-1", false);
    EXPECT_EQ(decoded.text, text) << sample.encoding;
  }
  const std::string page = "<meta charset=gb2312><p>今天";  // too short to tell by its bytes
  EXPECT_EQ(decode(encode(page + "去图书馆看书去图书馆", "GB18030"), "ISO-8859-1", true).encoding,
            "GB18030");
  const std::string rules = "<p>" + std::string(60, '\x97') +
                            "<p>Le caf\xE9 \xE9tait ferm\xE9 \xE0 midi.<p>" +
                            std::string(60, '\x95');
  EXPECT_EQ(decode(rules, "windows-1252", true).encoding, "windows-1252");
  const std::string capitals = encode("LES ÉLÈVES ÂGÉS ÉTAIENT À L'ÉCOLE, ÔÉÈÀ", "windows-1252");
  EXPECT_EQ(decode(capitals, "ISO-8859-1", false).encoding, "windows-1252");
}

TEST(DecodeToUtf8, RoundTripsDeclaredTexts) {
  for (const Sample& sample : samples()) {
    const std::string text = random_text(sample.pieces, 40, 1);
    const Decoded decoded = decode(encode(text, sample.encoding), sample.encoding, false);
    EXPECT_EQ(decoded.text, text);
    EXPECT_EQ(decoded.encoding, sample.encoding);
    EXPECT_FALSE(decoded.is_detected);
  }
}

TEST(DecodeToUtf8, CopiesNothingThatIsUtf8) {
  for (const std::string_view bytes : {"plain", "中文"}) {
    std::string buffer;
    EXPECT_EQ(decode_to_utf8(bytes, "gbk", true, 100, buffer).text.data(), bytes.data());
  }
}

TEST(DecodeToUtf8, DetectsTextsOfAKilobyte) {
  for (const Sample& sample : samples()) {
    int num_right = 0;
    for (unsigned seed = 0; seed < 50; ++seed) {
      const std::string text = random_text(sample.pieces, 40, seed);
      num_right += decode(encode(text, sample.encoding), "", false).text == text;
    }
    EXPECT_EQ(num_right, 50) << sample.encoding;
  }
}

TEST(DecodeToUtf8, TakesAFewPairedBytesForChinese) {
  EXPECT_EQ(decode("sdfsds \xB5\xC4\xCA\xA6\xB8\xB5", "", false).text, "sdfsds 的师傅");
  EXPECT_EQ(decode("caf\xE9", "", false).text, "café");
}

TEST(DecodeToUtf8, BelievesBytesMoreThanDeclarations) {
  EXPECT_EQ(decode("中文", "gbk", false).encoding, "UTF-8");
  const std::string text = random_text(samples()[0].pieces, 40, 1);
  EXPECT_EQ(decode(encode(text, "GB18030"), "utf-8", false).text, text);
  EXPECT_EQ(decode("plain", "utf-16", false).text, "plain");
}

TEST(DecodeToUtf8, ReadsMarksAndTakesThemOff) {
  EXPECT_EQ(decode("\xEF\xBB\xBF中", "gbk", true).text, "中");
  EXPECT_EQ(decode(std::string_view("\xFF\xFE\x2D\x4E", 4), "", true).text, "中");
  EXPECT_EQ(decode(std::string_view("\xFE\xFF\x4E\x2D", 4), "", true).text, "中");
}

TEST(DecodeToUtf8, FindsUtf16WithoutMark) {
  const Decoded decoded = decode(encode("a plain text, 中文", "UTF-16LE"), "", false);
  EXPECT_EQ(decoded.text, "a plain text, 中文");
  EXPECT_EQ(decoded.encoding, "UTF-16LE");
}

TEST(DecodeToUtf8, ReplacesWhatDoesNotFitAndGoesOn) {
  std::string bytes = encode(random_text(samples()[0].pieces, 40, 1), "GB18030");
  bytes = "\xFF" + bytes + "end";
  const Decoded decoded = decode(bytes, "gbk", false);
  EXPECT_TRUE(decoded.text.starts_with("\uFFFD"));
  EXPECT_TRUE(decoded.text.ends_with("end"));
  EXPECT_EQ(decode("\x81\x93", "windows-1252", false).text, "\u0081\u201C");
}

TEST(DecodeToUtf8, RepairsUtf8WithFewBrokenBytes) {
  const std::string text = random_text(samples()[0].pieces, 40, 1);
  const Decoded decoded = decode(text + "\xE4", "", false);
  EXPECT_EQ(decoded.text, text + "\uFFFD");
  EXPECT_EQ(decoded.encoding, "UTF-8");
}

// Crawls cut pages at a limit, and pages take in pieces of others.
TEST(DecodeToUtf8, TakesUtf8WithFewBrokenBytesForNothingElse) {
  const std::string chinese = random_text(samples()[0].pieces, 40, 1);
  const std::string english = "\u201CIt\u2019s a dream,\u201D said the miller \u2014 and slept. ";
  for (const std::string_view declared : {"gb2312", "big5", "iso-8859-1", "shift_jis", ""}) {
    for (const std::string& text : {chinese, english, "价格：¥20，北京。" + english}) {
      for (const std::string_view broken : {"\xE4", "\xE4\xB8", "\xFF"}) {
        EXPECT_EQ(decode(text + std::string(broken), declared, false).text, text + "\uFFFD")
            << declared;
        EXPECT_EQ(decode(std::string(broken) + "a" + text, declared, false).text, "\uFFFDa" + text);
      }
    }
  }
  EXPECT_EQ(decode(chinese + "\xE4", "gbk", false).encoding, "UTF-8");
  EXPECT_TRUE(decode(chinese + "\xE4", "gbk", false).is_detected);
}

TEST(DecodeToUtf8, RefusesBinary) {
  std::string bytes;
  for (unsigned i = 0; i < 4000; ++i) bytes += static_cast<char>((i * 2654435761u) >> 24);
  EXPECT_EQ(decode(bytes, "", false).encoding, "");
}

TEST(DecodeToUtf8, RefusesTextsThatGrowOverTheLimit) {
  const struct {
    std::string bytes;
    std::string_view declared;
    std::size_t num_bytes;  // of the text
  } kCases[] = {
      {std::string(100'000, '\x80'), "windows-1252", 300'000},
      {encode("中文字", "GB18030"), "gbk", 9},
      {random_text(samples()[0].pieces, 40, 1) + "\xE4", "utf-8",
       random_text(samples()[0].pieces, 40, 1).size() + 3},
      {"\xEF\xBB\xBF"
       "中\xFF",
       "", 6},
      {encode("a plain text", "UTF-16LE"), "utf-16", 12},
  };
  for (const auto& c : kCases) {
    std::string buffer;
    const Utf8Text fits = decode_to_utf8(c.bytes, c.declared, false, c.num_bytes, buffer);
    EXPECT_FALSE(fits.is_too_large) << c.declared;
    EXPECT_EQ(fits.text.size(), c.num_bytes) << c.declared;
    const Utf8Text grown = decode_to_utf8(c.bytes, c.declared, false, c.num_bytes - 1, buffer);
    EXPECT_TRUE(grown.is_too_large) << c.declared;
    EXPECT_EQ(grown.text, "") << c.declared;
  }
}

TEST(DecodeToUtf8, TakesTheDetectedEncodingWhereTheDeclaredOneGrows) {
  const std::string text = random_text(samples()[0].pieces, 400, 1);
  std::string buffer;
  const auto decoded = decode_to_utf8(encode(text, "GB18030"), "utf-8", false, text.size(), buffer);
  EXPECT_EQ(decoded.text, text);
}

// Repaired a megabyte at a time, and at once.
struct TranscodeCase {
  std::string_view encoding;
  std::string_view bytes;
  std::string_view text;
  std::size_t num_replaced = 0;
};

// Against the indexes of encoding.spec.whatwg.org.
TEST(Transcode, ReadsCodesAsBrowsersDo) {
  const TranscodeCase cases[] = {
      {"Big5", "\xB0\x4F\xAA\xCC\xA1\xFE\xA5\x78\xA5\x5F", "記者／台北"},
      {"Big5", "\xA1\x45\xA1\x4E\xA1\xE3\xA2\x44\xA2\x41\xA2\x40", "‧﹑～￥∕＼"},
      {"Big5", "\xA2\xCC\xA2\xCE\xA3\xE1\xA1\xC3", "十卅€￣"},
      {"Big5", "\x88\x62\xFA\x40", "Ê̄𠕇"},
      {"Big5", "\xC6\xDE\x61", "�a", 1},  // private use elsewhere
      {"Big5", "a\xA1", "a�", 1},
      {"GB18030", "\xA3\xA0\xA3\xA1", "　！"},
      {"GB18030", "\x85\x30\x81\x30\xA1\xA1", "�　", 1},
      {"Shift_JIS", "\xFD\x93\xFA\xA0\x96\x7B", "�日�本", 2},
      {"windows-1258", "ti\xEA\xECng Vi\xEA\xF2t", "tiếng Việt"},
      {"windows-1258", "a", "a"},
      {"windows-1255", "\xE0\xCA\xE1", "א�ב", 1},
  };
  for (const auto& [encoding, bytes, text, num_replaced] : cases) {
    const auto transcoded = transcode(bytes, encoding);
    ASSERT_TRUE(transcoded.has_value()) << encoding;
    EXPECT_EQ(transcoded->text, text) << encoding;
    EXPECT_EQ(transcoded->num_replaced, num_replaced) << text;
  }
}

TEST(Transcode, RepairsAlikeWhereverItsPiecesEnd) {
  for (const std::string_view unit :
       {"\x80", "中", "😀", "\xF0\x9F\x98", "\xE4\xB8", "\xFF", "a"}) {
    for (std::size_t num_before = 0; num_before < 5; ++num_before) {
      std::string bytes(num_before, 'x');
      while (bytes.size() < (std::size_t{1} << 20) + 40) bytes += unit;
      std::string expected;
      const std::size_t num_replaced = append_repaired_utf8(bytes, expected);
      const auto repaired = transcode(bytes, "UTF-8");
      EXPECT_TRUE(repaired->text == expected) << unit << num_before;
      EXPECT_EQ(repaired->num_replaced, num_replaced) << unit << num_before;
    }
  }
}

TEST(DecodeToUtf8, AlwaysGivesValidUtf8) {
  for (unsigned seed = 0; seed < 200; ++seed) {
    const std::string bytes = random_text(kMixedPieces, 50, seed);
    for (const char* label :
         {"", "gbk", "big5", "euc-jp", "iso-2022-jp", "utf-16", "windows-1253"}) {
      EXPECT_TRUE(is_valid_utf8(decode(bytes, label, true).text)) << label;
    }
  }
}

}  // namespace
}  // namespace tamis::text
