// Sinks that write one row a document into one file: what `extract` and `measure` produce.
#pragma once

#include <memory>
#include <vector>

#include "tamis/output/signal_columns.h"
#include "tamis/pipeline/plan.h"
#include "tamis/pipeline/run.h"
#include "tamis/writers/writer.h"

namespace tamis::output {

// {"id","url","title","date","language","text"} of every page, with an empty text for a page
// without main text. Records that hold no page are left out.
class TextSink final : public pipeline::BatchSink {
 public:
  static std::vector<writers::Field> fields();

  explicit TextSink(std::unique_ptr<writers::RowWriter> writer) : writer_(std::move(writer)) {}

  Result<void> write(const Batch& batch) override;
  Result<void> finish() override { return writer_->commit(); }

 private:
  std::unique_ptr<writers::RowWriter> writer_;
};

// Where a document came from and every number that the plan measures of it.
class MeasureSink final : public pipeline::BatchSink {
 public:
  static std::vector<writers::Field> fields(const pipeline::Plan& plan);

  MeasureSink(const pipeline::Plan& plan, std::unique_ptr<writers::RowWriter> writer)
      : plan_(plan), columns_(signal_columns(plan)), writer_(std::move(writer)) {}

  Result<void> write(const Batch& batch) override;
  Result<void> finish() override { return writer_->commit(); }

 private:
  const pipeline::Plan& plan_;
  std::vector<SignalColumn> columns_;
  std::unique_ptr<writers::RowWriter> writer_;
};

}  // namespace tamis::output
