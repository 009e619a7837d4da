// Sinks that write one row a document into one file: what `extract` and `measure` produce.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "tamis/output/signal_columns.h"
#include "tamis/pipeline/plan.h"
#include "tamis/pipeline/run.h"
#include "tamis/writers/writer.h"

namespace tamis::output {

// One stream of batches, for a run over a single shard.
class RowSink : public pipeline::RunSink {
 public:
  RowSink(const pipeline::Plan& plan, std::unique_ptr<writers::RowWriter> writer)
      : plan_(plan), ledger_(plan), writer_(std::move(writer)) {}

  Result<std::optional<pipeline::OpenShard>> open(const pipeline::Shard& shard) final;

  // Of the whole run, when it has ended.
  const pipeline::Ledger& ledger() const { return ledger_; }

 protected:
  virtual Result<void> write(const Batch& batch) = 0;

  const pipeline::Plan& plan() const { return plan_; }
  writers::RowWriter& writer() { return *writer_; }

 private:
  class Stream;

  const pipeline::Plan& plan_;
  pipeline::Ledger ledger_;
  std::unique_ptr<writers::RowWriter> writer_;
};

// Of every page {"id","url","canonical_url","title","author","date","site","language","text"}, with
// an empty text for a page without main text. Records that hold no page are left out.
class TextSink final : public RowSink {
 public:
  using RowSink::RowSink;

  static std::vector<writers::Field> fields();

 private:
  Result<void> write(const Batch& batch) override;
};

// Where a document came from and every number that the plan measures of it.
class MeasureSink final : public RowSink {
 public:
  MeasureSink(const pipeline::Plan& plan, std::unique_ptr<writers::RowWriter> writer)
      : RowSink(plan, std::move(writer)), columns_(signal_columns(plan)) {}

  static std::vector<writers::Field> fields(const pipeline::Plan& plan);

  // Whether the file, which is there, is empty or begins as one that was written here.
  static Result<bool> wrote(const io::FileSystem& file_system, const std::string& path);

 private:
  Result<void> write(const Batch& batch) override;

  std::vector<SignalColumn> columns_;
};

}  // namespace tamis::output
