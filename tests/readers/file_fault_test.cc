#include "tamis/readers/file_fault.h"

#include <gtest/gtest.h>

#include "tamis/io/memory_file_system.h"
#include "tests/gzip.h"
#include "tests/must.h"

namespace tamis::readers {
namespace {

using std::string_literals::operator""s;

class FileFault : public testing::Test {
 protected:
  std::string fault(const std::string& path, std::string bytes, std::string_view format = "auto") {
    files_.add(path, std::move(bytes));
    return must(file_fault(files_, path, format, Limits{}, nullptr));
  }

  io::MemoryFileSystem files_;
};

TEST_F(FileFault, IsNoneForOneBadLine) {
  EXPECT_EQ(fault("a.jsonl", "{\n{\"text\":\"good\"}\n"), "");
  EXPECT_EQ(fault("a.jsonl", "[{\"a\":1}]\n{\"text\":\"好\"}\n"), "");
  EXPECT_NE(fault("a.jsonl", "[{\"a\":1},\n{\"a\":2}]\n"), "");
  EXPECT_NE(fault("a.jsonl", "[{\"a\":[1]},\n{\"a\":2}]\n"), "");
  EXPECT_NE(fault("a.jsonl", "[{\"a\":1}]\n"), "");
}

TEST_F(FileFault, ReadsAnyPartOfAMagicNumber) {
  for (const std::string_view magic : {"BZh91AY&SY", "7zXZ", "PK\x03\x04", "ARROW1"}) {
    for (std::size_t size = 0; size < magic.size(); ++size)
      fault("a.jsonl", std::string(magic.substr(0, size)));
  }
}

TEST_F(FileFault, IsNoneOfWhatIsRead) {
  const std::pair<std::string, std::string> kFiles[] = {
      {"a.jsonl", "{\"text\":\"\u4e2d\u6587\"}\n"},
      {"marked.jsonl", "\xef\xbb\xbf {\"text\":\"one\"}\n"},
      {"a.jsonl.gz", deflated("{\"text\":\"one\"}\n")},
      {"begun.jsonl", "{"},
      {"mark.jsonl", "\xff\xfe"},
      {"array_first.jsonl", "[1]\n{\"text\":\"one\"}\n"},
      {"broken.jsonl", "nothing\n{\"text\":\"one\"}\n"},
      {"empty.jsonl", ""},
      {"empty", ""},
      {"a.warc", "WARC/1.0\r\n"},
      {"note.txt", "[1] BZh PK"},
      {"page.html", "PK\x03\x04 or what it may be"},
      {"noise.warc.gz", "\x01\x02\x03"},
  };
  for (const auto& [path, bytes] : kFiles) EXPECT_EQ(fault(path, bytes), "") << path;
}

TEST_F(FileFault, SaysHowToReadOtherFormsOfJson) {
  EXPECT_EQ(fault("a.json", "\n [\n{\"text\":1}]"),
            "a.json: this is one JSON array and no JSON Lines: give its elements a line each: "
            "`jq -c '.[]' a.json | tamis ... --input -`");
  EXPECT_EQ(fault("a.json.gz", deflated("[{}]")),
            "a.json.gz: this is one JSON array and no JSON Lines: give its elements a line each: "
            "`zcat a.json.gz | jq -c '.[]' | tamis ... --input -`");
  EXPECT_EQ(fault("p.json", "{\r\n  \"text\": \"\u4e2d\u6587\"\n}\n"),
            "p.json: its objects are printed over several lines, and JSON Lines have one a line: "
            "`jq -c . p.json | tamis ... --input -`");
  for (const std::string& head :
       {"\xff\xfe{\0\"\0"s, "\xfe\xff\0{"s, "{\0\"\0t\0"s, "\0{\0\"\0t"s}) {
    EXPECT_TRUE(fault("u.jsonl", head).starts_with("u.jsonl: this is UTF-16, ")) << head;
  }
  EXPECT_NE(fault("named", "[ {\"text\":1}]"), "");
}

TEST_F(FileFault, NamesWhatUnpacksAFile) {
  const std::string tar = std::string(257, '\0') + "ustar\0"s + std::string(300, '\0');
  const std::pair<std::string, std::string> kCommands[] = {
      {"xz -dc", "\xFD"s + "7zXZ\0..."s},  {"bzip2 -dc", "BZh91AY&SY"s},
      {"lz4 -dc", "\x04\x22\x4D\x18"s},    {"lzip -dc", "LZIP\x01"s},
      {"unzip -p", "PK\x03\x04"s},         {"tar -xf", tar},
      {"twice", deflated(deflated("{}"))}, {"Parquet or JSON Lines", "ARROW1\0\0"s}};
  for (const auto& [command, bytes] : kCommands) {
    for (const char* format : {"auto", "jsonl", "warc"})
      EXPECT_NE(fault("packed", bytes, format).find(command), std::string::npos) << command;
    EXPECT_NE(fault("a.jsonl", bytes).find(command), std::string::npos) << command;
  }
  EXPECT_EQ(fault("a.jsonl.br", "any", "jsonl"),
            "a.jsonl.br: packed with brotli, which is not read: unpack it, or give it by standard "
            "input: `brotli -dc a.jsonl.br | tamis ... --input -`");
}

TEST_F(FileFault, KnowsAWindowThatNoMemoryHolds) {
  EXPECT_NE(fault("a.warc.zst", "\x28\xB5\x2F\xFD\x00\xA8......"s).find("window of 2048 MiB"),
            std::string::npos);
}

TEST_F(FileFault, SaysThatNothingTellsTheFormat) {
  EXPECT_TRUE(fault("what", "?").starts_with("what: neither the name nor the first bytes tell"));
}

}  // namespace
}  // namespace tamis::readers
