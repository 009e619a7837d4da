// The stage of a run that turns pages into their main text.
#pragma once

#include <memory>
#include <span>

#include "tamis/base/limits.h"
#include "tamis/batch/stage.h"
#include "tamis/catalog/spec.h"
#include "tamis/extract/main_text.h"
#include "tamis/extract/site_text_counter.h"

namespace tamis::extract {

// Rows of Payload::kHtml become Payload::kText; a page without main text is dropped
// (DropReason::kNoMainText), other rows stay as they are. The page's title and language fill
// empty columns; its date, where it says one, replaces the reader's, which is the crawl's.
//
// A page or text that goes over one of the limits on nesting, attributes, words and lines is
// dropped; this holds for rows that are text already, too.
std::unique_ptr<Stage> make_extract_stage(const Options& options, const Limits& limits = {});

// Pages of Payload::kHtml are counted by `counter`, which the stage has for itself while it works;
// nothing is changed.
std::unique_ptr<Stage> make_site_text_stage(SiteTextCounter& counter);

// The members of Options as a recipe sets them.
std::span<const ParamSpec> extract_params();

}  // namespace tamis::extract
