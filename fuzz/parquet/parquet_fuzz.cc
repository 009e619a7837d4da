// Any bytes as a Parquet file: reading it ends, in rows or an Error. Arrow itself is not
// instrumented, so that memory is watched only where Arrow and we allocate and free it.
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <string>

#include "tamis/base/check.h"
#include "tamis/io/disk_file_system.h"
#include "tamis/readers/open_source.h"
#include "tamis/readers/parquet_module.h"

namespace tamis {
namespace {

// A file in memory that has a path, which Arrow needs.
class UnnamedFile {
 public:
  UnnamedFile(const std::uint8_t* bytes, std::size_t num_bytes)
      : descriptor_(::memfd_create("fuzz", MFD_CLOEXEC)) {
    TAMIS_CHECK(::write(descriptor_, bytes, num_bytes) == static_cast<ssize_t>(num_bytes));
  }
  UnnamedFile(const UnnamedFile&) = delete;
  UnnamedFile& operator=(const UnnamedFile&) = delete;
  ~UnnamedFile() { ::close(descriptor_); }

  std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

 private:
  int descriptor_;
};

// Every column of the seeds is asked for, so that every type is turned into text.
readers::FieldNames all_fields() {
  readers::FieldNames fields;
  fields.url_field = "metadata.url";
  fields.id_field = "number";
  fields.title_field = "coded";
  return fields;
}

void read_rows(const io::FileSystem& disk, const std::string& path,
               const readers::FieldNames& fields) {
  // Declared rows cost no bytes in Parquet: a file of one kilobyte may have a billion.
  constexpr RowIndex kRowsMax = 10'000;
  auto source =
      readers::open_source(disk, path, "parquet", {.document_bytes_max = 1 << 16}, &fields);
  if (!source) return;
  Batch batch;
  for (RowIndex num_rows = 0; num_rows < kRowsMax; num_rows += batch.num_rows()) {
    batch.clear();
    const auto more = (*source)->read(batch, {.num_rows_max = 100});
    TAMIS_CHECK(batch.num_rows() <= 100);
    if (!more || !*more) return;
  }
}

}  // namespace
}  // namespace tamis

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t num_bytes) {
  using namespace tamis;
  static const io::DiskFileSystem kDisk;
  const UnnamedFile file(bytes, num_bytes);
  read_rows(kDisk, file.path(), {});
  read_rows(kDisk, file.path(), all_fields());
  static_cast<void>(readers::describe_parquet(kDisk, file.path()));
  return 0;
}
