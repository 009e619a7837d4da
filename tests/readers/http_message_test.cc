#include "tamis/readers/http_message.h"

#include <algorithm>

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
  EXPECT_EQ(parse_http("http/1.1 200 OK\r\n\r\nx")->status, 200);
  EXPECT_EQ(parse_http("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n\r\nx")->body, "x");
  EXPECT_EQ(parse_http("HTTP/1.1 100 Continue\r\n\r\nx")->status, 100);
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

std::string chunked(std::string_view bytes) {
  std::string out;
  for (; !bytes.empty(); bytes.remove_prefix(std::min<std::size_t>(7, bytes.size()))) {
    const std::string_view chunk = bytes.substr(0, 7);
    out += "0" + std::to_string(chunk.size()) + "\r\n" + std::string(chunk) + "\r\n";
  }
  return out + "0\r\n\r\n";
}

TEST(DecodeBody, UndoesTransferCodings) {
  const std::string text = "<p>" + std::string(500, 'x') + "\u4e2d\u6587";
  const std::string gzip = deflated(text, 31), zlib = deflated(text, 15), raw = deflated(text, -15);
  EXPECT_EQ(body("Transfer-Encoding: gzip\r\n", gzip), text);
  EXPECT_EQ(body("Transfer-Encoding: gzip, chunked\r\n", chunked(gzip)), text);
  EXPECT_EQ(body("Transfer-Encoding: x-gzip\r\nTransfer-Encoding: chunked\r\n", chunked(gzip)),
            text);
  EXPECT_EQ(body("Transfer-Encoding: deflate\r\n", zlib), text);
  EXPECT_EQ(body("Transfer-Encoding: deflate, Chunked\r\n", chunked(raw)), text);
  EXPECT_EQ(body("Transfer-Encoding: deflate, gzip\r\nContent-Encoding: gzip\r\n",
                 deflated(deflated(gzip, 15), 31)),
            text);
}

TEST(DecodeBody, TakesWhatCrawlersUndidOfATransferAsItIs) {
  const std::string text = "<p>\u4e2d\u6587</p>", gzip = deflated(text, 31);
  const std::string declared = "Transfer-Encoding: gzip, chunked\r\n";
  EXPECT_EQ(body(declared, gzip), text);
  EXPECT_EQ(body(declared, chunked(text)), text);
  EXPECT_EQ(body(declared, text), text);
}

TEST(DecodeBody, BoundsTransferCodingsAsThoseOfContent) {
  const std::string bomb = deflated(std::string(2 << 20, 'x'), 31);
  body("Transfer-Encoding: gzip\r\n", bomb, BodyState::kTooLarge);
  body("Transfer-Encoding: gzip, chunked\r\n", chunked(bomb), BodyState::kTooLarge);
  body("Transfer-Encoding: deflate\r\nContent-Encoding: gzip\r\n", deflated(bomb, 15),
       BodyState::kTooLarge);
  const std::string two = "Transfer-Encoding: gzip, chunked, gzip\r\n";
  EXPECT_EQ(body(two + "Content-Encoding: gzip\r\nContent-Encoding: br\r\n", "text"), "text");
  EXPECT_EQ(body(two + "Content-Encoding: gzip, br, deflate\r\n", "x", BodyState::kTooManyCodings),
            "");
  const std::string packed = deflated(std::string(5000, 'x') + "end", 31);
  body("Transfer-Encoding: gzip\r\n", packed.substr(0, packed.size() / 2), BodyState::kDamaged);
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
}

TEST(DecodeBody, TakesTextInAnUnknownCodingAsItIs) {
  for (const char* field : {"Content-Encoding: utf-8\r\n", "Transfer-Encoding: 8bit\r\n"}) {
    EXPECT_EQ(body(field, "<p>\u4e2d\u6587"), "<p>\u4e2d\u6587") << field;
  }
  for (const char* field : {"Content-Encoding: compress\r\n", "Transfer-Encoding: compress\r\n"}) {
    EXPECT_EQ(body(field, "\x1f\x9d\x90\x61", BodyState::kUnknownEncoding), "") << field;
  }
}

}  // namespace
}  // namespace tamis::readers
