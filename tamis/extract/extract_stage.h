// The stage of a run that turns pages into their main text.
#pragma once

#include <memory>
#include <span>

#include "tamis/batch/stage.h"
#include "tamis/catalog/spec.h"
#include "tamis/extract/main_text.h"

namespace tamis::extract {

// Rows of Payload::kHtml become Payload::kText; a page without main text is dropped
// (DropReason::kNoMainText), other rows stay as they are. The page's title and language fill
// empty columns; its date, where it says one, replaces the reader's, which is the crawl's.
std::unique_ptr<Stage> make_extract_stage(const Options& options);

// The members of Options as a recipe sets them.
std::span<const ParamSpec> extract_params();

}  // namespace tamis::extract
