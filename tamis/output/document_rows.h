// The rows of documents/ and rejected/: docs/formats/documents.md describes every column.
#pragma once

#include <vector>

#include "tamis/output/cut_pieces.h"
#include "tamis/output/signal_columns.h"
#include "tamis/pipeline/plan.h"
#include "tamis/writers/writer.h"

namespace tamis::output {

// Makes rows of a plan's documents. Immutable.
class DocumentRows {
 public:
  explicit DocumentRows(const pipeline::Plan& plan);

  const std::vector<writers::Field>& kept_fields() const { return kept_fields_; }
  const std::vector<writers::Field>& rejected_fields() const { return rejected_fields_; }

  // Replaces `values`, which live as long as the batch and until the next question to `cuts`,
  // which has collected those of the batch.
  void make_kept(const Batch& batch, RowIndex row, CutPieces& cuts,
                 std::vector<writers::FieldValue>& values) const;
  void make_rejected(const Batch& batch, const Drop& drop, CutPieces& cuts,
                     std::vector<writers::FieldValue>& values) const;

 private:
  void add_signals(const Batch& batch, RowIndex row,
                   std::vector<writers::FieldValue>& values) const;
  void add_cuts(RowIndex row, CutPieces& cuts, std::vector<writers::FieldValue>& values) const;

  const pipeline::Plan& plan_;
  std::vector<SignalColumn> signals_;
  std::vector<writers::Field> kept_fields_;
  std::vector<writers::Field> rejected_fields_;
};

}  // namespace tamis::output
