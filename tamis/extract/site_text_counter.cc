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
  if (num_halvings == 0) return true;
  return num_halvings < 64 && text::hash_word(site).hash >> (64 - num_halvings) == 0;
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
      num_texts_max_(static_cast<std::size_t>(memory_bytes) * 3 / 4 / (2 * sizeof(Text))),
      num_pages_of_site_max_(static_cast<std::size_t>(site_bytes_max_ / kPageBytes) / 4),
      num_texts_of_site_max_(num_texts_max_ / 4) {}

void SiteTextCounter::add(const SiteTexts& page) {
  if (page.site.empty()) {
    ++num_homeless_pages_;
    return;
  }
  Site* const site = take_site(page.site);
  if (site == nullptr || site->is_too_large) return;
  if (!site->pages.insert(hash_of(page.texts)).second) return;
  site_bytes_ += kPageBytes;
  if (site->pages.size() > num_pages_of_site_max_) return leave_out(*site);
  const std::uint32_t index = site->index;
  fit();
  if (is_counted(page.site, num_halvings_)) add_texts(page, index);
}

SiteTextCounter::Site* SiteTextCounter::take_site(std::string_view name) {
  if (!is_counted(name, num_halvings_)) return nullptr;
  if (const auto known = sites_.find(name); known != sites_.end()) return &known->second;
  const auto added = sites_.emplace(name, Site{.index = num_indices_++}).first;
  site_bytes_ += bytes_of(name);
  fit();
  return is_counted(name, num_halvings_) ? &added->second : nullptr;
}

void SiteTextCounter::add_texts(const SiteTexts& page, std::uint32_t site) {
  constexpr std::size_t kNumTextsMin = 1024;
  const std::size_t num_held_max = num_texts_max_ / 4 * 5;
  for (const std::uint64_t text : page.texts) {
    if (texts_.size() >= num_held_max) {
      settle();
      const auto known = sites_.find(page.site);
      if (known == sites_.end() || known->second.is_too_large) return;
    }
    if (texts_.size() == texts_.capacity())
      texts_.reserve(
          std::clamp(2 * texts_.size(), kNumTextsMin, std::max(num_held_max, kNumTextsMin)));
    texts_.push_back({.text = text, .site = site, .num_pages = 1});
  }
}

void SiteTextCounter::settle() {
  const auto place = [](const Text& text) { return std::pair(text.site, text.text); };
  const auto added = texts_.begin() + static_cast<std::ptrdiff_t>(num_settled_);
  std::ranges::sort(added, texts_.end(), {}, place);
  std::ranges::inplace_merge(texts_, added, {}, place);
  add_up_equal();
  num_settled_ = texts_.size();
  leave_out_large();
  fit();
}

void SiteTextCounter::add_up_equal() {
  std::size_t num_different = 0;
  for (const Text& text : texts_) {
    Text* const last = num_different == 0 ? nullptr : &texts_[num_different - 1];
    if (last != nullptr && last->site == text.site && last->text == text.text) {
      last->num_pages += text.num_pages;
    } else {
      texts_[num_different++] = text;
    }
  }
  texts_.resize(num_different);
}

// Requires: all texts are settled.
void SiteTextCounter::leave_out_large() {
  for (auto& [name, site] : sites_) {
    const auto texts = std::ranges::equal_range(texts_, site.index, {}, &Text::site);
    if (!site.is_too_large && texts.size() > num_texts_of_site_max_) leave_out(site);
  }
  std::vector<bool> is_gone(num_indices_);
  for (const auto& [name, site] : sites_) is_gone[site.index] = site.is_too_large;
  std::erase_if(texts_, [&](const Text& text) { return is_gone[text.site]; });
  num_settled_ = texts_.size();
}

// From now on the site counts as the largest that is counted, whatever more comes of it: so what
// fits does not depend on when it was left out. Its texts go when all are settled.
void SiteTextCounter::leave_out(Site& site) {
  site_bytes_ -= bytes_of_pages(site);
  site.is_too_large = true;
  site.pages.clear();
  site_bytes_ += bytes_of_pages(site);
  ++num_large_sites_;
}

std::int64_t SiteTextCounter::bytes_of_pages(const Site& site) const {
  const std::size_t num_pages = site.is_too_large ? num_pages_of_site_max_ : site.pages.size();
  return static_cast<std::int64_t>(num_pages) * kPageBytes;
}

// What is counted depends on how much there is and not on the order in which it came: sites go only
// when they and all that are counted with them are more than fits.
void SiteTextCounter::fit() {
  while (site_bytes_ > site_bytes_max_ ||
         num_settled_ + num_large_sites_ * num_texts_of_site_max_ > num_texts_max_)
    halve_sites();
}

void SiteTextCounter::halve_sites() {
  ++num_halvings_;
  std::vector<bool> goes(num_indices_);
  std::erase_if(sites_, [&](const auto& named) {
    const auto& [name, site] = named;
    if (is_counted(name, num_halvings_)) return false;
    goes[site.index] = true;
    site_bytes_ -= bytes_of(name) + bytes_of_pages(site);
    if (site.is_too_large) --num_large_sites_;
    return true;
  });
  const auto is_gone = [&](const Text& text) { return goes[text.site]; };
  const auto settled_end = texts_.begin() + static_cast<std::ptrdiff_t>(num_settled_);
  num_settled_ -= static_cast<std::size_t>(std::count_if(texts_.begin(), settled_end, is_gone));
  std::erase_if(texts_, is_gone);
}

SiteTextCounter::Amount SiteTextCounter::amount() const {
  Amount amount = {.homeless_pages = num_homeless_pages_,
                   .large_sites = static_cast<std::int64_t>(num_large_sites_),
                   .one_site_in = one_site_in()};
  for (const auto& [name, site] : sites_) {
    amount.pages += std::ssize(site.pages);
    if (site.pages.size() > 1) ++amount.sites;
  }
  amount.texts = std::ranges::count_if(texts_, [](const Text& text) { return text.num_pages > 1; });
  return amount;
}

std::int64_t SiteTextCounter::one_site_in() const {
  return std::int64_t{1} << std::min(num_halvings_, 62);
}

Result<void> SiteTextCounter::write(io::OutputFile& file) const {
  TAMIS_TRY(file.write(head_of_site_templates(one_site_in()) + "\n"));
  for (const auto& [name, site] : sites_) {
    if (site.pages.size() < 2) continue;
    JsonOutput line;
    line.begin_object().member("site", name);
    line.member("pages", std::ssize(site.pages)).key("texts").begin_object();
    for (const Text& text : std::ranges::equal_range(texts_, site.index, {}, &Text::site)) {
      if (text.num_pages > 1)
        line.member(fmt::format("{:016x}", text.text), std::int64_t{text.num_pages});
    }
    line.end_object().end_object();
    TAMIS_TRY(file.write(line.text() + "\n"));
  }
  return {};
}

}  // namespace tamis::extract
