#include "tamis/base/result.h"

namespace tamis {

Error::Error(ErrorCode code, std::string message)
    : state_(std::make_unique<State>(State{code, std::move(message)})) {}

Error Error::context(std::string_view where) && {
  state_->message.insert(0, ": ").insert(0, where);
  return std::move(*this);
}

int exit_status(ErrorCode code) {
  switch (code) {
    case ErrorCode::kInvalidInput:
    case ErrorCode::kNotFound:
    case ErrorCode::kAlreadyExists:
      return 2;
    case ErrorCode::kInterrupted:
      return 130;
    case ErrorCode::kUnavailable:
    case ErrorCode::kCorrupt:
    case ErrorCode::kIo:
      return 1;
  }
  return 1;
}

}  // namespace tamis
