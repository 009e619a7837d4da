#include "tamis/batch/text_column.h"

namespace tamis {

void TextColumn::clear() {
  rows_.clear();
  arena_.clear();
}

}  // namespace tamis
