// The head of a WARC record (ISO 28500:2017, section 4): where one begins, and what it says.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "tamis/readers/record.h"

namespace tamis::readers {

inline constexpr std::string_view kRecordMagic = "WARC/";
inline constexpr std::size_t kVersionBytes = 8;  // "WARC/1.0"

// True if `bytes` begin with the version line of a record.
bool begins_record(std::string_view bytes);

// Where a line that begins a record starts behind the first byte of `bytes`; npos for none.
std::size_t find_record(std::string_view bytes);

// The size of a head with the empty line that ends it, 0 if it does not end in `bytes`. No empty
// line begins before `from`.
std::size_t find_head_end(std::string_view bytes, std::size_t from);

// The value of Content-Length, -1 if it is no number or one that no record has.
std::int64_t parse_block_bytes(std::string_view digits);

// The fields of `head`, unfolded, as views into it.
void set_record_fields(std::string_view head, Record& record);

}  // namespace tamis::readers
