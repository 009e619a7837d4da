// What the values of class attributes say, remembered within a page: its boxes share a few.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "tamis/base/fnv.h"
#include "tamis/extract/class_words.h"

namespace tamis::extract {

struct ClassValue {
  ClassWords words;
  // A hash of the bytes but for digits, by which lists number their entries.
  std::uint64_t likeness = kFnvStart;
};

// Of values that lie in the page of the last start(). Not thread-safe.
class ClassValues {
 public:
  void start() { remembered_.fill({}); }

  // Valid until the next call.
  const ClassValue& of(std::string_view value);

 private:
  static constexpr std::size_t kNumRemembered = 256;

  struct Remembered {
    std::string_view value;  // only the first kClassValueBytesMax bytes
    ClassValue says;
  };

  std::array<Remembered, kNumRemembered> remembered_;
};

}  // namespace tamis::extract
