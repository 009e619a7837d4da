#include "tamis/base/result.h"

#include <gtest/gtest.h>

namespace tamis {
namespace {

Result<int> half(int number) {
  if (number % 2 != 0) return fail(ErrorCode::kInvalidInput, "an odd number");
  return number / 2;
}

Result<int> quarter(int number) {
  TAMIS_ASSIGN(const int result, half(number));
  TAMIS_TRY(half(result));
  return result / 2;
}

TEST(Result, BindsValues) { EXPECT_EQ(*quarter(12), 3); }

TEST(Result, PassesErrorsOn) {
  EXPECT_EQ(quarter(3).error().message(), "an odd number");
  EXPECT_EQ(quarter(6).error().code(), ErrorCode::kInvalidInput);
}

TEST(Error, PutsContextInFront) {
  const Error error = Error(ErrorCode::kIo, "disk full").context("shard 12");
  EXPECT_EQ(error.message(), "shard 12: disk full");
  EXPECT_EQ(error.code(), ErrorCode::kIo);
}

TEST(ExitStatus, TellsWrongUseFromFailure) {
  EXPECT_EQ(exit_status(ErrorCode::kNotFound), 2);
  EXPECT_EQ(exit_status(ErrorCode::kIo), 1);
  EXPECT_EQ(exit_status(ErrorCode::kInterrupted), 130);
}

}  // namespace
}  // namespace tamis
