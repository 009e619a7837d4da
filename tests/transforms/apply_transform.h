// One text through one transform, outside a run.
#pragma once

#include <cmath>
#include <string>
#include <string_view>

#include "tamis/batch/batch.h"
#include "tamis/transforms/transform.h"

namespace tamis::transforms {

struct Outcome {
  std::string text;
  std::string language;
  double signal = 0;  // 0 if the transform reports none

  bool operator==(const Outcome&) const = default;
};

// What a recipe says of a transform: {"emoji", "keep"}.
using Setting = std::pair<std::string_view, ParamValue>;

inline void set_param(const TransformSpec& spec, void* params, const Setting& setting) {
  for (const ParamSpec& param : spec.params) {
    if (param.name == setting.first) param.set(params, setting.second);
  }
}

inline Outcome apply_transform(const TransformSpec& spec, std::string_view text,
                               std::initializer_list<Setting> settings = {}) {
  Batch batch;
  batch.signals.resize(1);
  NewDocument new_document;
  new_document.text = text;
  batch.append(new_document);
  Document document(batch, 0, 0);
  const Setup::Params params =
      spec.edit.setup.make_params ? spec.edit.setup.make_params() : nullptr;
  for (const Setting& setting : settings) set_param(spec, params.get(), setting);
  std::string edited = "left over from another document";
  spec.edit.call(document, edited, params.get(), nullptr);
  const double signal = batch.signals.at(0, 0);
  return {std::string(document.text()), std::string(document.language()),
          std::isnan(signal) ? 0 : signal};
}

}  // namespace tamis::transforms
