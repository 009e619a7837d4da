// Counts on how many of a site's pages each text of a block stands: what SiteTemplates is read
// from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tamis/base/result.h"
#include "tamis/extract/site_templates.h"
#include "tamis/io/file_system.h"

namespace tamis::extract {

// Not thread-safe.
class SiteTextCounter {
 public:
  // `memory_bytes` bounds what is held. Sites that would take a quarter of it are left out. Where
  // all others do not fit, one in two, four, ... is counted, chosen by their names: which ones does
  // not depend on the order of the pages.
  explicit SiteTextCounter(std::int64_t memory_bytes);

  // A page without a site counts nowhere, and one that a site has twice, at two addresses, once:
  // else all of it would be template.
  void add(const SiteTexts& page);

  // Behind the last page.
  void finish() { settle(); }

  struct Amount {
    std::int64_t pages = 0;           // that differ, of sites that are counted
    std::int64_t sites = 0;           // of several pages
    std::int64_t texts = 0;           // on several pages of their site
    std::int64_t homeless_pages = 0;  // without a site
    std::int64_t large_sites = 0;     // that were left out
    std::int64_t one_site_in = 1;
  };
  // Requires: finish().
  Amount amount() const;

  // A line that says what the file is, then a JSON object a site of several pages, by name, with
  // its texts on several pages: {"site":"www.example.com","pages":12,"texts":{"90ab...":11}}.
  // Requires: finish().
  Result<void> write(io::OutputFile& file) const;

 private:
  struct Site {
    std::uint32_t index = 0;
    std::set<std::uint64_t> pages;  // hashes of their texts
    bool is_too_large = false;      // and has no pages and no texts any more
  };
  struct Text {
    std::uint64_t text = 0;  // hash_site_text()
    std::uint32_t site = 0;
    std::uint32_t num_pages = 0;
  };

  Site* take_site(std::string_view name);
  void add_texts(const SiteTexts& page, std::uint32_t site);
  void settle();
  void add_up_equal();
  void leave_out_large();
  void leave_out(Site& site);
  void fit();
  void halve_sites();
  std::int64_t bytes_of_pages(const Site& site) const;
  std::int64_t one_site_in() const;

  std::int64_t site_bytes_max_;
  std::size_t num_texts_max_;
  std::size_t num_pages_of_site_max_;
  std::size_t num_texts_of_site_max_;
  int num_halvings_ = 0;
  std::int64_t num_homeless_pages_ = 0;
  std::size_t num_large_sites_ = 0;
  std::int64_t site_bytes_ = 0;
  std::uint32_t num_indices_ = 0;  // of sites, those that are not counted any more included
  std::map<std::string, Site, std::less<>> sites_;
  // Different ones by site and text, then such as were added since. No hash table: pages could be
  // made to slow that down.
  std::vector<Text> texts_;
  std::size_t num_settled_ = 0;
};

}  // namespace tamis::extract
