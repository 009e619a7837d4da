// JSON Lines: one object a line, lines ended by "\n" alone (U+2028 and U+0085 occur inside).
#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <vector>

#include "tamis/catalog/json_field.h"
#include "tamis/readers/epoch_date.h"
#include "tamis/readers/field_names.h"
#include "tamis/readers/file_fault.h"
#include "tamis/readers/json_head.h"
#include "tamis/readers/json_metadata.h"
#include "tamis/readers/json_repair.h"
#include "tamis/readers/line_reader.h"
#include "tamis/readers/reader.h"
#include "tamis/text/transcode.h"
#include "tamis/text/utf8.h"

namespace tamis::readers {
namespace {

constexpr ParamSpec kParams[] = {
    param<&FieldNames::text_field>("text_field", "The field with the text; a.b is b inside a."),
    param<&FieldNames::id_field>("id_field", "The field with the id; without it file:line serves."),
    param<&FieldNames::url_field>("url_field", "The field with the address."),
    param<&FieldNames::date_field>("date_field", "The field with the date."),
    param<&FieldNames::title_field>("title_field", "The field with the title."),
    param<&FieldNames::language_field>("language_field", "The field with the language's tag."),
    param<&FieldNames::metadata_fields>(
        "metadata_fields", "The other fields to keep, as a document's metadata; `*`: all of them."),
    param<&FieldNames::content>("content", "What the text field holds.", kContents),
};

constexpr std::string_view kEndings[] = {".jsonl", ".ndjson", ".json"};
// Chinese in escapes, as Python writes it, is twice its text.
constexpr std::int64_t kLineToText = 2;
// A parser takes 24 bytes for each of these marks outside strings ("0," 12 a byte); only in large
// lines can they matter.
constexpr std::string_view kMarks = "[{,:";
constexpr std::int64_t kMarkBytes = 24;
constexpr std::size_t kLargeLineBytes = std::size_t{1} << 20;

std::int64_t num_line_bytes_max(const Limits& limits) {
  return kLineToText * limits.document_bytes_max + limits.header_bytes_max;
}

std::int64_t num_repaired_bytes_max(const Limits& limits) {
  return limits.document_bytes_max + limits.header_bytes_max;
}

std::int64_t count_marks(std::string_view line) {
  std::int64_t num_marks = 0;
  bool is_in_string = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (is_in_string && line[i] == '\\') {
      ++i;
    } else if (line[i] == '"') {
      is_in_string = !is_in_string;
    } else if (!is_in_string && kMarks.find(line[i]) != std::string_view::npos) {
      ++num_marks;
    }
  }
  return num_marks;
}

using simdjson::dom::element;

// A string as it is, a number at its shortest ("1.5" of 1.50); empty for anything else.
std::string_view scalar(element object, std::string_view path, std::string& made) {
  element found;
  if (path.empty() || !find_json_field(object, path, found)) return {};
  std::string_view text;
  if (found.get(text) == simdjson::SUCCESS) return text;
  if (!found.is_number()) return {};
  return made = simdjson::to_string(found);
}

class JsonLines final : public Source {
 public:
  JsonLines(Input input, const FieldNames& params)
      : lines_(std::move(input.bytes), num_line_bytes_max(input.limits)),
        path_(std::move(input.path)),
        limits_(input.limits),
        params_(params),
        metadata_(params) {}

  Result<bool> read(Batch& batch, const BatchSize& size) override {
    Line line;
    RowIndex num_rows = 0;
    std::int64_t num_bytes = 0;
    bool has_more = true;
    while (has_more && num_rows < size.num_rows_max && num_bytes < size.num_bytes_max) {
      TAMIS_ASSIGN(has_more, lines_.next(line));
      // Also in later lines: where files were put behind each other.
      if (line.bytes.starts_with(kByteOrderMark)) line.bytes.remove_prefix(kByteOrderMark.size());
      const bool is_blank = line.bytes.find_first_not_of(" \t\r") == std::string_view::npos;
      if (!has_more || (is_blank && !line.flaw.has_value())) continue;
      const RowIndex row = append(batch, line);
      num_bytes += batch.held_bytes(row);
      ++num_rows;
    }
    batch.remove_dropped();
    return has_more;
  }

  std::int64_t num_bytes_read() const override { return lines_.num_bytes_read(); }

 private:
  std::string_view date(element object, std::string& made) const {
    element found;
    double number = 0;
    const bool is_number = !params_.date_field.empty() &&
                           find_json_field(object, params_.date_field, found) &&
                           found.is_number() && found.get(number) == simdjson::SUCCESS;
    if (!is_number) return scalar(object, params_.date_field, made);
    constexpr double kDayMin = 1e7;  // 20240305, as it is written
    constexpr double kMax = 1e15;    // far behind any date, and so that it fits an integer
    if (number <= 0 || number >= kMax) return {};
    made = date_of_number(static_cast<std::int64_t>(number));
    return made.empty() && number >= kDayMin ? scalar(object, params_.date_field, made) : made;
  }

  RowIndex append(Batch& batch, const Line& line) {
    NewDocument document;
    std::string made_id = fmt::format("{}:{}", path_, line.number);
    document.id = made_id;
    document.offset = line.number;
    document.payload = params_.content == "html" ? Payload::kHtml : Payload::kText;
    std::string numbers[5];
    auto reason = line.flaw;
    if (!reason.has_value()) reason = parse(line.bytes, document, numbers);
    if (head_bytes(document) > limits_.header_bytes_max) {
      reason = DropReason::kHeaderTooLarge;
      remove_head(document, made_id);
    }
    const RowIndex row = batch.append(document);
    if (reason.has_value()) batch.drop(row, *reason);
    return row;
  }

  // Bytes that are no UTF-8 become U+FFFD, and so do halves of pairs in escapes; numbers of more
  // than 64 bits become strings, NaN and Infinity null. A line that is JSON but for these is not
  // lost, unless all of it is in another encoding, or so large that its copies would be too much.
  std::optional<DropReason> repair(std::string_view line) {
    if (static_cast<std::int64_t>(line.size()) > num_repaired_bytes_max(limits_))
      return DropReason::kDocumentTooLarge;
    if (text::is_valid_utf8(line)) {
      return repair_json(line, repaired_) ? std::nullopt
                                          : std::optional(DropReason::kUnparsableLine);
    }
    const auto utf8 =
        text::transcode(line, "UTF-8", static_cast<std::size_t>(num_line_bytes_max(limits_)));
    if (utf8->is_too_large) return DropReason::kDocumentTooLarge;
    if (begins_object(line) && is_other_encoding(*utf8)) return DropReason::kCharset;
    repair_json(utf8->text, repaired_);
    return std::nullopt;
  }

  // Of a large line there are three at most at a time: itself, what it is repaired from or the
  // parser's copy of its strings, and what it is repaired to. The memory budget holds them.
  void free_copies() {
    parser_ = simdjson::dom::parser();
    repaired_ = std::string();
  }

  std::optional<DropReason> parse_object(std::string_view line, element& object) {
    const bool is_large = line.size() > kLargeLineBytes;
    if (is_large || repaired_.size() > kLargeLineBytes) free_copies();
    if (is_large && count_marks(line) * kMarkBytes > limits_.document_bytes_max) {
      return DropReason::kDocumentTooLarge;
    }
    // The line is followed by readable bytes, so simdjson need not copy it.
    const auto error = parser_.parse(line.data(), line.size(), false).get(object);
    if (error == simdjson::SUCCESS) return std::nullopt;
    if (is_large) free_copies();
    if (const auto reason = repair(line)) return reason;
    const bool is_json = parser_.parse(repaired_).get(object) == simdjson::SUCCESS;
    return is_json ? std::nullopt : std::optional(DropReason::kUnparsableLine);
  }

  // `numbers` keeps the fields that are no strings until the row is appended.
  std::optional<DropReason> parse(std::string_view line, NewDocument& document,
                                  std::span<std::string, 5> numbers) {
    element object;
    if (const auto reason = parse_object(line, object)) return reason;
    const auto id = scalar(object, params_.id_field, numbers[0]);
    if (!id.empty()) document.id = id;
    document.url = scalar(object, params_.url_field, numbers[1]);
    document.date = date(object, numbers[2]);
    document.title = scalar(object, params_.title_field, numbers[3]);
    document.language = scalar(object, params_.language_field, numbers[4]);
    simdjson::dom::object fields;
    std::optional<std::string_view> metadata = "";
    if (object.get(fields) == simdjson::SUCCESS)
      metadata = metadata_.of(fields, limits_.metadata_bytes_max);
    document.metadata = metadata.value_or("");
    element text;
    const bool has_text = find_json_field(object, params_.text_field, text) &&
                          text.get(document.text) == simdjson::SUCCESS;
    if (!has_text) return DropReason::kNoTextField;
    if (document.text.empty()) return DropReason::kEmptyPayload;
    if (static_cast<std::int64_t>(document.text.size()) > limits_.document_bytes_max) {
      document.text = {};
      return DropReason::kDocumentTooLarge;
    }
    if (!metadata.has_value()) return DropReason::kMetadataTooLarge;
    return std::nullopt;
  }

  LineReader lines_;
  std::string path_;
  Limits limits_;
  FieldNames params_;
  JsonMetadata metadata_;
  simdjson::dom::parser parser_;
  std::string repaired_;
};

// What the rows that lie in the head as a whole have.
struct FirstRows {
  int num_rows = 0;
  bool has_text_field = false;
  std::vector<std::string> names;  // of the fields of the first row with any
  std::string longest;             // of them the one with the longest string
};

void read_names(simdjson::dom::object object, FirstRows& rows) {
  std::size_t num_bytes = 0;
  for (const auto field : object) {
    rows.names.emplace_back(field.key);
    std::string_view text;
    if (field.value.get(text) != simdjson::SUCCESS || text.size() < num_bytes) continue;
    num_bytes = text.size();
    rows.longest = field.key;
  }
}

FirstRows read_rows(std::string_view head, std::string_view text_field) {
  if (head.starts_with(kByteOrderMark)) head.remove_prefix(kByteOrderMark.size());
  const bool is_all = head.size() < kHeadBytes;  // then the last line is whole, too
  FirstRows rows;
  simdjson::dom::parser parser;
  while (!head.empty() && !rows.has_text_field) {
    const std::size_t end = std::min(head.find('\n'), head.size());
    if (end == head.size() && !is_all) break;
    simdjson::dom::element row, text;
    simdjson::dom::object object;
    const bool is_object = parser.parse(head.data(), end).get(row) == simdjson::SUCCESS &&
                           row.get(object) == simdjson::SUCCESS;
    rows.num_rows += is_object ? 1 : 0;
    if (is_object) rows.has_text_field = find_json_field(row, text_field, text);
    if (is_object && rows.names.empty()) read_names(object, rows);
    head.remove_prefix(std::min(end + 1, head.size()));
  }
  return rows;
}

std::string field_fault(std::string_view head, std::string_view path, const FieldNames& fields) {
  const FirstRows rows = read_rows(head, fields.text_field);
  // One row may be a head of its own, or all that a file of metadata has.
  if (rows.has_text_field || rows.num_rows < 2 || rows.names.empty()) return "";
  constexpr std::size_t kNamedMax = 20;
  const auto named = std::span(rows.names).first(std::min(rows.names.size(), kNamedMax));
  return fmt::format(
      "{0}: its first lines have no field \"{1}\"; there are: {2}{3}. Name the one with the text: "
      "`--set read.text_field={4}`, or `read: {{text_field: {4}}}` in a recipe",
      path, fields.text_field, fmt::join(named, ", "),
      named.size() < rows.names.size() ? " ..." : "",
      rows.longest.empty() ? std::string_view("NAME") : std::string_view(rows.longest));
}

// A file whose first rows are all without the field with the text has no row of use: the name is
// wrong.
std::string fault(std::string_view head, std::string_view path, const void* params) {
  if (std::string fault = json_form_fault(head, path); !fault.empty()) return fault;
  if (!begins_object(head)) return "";
  const auto* const fields = static_cast<const FieldNames*>(params);
  return field_fault(head, path, fields != nullptr ? *fields : FieldNames());
}

OpenedSource open_jsonl(Input input, const void* params) {
  return std::make_unique<JsonLines>(std::move(input), *static_cast<const FieldNames*>(params));
}

}  // namespace

extern constinit const ReaderSpec jsonl = reader({
    .name = "jsonl",
    .version = 8,
    .summary = "JSON Lines, one document a line, with the text in a field.",
    .why = "What most corpora come as; a line that is no JSON or has no text is dropped "
           "alone. Of a key given twice the first counts; a date that is a number is seconds or "
           "milliseconds since 1970.",
    .source = {.work = "JSON Lines", .url = "https://jsonlines.org/", .where = "the whole page"},
    .endings = kEndings,
    .recognises = recognises_json,
    .fault = fault,
    .takes_field_names = true,
    .params = kParams,
    .make_params = make_params<FieldNames>,
    .open = open_jsonl,
});

}  // namespace tamis::readers
