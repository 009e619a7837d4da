// How a part (rule, transform, reader, writer) and its parameters describe themselves.
//
// What is written here is written once: recipe checking, `tamis rules`, `tamis explain`, the
// manual, the JSON schema and the tests of every part are made from it.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "tamis/base/result.h"

namespace tamis {

using ParamValue = std::variant<bool, std::int64_t, double, std::string, std::vector<std::string>>;

// One parameter: a member of a part's Params struct. Its default is the member's own
// initializer, and its name in recipes is the member's.
struct ParamSpec {
  std::string_view name;
  std::string_view summary;
  std::span<const std::string_view> choices = {};  // of a string: the values allowed, if not all
  ParamValue (*get)(const void* params) = nullptr;
  bool (*set)(void* params, const ParamValue& value) = nullptr;  // false: another type
};

// Where a part's idea or number comes from.
struct Citation {
  std::string_view work;  // "Rae et al. 2021 (Gopher)"
  std::string_view url;
  std::string_view where;  // "appendix A1.1"
};

namespace detail {

template <typename T>
struct MemberPointer;
template <typename C, typename M>
struct MemberPointer<M C::*> {
  using Class = C;
  using Member = M;
};

// Reads and writes one member. The class is a template argument of its own, and these are no
// lambdas: gcc 12 gives what hangs on a pointer to member alone external linkage even if the class
// is in an anonymous namespace, and members of equal names in different parts would be taken for
// one another.
template <typename Class, typename Member, Member Class::*kMember>
struct MemberAccess {
  static ParamValue get(const void* params) { return static_cast<const Class*>(params)->*kMember; }

  static bool set(void* params, const ParamValue& value) {
    const auto* typed = std::get_if<Member>(&value);
    if (typed != nullptr) static_cast<Class*>(params)->*kMember = *typed;
    return typed != nullptr;
  }
};

}  // namespace detail

template <auto kMember>
constexpr ParamSpec param(std::string_view name, std::string_view summary,
                          std::span<const std::string_view> choices = {}) {
  using P = detail::MemberPointer<decltype(kMember)>;
  using Access = detail::MemberAccess<typename P::Class, typename P::Member, kMember>;
  return {
      .name = name, .summary = summary, .choices = choices, .get = Access::get, .set = Access::set};
}

// A file that a part has read before the first document: a list that the recipe names.
struct ReadFile {
  std::string path;
  std::string xxh3_128;   // of its content
  bool is_empty = false;  // it holds no entry
};
using ReadFiles = std::vector<ReadFile>;

// How a part comes by its parameters and by what it makes of them before the first document:
// a compiled word list, say. Owned by the plan and shared, read-only, by all workers.
struct Setup {
  using Params = std::shared_ptr<void>;
  using Model = std::shared_ptr<const void>;

  Params (*make_params)() = nullptr;  // null: the part takes none
  // Adds the files that it reads to `files`. Null: the part needs none.
  Result<Model> (*make_model)(const void* params, ReadFiles& files) = nullptr;
};

template <typename Params>
Setup::Params make_params() {
  return std::make_shared<Params>();
}

// Model::make(const Params&), or with ReadFiles& behind if it reads any, returns a Result<Model>: a
// file named by the recipe may be missing.
template <typename Params, typename Model>
Result<Setup::Model> make_model(const void* params, ReadFiles& files) {
  const auto make = [&] {
    const auto& typed = *static_cast<const Params*>(params);
    if constexpr (requires { Model::make(typed, files); }) {
      return Model::make(typed, files);
    } else {
      return Model::make(typed);
    }
  };
  TAMIS_ASSIGN(Model model, make());
  return Setup::Model(std::make_shared<const Model>(std::move(model)));
}

}  // namespace tamis
