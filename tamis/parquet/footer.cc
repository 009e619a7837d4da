// A walk over the Thrift compact protocol (thrift-compact-protocol.md of Apache Thrift), in which
// footers are written: it keeps nothing, and adds up what each list would take.
#include "tamis/parquet/footer.h"

namespace tamis::parquet {
namespace {

// In the structures of parquet.thrift: the file's at level 0, schema elements and row groups at
// 1, columns at 2. Measured (getrusage, Arrow 26): 850 bytes for each column of a group, 1,080 for
// each of the schema. What lies deeper is small: names, statistics of encodings.
constexpr int kLargeLevelMax = 2;
constexpr std::int64_t kLargeStructBytes = 1200;
constexpr std::int64_t kSmallStructBytes = 128;
constexpr std::int64_t kValueBytes = 32;  // an empty std::string
// The footer as it was read, its strings in it, and these once more in Arrow's own schema.
constexpr std::int64_t kCopies = 3;

constexpr int kLevelMax = 64;                            // Thrift's own
constexpr std::int64_t kEnough = std::int64_t{1} << 50;  // no sum beyond can overflow

class FooterWalk {
 public:
  explicit FooterWalk(std::string_view bytes) : rest_(bytes) {}

  // False where the bytes stop making sense, as do the functions below.
  bool walk_struct(int level) {
    for (;;) {
      std::uint8_t head = 0;
      if (level > kLevelMax || !take_byte(head)) return false;
      if (head == 0) return true;
      const bool is_long = (head >> 4) == 0;  // the field's number stands by itself
      if (is_long && !skip_number()) return false;
      const bool is_flag = (head & 15) <= kFalse;  // which has no bytes of its own
      if (!is_flag && !walk_value(head & 15, level)) return false;
    }
  }

  std::int64_t num_bytes() const { return num_bytes_; }

 private:
  enum Type : std::uint8_t {
    kTrue = 1,
    kFalse = 2,
    kByte = 3,
    kInt16 = 4,
    kInt32 = 5,
    kInt64 = 6,
    kDouble = 7,
    kBinary = 8,
    kList = 9,
    kSet = 10,
    kStruct = 12,
  };

  bool walk_value(int type, int level) {
    std::uint64_t num_bytes = 0;
    switch (type) {
      case kTrue:
      case kFalse:
      case kByte:
        return skip(1);
      case kInt16:
      case kInt32:
      case kInt64:
        return skip_number();
      case kDouble:
        return skip(sizeof(double));
      case kBinary:
        return take_number(num_bytes) && skip(num_bytes);
      case kList:
      case kSet:
        return walk_list(level);
      case kStruct:
        return walk_struct(level + 1);
      default:
        return false;  // no footer has a map
    }
  }

  bool walk_list(int level) {
    constexpr std::uint64_t kShortMax = 14;
    std::uint8_t head = 0;
    if (level > kLevelMax || !take_byte(head)) return false;
    std::uint64_t num_items = head >> 4;
    if (num_items > kShortMax && !take_number(num_items)) return false;
    const int type = head & 15;
    if (!count_items(num_items, type, level + 1)) return false;
    for (std::uint64_t item = 0; item < num_items; ++item) {
      // A list in a list is no structure, but must not go on for ever either.
      if (!walk_value(type, type == kStruct ? level : level + 1)) return false;
    }
    return true;
  }

  bool count_items(std::uint64_t num_items, int type, int level) {
    if (num_items > kEnough / kLargeStructBytes) return false;
    const std::int64_t item_bytes = type != kStruct           ? kValueBytes
                                    : level <= kLargeLevelMax ? kLargeStructBytes
                                                              : kSmallStructBytes;
    num_bytes_ += static_cast<std::int64_t>(num_items) * item_bytes;
    return num_bytes_ < kEnough;
  }

  bool take_byte(std::uint8_t& byte) {
    if (rest_.empty()) return false;
    byte = static_cast<std::uint8_t>(rest_.front());
    rest_.remove_prefix(1);
    return true;
  }

  bool skip(std::uint64_t num_bytes) {
    if (num_bytes > rest_.size()) return false;
    rest_.remove_prefix(num_bytes);
    return true;
  }

  // Seven bits a byte, the lowest first.
  bool take_number(std::uint64_t& number) {
    constexpr int kBitsMax = 63;
    number = 0;
    std::uint8_t byte = 0x80;
    for (int shift = 0; byte >= 0x80; shift += 7) {
      if (shift > kBitsMax || !take_byte(byte)) return false;
      number |= std::uint64_t{byte & 0x7fu} << shift;
    }
    return true;
  }

  bool skip_number() {
    std::uint64_t number = 0;
    return take_number(number);
  }

  std::string_view rest_;
  std::int64_t num_bytes_ = 0;
};

}  // namespace

std::int64_t footer_memory_bytes(std::string_view footer) {
  FooterWalk walk(footer);
  walk.walk_struct(0);
  return walk.num_bytes() + kCopies * static_cast<std::int64_t>(footer.size());
}

}  // namespace tamis::parquet
