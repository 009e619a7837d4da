// The books of a run: what came into each stage, what it dropped, cut and edited, what went on.
//
// Only integers, and only added to: the books of batches sum up to the same in any order. Of the
// names that inputs give the 1,000 shortest have books of their own; "other" has the rest. For
// every source and stage, in = out + dropped + cut + edited, in documents, bytes and code points.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "tamis/batch/batch.h"
#include "tamis/pipeline/plan.h"

namespace tamis::pipeline {

struct StageFlow {
  Amount in;
  Amount out;
};

// What a step took out of documents that went on, with the commas and line breaks that went with
// its pieces; `documents` counts those touched, `pieces` is 0 of transforms.
struct CutAmount {
  std::int64_t documents = 0;
  std::int64_t pieces = 0;
  std::int64_t bytes = 0;
  std::int64_t code_points = 0;

  CutAmount& operator+=(const CutAmount& other);
};

struct StepBooks {
  Amount dropped;
  CutAmount cut;     // by paragraph, sentence and clause rules
  CutAmount edited;  // by transforms; below zero: added
};

// What reports call documents without a tag. One that bears this word as its tag counts as them.
inline constexpr std::string_view kUntagged = "untagged";

struct LanguageBooks {
  std::int64_t read = 0;  // documents that became text and have this tag
  Amount kept;
};

class Ledger {
 public:
  explicit Ledger(const Plan& plan);

  // Before the first stage, which takes in all rows: what their reader has dropped is booked with
  // it.
  void begin_batch(const Batch& batch);

  // Around the work of a stage (the first one only leaves) on the rows selected at that moment.
  void enter_stage(std::size_t stage, const Batch& batch);
  void leave_stage(std::size_t stage, const Batch& batch);

  // After the last stage.
  void finish_batch(const Batch& batch);

  // Every number of the books but those by language and record type, in an order that the plan
  // sets: for those who store them (ledger_json.h).
  std::vector<std::int64_t> numbers() const;
  std::vector<std::int64_t*> mutable_numbers();
  LanguageBooks& language(std::string_view tag) { return languages_[std::string(tag)]; }

  // Adds the books of another part of the same run.
  void merge(const Ledger& other);
  void clear();

  const StageFlow& flow(std::size_t source, std::size_t stage) const;
  const StepBooks& step(std::size_t source, CauseId cause) const;
  const Histogram& histogram(CauseId cause) const { return histograms_[cause]; }
  const std::map<std::string, LanguageBooks>& languages() const { return languages_; }

  // Over all sources.
  StageFlow flow(std::size_t stage) const;
  StepBooks step(CauseId cause) const;
  // What decoding (stage "read") or extraction took away from the documents that went on: those
  // stages have no steps that edit.
  CutAmount converted(std::size_t stage) const;

  Amount read() const;
  Amount kept() const;

  std::size_t num_sources() const { return num_sources_; }

  // Records of the inputs that are no documents, by type ("warc.request").
  std::map<std::string, std::int64_t> other_records;

 private:
  // Calls visit(number) with the numbers of `books`, a Ledger that is const or not.
  template <typename Books, typename Visit>
  static void visit_numbers(Books& books, const Visit& visit);

  std::size_t source_of(const Batch& batch, RowIndex row) const;
  StepBooks& step_of(const Batch& batch, RowIndex row, CauseId cause);
  void book_values(const Batch& batch);

  const Plan* plan_;
  std::size_t num_sources_;
  std::vector<StageFlow> flows_;  // [source][stage]
  std::vector<StepBooks> steps_;  // [source][cause]
  std::vector<Histogram> histograms_;
  std::map<std::string, LanguageBooks> languages_;
  // How much of the batch's lists the stages before have booked.
  std::size_t num_dropped_ = 0;
  std::size_t num_cuts_ = 0;
  std::size_t num_edits_ = 0;
};

}  // namespace tamis::pipeline
