// What a writer is: rows of named fields into one file of one format.
//
// A writer is one file of this folder, tamis/writers/<name>.cc, that defines
// `constinit const WriterSpec <name>`; cmake/PartCatalog.cmake finds it by its name.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "tamis/base/result.h"
#include "tamis/catalog/spec.h"
#include "tamis/io/file_system.h"

namespace tamis::writers {

enum class FieldType { kText, kInteger, kNumber, kJson };

struct Field {
  std::string name;
  FieldType type = FieldType::kText;
};

// A value that is JSON already: written as it is into JSON, and as text into other formats.
struct Json {
  std::string_view text;
};

// One value of a row: nothing, or what its field's type says. Text must be UTF-8.
using FieldValue = std::variant<std::monostate, std::string_view, std::int64_t, double, Json>;

// One file being written. Not thread-safe.
class RowWriter {
 public:
  RowWriter() = default;
  RowWriter(const RowWriter&) = delete;
  RowWriter& operator=(const RowWriter&) = delete;
  virtual ~RowWriter() = default;

  // Requires: one value a field, of its type. The same rows give the same bytes, if sync() is
  // called behind the same ones.
  virtual Result<void> write(std::span<const FieldValue> row) = 0;

  // Brings the rows so far to the disk and returns how many bytes the file has then, which is what
  // WriterOptions::resumed_bytes wants. Nothing for a format whose files cannot be gone on with.
  virtual Result<std::optional<std::int64_t>> sync() { return std::nullopt; }

  // Completes the file, which appears under its name. The last call.
  virtual Result<void> commit() = 0;
};

struct WriterOptions {
  std::int64_t zstd_level = 1;
  std::optional<std::int64_t> resumed_bytes = {};  // go on with the file, as it was after a sync()
};

struct WriterSpec {
  std::string_view name;
  int version = 0;  // raised when the same rows give other bytes
  std::string_view summary;
  std::string_view ending;  // of the files' names, ".jsonl.zst"
  Citation source;          // the format's definition
  Result<std::unique_ptr<RowWriter>> (*open)(io::FileSystem& file_system, const std::string& path,
                                             std::span<const Field> fields,
                                             const WriterOptions& options) = nullptr;
  // Loads what it needs beside the program, or says what is missing; null: nothing.
  Result<void> (*load)() = nullptr;
  // What an open file holds at most, of documents of at most so many bytes.
  std::int64_t (*memory_bytes)(std::int64_t zstd_level, std::int64_t document_bytes_max) = nullptr;
};

// Checks at compile time that nothing is missing.
consteval WriterSpec writer(WriterSpec spec) {
  if (spec.name.empty() || spec.version < 1) throw "a writer needs a name and a version";
  if (!spec.summary.ends_with('.')) throw "the summary is a sentence";
  if (!spec.ending.starts_with('.')) throw "an ending starts with a dot";
  if (spec.source.work.empty()) throw "a writer cites its format";
  if (spec.memory_bytes == nullptr) throw "a writer says what memory it takes";
  return spec;
}

// All writers of this folder, by name.
std::span<const WriterSpec* const> builtin_writers();

// The writer of that name, or null.
const WriterSpec* find_writer(std::string_view name);

}  // namespace tamis::writers
