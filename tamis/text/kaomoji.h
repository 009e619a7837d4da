// Faces made of letters and marks: :-) and ^_^ and (╯°□°)╯.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tamis::text {

// The bytes of the face that begins at text[at], 0 if there is none. Careful rather than
// complete: f(x), 12:00), "(注:)" and D: in an examination are no faces. Looks at most some dozen
// characters around `at`. Requires: at < text.size().
std::size_t num_kaomoji_bytes(std::string_view text, std::size_t at);

// Two bytes at which a face may begin: all others are passed without a closer look. A text's last
// byte begins none.
struct KaomojiStarts {
  // A bit for each way to begin: which bytes are its first, and which its second.
  std::array<std::uint8_t, 256> first = {};
  std::array<std::uint8_t, 256> second = {};

  bool may_be_at(const char* two_bytes) const {
    return (first[static_cast<unsigned char>(two_bytes[0])] &
            second[static_cast<unsigned char>(two_bytes[1])]) != 0;
  }
};
extern const KaomojiStarts kKaomojiStarts;

}  // namespace tamis::text
