// The real data beside the checkout, which is not committed: tests that need it skip without it.
#pragma once

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tamis {

inline std::filesystem::path shared_file(std::string_view name) {
  return std::filesystem::path(TAMIS_SHARED_DIR) / "data" / name;
}

// What a command of the shell prints, at most `num_bytes_max` bytes of it.
inline std::string output_of(const std::string& command, std::size_t num_bytes_max = 1 << 26) {
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  std::string output;
  char block[1 << 16];
  while (pipe != nullptr && output.size() < num_bytes_max) {
    const std::size_t num_bytes = fread(block, 1, sizeof block, pipe.get());
    if (num_bytes == 0) break;
    output.append(block, num_bytes);
  }
  return output;
}

inline std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

// The first lines of a .jsonl.zst, whole: JSON as it stands, escapes and all.
inline std::vector<std::string> shared_lines(std::string_view name, std::size_t num_lines_max) {
  return lines_of(output_of("zstd -dqc '" + shared_file(name).string() +
                            "' 2>/dev/null | head -n " + std::to_string(num_lines_max)));
}

}  // namespace tamis
