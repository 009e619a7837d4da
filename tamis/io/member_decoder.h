// What a compression format must offer to be read member by member (member_source.h).
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace tamis::io {

// A decoder of one format, used for one member after the other. Knows nothing of files.
class MemberDecoder {
 public:
  enum class State { kMore, kEnd, kError };

  // What one call did. kMore with nothing read and nothing written: it needs more input.
  struct Step {
    std::size_t num_read = 0;
    std::size_t num_written = 0;
    State state = State::kMore;
  };

  struct Whole {
    std::string_view bytes;  // in the decoder's memory, until the next call
    std::size_t num_read = 0;
  };

  MemberDecoder() = default;
  MemberDecoder(const MemberDecoder&) = delete;
  MemberDecoder& operator=(const MemberDecoder&) = delete;
  virtual ~MemberDecoder() = default;

  // Where the next bytes that look like the head of a member begin in `bytes`; npos for none.
  virtual std::size_t find_head(std::string_view bytes) const = 0;

  // Decodes the member at the start of `input` at one go. Nothing if `input` does not hold all
  // of it, if it is damaged, or if it is too large for memory: then begin() and decode() do it.
  virtual std::optional<Whole> decode_whole(std::string_view input) = 0;

  // Forgets the member under way.
  virtual void begin() = 0;
  virtual Step decode(std::string_view input, char* out, std::size_t num_bytes) = 0;
};

}  // namespace tamis::io
