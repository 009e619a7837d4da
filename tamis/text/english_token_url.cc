#include "tamis/text/english_token_url.h"

#include <algorithm>
#include <array>
#include <optional>

#include "tamis/base/ascii.h"
#include "tamis/text/english_token_characters.h"
#include "tamis/text/letters.h"
#include "tamis/text/utf8.h"

namespace tamis::text {
namespace {

std::size_t num_digits_at(std::string_view text) {
  return std::min(text.find_first_not_of("0123456789"), text.size());
}

// True for what may follow a host: nothing, a port, a path.
bool is_end_of_address(std::string_view rest) {
  if (rest.starts_with(':')) {
    const std::size_t num_digits = num_digits_at(rest.substr(1));
    if (num_digits < 2 || num_digits > 5) return false;
    rest.remove_prefix(1 + num_digits);
  }
  return rest.empty() || rest[0] == '/' || rest[0] == '?' || rest[0] == '#';
}

constexpr bool ends_host(char32_t c) { return c == ':' || c == '/' || c == '?' || c == '#'; }

constexpr bool is_host_character(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         (c >= 0xA1 && c <= 0xFFFF);
}

// One part of a host name between dots, read code point by code point.
class Label {
 public:
  void add(char32_t c, TokenTraits traits) {
    const bool is_inner = c == '-' || c == '_';
    if (num_code_points_ == 0 && is_inner) is_name_ = false;
    if (!is_inner && !is_host_character(c)) is_name_ = false;
    if (!traits.has(TokenTraits::kLower)) is_top_ = false;
    ends_inner_ = is_inner;
    ++num_code_points_;
  }

  bool is_name() const {
    return is_name_ && !ends_inner_ && num_code_points_ >= 1 && num_code_points_ <= 64;
  }
  bool is_top_level() const { return is_top_ && num_code_points_ >= 2 && num_code_points_ <= 63; }
  // True if no more code points can make it good.
  bool is_lost() const { return num_code_points_ > 64 || (!is_name_ && !is_top_); }

 private:
  int num_code_points_ = 0;
  bool is_name_ = true;
  bool is_top_ = true;
  bool ends_inner_ = false;
};

bool starts_with_named_host(std::string_view text) {
  const TokenTraitTable& table = token_trait_table();
  Label label;
  bool has_name = false;
  std::size_t i = 0;
  while (i < text.size()) {
    const Decoded decoded = decode_code_point(text.substr(i));
    if (ends_host(decoded.code_point)) break;
    i += decoded.num_bytes;
    if (decoded.code_point == '.') {
      if (!label.is_name()) return false;
      has_name = true;
      label = Label();
    } else {
      label.add(decoded.code_point, table[decoded.code_point]);
      if (label.is_lost()) return false;
    }
  }
  return has_name && label.is_top_level() && is_end_of_address(text.substr(i));
}

struct Octet {
  int value = 0;
  bool has_leading_zero = false;
  bool has_three_digits = false;
};

// Reads an octet off the start of `text`.
std::optional<Octet> take_octet(std::string_view& text) {
  const std::size_t num_digits = num_digits_at(text.substr(0, 4));
  if (num_digits == 0 || num_digits > 3) return std::nullopt;
  Octet octet = {.has_leading_zero = text[0] == '0', .has_three_digits = num_digits == 3};
  for (const char digit : text.substr(0, num_digits)) octet.value = octet.value * 10 + digit - '0';
  text.remove_prefix(num_digits);
  return octet;
}

bool is_public(const std::array<Octet, 4>& octets) {
  const int first = octets[0].value;
  const int second = octets[1].value;
  if (first == 10 || first == 127) return false;
  if ((first == 169 && second == 254) || (first == 192 && second == 168)) return false;
  return first != 172 || second < 16 || second > 31;
}

bool starts_with_ip_address(std::string_view text) {
  if (text.empty() || !is_ascii_digit(text[0])) return false;
  std::array<Octet, 4> octets;
  for (std::size_t i = 0; i < octets.size(); ++i) {
    if (i > 0) {
      if (!text.starts_with('.')) return false;
      text.remove_prefix(1);
    }
    const std::optional<Octet> octet = take_octet(text);
    if (!octet.has_value()) return false;
    const bool is_inner = i == 1 || i == 2;
    if (octet->has_leading_zero && (!is_inner || octet->has_three_digits)) return false;
    octets[i] = *octet;
  }
  const bool is_in_range = octets[0].value <= 223 && octets[1].value <= 255 &&
                           octets[2].value <= 255 && octets[3].value <= 254;
  return is_in_range && is_public(octets) && is_end_of_address(text);
}

bool starts_with_host(std::string_view text) {
  return starts_with_ip_address(text) || starts_with_named_host(text);
}

// The bytes of "scheme://" at the start of `chunk`, or 0.
std::size_t scheme_bytes(std::string_view chunk) {
  const std::size_t end = chunk.find("://");
  if (end == chunk.npos) return 0;
  std::size_t num_code_points = 0;
  for (std::size_t i = 0; i < end; ++num_code_points) {
    const Decoded decoded = decode_code_point(chunk.substr(i));
    const char32_t c = decoded.code_point;
    const bool is_mark = c == '+' || c == '-' || c == '.' || c == '_';
    if (!is_mark && !is_letter(c) && !is_number(c)) return 0;
    i += decoded.num_bytes;
  }
  return num_code_points >= 2 ? end + 3 : 0;
}

}  // namespace

bool is_url_token(std::string_view chunk) {
  if (chunk.find('.') == chunk.npos) return false;
  if (starts_with_host(chunk)) return true;
  const std::size_t scheme = scheme_bytes(chunk);
  if (scheme > 0 && starts_with_host(chunk.substr(scheme))) return true;
  // A user stands before "@", and has one character at least.
  for (std::size_t at = chunk.find('@', 1); at != chunk.npos; at = chunk.find('@', at + 1)) {
    if (starts_with_host(chunk.substr(at + 1))) return true;
  }
  return false;
}

}  // namespace tamis::text
