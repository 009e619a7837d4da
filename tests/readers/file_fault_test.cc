#include "tamis/readers/file_fault.h"

#include <gtest/gtest.h>

#include "tamis/io/memory_file_system.h"
#include "tamis/readers/field_names.h"
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

TEST_F(FileFault, NamesTheFieldsWhereNoneIsTheText) {
  const std::string rows =
      "{\"id\":\"1\",\"content\":\"A mill.\"}\n{\"id\":\"2\",\"content\":\"\u78e8\u574a\"}\n";
  EXPECT_EQ(fault("a.jsonl", rows),
            "a.jsonl: its first lines have no field \"text\"; there are: id, content. Name the one "
            "with the text: `--set read.text_field=content`, or `read: {text_field: content}` in a "
            "recipe");
  EXPECT_NE(fault("a.jsonl.gz", deflated(rows)), "");
  EXPECT_NE(fault("a.jsonl", "{\"n\":1}\n{\"n\":2}").find("read.text_field=NAME"),
            std::string::npos);
  FieldNames names;
  names.text_field = "content";
  for (const char* format : {"auto", "jsonl"})
    EXPECT_EQ(must(file_fault(files_, "a.jsonl.gz", format, Limits{}, &names)), "") << format;
}

TEST_F(FileFault, IsNoneWhereOneOfTheFirstLinesHasTheField) {
  for (const char* rows : {"{\"id\":1}\n{\"text\":null}\n", "{\"builder\":\"json\"}\n",
                           "{\"id\":1}\n{\"text\":7}", "{}\n{\n", "[1]\n7\n"})
    EXPECT_EQ(fault("a.jsonl", rows), "") << rows;
  // A head of one line, and documents that are longer than what is looked at.
  const std::string long_row = "{\"text\":\"" + std::string(kHeadBytes, 'x') + "\"}\n";
  EXPECT_EQ(fault("a.jsonl", "{\"version\":1}\n" + long_row), "");
  // Prose with four apostrophes of Windows is no other encoding.
  const std::string prose(1000, 'x');
  EXPECT_EQ(fault("a.jsonl", "{\"text\":\"" + prose + "\x92 \x92 \x92 \x92\"}\n"), "");
  // A line that goes on behind what is looked at may have it there.
  EXPECT_EQ(fault("a.jsonl", "{\"id\":\"" + std::string(kHeadBytes, 'x') + "\",\"no\":1}\n"), "");
}

TEST_F(FileFault, NamesTheEncodingThatIsNotUtf8) {
  // "{"text":"这条河发源于小城北面的山里，流过三个村庄，村里至今保留着古老的磨坊。"}" in GB18030.
  const std::string gbk =
      "{\"text\":\"\xd5\xe2\xcc\xf5\xba\xd3\xb7\xa2\xd4\xb4\xd3\xda\xd0\xa1\xb3\xc7\xb1\xb1"
      "\xc3\xe6\xb5\xc4\xc9\xbd\xc0\xef\xa3\xac\xc1\xf7\xb9\xfd\xc8\xfd\xb8\xf6\xb4\xe5\xd7\xaf"
      "\xa3\xac\xb4\xe5\xc0\xef\xd6\xc1\xbd\xf1\xb1\xa3\xc1\xf4\xd7\xc5\xb9\xc5\xc0\xcf\xb5\xc4"
      "\xc4\xa5\xb7\xbb\xa1\xa3\"}\n";
  EXPECT_EQ(fault("a.jsonl", gbk),
            "a.jsonl: this looks like GB18030, and JSON Lines are read in UTF-8: "
            "`iconv -f GB18030 -t UTF-8 a.jsonl | tamis ... --input -`");
  EXPECT_EQ(fault("a.jsonl", "{\"text\":\"caf\xe9 \xe4\xb8 \u4e2d\"}\n"), "");
  EXPECT_EQ(fault("a.jsonl", "{\"text\":\"" + std::string(kHeadBytes, '\xff') + "\"}\n"), "");
}

TEST_F(FileFault, NamesWhatMakesJsonLinesOfATable) {
  EXPECT_NE(fault("a.csv", "id,text\n1,one\n").find("`mlr --icsv --ojsonl cat a.csv |"),
            std::string::npos);
  EXPECT_NE(fault("a.tsv", "id\ttext\n").find("--itsv"), std::string::npos);
  EXPECT_EQ(fault("a.csv", "id,text\n", "plain_text"), "");
}

TEST_F(FileFault, TellsWhatIsOfNoFormat) {
  const auto is_none = [this](const std::string& path, std::string bytes) {
    files_.add(path, std::move(bytes));
    return must(is_of_no_format(files_, path, "auto"));
  };
  for (const auto& [path, bytes] :
       {std::pair("a.css", "p { color: red }"), {"a.pdf", "%PDF-1.7"}, {"LICENSE", "\u8bb8\u53ef"}})
    EXPECT_TRUE(is_none(path, bytes)) << path;
  for (const auto& [path, bytes] :
       {std::pair("a.jsonl", "?"), {"a.csv", "a,b"}, {"page", "<!DOCTYPE html><p>"}, {"a.br", "?"}})
    EXPECT_FALSE(is_none(path, bytes)) << path;
  EXPECT_FALSE(must(is_of_no_format(files_, "a.css", "plain_text")));
}

TEST_F(FileFault, NamesWhatUnpacksAFile) {
  const std::string tar = std::string(257, '\0') + "ustar\0"s + std::string(300, '\0');
  const std::pair<std::string, std::string> kCommands[] = {
      {"xz -dc", "\xFD"s + "7zXZ\0..."s},
      {"bzip2 -dc", "BZh91AY&SY"s},
      {"lz4 -dc", "\x04\x22\x4D\x18"s},
      {"lzip -dc", "LZIP\x01"s},
      {"unzip", "PK\x03\x04"s},
      {"tar -xf", tar},
      {"twice", deflated(deflated("{}"))},
      {"Parquet or JSON Lines", "ARROW1\0\0"s}};
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
