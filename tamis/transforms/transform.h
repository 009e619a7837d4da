// What a transform is: an edit to one document's text or tags.
//
// A transform is one file of this folder, tamis/transforms/<name>.cc, that defines
// `constinit const TransformSpec <name>`; cmake/PartCatalog.cmake finds it by its name.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "tamis/batch/document.h"
#include "tamis/catalog/spec.h"

namespace tamis::transforms {

// A text before and after the transform with its default parameters.
struct Example {
  std::string_view text;
  std::string_view edited;
  std::string_view language = {};  // the tag after it, for a transform that sets it
};

// The transform itself. `edited` is scratch memory of the worker: its content is undefined on
// entry. Must be linear in the text's bytes and take any bytes: text is valid UTF-8 in a run,
// but a fuzzer is not so kind.
struct Edit {
  Setup setup = {};  // of a transform with parameters
  void (*call)(Document& document, std::string& edited, const void* params,
               const void* model) = nullptr;
};

// For `void edit(Document&, std::string& edited)`, which tags or measures the document.
template <auto kEdit>
inline constexpr Edit plain = {.call = [](Document& document, std::string& edited, const void*,
                                          const void*) { kEdit(document, edited); }};

// For `void edit(Document&, std::string& edited, const Params&)`.
template <typename Params, auto kEdit>
inline constexpr Edit with_params = {
    .setup = {.make_params = make_params<Params>},
    .call = [](Document& document, std::string& edited, const void* params, const void*) {
      kEdit(document, edited, *static_cast<const Params*>(params));
    }};

// Leaves a document alone that the transform did not change, which is most of them.
inline void set_text_if_changed(Document& document, std::string_view edited) {
  if (edited != document.text()) document.set_text(edited);
}

// For `void rewrite(std::string_view text, std::string& edited)`: appends the new text. This and
// the next are what most transforms are: functions from text to text.
template <auto kRewrite>
inline constexpr Edit rewriting = {
    .call = [](Document& document, std::string& edited, const void*, const void*) {
      edited.clear();
      kRewrite(document.text(), edited);
      set_text_if_changed(document, edited);
    }};

// For `void rewrite(std::string_view text, std::string& edited, const Params&)`.
template <typename Params, auto kRewrite>
inline constexpr Edit rewriting_with_params = {
    .setup = {.make_params = make_params<Params>},
    .call = [](Document& document, std::string& edited, const void* params, const void*) {
      edited.clear();
      kRewrite(document.text(), edited, *static_cast<const Params*>(params));
      set_text_if_changed(document, edited);
    }};

struct TransformSpec {
  std::string_view name;
  int version = 0;               // raised when the same input gives other bytes
  std::string_view summary;      // what it does, one sentence
  std::string_view why;          // why one wants it, and when it misleads
  std::string_view signal = {};  // the name of the number it reports, if any
  std::string_view signal_unit = {};
  Citation source;
  std::span<const ParamSpec> params = {};
  std::span<const Example> examples = {};
  // Of a transform that tags documents: the tags that it gives, to be listed.
  std::span<const std::string_view> (*tags)() = nullptr;
  Edit edit;
};

// Checks at compile time that nothing is missing.
consteval TransformSpec transform(TransformSpec spec) {
  if (spec.name.empty() || spec.version < 1) throw "a transform needs a name and a version";
  if (!spec.summary.ends_with('.') || !spec.why.ends_with('.'))
    throw "summary and why are sentences";
  if (spec.source.work.empty() || spec.source.where.empty()) throw "a transform cites its source";
  if (spec.signal.empty() != spec.signal_unit.empty()) throw "a signal has a unit";
  if (spec.examples.empty()) throw "a transform shows what it does";
  return spec;
}

// All transforms of this folder, by name.
std::span<const TransformSpec* const> builtin_transforms();

}  // namespace tamis::transforms
