#include "tamis/text/literal_database.h"

#include <fmt/format.h>
#include <hs.h>

#include <limits>
#include <vector>

#include "tamis/base/check.h"
#include "tamis/base/object_pool.h"
#include "tamis/text/utf8.h"

namespace tamis::text {
namespace {

struct FreeDatabase {
  void operator()(hs_database_t* database) const { hs_free_database(database); }
};
struct FreeScratch {
  void operator()(hs_scratch_t* scratch) const { hs_free_scratch(scratch); }
};
struct FreeCompileError {
  void operator()(hs_compile_error_t* error) const { hs_free_compile_error(error); }
};
using Database = std::unique_ptr<hs_database_t, FreeDatabase>;
using ScratchPool = ObjectPool<hs_scratch_t, FreeScratch>;

// What the library's callback works with.
struct Scan {
  LiteralDatabase::Take take;
  void* context;
};

int take_occurrence(unsigned id, unsigned long long, unsigned long long end, unsigned,
                    void* context) {
  constexpr int kGoOn = 0;
  const Scan& scan = *static_cast<const Scan*>(context);
  scan.take(scan.context, id, static_cast<std::size_t>(end));
  return kGoOn;
}

}  // namespace

struct LiteralDatabase::State {
  Database database;
  ScratchPool scratches;
};

LiteralDatabase::LiteralDatabase() = default;
LiteralDatabase::LiteralDatabase(LiteralDatabase&&) noexcept = default;
LiteralDatabase& LiteralDatabase::operator=(LiteralDatabase&&) noexcept = default;
LiteralDatabase::~LiteralDatabase() = default;

Result<LiteralDatabase> LiteralDatabase::make(std::span<const Literal> literals) {
  LiteralDatabase made;
  if (literals.empty()) return made;  // the library takes no empty list
  std::vector<const char*> texts;
  std::vector<std::size_t> sizes;
  std::vector<unsigned> ids;
  std::vector<unsigned> flags;
  for (const Literal& literal : literals) {
    texts.push_back(literal.text.data());
    sizes.push_back(literal.text.size());
    ids.push_back(literal.id);
    const unsigned is_once = literal.reports == Reports::kOnce ? HS_FLAG_SINGLEMATCH : 0;
    flags.push_back(HS_FLAG_CASELESS | is_once);
  }
  hs_database_t* database = nullptr;
  hs_compile_error_t* error = nullptr;
  const hs_error_t status = hs_compile_lit_multi(texts.data(), flags.data(), ids.data(),
                                                 sizes.data(), static_cast<unsigned>(texts.size()),
                                                 HS_MODE_BLOCK, nullptr, &database, &error);
  if (status == HS_SUCCESS) {
    made.state_ = std::make_unique<State>();
    made.state_->database = Database(database);
    return made;
  }
  const std::unique_ptr<hs_compile_error_t, FreeCompileError> owner(error);
  const bool has_literal = error->expression >= 0;
  return fail(
      ErrorCode::kInvalidInput,
      fmt::format("a word list cannot be compiled: {}{}{}", error->message, has_literal ? ": " : "",
                  has_literal ? literals[static_cast<std::size_t>(error->expression)].text : ""));
}

void LiteralDatabase::scan(std::string_view text, Take take, void* context) const {
  if (is_empty()) return;
  // Documents are far smaller (base/limits.h).
  text = prefix_within(text, std::numeric_limits<unsigned>::max());
  const ScratchPool::Loan scratch = state_->scratches.lend([&] {
    hs_scratch_t* made = nullptr;
    TAMIS_CHECK(hs_alloc_scratch(state_->database.get(), &made) == HS_SUCCESS);
    return ScratchPool::Owner(made);
  });
  Scan scan = {take, context};
  const hs_error_t status =
      hs_scan(state_->database.get(), text.data(), static_cast<unsigned>(text.size()), 0,
              scratch.get(), take_occurrence, &scan);
  TAMIS_CHECK(status == HS_SUCCESS);
}

}  // namespace tamis::text
