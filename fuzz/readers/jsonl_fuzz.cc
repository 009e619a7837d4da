// Any bytes as JSON Lines: reading ends, and no line gives more than one document.
#include <algorithm>
#include <cstdint>

#include "tamis/base/check.h"
#include "tamis/io/memory_file_system.h"
#include "tamis/readers/open_source.h"
#include "tamis/text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t num_bytes) {
  // A blank line in front: compressed bytes, which hold any number of lines, have their own fuzzer.
  const std::string text = "\n" + std::string(reinterpret_cast<const char*>(bytes), num_bytes);
  tamis::io::MemoryFileSystem files;
  files.add("a.jsonl", text);
  auto source =
      tamis::readers::open_source(files, "a.jsonl", "jsonl", {.document_bytes_max = 1 << 12});
  if (!source.has_value()) return 0;  // one JSON array, or another form that is refused
  tamis::Batch batch;
  while (*(*source)->read(batch, {.num_rows_max = 3})) {
  }
  const auto num_lines = std::count(text.begin(), text.end(), '\n') + 1;
  TAMIS_CHECK(static_cast<std::ptrdiff_t>(batch.num_rows()) <= num_lines);
  TAMIS_CHECK(batch.selected.size() + batch.dropped.size() == batch.num_rows());
  for (const tamis::RowIndex row : batch.selected) {
    TAMIS_CHECK(tamis::text::is_valid_utf8(batch.text[row]));
  }
  return 0;
}
