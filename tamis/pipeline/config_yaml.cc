// The only file that knows yaml-cpp: it is heavy to compile, and it throws.
#include <fmt/format.h>
#include <yaml-cpp/depthguard.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <optional>
#include <sstream>

#include "tamis/pipeline/config_node.h"
#include "tamis/text/utf8.h"

namespace tamis::pipeline {
namespace {

constexpr int kDepthMax = 32;
constexpr int kNodesMax = 1 << 20;

ConfigPlace place_of(const YAML::Mark& mark) {
  return {.line = mark.line + 1, .column = mark.column + 1};
}

Error error_at(const YAML::Mark& mark, std::string_view what) {
  return {ErrorCode::kInvalidInput, fmt::format("{}:{}: {}", mark.line + 1, mark.column + 1, what)};
}

class Converter {
 public:
  Result<ConfigNode> convert(const YAML::Node& yaml, int depth) {
    if (depth > kDepthMax || ++num_nodes_ > kNodesMax)
      return tl::unexpected(error_at(yaml.Mark(), "larger than any recipe: are aliases nested?"));
    ConfigNode node;
    node.place = place_of(yaml.Mark());
    if (yaml.IsScalar()) {
      node.kind = ConfigNode::Kind::kScalar;
      node.scalar = yaml.Scalar();
      return node;
    }
    if (yaml.IsSequence()) return convert_list(yaml, depth, std::move(node));
    if (yaml.IsMap()) return convert_map(yaml, depth, std::move(node));
    return node;
  }

 private:
  Result<ConfigNode> convert_list(const YAML::Node& yaml, int depth, ConfigNode node) {
    node.kind = ConfigNode::Kind::kList;
    for (const YAML::Node& item : yaml) {
      TAMIS_ASSIGN(ConfigNode child, convert(item, depth + 1));
      node.items.push_back(std::move(child));
    }
    return node;
  }

  Result<ConfigNode> convert_map(const YAML::Node& yaml, int depth, ConfigNode node) {
    node.kind = ConfigNode::Kind::kMap;
    for (const auto& entry : yaml) {
      if (!entry.first.IsScalar())
        return tl::unexpected(error_at(entry.first.Mark(), "a key must be a plain word"));
      const ConfigNode::Key key = {entry.first.Scalar(), place_of(entry.first.Mark())};
      if (node.find(key.name) != nullptr)
        return tl::unexpected(
            error_at(entry.first.Mark(), fmt::format("\"{}\" is given twice", key.name)));
      TAMIS_ASSIGN(ConfigNode child, convert(entry.second, depth + 1));
      node.entries.push_back({key, std::move(child)});
    }
    return node;
  }

  int num_nodes_ = 0;
};

// yaml-cpp passes on what it cannot read.
Result<void> check_encoding(std::string_view yaml) {
  for (int line = 1; !yaml.empty(); ++line) {
    const std::size_t end = std::min(yaml.find('\n'), yaml.size() - 1) + 1;
    if (!text::is_valid_utf8(yaml.substr(0, end)))
      return fail(
          ErrorCode::kInvalidInput,
          fmt::format("{}:1: the line is no UTF-8: save the recipe in that encoding", line));
    yaml.remove_prefix(end);
  }
  return {};
}

// Where a document begins, and whether anything is in it.
class DocumentContent final : public YAML::EventHandler {
 public:
  void OnDocumentStart(const YAML::Mark& begin) override { mark = begin; }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override { is_empty = false; }
  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t,
                const std::string&) override {
    is_empty = false;
  }
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {
    is_empty = false;
  }
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {
    is_empty = false;
  }
  void OnMapEnd() override {}

  YAML::Mark mark;
  bool is_empty = true;
};

// True if a line of `yaml` begins with what parts documents.
bool has_document_mark(std::string_view yaml) {
  for (const std::string_view mark : {"---", "..."}) {
    if (yaml.starts_with(mark) || yaml.find('\n' + std::string(mark)) != yaml.npos) return true;
  }
  return false;
}

// A file may hold several, parted by `---` or `...`: only the first would count. Of what it cannot
// read behind one, yaml-cpp makes empty ones for ever.
Result<void> check_documents(const std::string& yaml) {
  std::istringstream stream(yaml);
  YAML::Parser parser(stream);
  DocumentContent first;
  if (!parser.HandleNextDocument(first)) return {};
  for (int last = first.mark.pos;;) {
    DocumentContent next;
    if (!parser.HandleNextDocument(next)) return {};
    if (!next.is_empty)
      return tl::unexpected(error_at(
          next.mark, has_document_mark(yaml)
                         ? "a second document begins here, and a recipe is one: take away the line "
                           "`---` or `...` before it"
                         : "a second document begins here, and a recipe is one: is this a file of "
                           "documents? Give it by --input"));
    if (next.mark.pos <= last)
      return tl::unexpected(error_at(next.mark, "nothing that a recipe has begins like this"));
    last = next.mark.pos;
  }
}

// What Chinese input methods and editors put where YAML wants other bytes, as its messages do not
// say.
struct ForeignMark {
  std::string_view mark;
  std::string_view advice;
};

constexpr ForeignMark kForeignMarks[] = {
    {"\uff1a", "a full-width colon \uff1a; write `: `, with a space behind it"},
    {"\uff0c", "a full-width comma \uff0c; write `, `"},
    {"\u3000", "a full-width space; write a plain one"},
};

// The first tab before text, or foreign mark outside of quotes and comments, of one line.
std::optional<Error> foreign_mark_of(std::string_view line, int line_index) {
  const std::string_view text = line.substr(0, line.find_first_of("#\"'"));
  const auto error = [&](std::size_t offset, std::string_view advice) {
    YAML::Mark mark;
    mark.line = line_index;
    mark.column = static_cast<int>(text::count_code_points(text.substr(0, offset)));
    return error_at(mark, advice);
  };
  const std::size_t tab = text.substr(0, text.find_first_not_of(" \t")).find('\t');
  if (tab != text.npos) return error(tab, "a tab; YAML is indented by spaces only");
  for (const auto& [mark, advice] : kForeignMarks) {
    const std::size_t offset = text.find(mark);
    if (offset != text.npos) return error(offset, advice);
  }
  return std::nullopt;
}

// Of the last line with one up to that of `stumble`: YAML stumbles over it there, or lines behind.
std::optional<Error> foreign_mark(std::string_view yaml, const YAML::Mark& stumble) {
  std::optional<Error> last;
  for (int line = 0; line <= stumble.line && !yaml.empty(); ++line) {
    const std::size_t end = std::min(yaml.find('\n'), yaml.size());
    if (auto error = foreign_mark_of(yaml.substr(0, end), line)) last = std::move(error);
    yaml.remove_prefix(std::min(end + 1, yaml.size()));
  }
  return last;
}

}  // namespace

Result<ConfigNode> parse_yaml(std::string_view yaml) {
  TAMIS_TRY(check_encoding(yaml));
  try {
    const std::string text(yaml);
    TAMIS_TRY(check_documents(text));
    return Converter().convert(YAML::Load(text), 0);
  } catch (const YAML::DeepRecursion& exception) {
    return tl::unexpected(error_at(exception.mark, "nested deeper than any recipe"));
  } catch (const YAML::Exception& exception) {
    if (auto error = foreign_mark(yaml, exception.mark)) {
      const std::string message = fmt::format("{} (line {}, by YAML itself: {})", error->message(),
                                              exception.mark.line + 1, exception.msg);
      return fail(error->code(), message);
    }
    return tl::unexpected(error_at(exception.mark, exception.msg));
  }
}

}  // namespace tamis::pipeline
