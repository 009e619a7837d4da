#include "tamis/extract/metadata.h"

#include <array>

#include "tamis/extract/ascii.h"
#include "tamis/extract/boilerplate_phrases.h"
#include "tamis/extract/character_references.h"
#include "tamis/extract/dates.h"
#include "tamis/text/utf8.h"

namespace tamis::extract {
namespace {

// What a page says in one field is short; more than this is not looked at.
constexpr std::size_t kFieldBytesMax = 1024;
constexpr std::size_t kLinkedDataBytesMax = std::size_t{1} << 18;
constexpr std::size_t kLanguageBytesMax = 35;  // RFC 5646, 4.4.1

constexpr std::string_view kPublicationFields[] = {"article:published_time",
                                                   "og:published_time",
                                                   "og:release_date",
                                                   "datepublished",
                                                   "publishdate",
                                                   "publish_date",
                                                   "pubdate",
                                                   "publish-date",
                                                   "parsely-pub-date",
                                                   "sailthru.date",
                                                   "dc.date",
                                                   "dc.date.issued",
                                                   "dcterms.date",
                                                   "dcterms.created",
                                                   "citation_date",
                                                   "citation_publication_date",
                                                   "date",
                                                   "weibo:article:create_at",
                                                   "published_time",
                                                   "bt:pubdate",
                                                   "article.published",
                                                   "timestamp",
                                                   "og:time",
                                                   "publishtime"};

constexpr std::string_view kSeparators[] = {" | ", " - ", " – ", " — ", " :: ", " · ",
                                            " » ", " « ", "_",   "｜",  "－",   " -- "};

// A field's value as text: references decoded, white space as single spaces.
std::string clean(std::string_view value) {
  std::string decoded;
  append_decoded(text::prefix_within(value, kFieldBytesMax), ReferenceContext::kText, decoded);
  std::string cleaned;
  for (const char byte : trim_html_space(decoded)) {
    if (!is_html_space(byte))
      cleaned += byte;
    else if (cleaned.back() != ' ')
      cleaned += ' ';
  }
  return cleaned;
}

void fill(std::string& field, std::string value) {
  if (field.empty()) field = std::move(value);
}

template <typename Names>
bool is_any_of(std::string_view name, const Names& names) {
  for (const std::string_view candidate : names) {
    if (equals_ignoring_case(name, candidate)) return true;
  }
  return false;
}

// The string that is the value of `key` (with its quotes) in JSON; empty if it has escapes.
std::string_view find_json_string(std::string_view json, std::string_view key) {
  const std::size_t at = json.find(key);
  if (at == json.npos) return {};
  std::string_view rest = trim_html_space(json.substr(at + key.size(), kFieldBytesMax));
  if (!rest.starts_with(':')) return {};
  rest = trim_html_space(rest.substr(1));
  if (!rest.starts_with('"')) return {};
  const std::size_t end = rest.find('"', 1);
  if (end == rest.npos) return {};
  const std::string_view value = rest.substr(1, end - 1);
  return value.find('\\') == value.npos ? value : std::string_view();
}

struct Cut {
  std::size_t at = std::string_view::npos;
  std::size_t num_bytes = 0;
};

Cut find_last_separator(std::string_view title) {
  Cut last;
  for (const std::string_view separator : kSeparators) {
    const std::size_t at = title.rfind(separator);
    if (at != title.npos && (last.at == title.npos || at > last.at)) last = {at, separator.size()};
  }
  return last;
}

std::string_view first_heading(const Blocks& blocks) {
  for (const Block& block : blocks.blocks) {
    if (blocks.container_of(block).tag == Tag::kH1) return blocks.text_of(block);
  }
  return {};
}

// "Title | Site" without " | Site". A title is longer than what is cut off, or is the <h1>.
std::string_view without_site_name(std::string_view title, std::string_view site_name,
                                   std::string_view heading) {
  for (int i = 0; i < 3; ++i) {
    const Cut cut = find_last_separator(title);
    if (cut.at == title.npos || cut.at == 0) break;
    const std::string_view kept = title.substr(0, cut.at);
    const std::string_view site = title.substr(cut.at + cut.num_bytes);
    if (title == heading) break;
    if (site != site_name && kept != heading && site.size() * 3 > kept.size() * 2) break;
    title = kept;
  }
  return title;
}

bool may_hold_date(const Blocks& blocks, const Block& block) {
  constexpr std::uint32_t kBytesMax = 120;
  if (block.counts.num_digits < 5 || block.num_bytes() > kBytesMax) return false;
  return block.num_link_bytes * 2 < block.num_bytes() &&
         find_boilerplate(blocks.text_of(block)) != BoilerplateKind::kLegal;
}

// The first date in short lines; those that a class calls a date or a byline come first, and the
// rest only close to the first <h1>.
std::string find_visible_date(const Blocks& blocks) {
  constexpr ClassMeanings kNamed = bit(ClassMeaning::kDate) | bit(ClassMeaning::kByline);
  constexpr std::size_t kReach = 8;
  std::string near_heading;
  std::size_t heading = blocks.blocks.size();
  for (std::size_t i = 0; i < blocks.blocks.size(); ++i) {
    const Block& block = blocks.blocks[i];
    if (heading == blocks.blocks.size() && blocks.container_of(block).tag == Tag::kH1) heading = i;
    if (!may_hold_date(blocks, block)) continue;
    const bool is_named = (blocks.container_of(block).meanings & kNamed) != 0;
    const bool is_near = i >= heading && i - heading <= kReach;
    if (!is_named && (!is_near || !near_heading.empty())) continue;
    std::string date = find_date(blocks.text_of(block));
    if (date.empty()) continue;
    if (is_named) return date;
    near_heading = std::move(date);
  }
  return near_heading;
}

}  // namespace

void MetadataReader::start() { *this = MetadataReader(); }

void MetadataReader::add(const Token& token) {
  if (token.kind == TokenKind::kText) {
    if (token.tag == Tag::kTitle) fill(title_element_, clean(token.text));
    if (token.tag == Tag::kScript && is_in_linked_data_) read_linked_data(token.text);
    return;
  }
  if (token.kind != TokenKind::kStartTag) return;
  switch (token.tag) {
    case Tag::kMeta:
      return read_meta(token);
    case Tag::kTime:
      return read_time(token);
    case Tag::kScript:
      is_in_linked_data_ = equals_ignoring_case(token.attribute("type"), "application/ld+json");
      return;
    case Tag::kHtml:
      if (language_.empty()) {
        const std::string_view language = token.attribute("lang");
        for (const char byte : trim_html_space(language).substr(0, kLanguageBytesMax)) {
          language_ += byte == '_' ? '-' : to_lower(byte);
        }
      }
      return;
    default:
      return;
  }
}

void MetadataReader::read_meta(const Token& token) {
  std::string_view name;
  for (const std::string_view key : {"property", "name", "itemprop", "http-equiv"}) {
    if (name.empty()) name = token.attribute(key);
  }
  const std::string_view content = token.attribute("content");
  if (name.empty() || content.empty()) return;
  if (is_any_of(name, std::array<std::string_view, 2>{"og:title", "twitter:title"})) {
    fill(share_title_, clean(content));
  } else if (equals_ignoring_case(name, "og:site_name")) {
    fill(site_name_, clean(content));
  } else if (is_any_of(name, kPublicationFields)) {
    fill(meta_date_, find_date(clean(content)));
  } else if (equals_ignoring_case(name, "content-language") &&
             content.size() <= kLanguageBytesMax) {
    if (language_.empty()) {
      for (const char byte : clean(content)) language_ += byte == '_' ? '-' : to_lower(byte);
    }
  }
}

void MetadataReader::read_time(const Token& token) {
  if (time_date_.empty()) time_date_ = find_date(clean(token.attribute("datetime")));
}

void MetadataReader::read_linked_data(std::string_view json) {
  json = json.substr(0, kLinkedDataBytesMax);
  fill(headline_, clean(find_json_string(json, "\"headline\"")));
  if (linked_date_.empty()) linked_date_ = find_date(find_json_string(json, "\"datePublished\""));
}

std::string MetadataReader::title(const Blocks& blocks) const {
  const std::string_view heading = first_heading(blocks);
  for (const std::string* candidate : {&share_title_, &headline_, &title_element_}) {
    if (!candidate->empty()) return std::string(without_site_name(*candidate, site_name_, heading));
  }
  return std::string(text::prefix_within(heading, kFieldBytesMax));
}

std::string MetadataReader::date(std::string_view url, const Blocks& blocks) const {
  for (const std::string* candidate : {&meta_date_, &linked_date_, &time_date_}) {
    if (!candidate->empty()) return *candidate;
  }
  std::string in_url = find_url_date(url);
  return in_url.empty() ? find_visible_date(blocks) : in_url;
}

}  // namespace tamis::extract
