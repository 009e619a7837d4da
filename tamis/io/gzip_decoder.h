// gzip members (RFC 1952): libdeflate for those that fit in memory, zlib for the others.
#pragma once

#include <memory>

#include "tamis/io/member_decoder.h"

namespace tamis::io {

std::unique_ptr<MemberDecoder> make_gzip_decoder();

}  // namespace tamis::io
