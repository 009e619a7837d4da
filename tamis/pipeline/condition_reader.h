// The `for:` of a branch: which documents the branch sees.
#pragma once

#include <span>

#include "tamis/pipeline/config_node.h"
#include "tamis/pipeline/diagnostics.h"
#include "tamis/pipeline/plan.h"

namespace tamis::pipeline {

// Where the languages of documents come from: the input, which may say anything, or a step before.
enum class LanguageOrigin { kInput, kStep };

// What `node`, {language: TAGS, source: NAMES}, says, tags in the form that documents bear.
// Complains about everything that would be for all documents or for none: another shape, an empty
// list, a language that no document can have, a source that is none of `sources`.
Condition read_condition(const ConfigNode& node, std::span<const InputSource> sources,
                         LanguageOrigin origin, Diagnostics& diagnostics);

// Whether there may be a document for which both hold.
bool overlap(const Condition& a, const Condition& b);

}  // namespace tamis::pipeline
