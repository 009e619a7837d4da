// Any bytes through every transform, with the parameters that a recipe could give it: no crash,
// and valid UTF-8 out of valid UTF-8.
#include <string>
#include <string_view>

#include "fuzz/catalog/example_texts.h"
#include "fuzz/catalog/random_parameters.h"
#include "tamis/base/check.h"
#include "tamis/batch/batch.h"
#include "tamis/text/utf8.h"
#include "tamis/transforms/transform.h"

namespace tamis::transforms {
namespace {

void check_transform(const TransformSpec& spec, const void* params, std::string_view language,
                     std::string_view text) {
  const Setup& setup = spec.edit.setup;
  Setup::Model model;
  if (setup.make_model != nullptr) {
    ReadFiles files;
    auto made = setup.make_model(params, files);
    if (!made) return;
    model = *std::move(made);
  }
  Batch batch;
  batch.append({.language = language, .text = text});
  Document document(batch, 0);
  std::string edited;
  spec.edit.call(document, edited, params, model.get());
  TAMIS_CHECK(!text::is_valid_utf8(text) || text::is_valid_utf8(document.text()));
}

}  // namespace
}  // namespace tamis::transforms

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* bytes, std::size_t num_bytes,
                                               std::size_t num_bytes_max, unsigned seed) {
  return tamis::fuzz::mutate_or_begin_anew(tamis::transforms::builtin_transforms(), bytes,
                                           num_bytes, num_bytes_max, seed);
}

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t num_bytes) {
  using namespace tamis::transforms;
  FuzzedDataProvider choices(bytes, num_bytes);
  const std::string language = choices.PickValueInArray(tamis::fuzz::kLanguages);
  const std::span transforms = builtin_transforms();
  const TransformSpec* const chosen =
      transforms[choices.ConsumeIntegralInRange<std::size_t>(0, transforms.size() - 1)];
  const auto make_params = [](const TransformSpec& spec) {
    const tamis::Setup& setup = spec.edit.setup;
    return setup.make_params == nullptr ? nullptr : setup.make_params();
  };
  const auto params = make_params(*chosen);
  tamis::fuzz::set_randomly(chosen->params, params.get(), choices);
  const std::string text = choices.ConsumeRemainingBytesAsString();
  check_transform(*chosen, params.get(), language, text);
  for (const TransformSpec* spec : transforms) {
    check_transform(*spec, make_params(*spec).get(), language, text);
  }
  return 0;
}
