#include "tamis/extract/site_text_counter.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <utility>

#include "tamis/catalog/json_output.h"
#include "tamis/text/word_hash.h"

namespace tamis::extract {
namespace {

constexpr std::int64_t kSiteBytes = 160;  // of one in the map, beside its name
constexpr std::int64_t kPageBytes = 48;   // of one in the set of its site

// True for one in 2^num_halvings of all sites.
bool is_counted(std::string_view site, int num_halvings) {
  return num_halvings == 0 || text::hash_word(site).hash >> (64 - num_halvings) == 0;
}

std::uint64_t hash_of(std::span<const std::uint64_t> texts) {
  const auto bytes = std::as_bytes(texts);
  return text::hash_word({reinterpret_cast<const char*>(bytes.data()), bytes.size()}).hash;
}

std::int64_t bytes_of(std::string_view site) {
  return kSiteBytes + static_cast<std::int64_t>(site.size());
}

}  // namespace

// Three quarters for texts: those that are different, a quarter as many that were added since, and
// what merging them takes, half as many at most.
SiteTextCounter::SiteTextCounter(std::int64_t memory_bytes)
    : site_bytes_max_(memory_bytes / 4),
      num_texts_max_(static_cast<std::size_t>(memory_bytes) * 3 / 4 / (2 * sizeof(Text))) {
  texts_.reserve(num_texts_max_ / 4 * 5);
}

void SiteTextCounter::add(const SiteTexts& page) {
  Site* const site = take_site(page.site);
  if (site == nullptr || !site->pages.insert(hash_of(page.texts)).second) return;
  const std::uint32_t index = site->index;
  site_bytes_ += kPageBytes;
  fit_sites();
  if (!is_counted(page.site, num_halvings_)) return;
  for (const std::uint64_t text : page.texts) {
    if (texts_.size() == texts_.capacity()) {
      settle();
      if (!is_counted(page.site, num_halvings_)) return;
    }
    texts_.push_back({.key = key_of_site_text(page.site, text), .site = index, .num_pages = 1});
  }
}

SiteTextCounter::Site* SiteTextCounter::take_site(std::string_view name) {
  if (name.empty() || !is_counted(name, num_halvings_)) return nullptr;
  if (const auto known = sites_.find(name); known != sites_.end()) return &known->second;
  const auto added = sites_.emplace(name, Site{.index = num_indices_++}).first;
  site_bytes_ += bytes_of(name);
  fit_sites();
  return is_counted(name, num_halvings_) ? &added->second : nullptr;
}

void SiteTextCounter::fit_sites() {
  while (site_bytes_ > site_bytes_max_) halve_sites();
}

// What is counted depends on how much there is and not on the order in which it came: sites go only
// when they and all that are counted with them are more than fits.
void SiteTextCounter::settle() {
  const auto place = [](const Text& text) { return std::pair(text.site, text.key); };
  const auto added = texts_.begin() + static_cast<std::ptrdiff_t>(num_settled_);
  std::ranges::sort(added, texts_.end(), {}, place);
  std::ranges::inplace_merge(texts_, added, {}, place);
  add_up_equal();
  num_settled_ = texts_.size();
  while (texts_.size() > num_texts_max_) halve_sites();
}

void SiteTextCounter::add_up_equal() {
  std::size_t num_different = 0;
  for (const Text& text : texts_) {
    const bool is_known = num_different > 0 && texts_[num_different - 1].site == text.site &&
                          texts_[num_different - 1].key == text.key;
    if (is_known) {
      texts_[num_different - 1].num_pages += text.num_pages;
    } else {
      texts_[num_different++] = text;
    }
  }
  texts_.resize(num_different);
}

void SiteTextCounter::halve_sites() {
  ++num_halvings_;
  std::vector<bool> goes(num_indices_);
  std::erase_if(sites_, [&](const auto& named) {
    const auto& [name, site] = named;
    if (is_counted(name, num_halvings_)) return false;
    goes[site.index] = true;
    site_bytes_ -= bytes_of(name) + std::ssize(site.pages) * kPageBytes;
    return true;
  });
  const auto is_gone = [&](const Text& text) { return goes[text.site]; };
  const auto settled_end = texts_.begin() + static_cast<std::ptrdiff_t>(num_settled_);
  num_settled_ -= static_cast<std::size_t>(std::count_if(texts_.begin(), settled_end, is_gone));
  std::erase_if(texts_, is_gone);
}

SiteTextCounter::Amount SiteTextCounter::amount() const {
  Amount amount = {.one_site_in = std::int64_t{1} << num_halvings_};
  for (const auto& [name, site] : sites_) {
    amount.pages += std::ssize(site.pages);
    if (site.pages.size() > 1) ++amount.sites;
  }
  amount.texts = std::ranges::count_if(texts_, [](const Text& text) { return text.num_pages > 1; });
  return amount;
}

Result<void> SiteTextCounter::write(io::OutputFile& file) const {
  TAMIS_TRY(file.write(head_of_site_templates(std::int64_t{1} << num_halvings_) + "\n"));
  for (const auto& [name, site] : sites_) {
    if (site.pages.size() < 2) continue;
    JsonOutput line;
    line.begin_object().member("site", name);
    line.member("pages", std::ssize(site.pages)).key("texts").begin_object();
    for (const Text& text : std::ranges::equal_range(texts_, site.index, {}, &Text::site)) {
      if (text.num_pages > 1)
        line.member(fmt::format("{:016x}", text.key), std::int64_t{text.num_pages});
    }
    line.end_object().end_object();
    TAMIS_TRY(file.write(line.text() + "\n"));
  }
  return {};
}

}  // namespace tamis::extract
