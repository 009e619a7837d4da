#include "tamis/readers/http_message.h"

#include "tests/readers/reading.h"

namespace tamis::readers {
namespace {

std::string body(const std::string& fields, std::string_view bytes,
                 BodyState state = BodyState::kDecoded) {
  const std::string message = "HTTP/1.1 200 OK\r\n" + fields + "\r\n" + std::string(bytes);
  BodyBuffers buffers;
  const DecodedBody decoded = decode_body(*parse_http(message), 1 << 20, buffers);
  EXPECT_EQ(decoded.state, state) << fields;
  return std::string(decoded.bytes);
}

TEST(ParseHttp, ReadsPoorHeads) {
  EXPECT_EQ(parse_http("HTTP/1.0 404\nA: b\n\nbody")->status, 404);
  EXPECT_EQ(parse_http("HTTP/1.0 404\nA: b\n\nbody")->body, "body");
  EXPECT_EQ(parse_http("HTTP/1.1 200 OK\r\n\r\nbody")->body, "body");
  EXPECT_EQ(parse_http("HTTP/1.1 302")->status, 302);
  EXPECT_EQ(parse_http("ICY 200 OK\r\n\r\nx")->status, 200);
  EXPECT_FALSE(parse_http("<html>").has_value());
  EXPECT_FALSE(parse_http("").has_value());
  EXPECT_FALSE(parse_http("HTTP/1.1 abc").has_value());
}

TEST(DecodeBody, UndoesChunks) {
  const std::string chunked = "Transfer-Encoding: chunked\r\n";
  EXPECT_EQ(body(chunked, "4\r\nabcd\r\n2;x=y\r\nef\r\n0\r\nTrailer: 1\r\n\r\n"), "abcdef");
  EXPECT_EQ(body(chunked, "not chunked at all"), "not chunked at all");
  EXPECT_EQ(body(chunked, "A\r\nabc"), "abc");
  EXPECT_EQ(body(chunked, "ffffffffffffffff\r\nabc"), "abc");
}

TEST(DecodeBody, UndoesContentCodings) {
  const std::string text(5000, 'x');
  EXPECT_EQ(body("Content-Encoding: gzip\r\n", deflated(text, 31)), text);
  EXPECT_EQ(body("Content-Encoding: deflate\r\n", deflated(text, 15)), text);
  EXPECT_EQ(body("Content-Encoding: deflate\r\n", deflated(text, -15)), text);
  EXPECT_EQ(body("content-encoding: deflate, gzip\r\n", deflated(deflated(text, 15), 31)), text);
  EXPECT_EQ(body("Content-Encoding: br\r\n", "\x0b\x02\x80hello\x03"), "hello");
  EXPECT_EQ(body("Content-Encoding: identity\r\n", text), text);
}

TEST(DecodeBody, TakesWhatIsStoredDecodedAsItIs) {
  for (const char* coding : {"gzip", "deflate", "br"}) {
    EXPECT_EQ(body(std::string("Content-Encoding: ") + coding + "\r\n", "<html>page</html>"),
              "<html>page</html>")
        << coding;
  }
}

TEST(DecodeBody, TellsDamageAndBombsApart) {
  const std::string packed = deflated(std::string(5000, 'x') + "end", 31);
  body("Content-Encoding: gzip\r\n", packed.substr(0, packed.size() / 2), BodyState::kDamaged);
  body("Content-Encoding: gzip\r\n", deflated(std::string(2 << 20, 'x'), 31), BodyState::kTooLarge);
  body("Content-Encoding: compress\r\n", "abc", BodyState::kUnknownEncoding);
}

}  // namespace
}  // namespace tamis::readers
