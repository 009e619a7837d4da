// A run over documents in memory, for the tests of this folder.
#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <string>

#include "tamis/io/disk_file_system.h"
#include "tamis/io/memory_file_system.h"
#include "tamis/output/output_folder.h"
#include "tamis/pipeline/plan_builder.h"
#include "tamis/pipeline/run.h"
#include "tests/must.h"

namespace tamis::output {

inline constexpr std::string_view kGoodEnglish =
    "The river rises in the hills to the north of the town and flows through three villages that "
    "have kept their old mills. In spring the water is high, and the people who live near it have "
    "learned to be careful with their boats. The mills have been at work for many years, and some "
    "of them grind flour to this day with the stones that were set when the first of them was "
    "built.";

inline constexpr std::string_view kGoodChinese =
    "这条河发源于小城北面的山里，流过三个村庄，村里至今保留着古老的磨坊。春天水位很高，住在河边的人"
    "早已学会"
    "小心地划船。磨坊已经运转了很多年，其中几座到今天还在用最初安放的石磨磨面粉。";

// One JSON line; `text` must need no escapes.
inline std::string json_line(std::string_view id, std::string_view text) {
  return "{\"id\":\"" + std::string(id) + "\",\"text\":\"" + std::string(text) + "\"}\n";
}

// Every kind of fate: kept in both languages, cut, dropped by several rules, no JSON.
inline std::string mixed_input(int num_copies) {
  std::string input;
  for (int copy = 0; copy < num_copies; ++copy) {
    const std::string number = std::to_string(copy);
    input += json_line("en" + number, kGoodEnglish);
    input += json_line("zh" + number, kGoodChinese);
    input += json_line("short" + number, "Too short to keep.");
    input += json_line("cut" + number,
                       std::string(kGoodChinese) + "秋天的山很美，想看更多请加微信abc12345。");
    input +=
        json_line("policy" + number, std::string(kGoodEnglish) + "\\nThis website uses cookies.");
    input += json_line("french" + number,
                       "Le fleuve prend sa source dans les collines au nord de la ville.");
    input += "this is no JSON\n";
  }
  return input;
}

// The recipe that ships.
inline std::string web_recipe() {
  io::DiskFileSystem disk;
  return must(disk.read_all(std::string(TAMIS_SOURCE_DIR) + "/recipes/web.yaml", 1 << 20));
}

struct Outcome {
  std::map<std::string, std::string> files;  // path below the output folder -> bytes
  std::unique_ptr<pipeline::Plan> plan;
  std::unique_ptr<pipeline::Ledger> ledger;
};

inline Outcome run_in_memory(const std::string& recipe, const std::string& input,
                             const pipeline::RunOptions& options,
                             std::vector<std::string> values = {}) {
  io::MemoryFileSystem files;
  files.add("in.jsonl", input);
  Outcome outcome;
  outcome.plan = std::make_unique<pipeline::Plan>(must(pipeline::build_plan(
      files, "web.yaml", recipe, {.inputs = {"test=in.jsonl"}, .values = std::move(values)})));
  auto folder = must(OutputFolder::open(*outcome.plan, files, "out", false));
  const std::atomic<bool> is_stopped = false;
  must(pipeline::run(*outcome.plan, folder->shards(), files, options, *folder, is_stopped,
                     [](const pipeline::Progress&) {}));
  outcome.ledger = std::make_unique<pipeline::Ledger>(*must(folder->finish()));
  for (const std::string& path : must(files.list("out/**"))) {
    outcome.files[path.substr(4)] = must(files.read_all(path, std::int64_t{1} << 30));
  }
  return outcome;
}

}  // namespace tamis::output
