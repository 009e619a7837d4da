// Any bytes as a recipe: a plan or an Error, never a crash.
#include <cstddef>
#include <cstdint>
#include <string>

#include "tamis/io/memory_file_system.h"
#include "tamis/pipeline/config_node.h"
#include "tamis/pipeline/plan_builder.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t num_bytes) {
  std::string recipe(reinterpret_cast<const char*>(bytes), num_bytes);
  // What a recipe names outside itself is not this fuzzer's subject.
  if (recipe.find("_file") != recipe.npos) return 0;
  tamis::io::MemoryFileSystem files;
  files.add("in.jsonl", "");
  const auto plan =
      tamis::pipeline::build_plan(files, "fuzz.yaml", std::move(recipe), {.inputs = {"in.jsonl"}});
  static_cast<void>(plan);
  return 0;
}
