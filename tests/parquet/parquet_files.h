// Parquet files in a folder of their own, for the tests of this folder.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "tamis/io/disk_file_system.h"
#include "tamis/readers/file_fault.h"
#include "tamis/readers/open_source.h"
#include "tamis/readers/parquet_module.h"
#include "tamis/writers/writer.h"

namespace tamis {

// What writers::RowWriter::write takes, with texts of its own.
using Row = std::vector<writers::FieldValue>;

class ParquetFiles : public testing::Test {
 protected:
  void SetUp() override {
#ifndef TAMIS_HAS_PARQUET
    GTEST_SKIP() << "this build has no Parquet module";
#endif
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::string path(const std::string& name) const { return (folder_ / name).string(); }

  Result<void> write(const std::string& name, const std::vector<writers::Field>& fields,
                     const std::vector<Row>& rows) {
    const writers::WriterSpec* parquet = writers::find_writer("parquet");
    TAMIS_ASSIGN(const auto writer, parquet->open(disk_, path(name), fields, {}));
    for (const Row& row : rows) TAMIS_TRY(writer->write(row));
    return writer->commit();
  }

  readers::OpenedSource open(const std::string& name, readers::FieldNames fields = {},
                             const Limits& limits = {},
                             std::int64_t memory_bytes_max = readers::kFileMemoryBytes) {
    return readers::open_source(disk_, path(name), "parquet", limits, &fields, memory_bytes_max);
  }

  // All rows of the file in one batch.
  Result<void> read(const std::string& name, Batch& batch, readers::FieldNames fields = {},
                    const Limits& limits = {},
                    std::int64_t memory_bytes_max = readers::kFileMemoryBytes) {
    TAMIS_ASSIGN(const auto source, open(name, std::move(fields), limits, memory_bytes_max));
    for (bool has_more = true; has_more;) {
      TAMIS_ASSIGN(has_more, source->read(batch, {}));
    }
    return {};
  }

  std::string bytes_of(const std::string& name) const {
    std::ifstream file(path(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  void put(const std::string& name, std::string_view bytes) const {
    std::ofstream(path(name), std::ios::binary).write(bytes.data(), std::ssize(bytes));
  }

  io::DiskFileSystem disk_;

 private:
  std::filesystem::path folder_ =
      std::filesystem::temp_directory_path() / ("tamis_parquet_test_" + std::to_string(::getpid()));
};

}  // namespace tamis
