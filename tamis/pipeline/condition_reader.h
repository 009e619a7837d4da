// The `for:` of a branch: which documents the branch sees.
#pragma once

#include <span>

#include "tamis/pipeline/config_node.h"
#include "tamis/pipeline/diagnostics.h"
#include "tamis/pipeline/plan.h"

namespace tamis::pipeline {

// What `node`, {language: TAGS, source: NAMES}, says. Complains about everything that would be for
// all documents or for none: another shape, an empty list, a source that is none of `sources`.
Condition read_condition(const ConfigNode& node, std::span<const InputSource> sources,
                         Diagnostics& diagnostics);

}  // namespace tamis::pipeline
