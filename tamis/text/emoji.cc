#include "tamis/text/emoji.h"

#include <unicode/uchar.h>

#include "tamis/text/utf8.h"

namespace tamis::text {
namespace {

constexpr char32_t kKeycap = 0x20E3;
constexpr char32_t kBlackFlag = 0x1F3F4;  // with tags behind it: the flag of Scotland, say
constexpr char32_t kFirstTag = 0xE0020;
constexpr char32_t kLastTag = 0xE007F;
constexpr char32_t kFirstPicture = 0x1F000;  // beyond it, symbols are pictures by nature

bool has_property(char32_t code_point, UProperty property) {
  return u_hasBinaryProperty(static_cast<UChar32>(code_point), property) != 0;
}

// Walks over the code points of a text that are expected next.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  char32_t peek() const { return at_ < text_.size() ? decoded().code_point : U'\0'; }
  void skip() { at_ += decoded().num_bytes; }
  std::size_t num_bytes() const { return at_; }

  bool skip_if(bool is_expected) {
    if (is_expected) skip();
    return is_expected;
  }

 private:
  Decoded decoded() const { return decode_code_point(text_.substr(at_)); }

  std::string_view text_;
  std::size_t at_ = 0;
};

bool is_key(char32_t code_point) {
  return (code_point >= U'0' && code_point <= U'9') || code_point == U'#' || code_point == U'*';
}

bool skip_keycap(Reader& reader) {
  if (!reader.skip_if(is_key(reader.peek()))) return false;
  reader.skip_if(reader.peek() == kEmojiStyle);
  return reader.skip_if(reader.peek() == kKeycap);
}

bool skip_flag(Reader& reader) {
  const auto is_letter = [&] { return has_property(reader.peek(), UCHAR_REGIONAL_INDICATOR); };
  if (!reader.skip_if(is_letter())) return false;
  reader.skip_if(is_letter());
  return true;
}

// One picture with what modifies it. In a joined sequence a text symbol is a picture too: the
// heart between two people.
bool skip_picture(Reader& reader, bool is_joined) {
  const char32_t base = reader.peek();
  if (base < 0x80 || !can_be_emoji(base)) return false;
  reader.skip();
  const bool is_styled = reader.skip_if(reader.peek() == kEmojiStyle);
  const bool has_skin_tone = reader.skip_if(has_property(reader.peek(), UCHAR_EMOJI_MODIFIER));
  if (!is_joined && !is_styled && !has_skin_tone && !is_emoji(base)) return false;
  if (base == kBlackFlag) {
    while (reader.skip_if(reader.peek() >= kFirstTag && reader.peek() <= kLastTag)) continue;
  }
  return true;
}

}  // namespace

bool can_be_emoji(char32_t code_point) { return has_property(code_point, UCHAR_EMOJI); }

bool is_emoji(char32_t code_point) {
  return has_property(code_point, UCHAR_EMOJI_PRESENTATION) ||
         (code_point >= kFirstPicture && can_be_emoji(code_point));
}

std::size_t num_emoji_bytes(std::string_view text) {
  if (Reader reader(text); skip_keycap(reader)) return reader.num_bytes();
  if (Reader reader(text); skip_flag(reader)) return reader.num_bytes();
  Reader reader(text);
  if (!skip_picture(reader, /*is_joined=*/false)) return 0;
  for (Reader next = reader; next.skip_if(next.peek() == kZeroWidthJoiner);) {
    if (!skip_picture(next, /*is_joined=*/true)) break;
    reader = next;
  }
  return reader.num_bytes();
}

}  // namespace tamis::text
