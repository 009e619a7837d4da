// ICU's normal forms, asked for once. Thread-safe; null if ICU lacks its data.
//
// ICU guards its tables itself, but in a library that the thread sanitizer cannot see into; here
// the compiler's guard stands around it.
#pragma once

#include <unicode/normalizer2.h>

namespace tamis::text {

const icu::Normalizer2* nfc_normalizer();
const icu::Normalizer2* nfd_normalizer();

}  // namespace tamis::text
