#include "tamis/output/manifest.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <map>
#include <optional>

#include "tamis/base/version.h"
#include "tamis/catalog/json_output.h"
#include "tamis/io/content_hash.h"

namespace tamis::output {
namespace {

constexpr std::string_view kRunFormat = "tamis-run";
constexpr std::string_view kManifestFormat = "tamis-manifest";

enum class InputTimes { kLeftOut, kWritten };

void write_recipe(JsonOutput& json, const pipeline::Plan& plan) {
  json.member("tamis", kVersion).member("recipe", plan.recipe_path);
  json.member("recipe_xxh3_128", io::content_hash(plan.recipe_text));
  json.key("set").begin_list();
  for (const std::string& value : plan.overrides) json.value(value);
  json.end_list().key("parts").begin_object();
  for (const auto& [name, version] : plan.part_versions) {
    json.member(name, static_cast<std::int64_t>(version));
  }
  json.end_object().key("lists").begin_list();
  for (const ReadFile& file : plan.list_files) {
    json.begin_object().member("path", file.path).member("xxh3_128", file.xxh3_128).end_object();
  }
  json.end_list();
}

void write_inputs(JsonOutput& json, const pipeline::Plan& plan, InputTimes times) {
  json.key("inputs").begin_list();
  for (const pipeline::InputFile& file : plan.files) {
    json.begin_object()
        .member("path", file.name())
        .member("source", plan.sources[file.source].name);
    json.member("bytes", file.num_bytes);
    if (times == InputTimes::kWritten) json.member("modified_ns", file.modified_ns);
    json.end_object();
  }
  json.end_list();
}

// Of an input in JSON beside its names, at most.
constexpr std::size_t kInputBytes = 160;

// What describes a run of millions of files grows in one piece.
JsonOutput begin_description(const pipeline::Plan& plan, std::string_view format,
                             InputTimes times) {
  std::size_t num_bytes = 0;
  for (const pipeline::InputFile& file : plan.files) {
    num_bytes += kInputBytes + file.name().size() + plan.sources[file.source].name.size();
  }
  JsonOutput json(true);
  json.reserve(num_bytes);
  json.begin_object().member("format", format).member("version", std::int64_t{1});
  write_recipe(json, plan);
  write_inputs(json, plan, times);
  return json;
}

// An object, parsed.
class Members {
 public:
  explicit Members(std::string_view json) : is_json_(parser_.parse(json).get(root_) == 0) {}

  template <typename T>
  bool get(std::string_view name, T& member) const {
    return is_json_ && root_.at_key(name).get(member) == simdjson::SUCCESS;
  }

  // Its JSON without white space; nothing if there is none.
  std::optional<std::string> text_of(std::string_view name) const {
    simdjson::dom::element member;
    if (!get(name, member)) return std::nullopt;
    return simdjson::minify(member);
  }

 private:
  simdjson::dom::parser parser_;
  simdjson::dom::element root_;
  const bool is_json_;
};

// "a.warc.gz (10 bytes then, 12 now)" of the first input that is another one, and how many more
// are; nothing if that cannot be told.
std::string changed_inputs(const Members& before, const Members& now) {
  simdjson::dom::array list_before, list_now;
  if (!before.get("inputs", list_before) || !now.get("inputs", list_now)) return {};
  const auto text_of = [](simdjson::dom::element input, std::string_view name) {
    std::string_view text;
    return input.at_key(name).get(text) == simdjson::SUCCESS ? text : std::string_view();
  };
  const auto number_of = [](simdjson::dom::element input, std::string_view name) {
    std::int64_t number = 0;
    return input.at_key(name).get(number) == simdjson::SUCCESS ? number : 0;
  };
  std::map<std::string_view, simdjson::dom::element> known;
  for (const simdjson::dom::element input : list_before)
    known.emplace(text_of(input, "path"), input);
  std::string first;
  std::int64_t num_changed = 0;
  const auto add = [&](std::string_view path, const std::string& what) {
    if (num_changed++ == 0) first = fmt::format("{} ({})", path, what);
  };
  for (const simdjson::dom::element input : list_now) {
    const std::string_view path = text_of(input, "path");
    const auto found = known.find(path);
    if (found == known.end()) {
      add(path, "was not there");
      continue;
    }
    const std::int64_t bytes = number_of(found->second, "bytes");
    if (bytes != number_of(input, "bytes")) {
      add(path, fmt::format("{} bytes then, {} now", bytes, number_of(input, "bytes")));
    } else if (number_of(found->second, "modified_ns") != number_of(input, "modified_ns")) {
      add(path, "changed at another time");
    } else if (text_of(found->second, "source") != text_of(input, "source")) {
      add(path, fmt::format("was of source \"{}\"", text_of(found->second, "source")));
    }
    known.erase(found);
  }
  for (const auto& [path, input] : known) add(path, "is no input now");
  if (num_changed == 0) return {};  // another order
  return num_changed == 1 ? first : fmt::format("{} and {} more", first, num_changed - 1);
}

struct Respect {
  std::string_view member;
  std::string_view words;
};

constexpr Respect kRespects[] = {{"tamis", "the version of Tamis"},
                                 {"recipe", "the recipe's path"},
                                 {"recipe_xxh3_128", "the recipe"},
                                 {"set", "the --set values"},
                                 {"parts", "the versions of the recipe's parts"},
                                 {"lists", "the files of its lists"},
                                 {"inputs", "the inputs, their sizes or times of change"}};

// In which of them the two differ, and the first input that is another one.
std::string differences_of(std::string_view before_json, std::string_view now_json) {
  const Members before(before_json), now(now_json);
  std::string differences;
  for (const Respect& respect : kRespects) {
    const auto found = before.text_of(respect.member);
    if (found.has_value() && found == now.text_of(respect.member)) continue;
    differences += fmt::format("{}{}", differences.empty() ? "" : ", ", respect.words);
    if (respect.member != "inputs") continue;
    const std::string changed = changed_inputs(before, now);
    if (!changed.empty()) differences += ": " + changed;
  }
  return differences;
}

}  // namespace

std::string run_description(const pipeline::Plan& plan) {
  JsonOutput json = begin_description(plan, kRunFormat, InputTimes::kWritten);
  json.end_object();
  return std::move(json).take() + "\n";
}

std::string describe_difference(std::string_view description, const pipeline::Plan& plan) {
  const std::string wanted = run_description(plan);
  if (description == wanted) return {};
  const std::string differences = differences_of(description, wanted);
  return differences.empty() ? "what describes them" : differences;
}

std::string manifest(const pipeline::Plan& plan, const pipeline::Ledger& ledger,
                     const std::vector<OutputPart>& parts) {
  JsonOutput json = begin_description(plan, kManifestFormat, InputTimes::kLeftOut);
  json.key("outputs").begin_list();
  for (const OutputPart& part : parts) {
    json.begin_object().member("path", part.path).member("documents", part.documents).end_object();
  }
  json.end_list();
  json.member("documents_read", ledger.read().documents);
  json.member("documents_kept", ledger.kept().documents);
  json.end_object();
  return std::move(json).take() + "\n";
}

bool is_of_run(std::string_view text) {
  std::string_view format;
  return Members(text).get("format", format) && (format == kRunFormat || format == kManifestFormat);
}

std::string manifest_difference(std::string_view manifest, const pipeline::Plan& plan) {
  JsonOutput wanted = begin_description(plan, kManifestFormat, InputTimes::kLeftOut);
  if (manifest.starts_with(wanted.text())) return {};
  wanted.end_object();
  return differences_of(manifest, wanted.text());
}

std::vector<std::string> outputs_of(std::string_view manifest) {
  std::vector<std::string> paths;
  simdjson::dom::array outputs;
  const Members members(manifest);
  if (!members.get("outputs", outputs)) return paths;
  for (const simdjson::dom::element output : outputs) {
    std::string_view path;
    if (output.at_key("path").get(path) == simdjson::SUCCESS) paths.emplace_back(path);
  }
  return paths;
}

}  // namespace tamis::output
