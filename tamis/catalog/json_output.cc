#include "tamis/catalog/json_output.h"

#include <array>
#include <charconv>
#include <cmath>

namespace tamis {
namespace {

// The bytes that may not stand in a JSON string as they are.
constexpr std::array<bool, 256> kNeedsEscape = [] {
  std::array<bool, 256> needs{};
  for (std::size_t byte = 0; byte < 0x20; ++byte) needs[byte] = true;
  needs['"'] = true;
  needs['\\'] = true;
  return needs;
}();

void append_escape(char c, std::string& out) {
  static constexpr char kHex[] = "0123456789abcdef";
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      out += "\\u00";
      out += kHex[(static_cast<unsigned char>(c) >> 4) & 15];
      out += kHex[static_cast<unsigned char>(c) & 15];
  }
}

}  // namespace

void append_json_string(std::string_view text, std::string& out) {
  out += '"';
  std::size_t start = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!kNeedsEscape[static_cast<unsigned char>(text[at])]) continue;
    out.append(text, start, at - start);
    append_escape(text[at], out);
    start = at + 1;
  }
  out.append(text, start);
  out += '"';
}

void append_json_number(double number, std::string& out) {
  if (!std::isfinite(number)) {
    out += "null";
    return;
  }
  std::array<char, 32> digits;
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
  out.append(digits.data(), end);
}

void JsonOutput::restart(std::int64_t num_bytes_max) {
  text_.clear();
  num_bytes_max_ = num_bytes_max;
  depth_ = 0;
  needs_comma_ = false;
  follows_key_ = false;
  is_cut_ = false;
}

void JsonOutput::add_string(std::string_view text) {
  is_cut_ = is_cut_ || static_cast<std::int64_t>(text.size()) > num_bytes_left();
  if (!is_cut_) append_json_string(text, text_);
}

void JsonOutput::break_line() {
  if (!is_indented_) return;
  text_ += '\n';
  text_.append(static_cast<std::size_t>(2 * depth_), ' ');
}

void JsonOutput::begin_value() {
  if (!follows_key_ && needs_comma_) text_ += ',';
  if (!follows_key_ && depth_ > 0) break_line();
  follows_key_ = false;
  needs_comma_ = true;
}

JsonOutput& JsonOutput::begin_object() {
  begin_value();
  text_ += '{';
  ++depth_;
  needs_comma_ = false;
  return *this;
}

JsonOutput& JsonOutput::end_object() {
  --depth_;
  if (needs_comma_) break_line();
  text_ += '}';
  needs_comma_ = true;
  return *this;
}

JsonOutput& JsonOutput::begin_list() {
  begin_value();
  text_ += '[';
  ++depth_;
  needs_comma_ = false;
  return *this;
}

JsonOutput& JsonOutput::end_list() {
  --depth_;
  if (needs_comma_) break_line();
  text_ += ']';
  needs_comma_ = true;
  return *this;
}

JsonOutput& JsonOutput::key(std::string_view name) {
  begin_value();
  add_string(name);
  text_ += is_indented_ ? ": " : ":";
  follows_key_ = true;
  return *this;
}

JsonOutput& JsonOutput::value(std::string_view text) {
  begin_value();
  add_string(text);
  return *this;
}

JsonOutput& JsonOutput::value(std::int64_t number) {
  begin_value();
  text_ += std::to_string(number);
  return *this;
}

JsonOutput& JsonOutput::value(double number) {
  begin_value();
  append_json_number(number, text_);
  return *this;
}

JsonOutput& JsonOutput::value(bool truth) {
  begin_value();
  text_ += truth ? "true" : "false";
  return *this;
}

JsonOutput& JsonOutput::null() { return raw("null"); }

JsonOutput& JsonOutput::raw(std::string_view json) {
  begin_value();
  text_ += json;
  return *this;
}

}  // namespace tamis
