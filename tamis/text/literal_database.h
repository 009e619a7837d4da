// Many literal texts looked for at once, by vectorscan: the one place that calls the library.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "tamis/base/result.h"

namespace tamis::text {

// Immutable and thread-safe once made; each scan borrows memory that the database keeps.
class LiteralDatabase {
 public:
  enum class Reports {
    kAll,   // every occurrence
    kOnce,  // that a text occurs, once
  };

  // ASCII letters match in either case. `ids[i]` is what an occurrence of `literals[i]` reports; by
  // kOnce literals may share one. None is allowed: then nothing occurs. Literals are not empty.
  static Result<LiteralDatabase> make(std::span<const std::string> literals,
                                      std::span<const unsigned> ids, Reports reports);

  LiteralDatabase();  // of no literals
  LiteralDatabase(LiteralDatabase&&) noexcept;
  LiteralDatabase& operator=(LiteralDatabase&&) noexcept;
  ~LiteralDatabase();

  bool is_empty() const { return state_ == nullptr; }

  // Calls `take(context, id, end)` for the occurrences in `text`, in the order of their ends.
  using Take = void (*)(void* context, unsigned id, std::size_t end);
  void scan(std::string_view text, Take take, void* context) const;

 private:
  struct State;

  std::unique_ptr<State> state_;
};

}  // namespace tamis::text
