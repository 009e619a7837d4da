#include "tamis/readers/media_type.h"

#include <algorithm>

#include "tamis/base/ascii.h"
#include "tamis/readers/header_fields.h"

namespace tamis::readers {
namespace {

constexpr std::size_t kSniffedBytes = 1445;  // WHATWG MIME Sniffing, section 5.2

// Section 7.1: the tags that show a page.
bool starts_like_html(std::string_view bytes) {
  const std::size_t begin = bytes.find_first_not_of(" \t\r\n\f");
  if (begin == std::string_view::npos) return false;
  bytes.remove_prefix(begin);
  for (const std::string_view tag :
       {"<!doctype html", "<html", "<head", "<script", "<iframe", "<h1", "<div", "<font", "<table",
        "<a", "<style", "<title", "<b", "<body", "<br", "<p"}) {
    if (!starts_with_ignoring_case(bytes, tag)) continue;
    const std::string_view rest = bytes.substr(tag.size());
    if (rest.starts_with(' ') || rest.starts_with('>')) return true;
  }
  return bytes.starts_with("<!--");
}

// Section 3: bytes that occur in no text.
bool is_binary(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte <= 0x08 || byte == 0x0b || (0x0e <= byte && byte <= 0x1a) ||
         (0x1c <= byte && byte <= 0x1f);
}

}  // namespace

std::string media_type(std::string_view content_type) {
  std::string type(trim_blanks(content_type.substr(0, content_type.find(';'))));
  for (char& c : type) {
    if ('A' <= c && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return type;
}

std::string_view charset_of(std::string_view content_type) {
  std::size_t semicolon = content_type.find(';');
  while (semicolon != std::string_view::npos) {
    content_type.remove_prefix(semicolon + 1);
    semicolon = content_type.find(';');
    const std::string_view parameter = content_type.substr(0, semicolon);
    const std::size_t equals = parameter.find('=');
    if (equals == std::string_view::npos) continue;
    if (!equals_ignoring_case(trim_blanks(parameter.substr(0, equals)), "charset")) continue;
    std::string_view value = trim_blanks(parameter.substr(equals + 1));
    while (!value.empty() && (value.front() == '"' || value.front() == '\''))
      value.remove_prefix(1);
    while (!value.empty() && (value.back() == '"' || value.back() == '\'')) value.remove_suffix(1);
    return value;
  }
  return {};
}

std::string_view sniff_media_type(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, kSniffedBytes);
  if (head.starts_with("\xfe\xff") || head.starts_with("\xff\xfe")) return "text/plain";
  if (starts_like_html(head.starts_with("\xef\xbb\xbf") ? head.substr(3) : head))
    return "text/html";
  return std::any_of(head.begin(), head.end(), is_binary) ? std::string_view() : "text/plain";
}

}  // namespace tamis::readers
