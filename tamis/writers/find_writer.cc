#include <algorithm>

#include "tamis/writers/writer.h"

namespace tamis::writers {

const WriterSpec* find_writer(std::string_view name) {
  const auto writers = builtin_writers();
  const auto found = std::find_if(writers.begin(), writers.end(),
                                  [&](const WriterSpec* spec) { return spec->name == name; });
  return found == writers.end() ? nullptr : *found;
}

}  // namespace tamis::writers
