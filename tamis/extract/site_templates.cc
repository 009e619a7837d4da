#include "tamis/extract/site_templates.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <bit>
#include <charconv>
#include <limits>
#include <numeric>
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

bool is_head(const element& line) {
  std::string_view format;
  std::int64_t version = 0;
  return !line["format"].get(format) && format == kFormat && !line["version"].get(version) &&
         version == kVersion;
}

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

}  // namespace

std::string site_of(std::string_view url) {
  std::string site;
  text::normalize_host(text::written_host(url), site);
  return site;
}

std::uint64_t hash_site_text(std::string_view text) { return text::hash_word(text).hash; }

std::uint64_t key_of_site_text(std::string_view site, std::uint64_t text) {
  const std::uint64_t key = (text + std::rotl(text::hash_word(site).hash, 32)) * 0x9E3779B97F4A7C15;
  return key ^ key >> 32;
}

std::string head_of_site_templates(std::int64_t one_site_in) {
  JsonOutput head;
  head.begin_object().member("format", kFormat).member("version", kVersion);
  head.member("one_site_in", one_site_in).end_object();
  return std::move(head).take();
}

// What a line says of a site.
struct SiteTemplates::Line {
  std::string_view site;
  std::uint32_t num_pages = 0;
  std::vector<Text> texts;

  bool read(const element& line) {
    element pages;
    simdjson::dom::object pages_with;
    if (line["site"].get(site) || site.empty() || line["pages"].get(pages) ||
        !read_count(pages, num_pages) || line["texts"].get(pages_with))
      return false;
    for (const auto& [digits, count] : pages_with) {
      Text& text = texts.emplace_back();
      if (!read_key(digits, text.key) || !read_count(count, text.num_pages)) return false;
    }
    return true;
  }
};

Result<SiteTemplates> SiteTemplates::parse(std::string_view content) {
  SiteTemplates templates;
  simdjson::dom::parser parser;
  for (std::int64_t number = 1; number == 1 || !content.empty(); ++number) {
    const std::size_t end = std::min(content.find('\n'), content.size());
    element json;
    Line line;
    const bool is_json = !parser.parse(content.data(), end).get(json);
    if (!is_json || !(number == 1 ? is_head(json) : line.read(json))) {
      return fail(ErrorCode::kInvalidInput,
                  fmt::format("line {}: not as `tamis templates` writes it; let it write the file "
                              "anew",
                              number));
    }
    if (number > 1) templates.add(line);
    content.remove_prefix(std::min(end + 1, content.size()));
  }
  templates.index();
  return templates;
}

void SiteTemplates::add(const Line& line) {
  num_pages_.emplace(line.site, line.num_pages);
  texts_.insert(texts_.end(), line.texts.begin(), line.texts.end());
}

void SiteTemplates::index() {
  std::ranges::sort(texts_, {}, &Text::key);
  begins_.assign((std::size_t{1} << kFirstBits) + 1, 0);
  for (const Text& text : texts_) ++begins_[(text.key >> (64 - kFirstBits)) + 1];
  std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
}

std::uint32_t SiteTemplates::num_pages(std::string_view site) const {
  const auto known = num_pages_.find(site);
  return known == num_pages_.end() ? 0 : known->second;
}

std::uint32_t SiteTemplates::num_pages_with(std::string_view site, std::uint64_t text) const {
  const std::uint64_t key = key_of_site_text(site, text);
  const std::size_t first_bits = key >> (64 - kFirstBits);
  const auto begin = texts_.begin() + static_cast<std::ptrdiff_t>(begins_[first_bits]);
  const auto end = texts_.begin() + static_cast<std::ptrdiff_t>(begins_[first_bits + 1]);
  const auto found = std::ranges::lower_bound(begin, end, key, {}, &Text::key);
  return found == end || found->key != key ? 0 : found->num_pages;
}

std::int64_t SiteTemplates::held_bytes() const {
  constexpr std::size_t kSiteBytes = 112;  // of one in the map, with a short name
  return static_cast<std::int64_t>(num_pages_.size() * kSiteBytes +
                                   texts_.capacity() * sizeof(Text) +
                                   begins_.size() * sizeof(begins_[0]));
}

Result<SiteTemplates> read_site_templates(const std::string& path, ReadFiles& files) {
  TAMIS_ASSIGN(const std::string content, io::DiskFileSystem().read_all(path, kFileBytesMax));
  files.push_back({.path = path, .xxh3_128 = io::content_hash(content)});
  auto templates = SiteTemplates::parse(content);
  if (!templates) return tl::unexpected(std::move(templates).error().context(path));
  return templates;
}

}  // namespace tamis::extract
