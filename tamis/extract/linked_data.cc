#include "tamis/extract/linked_data.h"

#include <simdjson.h>

#include <utility>
#include <vector>

#include "tamis/extract/ascii.h"
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
  std::string_view type, id, name, headline, date, created;
  element author, publisher;
  bool has_author = false;
  bool has_publisher = false;
};

// Objects in which a page speaks of itself; a comment in the same list has an author, too.
bool is_remark(std::string_view type) { return type == "Comment" || type == "Answer"; }

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
    fill(found_.author, author_);
    if (found_.author.empty()) fill(found_.author, names_of_ids());
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
    if (key == "headline") thing.headline = string_of(value);
    if (key == "datePublished" || key == "pubDate") thing.date = string_of(value);
    if (key == "dateCreated") thing.created = string_of(value);
    if (key == "author") {
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

  void take(const Thing& thing) {
    if (!thing.id.empty() && !thing.name.empty() && names_.size() < kNumNamesMax) {
      names_.emplace_back(thing.id, thing.name);
    }
    if (is_remark(thing.type)) return;
    if (thing.type == "WebSite") fill(found_.site, thing.name);
    fill(found_.headline, thing.headline);
    fill(found_.date, thing.date);
    fill(found_.created, thing.created);
    if (thing.has_publisher && publisher_.empty()) publisher_ = name_of(thing.publisher);
    if (thing.has_author && author_.empty() && author_ids_.empty()) read_authors(thing.author);
  }

  static std::string_view name_of(element value) {
    element name;
    if (value.at_key("name").get(name) == simdjson::SUCCESS) return first_string(name);
    return string_of(value);
  }

  // A name, an object with a name or an @id, or a list of them.
  void read_authors(element value) {
    array list;
    if (value.get(list) != simdjson::SUCCESS) return read_author(value);
    std::size_t num_authors = 0;
    for (const element item : list) {
      if (++num_authors <= kNumAuthorsMax) read_author(item);
    }
  }

  void read_author(element value) {
    const std::string_view name = name_of(value);
    element id;
    if (!name.empty()) {
      if (!author_.empty()) author_ += ", ";
      author_ += text::prefix_within(name, kFieldBytesMax);
    } else if (value.at_key("@id").get(id) == simdjson::SUCCESS) {
      author_ids_.push_back(string_of(id));
    }
  }

  std::string names_of_ids() const {
    std::string joined;
    for (const std::string_view wanted : author_ids_) {
      for (const auto& [id, name] : names_) {
        if (id != wanted) continue;
        joined.append(joined.empty() ? "" : ", ");
        joined.append(text::prefix_within(name, kFieldBytesMax));
        break;
      }
    }
    return joined;
  }

  LinkedData& found_;
  std::string author_;
  std::string publisher_;
  std::vector<std::string_view> author_ids_;
  std::vector<std::pair<std::string_view, std::string_view>> names_;  // @id, name
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
  if (memory_->parser.parse(json.data(), script.size(), false).get(root) != simdjson::SUCCESS) {
    return search(json, found);
  }
  Walk walk(found);
  walk.visit(root, 0);
  walk.finish();
}

}  // namespace tamis::extract
