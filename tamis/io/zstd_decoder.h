// zstd frames (RFC 8878), skippable ones included.
//
// A WARC in zstd may begin with a skippable frame that holds the dictionary of all the others
// (IIPC, "Zstandard compression of WARC files" 1.0); it is read here, as any file may use it.
#pragma once

#include <memory>
#include <string_view>

#include "tamis/io/member_decoder.h"

namespace tamis::io {

// True for the head of a zstd frame or of a skippable frame.
bool is_zstd(std::string_view head);

std::unique_ptr<MemberDecoder> make_zstd_decoder();

}  // namespace tamis::io
