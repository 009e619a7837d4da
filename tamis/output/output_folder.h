// The folder that a run writes: documents/, rejected/, manifest.json, report.json, report.html.
//
// Rows go out in the order of the input. A part ends after the document with which the payload
// read since its start reaches part_bytes: borders depend on the input alone. A part appears
// under its name when it is complete, and the manifest when the run is.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "tamis/io/file_system.h"
#include "tamis/output/report.h"
#include "tamis/output/signal_columns.h"
#include "tamis/pipeline/plan.h"
#include "tamis/pipeline/run.h"
#include "tamis/writers/writer.h"

namespace tamis::output {

// One output file that the manifest lists.
struct OutputPart {
  std::string path;  // below the output folder
  std::int64_t documents = 0;
};

class OutputFolder final : public pipeline::BatchSink {
 public:
  // An Error if the folder holds a run already and `overwrites` is false; else its files go.
  static Result<std::unique_ptr<OutputFolder>> open(const pipeline::Plan& plan,
                                                    io::FileSystem& file_system,
                                                    const std::string& path, bool overwrites);

  OutputFolder(const pipeline::Plan& plan, io::FileSystem& file_system, std::string path);

  Result<void> write(const Batch& batch) override;
  Result<void> finish() override;

  // Writes the reports, and the manifest last: a folder with a manifest is complete.
  Result<void> write_reports(const pipeline::Ledger& ledger);

  // The files that a user will look for, for the closing lines.
  std::vector<std::string> files_of_interest() const;

 private:
  Result<void> remove_old_run();
  Result<void> open_part();
  Result<void> close_part();
  Result<void> write_kept(const Batch& batch, RowIndex row);
  Result<void> write_rejected(const Batch& batch, const Drop& drop);
  Result<void> write_file(const std::string& name, std::string_view content);
  std::string manifest(const pipeline::Ledger& ledger) const;

  const pipeline::Plan& plan_;
  io::FileSystem& file_system_;
  std::string path_;
  const writers::WriterSpec* format_;
  std::vector<writers::Field> kept_fields_;
  std::vector<writers::Field> rejected_fields_;
  std::vector<SignalColumn> signals_;
  std::unique_ptr<writers::RowWriter> kept_;
  std::unique_ptr<writers::RowWriter> rejected_;
  std::vector<OutputPart> kept_parts_;
  std::vector<OutputPart> rejected_parts_;
  std::vector<writers::FieldValue> row_;
  std::int64_t part_bytes_read_ = 0;
  Examples examples_;
};

}  // namespace tamis::output
