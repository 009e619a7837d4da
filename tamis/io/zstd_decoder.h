// zstd frames (RFC 8878), skippable ones included.
//
// A WARC in zstd may begin with a skippable frame that holds the dictionary of all the others
// (IIPC, "Zstandard compression of WARC files" 1.0); it is read here, as any file may use it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "tamis/io/member_decoder.h"

namespace tamis::io {

// True for the head of a zstd frame or of a skippable frame.
bool is_zstd(std::string_view head);

// How much of the first frame's content is needed to go on with it, as its first bytes say, behind
// skippable frames; 0 if these are no frame's, too few or damaged. A decoder takes no frame that
// needs more than kZstdWindowBytesMax: `zstd --long=31` makes such. It is what the zstd command
// line itself accepts unasked.
inline constexpr std::size_t kZstdWindowHeadBytes = 64;  // enough, but behind long skippable frames
inline constexpr std::int64_t kZstdWindowBytesMax = std::int64_t{128} << 20;
std::int64_t zstd_window_bytes(std::string_view head);

std::unique_ptr<MemberDecoder> make_zstd_decoder();

}  // namespace tamis::io
