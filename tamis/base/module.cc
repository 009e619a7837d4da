#include "tamis/base/module.h"

#include <dlfcn.h>

#include <filesystem>
#include <system_error>

namespace tamis {
namespace {

// "../lib/tamis/" as seen from the program: the same in the build folder and where installed.
std::filesystem::path module_folder() {
  std::error_code error;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
  return program.parent_path().parent_path() / "lib" / "tamis";
}

std::string last_error() {
  const char* message = ::dlerror();
  return message != nullptr ? message : "unknown error of the loader";
}

}  // namespace

Result<const ModuleTable*> load_module(const std::string& name, const char* table,
                                       std::string_view advice) {
  const std::filesystem::path path = module_folder() / ("tamis_" + name + ".so");
  std::error_code error;
  if (!std::filesystem::exists(path, error)) {
    return fail(ErrorCode::kUnavailable, "this build has no module \"" + name + "\" (" +
                                             path.string() +
                                             " is missing): " + std::string(advice));
  }
  // NODELETE: objects whose code is in the module may live until the program ends.
  void* library = ::dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
  if (library == nullptr) {
    return fail(ErrorCode::kUnavailable, "cannot load " + last_error());
  }
  const auto* found = static_cast<const ModuleTable*>(::dlsym(library, table));
  if (found == nullptr) return fail(ErrorCode::kUnavailable, "cannot use " + last_error());
  if (found->version != TAMIS_VERSION) {
    return fail(ErrorCode::kUnavailable, path.string() + " is of version " +
                                             std::string(found->version) + ", this program of " +
                                             TAMIS_VERSION + "; install both together");
  }
  return found;
}

}  // namespace tamis
