#include "tamis/readers/warc_head.h"

#include <gtest/gtest.h>

namespace tamis::readers {
namespace {

TEST(BeginsRecord, NeedsAVersion) {
  EXPECT_TRUE(begins_record("WARC/1.0\r\n"));
  EXPECT_TRUE(begins_record("WARC/0.17"));
  for (const char* text : {"", "WARC", "WARC/1.", "WARC/x.0", "warc/1.0", " WARC/1.0"}) {
    EXPECT_FALSE(begins_record(text)) << text;
  }
}

TEST(FindRecord, LooksAtTheBeginningsOfLines) {
  EXPECT_EQ(find_record("WARC/1.0 x WARC/1.0\nWARC/1.\nWARC/1.1"), 28u);
  EXPECT_EQ(find_record("WARC/1.0"), std::string_view::npos);
}

TEST(FindHeadEnd, TakesTheEmptyLineAlong) {
  EXPECT_EQ(find_head_end("A: b\r\n\r\nblock", 0), 8u);
  EXPECT_EQ(find_head_end("A: b\n\nblock", 0), 6u);
  EXPECT_EQ(find_head_end("A: b\r\n", 0), 0u);
}

TEST(ParseBlockBytes, KnowsLengthsThatNoRecordHas) {
  EXPECT_EQ(parse_block_bytes("0"), 0);
  EXPECT_EQ(parse_block_bytes("123"), 123);
  for (const char* digits :
       {"", "-1", "1x", "0x10", " 1", "99999999999999999999", "1099511627777"}) {
    EXPECT_EQ(parse_block_bytes(digits), -1) << digits;
  }
}

TEST(SetRecordFields, TakesAddressesOutOfBrackets) {
  Record record;
  set_record_fields("WARC-Target-URI: <http://a.example/>\nwarc-type: response\n", record);
  EXPECT_EQ(record.uri, "http://a.example/");
  EXPECT_EQ(record.type, "response");
  set_record_fields("WARC-Target-URI: <\n", record);
  EXPECT_EQ(record.uri, "<");
}

}  // namespace
}  // namespace tamis::readers
