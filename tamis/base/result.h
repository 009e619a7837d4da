// Errors as values: a Result<T> holds a T or an Error, and cannot be ignored.
//
// Only bad input and a failing environment are Errors; a broken record is a counted drop
// (batch/drop_reason.h) and a bug is a TAMIS_CHECK. Why tl::expected, and what it is compared
// with: docs/design/0001-result-type.md.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>

namespace tamis {

enum class ErrorCode {
  kInvalidInput,   // a recipe, an option or a file says something that Tamis cannot do
  kNotFound,       // a file or a name that does not exist
  kAlreadyExists,  // an output that would be overwritten
  kUnavailable,    // this build or this machine lacks something: Parquet, memory, disk space
  kCorrupt,        // a file whose framing is lost
  kIo,             // the operating system failed
  kInterrupted,    // stopped by the user
};

// One failure, said so that its reader knows what failed, on what, and what to do.
class [[nodiscard]] Error {
 public:
  Error(ErrorCode code, std::string message);

  ErrorCode code() const { return state_->code; }
  std::string_view message() const { return state_->message; }

  // The same error with "where: " in front of the message.
  Error context(std::string_view where) &&;

 private:
  struct State {
    ErrorCode code;
    std::string message;
  };
  std::unique_ptr<State> state_;  // one pointer, so that a Result of a small T stays small
};

// The exit status of a command that ends with such an error.
int exit_status(ErrorCode code);

template <typename T>
class [[nodiscard]] Result : public tl::expected<T, Error> {
 public:
  using tl::expected<T, Error>::expected;
};

// What a function of type Result<T> returns to fail.
inline tl::unexpected<Error> fail(ErrorCode code, std::string message) {
  return tl::unexpected<Error>(Error(code, std::move(message)));
}

}  // namespace tamis

#define TAMIS_CONCAT_(a, b) a##b
#define TAMIS_CONCAT(a, b) TAMIS_CONCAT_(a, b)

// Returns the error of `expr` to the caller, or goes on.
#define TAMIS_TRY(expr)                                                       \
  do {                                                                        \
    if (auto tamis_result = (expr); !tamis_result.has_value())                \
      return tl::unexpected<::tamis::Error>(std::move(tamis_result).error()); \
  } while (false)

// Binds the value of `expr` to `declaration`, or returns its error to the caller.
#define TAMIS_ASSIGN(declaration, expr) \
  TAMIS_ASSIGN_(TAMIS_CONCAT(tamis_result_, __LINE__), declaration, expr)
#define TAMIS_ASSIGN_(result, declaration, expr)                                             \
  auto result = (expr);                                                                      \
  if (!result.has_value()) return tl::unexpected<::tamis::Error>(std::move(result).error()); \
  declaration = *std::move(result)
