// JSON text, written piece by piece.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

namespace tamis {

// Appends `text` as a JSON string with its quotes. Escapes what RFC 8259 says must be escaped and
// leaves all else as it is, U+2028 and full-width marks too. Requires: UTF-8.
void append_json_string(std::string_view text, std::string& out);

// The shortest decimal that reads back as `number`; null if it is not finite.
void append_json_number(double number, std::string& out);

// Builds one JSON value: begins and ends objects and lists, and sets commas and, if asked,
// indents by two spaces. Keys and values alternate as the caller writes them.
class JsonOutput {
 public:
  explicit JsonOutput(bool is_indented = false) : is_indented_(is_indented) {}

  // Begins anew, in the memory it has, a text of up to so many bytes. What goes beyond is no JSON,
  // and a string that does so is left out: for values whose length their input decides.
  void restart(std::int64_t num_bytes_max);
  bool is_full() const { return is_cut_ || num_bytes_left() < 0; }

  // Takes memory for a text of so many bytes at once.
  void reserve(std::size_t num_bytes) { text_.reserve(num_bytes); }

  JsonOutput& begin_object();
  JsonOutput& end_object();
  JsonOutput& begin_list();
  JsonOutput& end_list();
  JsonOutput& key(std::string_view name);

  JsonOutput& value(std::string_view text);
  JsonOutput& value(const char* text) { return value(std::string_view(text)); }
  JsonOutput& value(std::int64_t number);
  JsonOutput& value(double number);
  JsonOutput& value(bool truth);
  JsonOutput& null();
  // One that is JSON already.
  JsonOutput& raw(std::string_view json);

  template <typename T>
  JsonOutput& member(std::string_view name, const T& new_value) {
    return key(name).value(new_value);
  }

  const std::string& text() const { return text_; }
  std::string take() && { return std::move(text_); }

 private:
  void begin_value();
  void break_line();
  void add_string(std::string_view text);
  std::int64_t num_bytes_left() const {
    return num_bytes_max_ - static_cast<std::int64_t>(text_.size());
  }

  std::string text_;
  std::int64_t num_bytes_max_ = std::numeric_limits<std::int64_t>::max();
  int depth_ = 0;
  bool is_indented_;
  bool needs_comma_ = false;
  bool follows_key_ = false;
  bool is_cut_ = false;  // of a string
};

}  // namespace tamis
