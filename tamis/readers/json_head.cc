#include "tamis/readers/json_head.h"

#include <fmt/format.h>

#include <algorithm>

#include "tamis/io/path_pattern.h"
#include "tamis/readers/open_source.h"
#include "tamis/text/detect_encoding.h"
#include "tamis/text/utf8.h"

namespace tamis::readers {
namespace {

// A command line that gives the file, unpacked and made over by `command`, to standard input.
std::string piped(std::string_view command, std::string_view path) {
  const bool is_packed = io::without_compression(path).size() < path.size();
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

std::string form_fault(std::string_view head, std::string_view path) {
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

std::string encoding_fault(std::string_view head, std::string_view path) {
  const auto utf8 = text::transcode(head, "UTF-8");
  if (!utf8 || !is_other_encoding(*utf8)) return "";
  const std::string_view encoding = text::detect_encoding(head);
  // windows-1252 reads any bytes, noise too: its lines are dropped one by one.
  if (encoding.empty() || encoding == "windows-1252") return "";
  return fmt::format("{}: this looks like {}, and JSON Lines are read in UTF-8: {}", path, encoding,
                     piped(fmt::format("iconv -f {} -t UTF-8", encoding), path));
}

}  // namespace

// Also JSON in forms that are refused, so that it is said why. Other texts, too, begin with "[".
bool recognises_json(std::string_view head) {
  const Form form = form_of(head);
  if (form != Form::kArray) return form != Form::kOther && form != Form::kUtf16;
  head = head.substr(head.find('[') + 1);
  return without_any_of(" \t\r\n", head).starts_with('{');
}

std::string json_form_fault(std::string_view head, std::string_view path) {
  std::string fault = form_fault(head, path);
  return fault.empty() && begins_object(head) ? encoding_fault(head, path) : fault;
}

bool begins_object(std::string_view line) {
  if (line.starts_with(kByteOrderMark)) line.remove_prefix(kByteOrderMark.size());
  return without_any_of(" \t\r\n", line).starts_with('{');
}

bool is_other_encoding(const text::Transcoded& utf8) {
  // A field that was cut at both ends, and one that was pasted from elsewhere.
  constexpr std::size_t kReplacedMin = 4;
  // As of other texts (text/charset.cc): more, and the bytes are no text of the encoding.
  constexpr std::size_t kPerThousandMax = 300;
  // Prose in ASCII has no other bytes beyond it than a few apostrophes of Windows.
  constexpr std::size_t kCodePointsPerReplaced = 10;
  const auto num_beyond_ascii = static_cast<std::size_t>(std::ranges::count_if(
      utf8.text, [](char byte) { return static_cast<unsigned char>(byte) >= 0xC0; }));
  return utf8.num_replaced >= kReplacedMin &&
         utf8.num_replaced * 1000 > num_beyond_ascii * kPerThousandMax &&
         utf8.num_replaced * kCodePointsPerReplaced > text::count_code_points(utf8.text);
}

}  // namespace tamis::readers
