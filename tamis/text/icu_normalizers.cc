#include "tamis/text/icu_normalizers.h"

namespace tamis::text {
namespace {

using Instance = const icu::Normalizer2* (*)(UErrorCode&);

const icu::Normalizer2* normalizer(Instance instance) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const found = instance(status);
  return U_SUCCESS(status) ? found : nullptr;
}

}  // namespace

const icu::Normalizer2* nfc_normalizer() {
  static const icu::Normalizer2* const kNfc = normalizer(icu::Normalizer2::getNFCInstance);
  return kNfc;
}

const icu::Normalizer2* nfd_normalizer() {
  static const icu::Normalizer2* const kNfd = normalizer(icu::Normalizer2::getNFDInstance);
  return kNfd;
}

}  // namespace tamis::text
