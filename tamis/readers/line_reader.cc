#include "tamis/readers/line_reader.h"

#include <utility>

namespace tamis::readers {

Result<bool> LineReader::next(Line& line) {
  line = {};
  reader_->consume(std::exchange(num_pending_, 0));
  std::size_t num_wanted = 1, num_searched = 0;
  for (;;) {
    TAMIS_ASSIGN(const std::string_view bytes, reader_->peek(num_wanted));
    const std::size_t end = bytes.find('\n', num_searched);
    const bool is_whole = end != std::string_view::npos;
    if (!is_whole && bytes.size() >= num_wanted && bytes.size() <= num_bytes_max_) {
      num_searched = bytes.size();
      num_wanted = bytes.size() + 1;
      continue;
    }
    if (bytes.empty() && reader_->is_at_end()) return false;
    line.number = ++num_lines_;
    line.bytes = bytes.substr(0, end);
    if (line.bytes.size() > num_bytes_max_) {
      TAMIS_TRY(skip_large(line));
      return true;
    }
    num_pending_ = is_whole ? end + 1 : bytes.size();
    const io::Damage damage = reader_->damage();
    if (!is_whole && damage != io::Damage::kNone) {
      line.flaw = damage == io::Damage::kTruncated ? DropReason::kTruncatedRecord
                                                   : DropReason::kDamagedRecord;
      // What is left of the line is not worth more than its number.
      line.bytes = {};
      num_pending_ = 0;
      reader_->pass_damage();
    }
    return true;
  }
}

Result<void> LineReader::skip_large(Line& line) {
  line.bytes = {};
  line.flaw = DropReason::kDocumentTooLarge;
  for (;;) {
    TAMIS_ASSIGN(const std::string_view bytes, reader_->peek(1));
    const std::size_t end = bytes.find('\n');
    if (end != std::string_view::npos || bytes.empty()) {
      reader_->consume(bytes.empty() ? 0 : end + 1);
      if (bytes.empty() && reader_->damage() != io::Damage::kNone) reader_->pass_damage();
      return {};
    }
    reader_->consume(bytes.size());
  }
}

}  // namespace tamis::readers
