// Assertions for bugs. Input can never trigger them: bad data is counted, bad input is a Result.
#pragma once

namespace tamis::detail {

// Prints the failed condition with its place and aborts.
[[noreturn]] void fail_check(const char* condition, const char* file, int line);

}  // namespace tamis::detail

// Aborts, in every build, when `condition` is false.
#define TAMIS_CHECK(condition)                                                     \
  do {                                                                             \
    if (!(condition)) ::tamis::detail::fail_check(#condition, __FILE__, __LINE__); \
  } while (false)

// As TAMIS_CHECK, in debug and fuzz builds only: for hot loops.
#ifdef NDEBUG
#define TAMIS_DCHECK(condition) \
  do {                          \
  } while (false)
#else
#define TAMIS_DCHECK(condition) TAMIS_CHECK(condition)
#endif
