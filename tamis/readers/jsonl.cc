// JSON Lines: one object a line, lines ended by "\n" alone (U+2028 and U+0085 occur inside).
#include <fmt/core.h>
#include <simdjson.h>

#include "tamis/io/path_pattern.h"
#include "tamis/readers/epoch_date.h"
#include "tamis/readers/field_names.h"
#include "tamis/readers/json_repair.h"
#include "tamis/readers/line_reader.h"
#include "tamis/readers/open_source.h"
#include "tamis/readers/reader.h"
#include "tamis/text/transcode.h"

namespace tamis::readers {
namespace {

constexpr ParamSpec kParams[] = {
    param<&FieldNames::text_field>("text_field", "The field with the text; a.b is b inside a."),
    param<&FieldNames::id_field>("id_field", "The field with the id; without it file:line serves."),
    param<&FieldNames::url_field>("url_field", "The field with the address."),
    param<&FieldNames::date_field>("date_field", "The field with the date."),
    param<&FieldNames::title_field>("title_field", "The field with the title."),
    param<&FieldNames::language_field>("language_field", "The field with the language's tag."),
    param<&FieldNames::content>("content", "What the text field holds.", kContents),
};

constexpr std::string_view kEndings[] = {".jsonl", ".ndjson", ".json"};
constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";  // as editors of Windows begin files
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

// The field of that name, else the one that its dots lead to.
simdjson::error_code find(element object, std::string_view path, element& found) {
  if (object.at_key(path).get(found) == simdjson::SUCCESS) return simdjson::SUCCESS;
  const std::size_t dot = path.find('.');
  if (dot == std::string_view::npos) return simdjson::NO_SUCH_FIELD;
  element inner;
  const auto error = object.at_key(path.substr(0, dot)).get(inner);
  return error != simdjson::SUCCESS ? error : find(inner, path.substr(dot + 1), found);
}

// A string as it is, a number as it is written; empty for anything else.
std::string_view scalar(element object, std::string_view path, std::string& made) {
  element found;
  if (path.empty() || find(object, path, found) != simdjson::SUCCESS) return {};
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
        params_(params) {}

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
                           find(object, params_.date_field, found) == simdjson::SUCCESS &&
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
  // lost.
  std::optional<DropReason> repair(std::string_view line) {
    const auto utf8 =
        text::transcode(line, "UTF-8", static_cast<std::size_t>(num_line_bytes_max(limits_)));
    if (utf8->is_too_large) return DropReason::kDocumentTooLarge;
    const bool is_repaired = repair_json(utf8->text, repaired_);
    if (utf8->num_replaced > 0 || is_repaired) return std::nullopt;
    return DropReason::kUnparsableLine;
  }

  std::optional<DropReason> parse_object(std::string_view line, element& object) {
    const bool is_large = line.size() > kLargeLineBytes;
    if (is_large && count_marks(line) * kMarkBytes > limits_.document_bytes_max) {
      return DropReason::kDocumentTooLarge;
    }
    // The line is followed by readable bytes, so simdjson need not copy it.
    const auto error = parser_.parse(line.data(), line.size(), false).get(object);
    if (error == simdjson::SUCCESS) return std::nullopt;
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
    element text;
    const bool has_text = find(object, params_.text_field, text) == simdjson::SUCCESS &&
                          text.get(document.text) == simdjson::SUCCESS;
    if (!has_text) return DropReason::kNoTextField;
    if (document.text.empty()) return DropReason::kEmptyPayload;
    if (static_cast<std::int64_t>(document.text.size()) <= limits_.document_bytes_max) return {};
    document.text = {};
    return DropReason::kDocumentTooLarge;
  }

  LineReader lines_;
  std::string path_;
  Limits limits_;
  FieldNames params_;
  simdjson::dom::parser parser_;
  std::string repaired_;
};

// A command line that gives the file, unpacked and made over by `command`, to standard input.
std::string piped(std::string_view command, std::string_view path) {
  const bool is_packed = without_compression(path).size() < path.size();
  const std::string_view unpack = io::has_ending(path, ".gz") ? "zcat" : "zstdcat";
  return is_packed ? fmt::format("`{} {} | {} | tamis ... --input -`", unpack, path, command)
                   : fmt::format("`{} {} | tamis ... --input -`", command, path);
}

enum class Form { kLines, kArray, kPrinted, kUtf16, kOther };

std::string_view without_any_of(std::string_view bytes, std::string_view text) {
  return text.substr(std::min(text.find_first_not_of(bytes), text.size()));
}

// What begins so: JSON Lines, or JSON in another form.
Form form_of(std::string_view head) {
  using std::string_view_literals::operator""sv;
  for (const std::string_view begin : {"\xFF\xFE"sv, "\xFE\xFF"sv, "{\0\""sv, "\0{\0\""sv}) {
    if (head.starts_with(begin) && head.size() > begin.size()) return Form::kUtf16;
  }
  if (head.starts_with(kByteOrderMark)) head.remove_prefix(kByteOrderMark.size());
  head = without_any_of(" \t\r\n", head);
  if (head.starts_with('[')) {
    const std::string_view inside = without_any_of(" \t\r", head.substr(1));
    // A line may be an array by itself, which is no document.
    const std::size_t end = std::min(head.find('\n'), head.size());
    const std::size_t last = head.substr(0, end).find_last_not_of(" \t\r");
    const bool is_one_of_lines =
        head[last] == ']' && !without_any_of(" \t\r\n", head.substr(end)).empty();
    if (inside.starts_with('\n')) return Form::kArray;
    return inside.starts_with('{') && !is_one_of_lines ? Form::kArray : Form::kOther;
  }
  if (!head.starts_with('{')) return Form::kOther;
  head = without_any_of(" \t\r", head.substr(1));
  // Behind a line of "{" alone, which is a bad one, lines may follow.
  if (head.starts_with('\n'))
    return without_any_of(" \t\r\n", head).starts_with('{') ? Form::kLines : Form::kPrinted;
  return head.starts_with('"') ? Form::kLines : Form::kOther;
}

// Also JSON in forms that are refused, so that it is said why. Other texts, too, begin with "[".
bool recognises(std::string_view head) {
  const Form form = form_of(head);
  if (form != Form::kArray) return form != Form::kOther && form != Form::kUtf16;
  head = head.substr(head.find('[') + 1);
  return without_any_of(" \t\r\n", head).starts_with('{');
}

std::string fault(std::string_view head, std::string_view path) {
  switch (form_of(head)) {
    case Form::kArray:
      return fmt::format(
          "{}: this is one JSON array and no JSON Lines: give its elements a line "
          "each: {}",
          path, piped("jq -c '.[]'", path));
    case Form::kPrinted:
      return fmt::format(
          "{}: its objects are printed over several lines, and JSON Lines have one a "
          "line: {}",
          path, piped("jq -c .", path));
    case Form::kUtf16:
      return fmt::format("{}: this is UTF-16, and JSON Lines are read in UTF-8: {}", path,
                         piped("iconv -f UTF-16 -t UTF-8", path));
    case Form::kLines:
    case Form::kOther:
      return "";
  }
  return "";
}

OpenedSource open_jsonl(Input input, const void* params) {
  return std::make_unique<JsonLines>(std::move(input), *static_cast<const FieldNames*>(params));
}

}  // namespace

extern constinit const ReaderSpec jsonl = reader({
    .name = "jsonl",
    .version = 5,
    .summary = "JSON Lines, one document a line, with the text in a field.",
    .why = "What most corpora come as; a line that is no JSON or has no text is dropped "
           "alone. Of a key given twice the first counts; a date that is a number is seconds or "
           "milliseconds since 1970.",
    .source = {.work = "JSON Lines", .url = "https://jsonlines.org/", .where = "the whole page"},
    .endings = kEndings,
    .recognises = recognises,
    .fault = fault,
    .params = kParams,
    .make_params = make_params<FieldNames>,
    .open = open_jsonl,
});

}  // namespace tamis::readers
