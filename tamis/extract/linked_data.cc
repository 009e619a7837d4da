#include "tamis/extract/linked_data.h"

#include <simdjson.h>

#include <algorithm>
#include <vector>

#include "tamis/extract/ascii.h"
#include "tamis/extract/dates.h"
#include "tamis/extract/field_text.h"
#include "tamis/text/utf8.h"

namespace tamis::extract {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

// Scripts of shops and libraries with all their lists stay below; more is searched, not parsed.
constexpr std::size_t kParsedBytesMax = std::size_t{1} << 18;
constexpr int kDepthMax = 6;  // [ { @graph: [ { mainEntity: {
constexpr std::size_t kNumAuthorsMax = 16;
constexpr std::size_t kNumNamesMax = 64;

void fill(std::string& field, std::string_view value) {
  if (field.empty()) field = text::prefix_within(value, kFieldBytesMax);
}

std::string_view string_of(element value) {
  std::string_view text;
  return value.get(text) == simdjson::SUCCESS ? text : std::string_view();
}

// The members of an object that say something of a page.
struct Thing {
  std::string_view type, id, name, headline, date, created, language, body;
  element author, publisher;
  bool has_author = false;
  bool has_publisher = false;
  bool is_paid = false;  // isAccessibleForFree is false
};

// Objects in which a page speaks of itself; a comment in the same list has an author, too.
bool is_remark(std::string_view type) { return type == "Comment" || type == "Answer"; }
bool is_review(std::string_view type) { return type.ends_with("Review"); }

// NewsArticle, BlogPosting and their like; Person and Product say other things in articleBody.
bool is_article(std::string_view type) {
  return type.ends_with("Article") || type.ends_with("Posting") || type == "Report";
}

// Names, and the @id of those whose names stand elsewhere.
struct Authors {
  std::string names;
  std::vector<std::string_view> ids;

  bool empty() const { return names.empty() && ids.empty(); }
};

struct Name {
  std::string_view id, name;
};

// What one script says; the authors that it names by @id are looked up at its end.
class Walk {
 public:
  explicit Walk(LinkedData& found) : found_(found) {}

  void visit(element value, int depth) {
    array list;
    object members;
    if (depth > kDepthMax) return;
    if (value.get(list) == simdjson::SUCCESS) {
      for (const element item : list) visit(item, depth + 1);
    } else if (value.get(members) == simdjson::SUCCESS) {
      visit_object(members, depth);
    }
  }

  void finish() {
    fill(found_.author, names_of(authors_));
    fill(found_.reviewer, names_of(reviewers_));
    fill(found_.created, review_date_);
    fill(found_.site, publisher_);
  }

 private:
  void visit_object(object members, int depth) {
    Thing thing;
    std::vector<element> inner;
    for (const auto& [key, value] : members) {
      if (key == "@graph" || key == "mainEntity" || key == "mainEntityOfPage")
        inner.push_back(value);
      else
        read_member(key, value, thing);
    }
    take(thing);
    for (const element value : inner) visit(value, depth + 1);
  }

  static void read_member(std::string_view key, element value, Thing& thing) {
    if (key == "@type") thing.type = first_string(value);
    if (key == "@id") thing.id = string_of(value);
    if (key == "name") thing.name = string_of(value);
    if (key == "inLanguage") thing.language = first_string(value);
    if (key == "headline") thing.headline = string_of(value);
    if (key == "articleBody") thing.body = string_of(value);
    if (key == "isAccessibleForFree") thing.is_paid = is_false(value);
    if (key == "datePublished" || key == "pubDate") thing.date = string_of(value);
    if (key == "dateCreated") thing.created = string_of(value);
    if (key == "author" || (key == "creator" && !thing.has_author)) {
      thing.author = value;
      thing.has_author = true;
    }
    if (key == "publisher") {
      thing.publisher = value;
      thing.has_publisher = true;
    }
  }

  static std::string_view first_string(element value) {
    array list;
    if (value.get(list) != simdjson::SUCCESS) return string_of(value);
    for (const element item : list) return string_of(item);
    return {};
  }

  // false, and "False" as it is often written.
  static bool is_false(element value) {
    bool is_free = true;
    if (value.get(is_free) == simdjson::SUCCESS) return !is_free;
    return equals_ignoring_case(string_of(value), "false");
  }

  void take_body(const Thing& thing) {
    if (thing.body.empty() || thing.is_paid || !is_article(thing.type)) return;
    if (found_.body.empty()) found_.body = thing.body;
    found_.has_other_bodies |= found_.body != thing.body;
  }

  void take(const Thing& thing) {
    if (!thing.id.empty() && !thing.name.empty() && names_.size() < kNumNamesMax) {
      names_.push_back({thing.id, thing.name});
    }
    if (is_remark(thing.type)) return;
    Authors& authors = is_review(thing.type) ? reviewers_ : authors_;
    if (thing.has_author && authors.empty()) read_authors(thing.author, authors);
    if (thing.type == "WebSite") fill(found_.site, thing.name);
    fill(found_.headline, thing.headline);
    if (is_review(thing.type))
      fill(review_date_, thing.date);
    else
      take_date(thing);
    fill(found_.created, thing.created);
    fill(found_.language, thing.language);
    take_body(thing);
    if (thing.has_publisher && publisher_.empty()) publisher_ = name_of(thing.publisher);
  }

  // That of an article is believed rather than that of the page or site around it.
  void take_date(const Thing& thing) {
    const bool is_of_article = is_article(thing.type) && !find_date(thing.date).empty();
    if (is_of_article && !found_.has_article_date) found_.date.clear();
    fill(found_.date, thing.date);
    found_.has_article_date |= is_of_article;
  }

  static std::string_view name_of(element value) {
    element name;
    if (value.at_key("name").get(name) == simdjson::SUCCESS) return first_string(name);
    return string_of(value);
  }

  // "Jane Doe" of a person whose names stand apart; empty if they do not.
  static std::string joined_name_of(element value) {
    std::string name;
    for (const char* const key : {"givenName", "familyName"}) {
      element part;
      if (value.at_key(key).get(part) != simdjson::SUCCESS || string_of(part).empty()) continue;
      if (!name.empty()) name += ' ';
      name += text::prefix_within(string_of(part), kFieldBytesMax);
    }
    return name;
  }

  // A name, an object with a name or an @id, or a list of them.
  static void read_authors(element value, Authors& authors) {
    array list;
    if (value.get(list) != simdjson::SUCCESS) return read_author(value, authors);
    std::size_t num_authors = 0;
    for (const element item : list) {
      if (++num_authors <= kNumAuthorsMax) read_author(item, authors);
    }
  }

  static void read_author(element value, Authors& authors) {
    const std::string_view name = name_of(value);
    element id;
    if (!name.empty()) {
      append_name(name, authors.names);
    } else if (const std::string joined = joined_name_of(value); !joined.empty()) {
      append_name(joined, authors.names);
    } else if (value.at_key("@id").get(id) == simdjson::SUCCESS) {
      authors.ids.push_back(string_of(id));
    }
  }

  static void append_name(std::string_view name, std::string& names) {
    if (!names.empty()) names += ", ";
    names += text::prefix_within(name, kFieldBytesMax);
  }

  std::string names_of(const Authors& authors) const {
    std::string joined = authors.names;
    if (!joined.empty()) return joined;
    for (const std::string_view wanted : authors.ids) {
      const auto named = std::ranges::find(names_, wanted, &Name::id);
      if (named != names_.end()) append_name(named->name, joined);
    }
    return joined;
  }

  LinkedData& found_;
  Authors authors_;
  Authors reviewers_;
  std::string review_date_;
  std::string publisher_;
  std::vector<Name> names_;
};

// From the first bracket to the last: without <!-- -->, CDATA marks and a final semicolon.
std::string_view without_wrapping(std::string_view script) {
  constexpr std::string_view kMark = "<![CDATA[";
  constexpr std::size_t kMarkReach = 64;  // it is the first thing in a script
  const std::size_t mark = script.substr(0, kMarkReach).find(kMark);
  if (mark != script.npos) script.remove_prefix(mark + kMark.size());
  if (mark != script.npos) script = script.substr(0, script.rfind("]]>"));
  const std::size_t begin = script.find_first_of("{[");
  const std::size_t end = script.find_last_of("}]");
  if (begin == script.npos || end == script.npos || end < begin) return {};
  return script.substr(begin, end - begin + 1);
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

// The end of the string that begins at `begin`, behind its closing quote.
std::size_t end_of_string(std::string_view json, std::size_t begin) {
  std::size_t i = begin + 1;
  while (i < json.size() && json[i] != '"') i += json[i] == '\\' ? 2 : 1;
  return std::min(i + 1, json.size());
}

// Those before the end of an object or a list, which scripts may have and JSON may not, become
// spaces.
void blank_trailing_commas(std::string& json) {
  std::size_t comma = std::string::npos;  // with nothing but white space behind it so far
  for (std::size_t i = 0; i < json.size();) {
    const char byte = json[i];
    if ((byte == '}' || byte == ']') && comma != std::string::npos) json[comma] = ' ';
    if (!is_html_space(byte)) comma = byte == ',' ? i : std::string::npos;
    i = byte == '"' ? end_of_string(json, i) : i + 1;
  }
}

void search(std::string_view json, LinkedData& found) {
  fill(found.headline, find_json_string(json, "\"headline\""));
  fill(found.date, find_json_string(json, "\"datePublished\""));
}

}  // namespace

struct LinkedDataReader::Memory {
  simdjson::dom::parser parser{kParsedBytesMax + simdjson::SIMDJSON_PADDING};
  std::string json;  // with the padding that simdjson reads over
};

LinkedDataReader::LinkedDataReader() = default;
LinkedDataReader::~LinkedDataReader() = default;
LinkedDataReader::LinkedDataReader(LinkedDataReader&&) noexcept = default;
LinkedDataReader& LinkedDataReader::operator=(LinkedDataReader&&) noexcept = default;

void LinkedDataReader::read(std::string_view script, LinkedData& found) {
  script = without_wrapping(script);
  if (script.empty()) return;
  if (script.size() > kParsedBytesMax) return search(script.substr(0, kParsedBytesMax), found);
  if (memory_ == nullptr) memory_ = std::make_unique<Memory>();
  std::string& json = memory_->json;
  json.clear();
  json.reserve(script.size() + simdjson::SIMDJSON_PADDING);
  // Line breaks inside of strings are no JSON, and the most common mistake.
  for (const char byte : script) json += static_cast<unsigned char>(byte) < ' ' ? ' ' : byte;
  element root;
  auto& parser = memory_->parser;
  if (parser.parse(json.data(), json.size(), false).get(root) != simdjson::SUCCESS) {
    blank_trailing_commas(json);
    if (parser.parse(json.data(), json.size(), false).get(root) != simdjson::SUCCESS)
      return search(json, found);
  }
  Walk walk(found);
  walk.visit(root, 0);
  walk.finish();
}

}  // namespace tamis::extract
