#include "tamis/extract/metadata.h"

#include <utility>

#include "tamis/extract/ascii.h"
#include "tamis/extract/author_names.h"
#include "tamis/extract/dates.h"
#include "tamis/extract/field_text.h"
#include "tamis/extract/page_title.h"
#include "tamis/extract/url_reference.h"
#include "tamis/text/utf8.h"

namespace tamis::extract {
namespace {

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
                                                   "publishtime",
                                                   "datecreated",
                                                   "dc.date.created",
                                                   "dcterms.issued",
                                                   "firstcreatetime",
                                                   "bytedance:published_time",
                                                   "og:novel:update_time"};

constexpr std::string_view kAuthorFields[] = {
    "author",     "article:author",  "og:article:author",    "dc.creator",      "dcterms.creator",
    "dc:creator", "sailthru.author", "parsely-author",       "bt:author",       "byl",
    "byline",     "article.author",  "weibo:article:author", "citation_author", "og:novel:author"};

constexpr std::string_view kSiteFields[] = {
    "og:site_name", "application-name",       "og:site", "twitter:app:name:iphone",
    "dc.publisher", "citation_journal_title", "sitename"};

// A value of an attribute.
std::string stated(std::string_view value) {
  return field_text(value, ReferenceContext::kAttribute);
}

// Text of an element or a script.
std::string shown(std::string_view text) { return field_text(text, ReferenceContext::kText); }

constexpr std::string_view kLanguageFields[] = {"content-language", "language"};

void fill(std::string& field, std::string value) {
  if (field.empty()) field = std::move(value);
}

// "Jane Doe" of "Doe, Jane"; "John Smith, PhD" and Chinese names stay.
std::string in_spoken_order(const std::string& name) {
  constexpr std::string_view kComma = ", ";
  constexpr std::string_view kTitles[] = {"phd", "ph.d.", "md",  "m.d.", "jr",
                                          "jr.", "sr",    "sr.", "inc."};
  const std::size_t comma = name.find(kComma);
  if (comma == name.npos || name.find(',', comma + 1) != name.npos) return name;
  const std::string given = name.substr(comma + kComma.size());
  const bool is_latin = !given.empty() && is_ascii_letter(given.front());
  if (!is_latin || is_any_of(given, kTitles)) return name;
  return given + ' ' + name.substr(0, comma);
}

// "https://example.com/", and no address at all.
bool is_root(std::string_view url) {
  const std::size_t host = url.find("://");
  const std::size_t path = host == url.npos ? url.npos : url.find('/', host + 3);
  return path == url.npos || path + 1 == url.size();
}

void fill_language(std::string_view written, std::string& language) {
  if (!language.empty()) return;
  for (const char byte : text::prefix_within(trim_html_space(written), kLanguageBytesMax)) {
    language += byte == '_' ? '-' : to_lower(byte);
  }
}

}  // namespace

void MetadataReader::start(bool reads_attribution) {
  reads_attribution_ = reads_attribution;
  fields_ = Fields();
  author_elements_.start();
  date_elements_.start();
}

void MetadataReader::add(const Token& token) {
  if (reads_attribution_) author_elements_.add(token);
  date_elements_.add(token);
  if (token.kind == TokenKind::kText && token.tag != Tag::kOther) return read_text(token);
  if (token.kind != TokenKind::kStartTag) return;
  switch (token.tag) {
    case Tag::kMeta:
      return read_meta(token);
    case Tag::kLink:
      return read_link(token);
    case Tag::kBase:
      return fill(fields_.base, stated(token.attribute("href")));
    case Tag::kScript:
      fields_.is_in_linked_data =
          equals_ignoring_case(token.attribute("type"), "application/ld+json");
      return;
    case Tag::kHtml:
      fill_language(token.attribute("lang"), fields_.language);
      return fill_language(token.attribute("xml:lang"), fields_.language);
    case Tag::kTitle:
      fields_.has_head_title |= !fields_.is_in_body;
      return;
    case Tag::kBody:
      fields_.is_in_body = true;
      return;
    default:
      return;
  }
}

void MetadataReader::read_text(const Token& token) {
  // A <title> in the body is that of a drawing, but for pages that know no head.
  const bool is_title = token.tag == Tag::kTitle && !(fields_.is_in_body && fields_.has_head_title);
  if (is_title) fill(fields_.title_element, shown(token.text));
  if (token.tag == Tag::kScript && fields_.is_in_linked_data) {
    linked_data_.read(token.text, fields_.linked);
  }
}

void MetadataReader::read_meta(const Token& token) {
  std::string_view name;
  for (const std::string_view key : {"property", "name", "itemprop", "http-equiv"}) {
    if (name.empty()) name = token.attribute(key);
  }
  const std::string_view content = token.attribute("content");
  if (!name.empty() && !content.empty()) read_named(name, content);
}

void MetadataReader::read_named(std::string_view name, std::string_view content) {
  if (equals_ignoring_case(name, "og:title")) {
    fill(fields_.share_title, stated(content));
  } else if (equals_ignoring_case(name, "twitter:title")) {
    fill(fields_.post_title, stated(content));
  } else if (equals_ignoring_case(name, "articletitle")) {
    fill(fields_.article_title, stated(content));
  } else if (equals_ignoring_case(name, "contentsource")) {
    fill(fields_.source, author_name(stated(content)));
  } else if (is_any_of(name, kSiteFields)) {
    fill(fields_.site, stated(content));
  } else if (is_any_of(name, kAuthorFields)) {
    read_author(name, content);
  } else if (is_any_of(name, kPublicationFields)) {
    fill(fields_.date, find_date(stated(content)));
  } else if (equals_ignoring_case(name, "og:url")) {
    fill(fields_.share_url, stated(content));
  } else if (equals_ignoring_case(name, "twitter:label1")) {
    fill(fields_.label, stated(content));
  } else if (equals_ignoring_case(name, "twitter:data1")) {
    if (fields_.label == "Written by") fill(fields_.author, author_name(stated(content)));
  } else if (is_any_of(name, kLanguageFields)) {
    if (content.size() <= kLanguageBytesMax) fill_language(content, fields_.language);
  } else if (equals_ignoring_case(name, "og:locale")) {
    fill_language(content, fields_.locale);
  }
}

// Articles of journals name each author in an element of its own.
void MetadataReader::read_author(std::string_view name, std::string_view content) {
  const bool is_citation = equals_ignoring_case(name, "citation_author");
  const std::string author =
      is_citation ? in_spoken_order(author_name(stated(content))) : author_name(stated(content));
  if (author.empty()) return;
  if (is_citation && fields_.has_citation_authors) {
    if (fields_.author.size() < kFieldBytesMax) fields_.author += ", " + author;
  } else if (is_citation || fields_.author.empty()) {
    fields_.author = author;
  }
  fields_.has_citation_authors |= is_citation;
}

void MetadataReader::read_link(const Token& token) {
  if (equals_ignoring_case(trim_html_space(token.attribute("rel")), "canonical")) {
    fill(fields_.canonical, stated(token.attribute("href")));
  }
}

std::string MetadataReader::title(const Blocks& blocks) const {
  const std::string& element = fields_.title_element;
  std::string share_title = fields_.share_title;
  fill(share_title, fields_.post_title);
  // Templates that never name the page share it by the name of their site; so do first pages.
  const std::string site_name = site();
  const bool names_site = share_title == site_name && !element.starts_with(site_name);
  if (names_site && !element.empty()) share_title = element;
  // MediaWiki calls a page's description its headline.
  std::string headline = shown(fields_.linked.headline);
  const bool has_both = !headline.empty() && !element.empty();
  if (has_both && !is_like_title(headline, element)) headline.clear();
  for (const std::string_view called :
       {std::string_view(fields_.article_title), std::string_view(share_title),
        std::string_view(headline), std::string_view(element)}) {
    if (called.empty()) continue;
    // The title of a first page begins with the name of the site rightly.
    const std::string address = canonical_url({});
    const bool is_first_page = !address.empty() && is_root(address);
    return page_title(is_first_page ? called : without_site_in_front(called, site_name), site_name,
                      blocks);
  }
  return page_title({}, {}, blocks);
}

std::string MetadataReader::author(const Blocks& blocks, std::string_view title) const {
  std::string author = author_name(shown(fields_.linked.author));
  fill(author, author_name(shown(fields_.linked.reviewer)));
  fill(author, fields_.author);
  fill(author, author_elements_.declared());
  if (author.empty()) author = find_visible_author(blocks, title, language());
  fill(author, author_elements_.named());
  fill(author, fields_.source);
  return author;
}

std::string MetadataReader::date(std::string_view url, const Blocks& blocks,
                                 std::string_view title) const {
  const std::string linked = find_date(shown(fields_.linked.date));
  const std::string created = find_date(shown(fields_.linked.created));
  for (const std::string* candidate :
       {&fields_.date, &linked, &date_elements_.date_of(DateElements::kPublished), &created,
        &date_elements_.date_of(DateElements::kUnmarked)}) {
    if (!candidate->empty()) return *candidate;
  }
  std::string date = find_url_date(url);
  if (date.empty()) date = find_url_date(canonical_url(url));
  for (const std::string& candidate :
       {find_visible_date(blocks, title), date_elements_.date_of(DateElements::kBeside),
        date_elements_.date_of(DateElements::kModified)}) {
    // Also of the same day, with the hour.
    if (candidate.starts_with(date)) date = candidate;
  }
  return date;
}

std::string MetadataReader::site() const {
  std::string site = fields_.site;
  fill(site, shown(fields_.linked.site));
  fill(site, author_elements_.publisher());
  return site;
}

std::string MetadataReader::language() const {
  std::string language = fields_.language;
  fill_language(fields_.locale, language);
  fill_language(fields_.linked.language, language);
  return language;
}

std::string MetadataReader::canonical_url(std::string_view url) const {
  const std::string base = fields_.base.empty() ? std::string(url) : resolve_url(url, fields_.base);
  for (const std::string* address : {&fields_.canonical, &fields_.share_url}) {
    if (address->empty()) continue;
    std::string resolved = resolve_url(base, *address);
    // Templates share all pages by the address of the site.
    const bool is_of_site = address == &fields_.share_url && is_root(resolved) && !is_root(url);
    if (!resolved.empty() && !is_of_site) return resolved;
  }
  return {};
}

}  // namespace tamis::extract
