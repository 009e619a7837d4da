#include "tamis/output/checkpoint.h"

#include <fmt/format.h>
#include <simdjson.h>
#include <xxhash.h>

#include <algorithm>
#include <limits>

#include "tamis/catalog/json_output.h"
#include "tamis/pipeline/ledger_json.h"

namespace tamis::output {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;

constexpr std::int64_t kVersion = 3;

// The first of four lines: where the shard stands. Its books, its examples, a checksum follow.
std::string place_to_json(const Checkpoint& checkpoint) {
  const pipeline::ShardProgress& progress = checkpoint.progress;
  JsonOutput json;
  json.begin_object().member("format", "tamis-checkpoint").member("version", kVersion);
  json.member("file", static_cast<std::int64_t>(progress.position.file));
  json.member("documents", progress.position.num_documents);
  json.member("is_complete", progress.is_complete);
  json.key("parts").begin_list();
  for (const PartCounts& part : checkpoint.parts) {
    json.begin_list().value(part.num_kept).value(part.num_rejected);
    json.value(part.kept_bytes).value(part.rejected_bytes).end_list();
  }
  json.end_list().key("open_part").begin_list();
  if (const auto& part = checkpoint.open_part) {
    json.value(part->payload_bytes).value(part->kept_bytes).value(part->rejected_bytes);
  }
  json.end_list().end_object();
  return std::move(json).take();
}

std::string examples_to_json(const Examples& examples) {
  JsonOutput json;
  json.begin_list();
  for (CauseId cause = 0; cause < examples.num_causes(); ++cause) {
    for (const DropExample& example : examples.of(cause)) {
      json.begin_object().member("cause", static_cast<std::int64_t>(cause));
      json.member("id", example.id).member("url", example.url).member("text", example.text);
      json.member("value", example.value).member("bound", example.bound).end_object();
    }
  }
  json.end_list();
  return std::move(json).take();
}

bool read_list(element value, std::vector<std::int64_t>& numbers) {
  array list;
  if (value.get(list) != simdjson::SUCCESS) return false;
  for (const element item : list) {
    if (item.get(numbers.emplace_back()) != simdjson::SUCCESS) return false;
  }
  return true;
}

bool read_parts(element value, std::vector<PartCounts>& parts) {
  array list;
  if (value.get(list) != simdjson::SUCCESS) return false;
  for (const element item : list) {
    std::vector<std::int64_t> numbers;
    if (!read_list(item, numbers) || numbers.size() != 4) return false;
    parts.push_back({.num_kept = numbers[0],
                     .num_rejected = numbers[1],
                     .kept_bytes = numbers[2],
                     .rejected_bytes = numbers[3]});
  }
  return true;
}

bool read_place(element value, Checkpoint& checkpoint) {
  pipeline::ShardProgress& progress = checkpoint.progress;
  std::int64_t version = 0, file = 0;
  element parts, open_part;
  if (value["version"].get(version) != simdjson::SUCCESS || version != kVersion ||
      value["file"].get(file) != simdjson::SUCCESS ||
      value["documents"].get(progress.position.num_documents) != simdjson::SUCCESS ||
      value["is_complete"].get(progress.is_complete) != simdjson::SUCCESS ||
      value["parts"].get(parts) != simdjson::SUCCESS ||
      value["open_part"].get(open_part) != simdjson::SUCCESS) {
    return false;
  }
  if (file < 0 || progress.position.num_documents < 0) return false;
  progress.position.file = static_cast<std::size_t>(file);
  checkpoint.parts.clear();
  std::vector<std::int64_t> open;
  if (!read_parts(parts, checkpoint.parts) || !read_list(open_part, open)) return false;
  checkpoint.open_part.reset();
  if (open.empty()) return true;
  if (open.size() != 3 || checkpoint.parts.empty() || progress.is_complete) return false;
  checkpoint.open_part = {
      .payload_bytes = open[0], .kept_bytes = open[1], .rejected_bytes = open[2]};
  return true;
}

// What JSON has no number for is written as null.
bool read_number(simdjson::simdjson_result<element> value, double& number) {
  number = std::numeric_limits<double>::quiet_NaN();
  element found;
  if (value.get(found) != simdjson::SUCCESS) return false;
  return found.is_null() || found.get(number) == simdjson::SUCCESS;
}

bool read_text(simdjson::simdjson_result<element> value, std::string& text) {
  std::string_view found;
  if (value.get(found) != simdjson::SUCCESS) return false;
  text = found;
  return true;
}

bool read_examples(element value, Examples& examples) {
  array list;
  if (value.get(list) != simdjson::SUCCESS) return false;
  examples = Examples(examples.num_causes());
  for (const element item : list) {
    std::int64_t cause = 0;
    DropExample example;
    if (item["cause"].get(cause) != simdjson::SUCCESS || cause < 0 ||
        cause >= static_cast<std::int64_t>(examples.num_causes()) ||
        !read_text(item["id"], example.id) || !read_text(item["url"], example.url) ||
        !read_text(item["text"], example.text) || !read_number(item["value"], example.value) ||
        !read_number(item["bound"], example.bound)) {
      return false;
    }
    examples.add(static_cast<CauseId>(cause), std::move(example));
  }
  return true;
}

}  // namespace

std::string checksum_line(std::string_view text) {
  return fmt::format("{{\"xxh3_64\":\"{:016x}\"}}\n", XXH3_64bits(text.data(), text.size()));
}

std::string checkpoint_to_text(const Checkpoint& checkpoint) {
  const std::string text = place_to_json(checkpoint) + "\n" +
                           pipeline::ledger_to_json(checkpoint.progress.ledger) + "\n" +
                           examples_to_json(checkpoint.examples) + "\n";
  return text + checksum_line(text);
}

Result<void> checkpoint_from_text(std::string_view text, Checkpoint& checkpoint) {
  const std::size_t num_last_bytes = checksum_line({}).size();
  const std::string_view checksum =
      text.substr(text.size() - std::min(text.size(), num_last_bytes));
  text.remove_suffix(checksum.size());
  const std::size_t ledger = text.find('\n') + 1;
  const std::size_t examples = text.find('\n', ledger) + 1;
  simdjson::dom::parser parser;
  element value;
  const auto parse = [&](std::string_view line) {
    return parser.parse(line.data(), line.size()).get(value) == simdjson::SUCCESS;
  };
  if (checksum != checksum_line(text) || ledger == 0 || examples == 0 ||
      !parse(text.substr(0, ledger)) || !read_place(value, checkpoint) ||
      !parse(text.substr(examples)) || !read_examples(value, checkpoint.examples)) {
    return fail(ErrorCode::kCorrupt,
                "this is no checkpoint of this version, or it was changed since; give --overwrite "
                "to begin the run anew");
  }
  return pipeline::ledger_from_json(text.substr(ledger, examples - ledger),
                                    checkpoint.progress.ledger);
}

}  // namespace tamis::output
