// Many literal texts looked for at once, by vectorscan: the one place that calls the library.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
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

  // What is looked for, not empty, and what an occurrence reports. By kOnce literals may share an
  // id.
  struct Literal {
    std::string_view text;
    unsigned id = 0;
    Reports reports = Reports::kAll;
  };

  // ASCII letters match in either case. Of no literals nothing occurs.
  static Result<LiteralDatabase> make(std::span<const Literal> literals);

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
