#include "tamis/cli/printing.h"

#include <string>

#include "tamis/io/standard_streams.h"

namespace tamis::cli {

void print(std::FILE* stream, std::string_view text) {
  std::fputs(io::printable(text).c_str(), stream);
}

void print_notes(const pipeline::Plan& plan) {
  for (const std::string& note : plan.notes) print(stderr, "note: " + note + "\n");
}

}  // namespace tamis::cli
