#include "tamis/readers/whole_file.h"

namespace tamis::readers {

Result<bool> WholeFile::read(Batch& batch, const BatchSize&) {
  const auto num_bytes_max = static_cast<std::size_t>(input_.limits.document_bytes_max);
  TAMIS_ASSIGN(const std::string_view bytes, input_.bytes->peek(num_bytes_max + 1));
  const bool is_too_large = bytes.size() > num_bytes_max;
  const RowIndex row = batch.append({.id = input_.path,
                                     .url = {},
                                     .date = {},
                                     .title = {},
                                     .language = {},
                                     .text = bytes.substr(0, is_too_large ? 0 : bytes.size()),
                                     .payload = payload_});
  const io::Damage damage = input_.bytes->damage();
  if (is_too_large) {
    batch.drop(row, DropReason::kDocumentTooLarge);
  } else if (damage != io::Damage::kNone) {
    batch.drop(row, damage == io::Damage::kTruncated ? DropReason::kTruncatedRecord
                                                     : DropReason::kDamagedRecord);
  } else if (bytes.empty()) {
    batch.drop(row, DropReason::kEmptyPayload);
  }
  batch.remove_dropped();
  return false;
}

}  // namespace tamis::readers
