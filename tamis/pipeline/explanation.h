// Why a document was kept or dropped: its way through a plan, with every number and bound.
#pragma once

#include <functional>
#include <string>

#include "tamis/base/result.h"
#include "tamis/io/file_system.h"
#include "tamis/pipeline/plan.h"

namespace tamis::pipeline {

// Which documents of the input to explain.
struct DocumentChoice {
  std::string id;            // empty: any
  std::string url;           // empty: any
  std::int64_t offset = -1;  // of the record; -1: any
  std::int64_t num_documents_max = 1;
};

// Calls `show` with the explanation of each chosen document, in the order of the input. `acting`
// and `measuring` are plans of one recipe with the actions kDrop and kMeasure: what happened comes
// from the first, the numbers of rules that a dropped document never met from the second. An Error
// if no document is chosen.
Result<void> explain(const Plan& acting, const Plan& measuring, const io::FileSystem& file_system,
                     const DocumentChoice& choice,
                     const std::function<void(const std::string&)>& show);

}  // namespace tamis::pipeline
