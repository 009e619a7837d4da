// What the first bytes of a file of JSON tell of it: its form, its encoding, the fields of its
// rows.
#pragma once

#include <string>
#include <string_view>

#include "tamis/text/transcode.h"

namespace tamis::readers {

// As editors of Windows begin files.
inline constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

// True for JSON Lines, and for JSON in forms that are refused, so that it is said why.
bool recognises_json(std::string_view head);

// As of ReaderSpec::fault: another form of JSON than lines, another encoding than UTF-8.
std::string json_form_fault(std::string_view head, std::string_view path);

bool begins_object(std::string_view line);

// Of what was decoded as UTF-8: whether so much of it did not fit that it is another encoding, and
// no text with a few broken characters.
bool is_other_encoding(const text::Transcoded& utf8);

}  // namespace tamis::readers
