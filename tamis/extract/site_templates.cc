#include "tamis/extract/site_templates.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <charconv>
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
constexpr std::size_t kHostBytesMax = 1000;  // four times what a name can have once it is ASCII

bool is_head(const element& line) {
  std::string_view format;
  std::int64_t version = 0;
  return !line["format"].get(format) && format == kFormat && !line["version"].get(version) &&
         version == kVersion;
}

// Of pages: two at least.
bool read_count(const element& value, std::uint32_t& count) {
  std::uint64_t number = 0;
  if (value.get(number) || number > std::numeric_limits<std::uint32_t>::max()) return false;
  count = static_cast<std::uint32_t>(number);
  return count > 1;
}

bool read_hash(std::string_view digits, std::uint64_t& hash) {
  const char* const end = digits.data() + digits.size();
  const auto read = std::from_chars(digits.data(), end, hash, 16);
  return read.ec == std::errc() && read.ptr == end;
}

}  // namespace

std::string site_of(std::string_view url) {
  const std::string_view host = text::written_host(url);
  std::string site;
  if (host.size() <= kHostBytesMax) text::normalize_host(host, site);
  return site;
}

std::uint64_t hash_site_text(std::string_view text) { return text::hash_word(text).hash; }

std::string head_of_site_templates(std::int64_t one_site_in) {
  JsonOutput head;
  head.begin_object().member("format", kFormat).member("version", kVersion);
  head.member("one_site_in", one_site_in).end_object();
  return std::move(head).take();
}

std::uint32_t SiteTemplate::num_pages_with(std::uint64_t text) const {
  const auto found = std::ranges::lower_bound(texts, text, {}, &CountedText::text);
  return found == texts.end() || found->text != text ? 0 : found->num_pages;
}

// What a line says of a site.
struct SiteTemplates::Line {
  std::string_view site;
  std::uint32_t num_pages = 0;
  std::vector<CountedText> texts;

  bool read(const element& line) {
    element pages;
    simdjson::dom::object pages_with;
    if (line["site"].get(site) || site.empty() || line["pages"].get(pages) ||
        !read_count(pages, num_pages) || line["texts"].get(pages_with))
      return false;
    for (const auto& [digits, count] : pages_with) {
      CountedText& text = texts.emplace_back();
      if (!read_hash(digits, text.text) || !read_count(count, text.num_pages)) return false;
      if (text.num_pages > num_pages) return false;
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
    const bool is_known =
        is_json && (number == 1 ? is_head(json) : line.read(json) && templates.add(line));
    if (!is_known) {
      return fail(ErrorCode::kInvalidInput,
                  fmt::format("line {}: not as `tamis templates` writes it; let it write the file "
                              "anew",
                              number));
    }
    content.remove_prefix(std::min(end + 1, content.size()));
  }
  return templates;
}

// False for a site that there is.
bool SiteTemplates::add(Line& line) {
  constexpr std::size_t kSiteBytes = 112;  // in the map, beside its name
  std::ranges::sort(line.texts, {}, &CountedText::text);
  const std::size_t begin = texts_.size();
  texts_.insert(texts_.end(), line.texts.begin(), line.texts.end());
  site_bytes_ += static_cast<std::int64_t>(kSiteBytes + line.site.size());
  return sites_.emplace(line.site, Site{line.num_pages, begin, texts_.size()}).second;
}

SiteTemplate SiteTemplates::of(std::string_view site) const {
  const auto known = sites_.find(site);
  if (known == sites_.end()) return {};
  const auto& [num_pages, begin, end] = known->second;
  return {num_pages, std::span(texts_).subspan(begin, end - begin)};
}

std::int64_t SiteTemplates::held_bytes() const {
  return site_bytes_ + static_cast<std::int64_t>(texts_.capacity() * sizeof(CountedText));
}

Result<std::shared_ptr<const SiteTemplates>> read_site_templates(const std::string& path,
                                                                 ReadFiles& files) {
  TAMIS_ASSIGN(const std::string content, io::DiskFileSystem().read_all(path, kFileBytesMax));
  files.push_back({.path = path, .xxh3_128 = io::content_hash(content)});
  auto templates = SiteTemplates::parse(content);
  if (!templates) return tl::unexpected(std::move(templates).error().context(path));
  return std::make_shared<const SiteTemplates>(*std::move(templates));
}

}  // namespace tamis::extract
