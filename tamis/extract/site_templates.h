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

// The host of an address in the form in which hosts are compared; empty if it has none.
std::string site_of(std::string_view url);

std::uint64_t hash_site_text(std::string_view text);

// By which a text of a site is told from all others of all sites.
std::uint64_t key_of_site_text(std::string_view site, std::uint64_t text);

// Immutable, so that threads share it.
class SiteTemplates {
 public:
  // Of what SiteTextCounter wrote; an Error names the line.
  static Result<SiteTemplates> parse(std::string_view content);

  // How many pages the site has, two at least, and how many of them have the text; 0: not known of
  // a site, and of a text one at most.
  std::uint32_t num_pages(std::string_view site) const;
  std::uint32_t num_pages_with(std::string_view site, std::uint64_t text) const;

  std::int64_t held_bytes() const;

 private:
  struct Text {
    std::uint64_t key = 0;
    std::uint32_t num_pages = 0;
  };
  struct Line;

  static constexpr int kFirstBits = 16;

  void add(const Line& line);
  void index();

  std::map<std::string, std::uint32_t, std::less<>> num_pages_;
  std::vector<Text> texts_;          // by key
  std::vector<std::size_t> begins_;  // of the texts whose keys have these first bits
};

// The first line of a file of templates of one site in so many.
std::string head_of_site_templates(std::int64_t one_site_in);

// Of the file of a recipe, which is added to `files`.
Result<SiteTemplates> read_site_templates(const std::string& path, ReadFiles& files);

}  // namespace tamis::extract
