// What the pages of a site say one like the other: its template of menus, buttons and footers.
//
// A site is a host. One pass over an input counts on how many of a site's pages each text of a
// block stands (`tamis templates`, site_text_counter.h); in a second pass the main text of a page
// is found with that in sight. Site-level template detection goes back to Bar-Yossef and
// Rajagopalan, Template Detection via Data Mining and its Applications, WWW 2002; here it is no
// verdict but some features of the block model (docs/design/0010-main-text.md).
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tamis/base/result.h"
#include "tamis/catalog/spec.h"

namespace tamis::extract {

// What one page adds.
struct SiteTexts {
  std::string site;                  // as site_of() has it; empty: not known
  std::vector<std::uint64_t> texts;  // hash_site_text() of its blocks, each once and in order
};

// The host of an address in the form in which hosts are compared; empty if it has none, or one that
// is longer than a name can be.
std::string site_of(std::string_view url);

std::uint64_t hash_site_text(std::string_view text);

// On how many pages of a site a text stands.
struct CountedText {
  std::uint64_t text = 0;  // hash_site_text()
  std::uint32_t num_pages = 0;
};

// One site; a view.
struct SiteTemplate {
  std::uint32_t num_pages = 0;         // 2 at least; 0 of a site that is not known
  std::span<const CountedText> texts;  // on 2 pages at least, by their hashes

  std::uint32_t num_pages_with(std::uint64_t text) const;  // 0: on one at most
};

// Immutable, so that threads share it.
class SiteTemplates {
 public:
  // Of what SiteTextCounter wrote; an Error names the line.
  static Result<SiteTemplates> parse(std::string_view content);

  // Valid as long as the templates.
  SiteTemplate of(std::string_view site) const;

  std::int64_t held_bytes() const;

 private:
  struct Site {
    std::uint32_t num_pages = 0;
    std::size_t begin = 0;  // in texts_
    std::size_t end = 0;
  };
  struct Line;

  bool add(Line& line);

  std::map<std::string, Site, std::less<>> sites_;
  std::vector<CountedText> texts_;
  std::int64_t site_bytes_ = 0;
};

// The first line of a file of templates of one site in so many.
std::string head_of_site_templates(std::int64_t one_site_in);

// Of the file of a recipe, which is added to `files`.
Result<std::shared_ptr<const SiteTemplates>> read_site_templates(const std::string& path,
                                                                 ReadFiles& files);

}  // namespace tamis::extract
