#include "tamis/batch/text_column.h"

namespace tamis {

char* TextColumn::append_uninitialised(std::size_t num_bytes) {
  char* bytes = arena_.allocate(num_bytes);
  rows_.push_back({bytes, num_bytes});
  return bytes;
}

void TextColumn::clear() {
  rows_.clear();
  arena_.clear();
}

}  // namespace tamis
