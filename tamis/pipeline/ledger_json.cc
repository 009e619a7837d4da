#include "tamis/pipeline/ledger_json.h"

#include <simdjson.h>

#include "tamis/catalog/json_output.h"

namespace tamis::pipeline {
namespace {

tl::unexpected<Error> fail_foreign() {
  return fail(ErrorCode::kCorrupt, "these are not the books of this recipe");
}

bool read_numbers(simdjson::dom::element list, const std::vector<std::int64_t*>& numbers) {
  simdjson::dom::array values;
  if (list.get(values) != simdjson::SUCCESS) return false;
  // Not by values.size(), which counts no further than 16,777,215.
  auto number = numbers.begin();
  for (const simdjson::dom::element value : values) {
    if (number == numbers.end() || value.get(**number++) != simdjson::SUCCESS) return false;
  }
  return number == numbers.end();
}

// In the order of ledger_to_json().
std::vector<std::int64_t*> numbers_of(LanguageBooks& books) {
  return {&books.read, &books.kept.documents, &books.kept.bytes, &books.kept.code_points};
}

bool read_languages(simdjson::dom::object object, Ledger& ledger) {
  for (const auto& [tag, value] : object) {
    if (!read_numbers(value, numbers_of(ledger.language(tag)))) return false;
  }
  return true;
}

bool read_other_records(simdjson::dom::object object, Ledger& ledger) {
  for (const auto& [type, value] : object) {
    if (value.get(ledger.other_records[std::string(type)]) != simdjson::SUCCESS) return false;
  }
  return true;
}

}  // namespace

std::string ledger_to_json(const Ledger& ledger) {
  JsonOutput json;
  json.begin_object().key("numbers").begin_list();
  for (const std::int64_t number : ledger.numbers()) json.value(number);
  json.end_list().key("languages").begin_object();
  for (const auto& [tag, books] : ledger.languages()) {
    json.key(tag).begin_list().value(books.read).value(books.kept.documents);
    json.value(books.kept.bytes).value(books.kept.code_points).end_list();
  }
  json.end_object().key("other_records").begin_object();
  for (const auto& [type, num_records] : ledger.other_records) json.member(type, num_records);
  json.end_object().end_object();
  return std::move(json).take();
}

Result<void> ledger_from_json(std::string_view json, Ledger& ledger) {
  ledger.clear();
  simdjson::dom::parser parser;
  simdjson::dom::element value, numbers;
  simdjson::dom::object languages, other_records;
  if (parser.parse(json.data(), json.size()).get(value) != simdjson::SUCCESS ||
      value["numbers"].get(numbers) != simdjson::SUCCESS ||
      value["languages"].get(languages) != simdjson::SUCCESS ||
      value["other_records"].get(other_records) != simdjson::SUCCESS ||
      !read_numbers(numbers, ledger.mutable_numbers()) || !read_languages(languages, ledger) ||
      !read_other_records(other_records, ledger)) {
    return fail_foreign();
  }
  return {};
}

}  // namespace tamis::pipeline
