// A part of the program in a shared library of its own, loaded when it is first used, so that what
// it links costs nothing in a run that does without it (Arrow: 12 ms and 20 MB of every start).
#pragma once

#include <string>
#include <string_view>

#include "tamis/base/result.h"

namespace tamis {

// What a module exports under a C name: a constant of a type derived from this one, which adds
// pointers to functions. Program and module share C++ types, so they must be of one version.
struct ModuleTable {
  std::string_view version = TAMIS_VERSION;
};

// The constant `table` of the module `name` ("parquet"), whose file is
// lib/tamis/tamis_<name>.so beside the program's folder. It stays loaded until the program ends.
// Errors are kUnavailable; if there is no such file, `advice` says what to do. Thread-safe.
Result<const ModuleTable*> load_module(const std::string& name, const char* table,
                                       std::string_view advice);

}  // namespace tamis
