#include "tamis/readers/decode_stage.h"

#include <fmt/format.h>

#include "tests/readers/reading.h"

namespace tamis::readers {
namespace {

struct Decoded {
  std::string text;
  Payload payload;
  std::optional<DropReason> reason;
};

Decoded decode(std::string_view bytes, Payload payload = Payload::kHttpResponse,
               const Limits& limits = {}) {
  Batch batch;
  NewDocument document;
  document.text = bytes;
  document.payload = payload;
  batch.append(document);
  const DecodeStage stage{limits};
  stage.process(batch, stage.make_scratch().get());
  Decoded decoded{std::string(batch.text[0]), batch.payload[0], {}};
  if (!batch.dropped.empty()) decoded.reason = static_cast<DropReason>(batch.dropped[0].cause);
  EXPECT_EQ(batch.selected.size() + batch.dropped.size(), 1u);
  return decoded;
}

TEST(DecodeStage, DropsByReason) {
  EXPECT_EQ(decode("HTTP/1.1 404 No\r\n\r\nx").reason, DropReason::kHttpStatus);
  EXPECT_EQ(decode("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx").reason,
            DropReason::kMediaType);
  EXPECT_EQ(decode("garbage").reason, DropReason::kUnparsableHttp);
  EXPECT_EQ(decode("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n").reason,
            DropReason::kEmptyPayload);
  EXPECT_EQ(decode("", Payload::kTextBytes).reason, DropReason::kEmptyPayload);
}

TEST(DecodeStage, DropsHeadsOfTooManyLinesAndBodiesOfTooManyCodings) {
  const std::string type = "Content-Type: text/plain\r\n";
  const auto with_lines = [&](std::int64_t num_lines) {
    std::string head = "HTTP/1.1 200 OK\r\n" + type;
    for (std::int64_t line = 1; line < num_lines; ++line) head += "X: y\r\n";
    return decode(head + "\r\ntext").reason;
  };
  EXPECT_FALSE(with_lines(Limits().header_lines_max));
  EXPECT_EQ(with_lines(Limits().header_lines_max + 1), DropReason::kTooManyHeaderLines);
  const auto with_codings = [&](std::string_view codings) {
    return decode(
               fmt::format("HTTP/1.1 200 OK\r\n{}Content-Encoding: {}\r\n\r\ntext", type, codings))
        .reason;
  };
  EXPECT_FALSE(with_codings("gzip, gzip, gzip, gzip"));
  EXPECT_EQ(with_codings("gzip, gzip\r\nTransfer-Encoding: gzip, chunked, gzip, gzip"),
            DropReason::kTooManyCodings);
  EXPECT_EQ(with_codings("gzip, gzip, gzip, gzip, gzip"), DropReason::kTooManyCodings);
}

TEST(DecodeStage, DropsHeadsOfTooManyBytes) {
  const auto with_head = [](std::int64_t num_bytes) {
    std::string head = "Content-Type: text/plain\r\nX: ";
    head.resize(static_cast<std::size_t>(num_bytes) - 2, 'x');
    return decode("HTTP/1.1 200 OK\r\n" + head + "\r\n\r\ntext").reason;
  };
  EXPECT_FALSE(with_head(Limits().header_bytes_max));
  EXPECT_EQ(with_head(Limits().header_bytes_max + 1), DropReason::kHeaderTooLarge);
}

TEST(DecodeStage, ReadsGbkThatTheHeadDeclares) {
  const Decoded page = decode(
      "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=\"gb2312\"\r\n\r\n<p>\xd6\xd0\xce\xc4");
  EXPECT_EQ(page.text, "<p>\xe4\xb8\xad\xe6\x96\x87");
  EXPECT_EQ(page.payload, Payload::kHtml);
}

// As WARC records of type resource say it of themselves.
TEST(DecodeStage, ReadsTheCharsetThatTheInputDeclares) {
  Batch batch;
  batch.append({.charset = "gbk", .text = "\xd6\xd0\xce\xc4", .payload = Payload::kTextBytes});
  const DecodeStage stage{Limits()};
  stage.process(batch, stage.make_scratch().get());
  EXPECT_EQ(batch.text[0], "中文");
}

TEST(DecodeStage, TakesTheLastTypeThatIsOne) {
  for (const std::string_view types :
       {"Content-Type: text/html, text/html; charset=gbk",
        "Content-Type: x\r\nContent-Type: text/html;charset=gbk",
        "Content-Type: text/html; charset=gbk\r\nContent-Type: text/html",
        "Content-Type: application/octet-stream\r\nContent-Type: text/html; charset=gbk, */*"}) {
    const Decoded page =
        decode(fmt::format("HTTP/1.1 200 OK\r\n{}\r\n\r\n<p>\xd6\xd0\xce\xc4", types));
    EXPECT_EQ(page.text, "<p>中文") << types;
  }
}

TEST(DecodeStage, DropsTextsThatAreTooLargeInUtf8) {
  const std::string head = "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=gbk\r\n\r\n";
  const auto with_limit = [&](std::int64_t num_bytes_max) {
    return decode(head + "\xd6\xd0\xce\xc4", Payload::kHttpResponse,
                  {.document_bytes_max = num_bytes_max})
        .reason;
  };
  EXPECT_FALSE(with_limit(6));
  EXPECT_EQ(with_limit(5), DropReason::kDocumentTooLarge);
}

TEST(DecodeStage, KeepsABodyAsFarAsItGoes) {
  std::string page;
  for (int i = 0; i < 3000; ++i) page += "<p>" + std::to_string(i * 7919 % 1000) + " \u4e2d\u6587";
  const std::string head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n";
  const std::string packed = deflated(page);
  const Decoded cut = decode(head + packed.substr(0, packed.size() / 2));
  EXPECT_FALSE(cut.reason);
  EXPECT_GT(cut.text.size(), page.size() / 8);
  EXPECT_TRUE(page.starts_with(cut.text.substr(0, cut.text.size() - 3)));
  EXPECT_EQ(decode(head + packed.substr(0, 12)).reason, DropReason::kContentEncoding);
  std::string damaged = packed;
  for (std::size_t i = damaged.size() / 2; i < damaged.size() / 2 + 40; ++i) damaged[i] = '\xff';
  EXPECT_EQ(decode(head + damaged).reason, DropReason::kContentEncoding);
}

TEST(DecodeStage, LooksAtTheBytesWhereNoTypeIsDeclared) {
  EXPECT_EQ(decode("HTTP/1.1 200 OK\r\n\r\n<!doctype html><p>a").payload, Payload::kHtml);
  EXPECT_EQ(decode("HTTP/1.1 200 OK\r\n\r\njust words").payload, Payload::kText);
  EXPECT_EQ(decode(std::string_view("HTTP/1.1 200 OK\r\n\r\n\x01\x02\x03")).reason,
            DropReason::kMediaType);
}

}  // namespace
}  // namespace tamis::readers
