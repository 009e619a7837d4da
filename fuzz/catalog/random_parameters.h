// Parameters of a part as a fuzzer's bytes choose them: what a recipe may say, sensible or not.
#pragma once

#include <fuzzer/FuzzedDataProvider.h>

#include <limits>
#include <string>
#include <vector>

#include "tamis/catalog/spec.h"
#include "tamis/text/utf8.h"

namespace tamis::fuzz {

inline constexpr const char* kLanguages[] = {"zh-Hans", "zh-Hant", "zh",  "en",
                                             "fr",      "ja",      "und", ""};

class RandomValue {
 public:
  RandomValue(const ParamSpec& param, FuzzedDataProvider& bytes) : param_(param), bytes_(bytes) {}

  ParamValue operator()(bool) const { return bytes_.ConsumeBool(); }

  // Small ones, at which code branches, as often as any.
  ParamValue operator()(std::int64_t) const {
    if (bytes_.ConsumeBool()) return bytes_.ConsumeIntegralInRange<std::int64_t>(-2, 40);
    return bytes_.ConsumeIntegral<std::int64_t>();
  }

  ParamValue operator()(double) const {
    if (bytes_.ConsumeBool()) return bytes_.ConsumeFloatingPointInRange<double>(-1, 2);
    return static_cast<double>(bytes_.ConsumeIntegral<std::int64_t>());
  }

  ParamValue operator()(const std::string&) const {
    if (param_.choices.empty()) return string();
    return std::string(
        param_.choices[bytes_.ConsumeIntegralInRange<std::size_t>(0, param_.choices.size() - 1)]);
  }

  ParamValue operator()(const std::vector<std::string>&) const {
    std::vector<std::string> values(bytes_.ConsumeIntegralInRange<std::size_t>(0, 4));
    for (std::string& value : values) value = string();
    return values;
  }

 private:
  static constexpr std::size_t kStringBytesMax = 20;

  // A recipe is UTF-8 or refused.
  std::string string() const {
    std::string repaired;
    text::append_repaired_utf8(bytes_.ConsumeRandomLengthString(kStringBytesMax), repaired);
    return repaired;
  }

  const ParamSpec& param_;
  FuzzedDataProvider& bytes_;
};

// Files have formats, and fuzzers, of their own.
inline bool names_files(const ParamSpec& param) {
  return param.name.ends_with("files") || param.name.ends_with("folders");
}

inline ParamValue random_value(const ParamSpec& param, const void* defaults,
                               FuzzedDataProvider& bytes) {
  return std::visit(RandomValue(param, bytes), param.get(defaults));
}

// A half of the parameters stays as it is.
inline void set_randomly(std::span<const ParamSpec> params, void* values,
                         FuzzedDataProvider& bytes) {
  for (const ParamSpec& param : params) {
    if (names_files(param) || bytes.ConsumeBool()) continue;
    param.set(values, random_value(param, values, bytes));
  }
}

}  // namespace tamis::fuzz
