// Which texts of a page stand on other pages of its site too.
#pragma once

#include <string_view>

#include "tamis/extract/blocks.h"
#include "tamis/extract/site_templates.h"

namespace tamis::extract {

// Replaces blocks.site by what `templates` know of the site of `url`. They are taken to have
// counted the page itself. Takes n log n.
void find_site_repeats(const SiteTemplates& templates, std::string_view url, Blocks& blocks);

// Replaces `page` by what SiteTextCounter counts of it. Takes n log n.
void read_site_texts(const Blocks& blocks, std::string_view url, SiteTexts& page);

}  // namespace tamis::extract
