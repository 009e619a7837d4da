// What a reader is: one input format, from decompressed bytes to documents.
//
// A reader is one file of this folder, tamis/readers/<name>.cc, that defines
// `constinit const ReaderSpec <name>`; cmake/PartCatalog.cmake finds it by its name. Reading is
// the serial part of a run: it frames documents and leaves decoding to decode_stage.h.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "tamis/base/limits.h"
#include "tamis/batch/stage.h"
#include "tamis/catalog/spec.h"
#include "tamis/io/chunk_reader.h"
#include "tamis/io/file_system.h"

namespace tamis::readers {

// An input file that is open.
struct Input {
  std::string path;
  std::unique_ptr<io::ChunkReader> bytes;
  Limits limits;
};

using OpenedSource = Result<std::unique_ptr<Source>>;

// The memory of a file whose own make-up says how much is read at once (Parquet): a run gives what
// `--memory` leaves it, and who reads one file alone takes this.
inline constexpr std::int64_t kFileMemoryBytes = std::int64_t{1} << 30;

struct ReaderSpec {
  std::string_view name;
  int version = 0;                            // raised when the same file gives other documents
  std::string_view summary;                   // what it reads, one sentence
  std::string_view why;                       // when to use it, and what it does not do
  Citation source;                            // the format's own description
  std::span<const std::string_view> endings;  // of file names, without .gz or .zst
  bool (*recognises)(std::string_view head) = nullptr;  // the first bytes; null: never by content
  // What is wrong with a file that begins so and that no reading would mend, with what to do;
  // nothing if nothing is. Null: a file may begin with anything. `params` as of open.
  std::string (*fault)(std::string_view head, std::string_view path, const void* params) = nullptr;
  bool takes_anything = false;     // one text a file, whatever it holds: there may be millions
  bool takes_field_names = false;  // its parameters are FieldNames, which formats share
  std::span<const ParamSpec> params = {};
  Setup::Params (*make_params)() = nullptr;
  // One of the two: of a format that is read from front to back, or of one that is not (Parquet).
  OpenedSource (*open)(Input input, const void* params) = nullptr;
  OpenedSource (*open_path)(const io::FileSystem& file_system, const std::string& path,
                            const Limits& limits, std::int64_t memory_bytes_max,
                            const void* params) = nullptr;
};

// Checks at compile time that nothing is missing.
consteval ReaderSpec reader(ReaderSpec spec) {
  if (spec.name.empty() || spec.version < 1) throw "a reader needs a name and a version";
  if (!spec.summary.ends_with('.') || !spec.why.ends_with('.'))
    throw "summary and why are sentences";
  if (spec.source.work.empty() || spec.source.where.empty()) throw "a reader cites its format";
  if (spec.endings.empty()) throw "a reader knows its file names";
  return spec;
}

// All readers of this folder, by name.
std::span<const ReaderSpec* const> builtin_readers();

}  // namespace tamis::readers
