#include "fuzz/readers/read_records.h"
#include "tamis/readers/arc_records.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t num_bytes) {
  tamis::readers::read_records<tamis::readers::ArcRecords>(bytes, num_bytes);
  return 0;
}
