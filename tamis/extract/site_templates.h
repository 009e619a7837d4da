// What the pages of a site say one like the other: its template of menus, buttons and footers.
//
// A site is a host. One pass over an input counts on how many of a site's pages each text of a
// block stands (`tamis templates`); in a second pass the main text of a page is found with that in
// sight. Site-level template detection goes back to Bar-Yossef and Rajagopalan, Template Detection
// via Data Mining and its Applications, WWW 2002; here it is no verdict but some features of the
// block model (docs/design/0010-main-text.md).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tamis/base/result.h"
#include "tamis/catalog/spec.h"
#include "tamis/io/file_system.h"

namespace tamis::extract {

// What one page adds.
struct SiteTexts {
  std::string site;                  // as site_of() has it; empty: not known
  std::vector<std::uint64_t> texts;  // hash_site_text() of its blocks, each once
};

// The host of an address in the form in which hosts are compared; empty if it has none.
std::string site_of(std::string_view url);

std::uint64_t hash_site_text(std::string_view text);

// Not thread-safe, but for what is const.
class SiteTemplates {
 public:
  static constexpr std::int64_t kMemoryBytes = std::int64_t{1} << 30;

  // `memory_bytes` bounds the tables. Where all sites do not fit, one in two, four, ... is counted,
  // chosen by their names: which ones does not depend on the order of the pages.
  explicit SiteTemplates(std::int64_t memory_bytes = kMemoryBytes);

  // A page without a site counts nowhere.
  void add(const SiteTexts& page);

  // How many pages the site has, and how many of them have the text. 0: not known, of a site; one
  // page at most, of a text of a site that was read from a file.
  std::uint32_t num_pages(std::string_view site) const;
  std::uint32_t num_pages_with(std::string_view site, std::uint64_t text) const;

  struct Amount {
    std::int64_t pages = 0;
    std::int64_t sites = 0;  // of several pages
    std::int64_t texts = 0;  // on several pages of their site
    std::int64_t one_site_in = 1;
  };
  Amount amount() const;
  std::int64_t held_bytes() const;

  // A line that says what the file is, then a JSON object a site of several pages, by name, with
  // its texts on several pages: {"site":"www.example.com","pages":12,"texts":{"90ab...":11}}.
  Result<void> write(io::OutputFile& file) const;

  // Of a text that write() wrote; an Error names the line.
  static Result<SiteTemplates> parse(std::string_view content);

 private:
  struct Site {
    std::uint32_t index = 0;
    std::uint32_t num_pages = 0;
  };
  struct Text {
    std::uint64_t key = 0;  // of site and text
    std::uint32_t site = 0;
    std::uint32_t num_pages = 0;  // 0: a free slot
  };
  // Lets names be looked up that are no std::string.
  struct HashName : std::hash<std::string_view> {
    using is_transparent = void;
  };

  Site* take_site(std::string_view name);
  void add_text(std::uint64_t key, std::uint32_t site, std::uint32_t num_pages);
  std::size_t slot_of(std::uint64_t key) const;
  void make_room();
  void halve_sites();
  void rebuild_table(std::size_t num_slots);

  std::int64_t site_bytes_max_;
  std::size_t num_slots_max_;
  int num_halvings_ = 0;
  std::int64_t num_pages_ = 0;
  std::int64_t site_bytes_ = 0;
  std::uint32_t num_indices_ = 0;  // of sites, those that are not counted any more included
  std::unordered_map<std::string, Site, HashName, std::equal_to<>> sites_;
  std::size_t num_texts_ = 0;
  std::vector<Text> table_;  // open addressing, a power of two
};

// Of the file of a recipe, which is added to `files`.
Result<SiteTemplates> read_site_templates(const std::string& path, ReadFiles& files);

}  // namespace tamis::extract
