#include "tamis/extract/site_templates.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <bit>
#include <charconv>
#include <iterator>
#include <limits>
#include <utility>

#include "tamis/catalog/json_output.h"
#include "tamis/io/content_hash.h"
#include "tamis/io/disk_file_system.h"
#include "tamis/text/url_host.h"
#include "tamis/text/word_hash.h"

namespace tamis::extract {
namespace {

using simdjson::dom::element;

constexpr std::string_view kFormat = "tamis site templates";
constexpr std::int64_t kVersion = 1;  // of the file, and of the hash

constexpr std::int64_t kFileBytesMax = std::int64_t{1} << 32;

constexpr std::int64_t kNoBound = std::int64_t{1} << 40;
constexpr std::size_t kNumSlotsMin = 1024;
constexpr std::int64_t kSiteBytes = 96;  // of one in the map, beside its name

std::uint64_t key_of(std::string_view site, std::uint64_t text) {
  const std::uint64_t key = (text + std::rotl(text::hash_word(site).hash, 32)) * 0x9E3779B97F4A7C15;
  return key ^ key >> 32;
}

// True for one in 2^num_halvings of all sites.
bool is_counted(std::string_view site, int num_halvings) {
  return num_halvings == 0 || text::hash_word(site).hash >> (64 - num_halvings) == 0;
}

std::int64_t bytes_of(std::string_view site) {
  return kSiteBytes + static_cast<std::int64_t>(site.size());
}

bool is_head(const element& line) {
  std::string_view format;
  std::int64_t version = 0;
  return !line["format"].get(format) && format == kFormat && !line["version"].get(version) &&
         version == kVersion;
}

// What write() says of a site.
struct SiteLine {
  std::string_view site;
  std::uint32_t num_pages = 0;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> texts;  // keys, on how many pages
};

bool read_count(const element& value, std::uint32_t& count) {
  std::uint64_t number = 0;
  if (value.get(number) || number > std::numeric_limits<std::uint32_t>::max()) return false;
  count = static_cast<std::uint32_t>(number);
  return count > 0;
}

bool read_key(std::string_view digits, std::uint64_t& key) {
  const char* const end = digits.data() + digits.size();
  const auto read = std::from_chars(digits.data(), end, key, 16);
  return read.ec == std::errc() && read.ptr == end;
}

bool read_site(const element& line, SiteLine& read) {
  element num_pages;
  simdjson::dom::object texts;
  if (line["site"].get(read.site) || read.site.empty() || line["pages"].get(num_pages) ||
      !read_count(num_pages, read.num_pages) || line["texts"].get(texts))
    return false;
  for (const auto& [digits, count] : texts) {
    auto& [key, num_with] = read.texts.emplace_back();
    if (!read_key(digits, key) || !read_count(count, num_with)) return false;
  }
  return true;
}

}  // namespace

std::string site_of(std::string_view url) {
  std::string site;
  text::normalize_host(text::written_host(url), site);
  return site;
}

std::uint64_t hash_site_text(std::string_view text) { return text::hash_word(text).hash; }

// Three quarters for the table, of which there are two while it is built anew.
SiteTemplates::SiteTemplates(std::int64_t memory_bytes)
    : site_bytes_max_(memory_bytes / 4),
      num_slots_max_(std::max(kNumSlotsMin, std::bit_floor(static_cast<std::size_t>(memory_bytes) *
                                                           3 / 4 / 2 / sizeof(Text)))),
      table_(kNumSlotsMin) {}

void SiteTemplates::add(const SiteTexts& page) {
  Site* const site = take_site(page.site);
  if (site == nullptr) return;
  ++num_pages_;
  ++site->num_pages;
  const std::uint32_t index = site->index;
  for (const std::uint64_t text : page.texts) {
    const int num_halvings = num_halvings_;
    add_text(key_of(page.site, text), index, 1);
    if (num_halvings_ != num_halvings && !is_counted(page.site, num_halvings_)) return;
  }
}

SiteTemplates::Site* SiteTemplates::take_site(std::string_view name) {
  if (name.empty() || !is_counted(name, num_halvings_)) return nullptr;
  if (const auto known = sites_.find(name); known != sites_.end()) return &known->second;
  const auto added = sites_.emplace(name, Site{.index = num_indices_++}).first;
  site_bytes_ += bytes_of(name);
  make_room();
  return is_counted(name, num_halvings_) ? &added->second : nullptr;
}

void SiteTemplates::add_text(std::uint64_t key, std::uint32_t site, std::uint32_t num_pages) {
  Text& text = table_[slot_of(key)];
  if (text.num_pages == 0) {
    text = {.key = key, .site = site};
    ++num_texts_;
  }
  text.num_pages += num_pages;
  make_room();
}

// Where the text stands, or the free slot where it would.
std::size_t SiteTemplates::slot_of(std::uint64_t key) const {
  std::size_t slot = key % table_.size();
  while (table_[slot].num_pages != 0 && table_[slot].key != key) slot = (slot + 1) % table_.size();
  return slot;
}

// What is counted depends on how much there is and not on the order in which it came: a site goes
// only when it and all others that would go too are more than fits.
void SiteTemplates::make_room() {
  const auto is_table_full = [&] { return num_texts_ > table_.size() / 4 * 3; };
  if (is_table_full() && table_.size() < num_slots_max_) rebuild_table(table_.size() * 2);
  while (is_table_full() || site_bytes_ > site_bytes_max_) halve_sites();
}

void SiteTemplates::halve_sites() {
  ++num_halvings_;
  std::vector<bool> goes(num_indices_);
  std::erase_if(sites_, [&](const auto& named) {
    const auto& [name, site] = named;
    if (is_counted(name, num_halvings_)) return false;
    goes[site.index] = true;
    site_bytes_ -= bytes_of(name);
    num_pages_ -= site.num_pages;
    return true;
  });
  for (Text& text : table_) {
    if (text.num_pages == 0 || !goes[text.site]) continue;
    text = {};
    --num_texts_;
  }
  rebuild_table(table_.size());
}

void SiteTemplates::rebuild_table(std::size_t num_slots) {
  std::vector<Text> texts(num_slots);
  texts.swap(table_);
  for (const Text& text : texts) {
    if (text.num_pages != 0) table_[slot_of(text.key)] = text;
  }
}

std::uint32_t SiteTemplates::num_pages(std::string_view site) const {
  const auto known = sites_.find(site);
  return known == sites_.end() ? 0 : known->second.num_pages;
}

std::uint32_t SiteTemplates::num_pages_with(std::string_view site, std::uint64_t text) const {
  return table_[slot_of(key_of(site, text))].num_pages;
}

std::int64_t SiteTemplates::held_bytes() const {
  return site_bytes_ + static_cast<std::int64_t>(table_.size() * sizeof(Text));
}

SiteTemplates::Amount SiteTemplates::amount() const {
  const auto is_shared = [](const auto& counted) { return counted.num_pages > 1; };
  return {.pages = num_pages_,
          .sites = std::ranges::count_if(
              sites_, [&](const auto& named) { return is_shared(named.second); }),
          .texts = std::ranges::count_if(table_, is_shared),
          .one_site_in = std::int64_t{1} << num_halvings_};
}

Result<void> SiteTemplates::write(io::OutputFile& file) const {
  std::vector<std::pair<std::string_view, Site>> sites;
  for (const auto& [name, site] : sites_) {
    if (site.num_pages > 1) sites.emplace_back(name, site);
  }
  std::ranges::sort(sites, {}, [](const auto& named) { return named.first; });
  std::vector<Text> texts;
  std::ranges::copy_if(table_, std::back_inserter(texts),
                       [](const Text& text) { return text.num_pages > 1; });
  std::ranges::sort(texts, {}, [](const Text& text) { return std::pair(text.site, text.key); });

  JsonOutput head;
  head.begin_object().member("format", kFormat).member("version", kVersion);
  head.member("one_site_in", amount().one_site_in).end_object();
  TAMIS_TRY(file.write(head.text() + "\n"));
  for (const auto& [name, site] : sites) {
    JsonOutput line;
    line.begin_object().member("site", name);
    line.member("pages", std::int64_t{site.num_pages}).key("texts").begin_object();
    for (const Text& text : std::ranges::equal_range(texts, site.index, {}, &Text::site))
      line.member(fmt::format("{:016x}", text.key), std::int64_t{text.num_pages});
    line.end_object().end_object();
    TAMIS_TRY(file.write(line.text() + "\n"));
  }
  return {};
}

Result<SiteTemplates> SiteTemplates::parse(std::string_view content) {
  SiteTemplates templates(kNoBound);
  simdjson::dom::parser parser;
  for (std::int64_t number = 1; number == 1 || !content.empty(); ++number) {
    const std::size_t end = std::min(content.find('\n'), content.size());
    element line;
    SiteLine read;
    const bool is_json = !parser.parse(content.data(), end).get(line);
    if (!is_json || !(number == 1 ? is_head(line) : read_site(line, read))) {
      return fail(ErrorCode::kInvalidInput,
                  fmt::format("line {}: not as `tamis templates` writes it; let it write the file "
                              "anew",
                              number));
    }
    if (number > 1) {
      Site& site = *templates.take_site(read.site);
      site.num_pages += read.num_pages;
      for (const auto& [key, num_pages] : read.texts)
        templates.add_text(key, site.index, num_pages);
    }
    content.remove_prefix(std::min(end + 1, content.size()));
  }
  return templates;
}

Result<SiteTemplates> read_site_templates(const std::string& path, ReadFiles& files) {
  TAMIS_ASSIGN(const std::string content, io::DiskFileSystem().read_all(path, kFileBytesMax));
  files.push_back({.path = path, .xxh3_128 = io::content_hash(content)});
  auto templates = SiteTemplates::parse(content);
  if (!templates) return tl::unexpected(std::move(templates).error().context(path));
  return templates;
}

}  // namespace tamis::extract
