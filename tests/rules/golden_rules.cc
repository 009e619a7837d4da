#include "tests/rules/golden_rules.h"

#include <simdjson.h>

#include <cmath>
#include <filesystem>
#include <unordered_map>

#include "tamis/base/check.h"
#include "tamis/io/decompress.h"
#include "tamis/io/disk_file_system.h"
#include "tests/must.h"

namespace tamis::rules {
namespace {

using Json = simdjson::dom::element;
using Strings = std::vector<std::string>;

constexpr double kTolerance = 1e-12;
constexpr std::int64_t kNumShown = 5;

const std::string kFolder = std::string(TAMIS_SHARED_DIR) + "/golden/rules/";

std::string decompressed(const std::string& path) {
  std::string bytes;
  const auto source = must(io::open_decompressed(io::DiskFileSystem(), path));
  io::Chunk chunk;
  while (must(source->next(chunk))) {
    TAMIS_CHECK(chunk.damage == io::Damage::kNone);
    bytes += chunk.bytes;
  }
  return bytes;
}

// Calls `use` with each line, as ended by "\n" alone: strings hold other line ends.
template <typename Use>
void for_each_line(std::string_view bytes, Use use) {
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    if (end > 0) use(bytes.substr(0, end));
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
}

Strings strings_of(const Json& array) {
  Strings strings;
  const simdjson::dom::array items = array.get_array().value();
  for (const Json item : items) {
    strings.emplace_back(item.get_string().value());
  }
  return strings;
}

struct Split {
  Strings words;
  Strings sentences;
};

std::unordered_map<std::string, Split> read_splits() {
  std::unordered_map<std::string, Split> splits;
  simdjson::dom::parser parser;
  for_each_line(decompressed(kFolder + "words.jsonl.zst"), [&](std::string_view line) {
    const Json row = parser.parse(line.data(), line.size()).value();
    Split& split = splits[std::string(row["id"].get_string().value())];
    split.words = strings_of(row["words"].value());
    split.sentences = strings_of(row["sentences"].value());
  });
  return splits;
}

std::vector<GoldenDocument> read_documents() {
  std::vector<GoldenDocument> documents;
  if (!std::filesystem::exists(kFolder + "docs.jsonl.zst")) return documents;
  std::unordered_map<std::string, Split> splits = read_splits();
  for_each_line(decompressed(kFolder + "docs.jsonl.zst"), [&](std::string_view line) {
    GoldenDocument& document = documents.emplace_back(line);
    const auto found = splits.find(document.id);
    if (found == splits.end()) return;
    document.words = std::move(found->second.words);
    document.sentences = std::move(found->second.sentences);
  });
  return documents;
}

}  // namespace

struct GoldenDocument::Row {
  simdjson::dom::document memory;
  Json json;

  // The value at `pointer`; nothing if there is none of the type.
  template <typename T>
  std::optional<T> at(std::string_view pointer) const {
    T value;
    if (json.at_pointer(pointer).get(value) != simdjson::SUCCESS) return std::nullopt;
    return value;
  }
};

GoldenDocument::GoldenDocument(std::string_view row) {
  auto parsed = std::make_shared<Row>();
  simdjson::dom::parser parser;
  parsed->json = parser.parse_into_document(parsed->memory, row.data(), row.size()).value();
  row_ = parsed;
  id = string("/id").value();
  language = string("/lang").value();
  source = string("/source").value();
  text = string("/text").value();
}

std::optional<double> GoldenDocument::number(std::string_view pointer) const {
  return row_->at<double>(pointer);
}

std::optional<bool> GoldenDocument::boolean(std::string_view pointer) const {
  return row_->at<bool>(pointer);
}

std::optional<std::string> GoldenDocument::string(std::string_view pointer) const {
  const auto found = row_->at<std::string_view>(pointer);
  if (!found) return std::nullopt;
  return std::string(*found);
}

std::vector<GoldenDocument::Span> GoldenDocument::spans(std::string_view pointer) const {
  std::vector<Span> spans;
  const auto array = row_->at<simdjson::dom::array>(pointer);
  if (!array) return spans;
  for (const Json item : *array) {
    Span& span = spans.emplace_back();
    for (std::size_t i = 0; i < span.size(); ++i) span[i] = item.at(i).get_double().value();
  }
  return spans;
}

std::vector<std::string_view> GoldenDocument::word_views() const {
  return {words->begin(), words->end()};
}

std::span<const GoldenDocument> golden_documents() {
  static const std::vector<GoldenDocument> documents = read_documents();
  return documents;
}

void Differences::expect_equal(const GoldenDocument& document, std::string_view what, double ours,
                               double theirs) {
  ++num_compared_;
  if (ours != theirs) note(document, what, ours, theirs);
}

void Differences::expect_near(const GoldenDocument& document, std::string_view what,
                              std::optional<double> ours, std::optional<double> theirs) {
  ++num_compared_;
  const bool both = ours.has_value() && theirs.has_value();
  const bool is_near =
      both ? std::abs(*ours - *theirs) <= kTolerance : ours.has_value() == theirs.has_value();
  if (!is_near) note(document, what, ours, theirs);
}

void Differences::note(const GoldenDocument& document, std::string_view what,
                       std::optional<double> ours, std::optional<double> theirs) {
  if (++num_different_ > kNumShown) return;
  const auto shown = [](std::optional<double> value) {
    return value ? testing::PrintToString(*value) : std::string("nothing");
  };
  first_ += "\n" + document.id + " " + std::string(what) + ": " + shown(ours) + ", reference " +
            shown(theirs);
}

std::string Differences::message() const {
  return std::to_string(num_different_) + " of " + std::to_string(num_compared_) + " differ" +
         first_;
}

}  // namespace tamis::rules
