// One row of a batch, for parts that edit documents.
#pragma once

#include <string_view>

#include "tamis/batch/batch.h"

namespace tamis {

class Document {
 public:
  // A part that reports a number gets the signal's column; others pass kNoSignal.
  static constexpr SignalIndex kNoSignal = static_cast<SignalIndex>(-1);

  Document(Batch& batch, RowIndex row, SignalIndex signal = kNoSignal)
      : batch_(batch), row_(row), signal_(signal) {}

  std::string_view text() const { return batch_.text[row_]; }
  std::string_view url() const { return batch_.url[row_]; }
  std::string_view language() const { return batch_.language[row_]; }

  // The bytes are copied, but for a part of the text as it is.
  void set_text(std::string_view bytes) { batch_.set_text(row_, bytes, batch_.payload[row_]); }
  // For Passage::num_words_cut(): the part took so many words, by white space, out of the text.
  void add_words_cut(std::int64_t num_words) { batch_.num_words_cut[row_] += num_words; }

  void set_language(std::string_view tag) {
    batch_.language.replace(row_, tag);
    batch_.num_tokens[row_] = Batch::kNotCounted;  // languages are split by rules of their own
  }

  // Writes the part's number, if the plan gave it a column.
  void set_signal(double value) {
    if (signal_ != kNoSignal) batch_.signals.set(signal_, row_, value);
  }

 private:
  Batch& batch_;
  RowIndex row_;
  SignalIndex signal_;
};

}  // namespace tamis
