#include "tamis/text/language_id.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <map>

#include "tests/transforms/apply_transform.h"
#include "tests/transforms/shared_files.h"

namespace tamis::transforms {

extern const TransformSpec language_id;

namespace {

// The tag of a document that came with one.
std::string tag_of(std::string_view declared, bool keeps_declared,
                   std::string_view text = "这个网站发布简体中文的新闻。") {
  Batch batch;
  batch.signals.resize(1);
  batch.append({.language = declared, .text = text});
  Document document(batch, 0, 0);
  const Setup::Params params = language_id.edit.setup.make_params();
  set_param(language_id, params.get(), {"keeps_declared", keeps_declared});
  std::string edited;
  language_id.edit.call(document, edited, params.get(), nullptr);
  return std::string(document.language());
}

TEST(LanguageId, BelievesWhatADocumentDeclaresIfTold) {
  EXPECT_EQ(tag_of("en", true), "en");
  EXPECT_EQ(tag_of("en", false), "zh-Hans");
  EXPECT_EQ(tag_of("", true), "zh-Hans");
  EXPECT_EQ(tag_of("und", true), "zh-Hans");
}

// Branches are for `zh-Hans` and `zh-Hant`; corpora say no more than that a text is Chinese.
TEST(LanguageId, AddsTheScriptThatDeclaredChineseLacks) {
  for (const char* declared : {"zh", "zh-CN", "cmn", "zho_Hans", "Chinese"}) {
    EXPECT_EQ(tag_of(declared, true), "zh-Hans") << declared;
  }
  EXPECT_EQ(tag_of("zh", true, "這個網站發布繁體中文的新聞。"), "zh-Hant");
  EXPECT_EQ(tag_of("zh", true, "An English abstract."), "zh-Hans");
  EXPECT_EQ(tag_of("zh-TW", true), "zh-Hant");
}

}  // namespace
}  // namespace tamis::transforms

namespace tamis::text {
namespace {

struct Case {
  std::string_view text;
  std::string_view tag;
};

TEST(GuessLanguage, TellsScriptsAndLanguages) {
  const Case kCases[] = {
      {"新闻发布会将于明天举行。", "zh-Hans"},
      {"新聞發佈會將於明天舉行。", "zh-Hant"},
      {"GitHub 上的开源项目 README 文件", "zh-Hans"},
      {"日本語の文章には仮名が多い。", "ja"},
      {"한국어 문장입니다.", "ko"},
      {"This is a plain English sentence about nothing.", "en"},
      {"Dies ist ein ganz gewöhnlicher deutscher Satz.", "de"},
      {"זהו משפט פשוט בעברית", "he"},
      {"这个の牌子的奶茶很好喝，推荐给大家。", "zh-Hans"},
  };
  for (const auto& [text, tag] : kCases) EXPECT_EQ(guess_language(text).tag, tag) << text;
}

// CLD2's small tables do not know Hawaiian: this fails if the full ones are not linked.
TEST(GuessLanguage, UsesTheFullTables) {
  const auto guess = guess_language(
      "Ua mau ke ea o ka ʻāina i ka pono. Aloha kakahiaka e nā hoa aloha a pau loa.");
  EXPECT_EQ(guess.tag, "haw");
}

TEST(GuessLanguage, IsUnsureOfGibberish) {
  for (const std::string_view text :
       {"xq zvk wpf jjh qqz", "1234 5678 !!!", "", "\xFF\xFE\xFD", "a"}) {
    EXPECT_LE(guess_language(text).confidence, 0.5) << text;
  }
}

TEST(GuessLanguage, IsSureOfProse) {
  EXPECT_GT(guess_language("这是一个普通的句子，没有别的文字。").confidence, 0.95);
  EXPECT_GT(guess_language("The committee will meet again on Tuesday to discuss the budget and "
                           "the new library building.")
                .confidence,
            0.9);
}

TEST(GuessLanguage, LooksAtTheMiddleToo) {
  std::string text = "Home About Contact Login ";
  for (int index = 0; index < 200; ++index) text += "今天的天气很好，我们去公园散步。";
  EXPECT_EQ(guess_language(text, 256).tag, "zh-Hans");
}

// As manuals do: code and its output in the start and the middle, Chinese between.
TEST(GuessLanguage, LooksAtScriptsAllOverTheText) {
  std::string code;
  for (int index = 0; index < 30; ++index)
    code += "install the package and restart the server before you change the settings\n";
  std::string chinese;
  for (int index = 0; index < 150; ++index) chinese += "今天的天气很好，我们去公园散步。";
  const auto guess = guess_language(code + chinese + code + chinese);
  EXPECT_EQ(guess.tag, "zh-Hans");
  EXPECT_GT(guess.confidence, 0.6);
}

TEST(GuessLanguage, ReadsMoreWhereTheStartLeavesItUnsure) {
  std::string text =
      "Ua mau ke ea o ka ʻāina i ka pono. Aloha kakahiaka e nā hoa aloha a pau loa. ";
  text += text + text;
  for (int index = 0; index < 50; ++index) {
    text += "The committee will meet again on Tuesday to discuss the new library building. ";
  }
  const auto guess = guess_language(text);
  EXPECT_EQ(guess.tag, "en");
  EXPECT_GT(guess.confidence, 0.8);
  EXPECT_LT(guess_language(text, 512).confidence, 0.8);
}

TEST(GuessLanguage, CutsNoCodePointAtTheSampleEnds) {
  std::string text;
  for (int index = 0; index < 500; ++index) text += "汉";
  for (std::size_t bytes = 60; bytes < 72; ++bytes)
    EXPECT_EQ(guess_language(text, bytes).confidence, 1);
}

// Tatoeba's codes (ISO 639-3) of the languages that CLD2's full tables know.
const std::map<std::string, std::string> kTags = {
    {"cmn", "zh"}, {"wuu", "zh"},  {"yue", "zh-Hant"}, {"eng", "en"}, {"jpn", "ja"},
    {"kor", "ko"}, {"afr", "af"},  {"amh", "am"},      {"ara", "ar"}, {"aze", "az"},
    {"bel", "be"}, {"ben", "bn"},  {"bos", "bs"},      {"bre", "br"}, {"bul", "bg"},
    {"cat", "ca"}, {"ceb", "ceb"}, {"ces", "cs"},      {"cym", "cy"}, {"dan", "da"},
    {"deu", "de"}, {"ell", "el"},  {"epo", "eo"},      {"est", "et"}, {"eus", "eu"},
    {"fao", "fo"}, {"fin", "fi"},  {"fra", "fr"},      {"fry", "fy"}, {"gla", "gd"},
    {"gle", "ga"}, {"glg", "gl"},  {"heb", "he"},      {"hin", "hi"}, {"hrv", "hr"},
    {"hun", "hu"}, {"hye", "hy"},  {"ile", "ie"},      {"ina", "ia"}, {"ind", "id"},
    {"isl", "is"}, {"ita", "it"},  {"jav", "jv"},      {"kat", "ka"}, {"kaz", "kk"},
    {"khm", "km"}, {"lat", "la"},  {"lit", "lt"},      {"lvs", "lv"}, {"mal", "ml"},
    {"mar", "mr"}, {"mkd", "mk"},  {"mon", "mn"},      {"nld", "nl"}, {"nno", "nn"},
    {"nob", "no"}, {"oci", "oc"},  {"pes", "fa"},      {"pol", "pl"}, {"por", "pt"},
    {"ron", "ro"}, {"rus", "ru"},  {"slk", "sk"},      {"slv", "sl"}, {"spa", "es"},
    {"sqi", "sq"}, {"srp", "sr"},  {"swe", "sv"},      {"swh", "sw"}, {"tam", "ta"},
    {"tat", "tt"}, {"tel", "te"},  {"tgl", "fil"},     {"tha", "th"}, {"tuk", "tk"},
    {"tur", "tr"}, {"uig", "ug"},  {"ukr", "uk"},      {"urd", "ur"}, {"uzb", "uz"},
    {"vie", "vi"}, {"war", "war"}, {"xho", "xh"},      {"yid", "yi"}, {"zsm", "ms"}};

struct Accuracy {
  std::size_t num_right = 0;
  std::size_t num_all = 0;
  double share() const { return static_cast<double>(num_right) / static_cast<double>(num_all); }
  void add(std::string_view text, std::string_view tag) {
    num_right += guess_language(text).tag.starts_with(tag);
    ++num_all;
  }
};

struct Measured {
  Accuracy sentences;
  Accuracy documents;  // of ten sentences
};

void add_language(const std::filesystem::path& file, const std::string& tag, Measured& measured) {
  std::string document;
  std::size_t num_joined = 0;
  for (const std::string& sentence : lines_of(output_of("cat '" + file.string() + "'"))) {
    measured.sentences.add(sentence, tag);
    document += sentence + ' ';
    if (++num_joined % 10 != 0) continue;
    measured.documents.add(document, tag);
    document.clear();
  }
}

TEST(GuessLanguage, AgreesWithTatoeba) {
  const auto archive = shared_file("langid/tatoeba_laser.tar.zst");
  if (!std::filesystem::exists(archive)) GTEST_SKIP() << "no " << archive;
  const auto folder = std::filesystem::path(testing::TempDir()) / "tamis_tatoeba";
  std::filesystem::create_directories(folder);
  output_of("tar --zstd --strip-components=1 -xf '" + archive.string() + "' -C '" +
            folder.string() + "'");
  Measured all;
  for (const auto& [code, tag] : kTags) {
    const std::string pair = code == "eng" ? "fra-eng" : code + "-eng";
    add_language(folder / ("tatoeba." + pair + "." + code), tag, all);
  }
  std::filesystem::remove_all(folder);
  RecordProperty("sentences", std::to_string(all.sentences.share()));
  RecordProperty("documents", std::to_string(all.documents.share()));
  printf("sentences %.4f of %zu, documents %.4f of %zu, %zu languages\n", all.sentences.share(),
         all.sentences.num_all, all.documents.share(), all.documents.num_all, kTags.size());
  EXPECT_GE(all.documents.share(), 0.97);
  EXPECT_GE(all.sentences.share(), 0.88);
}

// Tesseract's codes of running text, a line a text; those whose lines are no lists of words.
const std::map<std::string, std::string> kRunningText = {
    {"chi_sim", "zh-Hans"}, {"chi_tra", "zh-Hant"}, {"eng", "en"}, {"jpn", "ja"}, {"kor", "ko"},
    {"deu", "de"},          {"fra", "fr"},          {"spa", "es"}, {"rus", "ru"}, {"ita", "it"},
    {"por", "pt"},          {"nld", "nl"},          {"pol", "pl"}, {"ukr", "uk"}, {"ara", "ar"},
    {"tha", "th"},          {"vie", "vi"},          {"tur", "tr"}, {"hin", "hi"}, {"ell", "el"},
    {"ces", "cs"},          {"swe", "sv"},          {"fin", "fi"}, {"hun", "hu"}, {"ron", "ro"}};

TEST(GuessLanguage, TellsRunningTextLineByLine) {
  const auto archive = shared_file("langid/tesseract_training_text.tar.zst");
  if (!std::filesystem::exists(archive)) GTEST_SKIP() << "no " << archive;
  const auto folder = std::filesystem::path(testing::TempDir()) / "tamis_tesseract";
  std::filesystem::create_directories(folder);
  output_of("tar --zstd --strip-components=1 -xf '" + archive.string() + "' -C '" +
            folder.string() + "'");
  Accuracy all;
  for (const auto& [code, tag] : kRunningText) {
    Accuracy accuracy;
    for (const std::string& line : lines_of(
             output_of("cat '" + (folder / code).string() + "'/*training_text | head -n 600"))) {
      if (line.empty()) continue;
      accuracy.add(line, tag);
      all.add(line, tag);
    }
    const bool is_ours = code == "chi_sim" || code == "chi_tra" || code == "eng";
    EXPECT_GE(accuracy.share(), is_ours ? 0.99 : 0.9) << code;
  }
  std::filesystem::remove_all(folder);
  printf("lines %.4f of %zu, %zu languages\n", all.share(), all.num_all, kRunningText.size());
  EXPECT_GE(all.share(), 0.95);
}

}  // namespace
}  // namespace tamis::text
