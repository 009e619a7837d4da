#include "tamis/pipeline/input_queue.h"

#include <utility>

#include "tamis/readers/open_source.h"

namespace tamis::pipeline {

Result<bool> InputQueue::read(Batch& batch, const BatchSize& size) {
  // A source fills a batch by itself, so a batch ends with its file once it is half full: tiny
  // files share batches, and none is split for the sake of a few rows.
  while (batch.num_rows() < size.num_rows_max / 2 + 1) {
    if (source_ == nullptr) {
      if (next_file_ == plan_.files.size()) return false;
      TAMIS_TRY(open_next());
    }
    batch.current_file = static_cast<std::uint32_t>(next_file_ - 1);
    auto more = source_->read(batch, size);
    if (!more)
      return tl::unexpected(std::move(more).error().context(plan_.files[next_file_ - 1].path));
    if (*more) return true;
    close_source();
  }
  return true;
}

Result<void> InputQueue::open_next() {
  const InputFile& file = plan_.files[next_file_++];
  auto source = readers::open_source(file_system_, file.path, plan_.format, plan_.limits,
                                     plan_.reader_params.get());
  if (!source) return tl::unexpected(std::move(source).error());
  source_ = *std::move(source);
  return {};
}

void InputQueue::close_source() {
  num_bytes_of_closed_ += source_->num_bytes_read();
  for (const auto& [type, num_records] : source_->num_other_records()) {
    other_records_[type] += num_records;
  }
  source_.reset();
}

std::int64_t InputQueue::num_bytes_read() const {
  return num_bytes_of_closed_ + (source_ == nullptr ? 0 : source_->num_bytes_read());
}

}  // namespace tamis::pipeline
