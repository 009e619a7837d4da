#include "tamis/extract/class_values.h"

#include "tamis/base/ascii.h"
#include "tamis/text/word_hash.h"

namespace tamis::extract {
namespace {

ClassValue read_value(std::string_view value) {
  ClassValue says;
  says.words.add(value);
  for (const char byte : value) {
    if (!is_ascii_digit(byte)) says.likeness = fnv_step(says.likeness, byte);
  }
  return says;
}

}  // namespace

const ClassValue& ClassValues::of(std::string_view value) {
  value = value.substr(0, kClassValueBytesMax);
  Remembered& place = remembered_[text::hash_word(value).hash % kNumRemembered];
  if (place.value != value) place = {.value = value, .says = read_value(value)};
  return place.says;
}

}  // namespace tamis::extract
