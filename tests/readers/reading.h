// What tests of readers share: a file in memory, read as documents.
#pragma once

#include <gtest/gtest.h>
#include <zlib.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tamis/io/memory_file_system.h"
#include "tamis/readers/open_source.h"
#include "tests/gzip.h"

namespace tamis::readers {

struct ReadRow {
  std::string id, url, date, text;
  Payload payload = Payload::kText;
  std::optional<DropReason> reason = {};
};

struct ReadFile {
  std::vector<ReadRow> rows;
  Source::RecordCounts others;
};

struct ReadOptions {
  std::string format = "auto";
  std::map<std::string, std::string> params = {};
  Limits limits = {};
  BatchSize size = {};
};

inline std::vector<ReadRow> rows_of(const Batch& batch) {
  std::vector<ReadRow> rows;
  for (RowIndex row = 0; row < batch.num_rows(); ++row) {
    rows.push_back({.id = std::string(batch.id[row]),
                    .url = std::string(batch.url[row]),
                    .date = std::string(batch.date[row]),
                    .text = std::string(batch.text[row]),
                    .payload = batch.payload[row]});
  }
  for (const Drop& drop : batch.dropped) {
    rows[drop.row].reason = static_cast<DropReason>(drop.cause);
  }
  EXPECT_EQ(batch.selected.size() + batch.dropped.size(), rows.size());
  return rows;
}

// All documents of a file of that name and content, in batches as small as `options` say.
inline ReadFile read_file(const std::string& path, std::string bytes, ReadOptions options = {}) {
  io::MemoryFileSystem files;
  files.add(path, std::move(bytes));
  Setup::Params params;
  if (const ReaderSpec* reader = find_reader(builtin_readers(), options.format)) {
    if (reader->make_params != nullptr) params = reader->make_params();
    for (const ParamSpec& param : reader->params) {
      const auto wanted = options.params.find(std::string(param.name));
      if (wanted != options.params.end()) param.set(params.get(), wanted->second);
    }
  }
  ReadFile found;
  auto source = open_source(files, path, options.format, options.limits, params.get());
  EXPECT_TRUE(source.has_value()) << path;
  for (bool has_more = source.has_value(); has_more;) {
    Batch batch;
    has_more = *(*source)->read(batch, options.size);
    for (ReadRow& row : rows_of(batch)) found.rows.push_back(std::move(row));
    if (!has_more) found.others = (*source)->num_other_records();
  }
  return found;
}

// A WARC record whose head says `num_block_bytes`; `fields` are lines of their own.
inline std::string warc_record(std::string_view type, std::string_view block,
                               std::string_view fields, std::size_t num_block_bytes) {
  return "WARC/1.1\r\nWARC-Type: " + std::string(type) + "\r\n" + std::string(fields) +
         "Content-Length: " + std::to_string(num_block_bytes) + "\r\n\r\n" + std::string(block) +
         "\r\n\r\n";
}

inline std::string warc_record(std::string_view type, std::string_view block,
                               std::string_view fields = "") {
  return warc_record(type, block, fields, block.size());
}

}  // namespace tamis::readers
