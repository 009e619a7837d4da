// The records of real archives, as warcio reads them (../shared/data/warc; data/README.md): same
// records, types, addresses, statuses, decoded lengths and SHA-1, and places in the file.
#include <gtest/gtest.h>
#include <openssl/sha.h>
#include <simdjson.h>

#include <cstdlib>
#include <filesystem>
#include <map>
#include <set>

#include "tamis/io/decompress.h"
#include "tamis/io/disk_file_system.h"
#include "tamis/readers/arc_records.h"
#include "tamis/readers/http_message.h"
#include "tamis/readers/warc_records.h"

namespace tamis::readers {
namespace {

struct Row {
  std::string type, uri, status, body_sha1;
  std::int64_t num_body_bytes = 0, offset = 0, length = 0;
  bool is_refused = false;  // warcio gave up on the file here
};

std::string hex_sha1(std::string_view bytes) {
  unsigned char digest[SHA_DIGEST_LENGTH];
  SHA1(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest);
  std::string hex;
  for (const unsigned char byte : digest) {
    hex += "0123456789abcdef"[byte >> 4];
    hex += "0123456789abcdef"[byte & 15];
  }
  return hex;
}

std::string text_of(simdjson::dom::element row, const char* key) {
  std::string_view text;
  return row[key].get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

std::int64_t number_of(simdjson::dom::element row, const char* key) {
  std::int64_t number = 0;
  return row[key].get(number) == simdjson::SUCCESS ? number : 0;
}

// Files by name, each with its rows in order.
std::map<std::string, std::vector<Row>> read_index(const std::string& path) {
  std::map<std::string, std::vector<Row>> index;
  simdjson::padded_string text;
  if (simdjson::padded_string::load(path).get(text) != simdjson::SUCCESS) return {};
  simdjson::dom::parser parser;
  simdjson::dom::document_stream rows;
  if (parser.parse_many(text).get(rows) != simdjson::SUCCESS) return {};
  for (const simdjson::dom::element row : rows) {
    index[text_of(row, "file")].push_back({.type = text_of(row, "type"),
                                           .uri = text_of(row, "uri"),
                                           .status = text_of(row, "status"),
                                           .body_sha1 = text_of(row, "body_sha1"),
                                           .num_body_bytes = number_of(row, "body_len"),
                                           .offset = number_of(row, "offset"),
                                           .length = number_of(row, "length"),
                                           .is_refused = !text_of(row, "reader_error").empty()});
  }
  return index;
}

// A request's body is not decoded by parse_http, which reads answers: its head is cut off here.
std::string_view body_of_request(std::string_view block) {
  const std::size_t end = block.find("\r\n\r\n");
  return end == std::string_view::npos ? std::string_view() : block.substr(end + 4);
}

// warcio counts the two lines that describe the format as the head.
std::string_view body_of_arc_header(std::string_view block) {
  const std::size_t end = block.find('\n', block.find('\n') + 1);
  return end == std::string_view::npos ? std::string_view() : block.substr(end + 1);
}

Row row_of(const Record& record) {
  Row row{.type = std::string(record.type),
          .uri = std::string(record.uri),
          .status = {},
          .body_sha1 = {},
          .offset = record.offset,
          .length = record.length};
  std::string_view body = record.block;
  if (record.type == "arc_header") body = body_of_arc_header(body);
  BodyBuffers buffers;
  if (record.type == "request") {
    body = body_of_request(record.block);
  } else if (const auto message = parse_http(record.block)) {
    row.status = std::to_string(message->status);
    body = decode_body(*message, 1 << 30, buffers).bytes;
  }
  row.num_body_bytes = static_cast<std::int64_t>(body.size());
  row.body_sha1 = hex_sha1(body);
  return row;
}

std::vector<Row> read_records(const std::string& path) {
  auto bytes =
      std::make_unique<io::ChunkReader>(*io::open_decompressed(io::DiskFileSystem(), path));
  const bool is_old = is_arc(*bytes->peek(64));
  std::unique_ptr<RecordReader> records;
  if (is_old) {
    records = std::make_unique<ArcRecords>(std::move(bytes), Limits{});
  } else {
    records = std::make_unique<WarcRecords>(std::move(bytes), Limits{});
  }
  std::vector<Row> rows;
  Record record;
  while (*records->next(record)) rows.push_back(row_of(record));
  return rows;
}

// Where Tamis gives another answer, and why: docs/formats/reading_warc.md, "Better answers".
const std::map<std::string, std::size_t> kFilesReadFurther = {
    // warcio refuses gzip files of one member; records need no member of their own to be read.
    {"warcio/example-bad-non-chunked.warc.gz", 6},
    {"aut/arc/badexample.arc.gz", 5},
    // A record split over gzip members: its length tells where it ends.
    {"warcio/example-wrong-chunks.warc.gz", 2},
};

// A record of length 1 whose one byte is a line end: warcio takes it for the head of the block.
const std::set<std::string> kOneByteBlocks = {"pywb/warcs/bad.arc record 2",
                                              "warcio/bad.arc record 2"};

// warcio writes "%20" for the spaces of WARC URIs; Tamis gives them as the archive has them.
std::string with_encoded_spaces(const std::string& uri) {
  std::string encoded;
  for (const char c : uri) encoded += c == ' ' ? std::string("%20") : std::string(1, c);
  return encoded;
}

class Truth : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    const std::string archive = std::string(TAMIS_SHARED_DIR) + "/data/warc/files.tar.zst";
    if (!std::filesystem::exists(archive)) return;
    folder_ = testing::TempDir() + "tamis_truth_test";
    std::filesystem::create_directories(folder_);
    const std::string unpack = "tar --zstd -xf '" + archive + "' -C '" + folder_ + "'";
    const std::string index = "zstd -dqf '" + std::string(TAMIS_SHARED_DIR) +
                              "/data/warc/index_by_warcio.jsonl.zst' -o '" + folder_ +
                              "/index.jsonl'";
    if (std::system((unpack + " && " + index).c_str()) != 0) folder_.clear();
  }
  static void TearDownTestSuite() {
    if (!folder_.empty()) std::filesystem::remove_all(folder_);
  }
  void SetUp() override {
    if (folder_.empty()) GTEST_SKIP() << "no shared data beside this checkout";
  }

  static std::string path_of(const std::string& file) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder_)) {
      if (entry.is_regular_file() && entry.path().string().ends_with("/" + file)) {
        return entry.path().string();
      }
    }
    return {};
  }

  static inline std::string folder_;
};

void expect_same(const Row& ours, const Row& truth, const std::string& place) {
  EXPECT_EQ(ours.type, truth.type) << place;
  if (ours.uri != truth.uri) {
    EXPECT_EQ(with_encoded_spaces(ours.uri), truth.uri) << place;
  }
  EXPECT_EQ(ours.offset, truth.offset) << place;
  if (kOneByteBlocks.contains(place)) return;
  EXPECT_EQ(ours.num_body_bytes, truth.num_body_bytes) << place;
  EXPECT_EQ(ours.body_sha1, truth.body_sha1) << place;
  if (truth.type == "response") {
    EXPECT_EQ(ours.status, truth.status) << place;
  }
  // Of a plain ARC warcio's lengths take in the line end behind the record or not.
  if (truth.length > 0 && place.find(".arc ") == std::string::npos) {
    EXPECT_EQ(ours.length, truth.length) << place;
  }
}

TEST_F(Truth, RecordsAreThoseThatWarcioReads) {
  const auto index = read_index(folder_ + "/index.jsonl");
  ASSERT_GT(index.size(), 30u);
  for (const auto& [file, truth] : index) {
    const std::vector<Row> ours = read_records(path_of(file));
    const auto further = kFilesReadFurther.find(file);
    if (further != kFilesReadFurther.end()) {
      EXPECT_EQ(ours.size(), further->second) << file;
    } else {
      EXPECT_EQ(ours.size(), truth.size()) << file;
    }
    for (std::size_t i = 0; i < std::min(ours.size(), truth.size()); ++i) {
      if (further == kFilesReadFurther.end()) {
        expect_same(ours[i], truth[i], file + " record " + std::to_string(i));
      }
    }
  }
}

}  // namespace
}  // namespace tamis::readers
