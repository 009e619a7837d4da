// Whether a chunk of text is a web address, a host name, an IP address or an e-mail address, which
// the English tokenizer keeps whole.
#pragma once

#include <string_view>

namespace tamis::text {

// True for [scheme://][anything@]host[:port][path], as spaCy 3.8's URL_PATTERN
// (spacy/lang/tokenizer_exceptions.py) has it. A host is a name with a dot and a top-level domain
// of letters without upper case, or a public IPv4 address. Digits of ports and addresses are those
// of ASCII: spaCy takes the digits of all scripts. Requires: `chunk` has no white space.
// Linear: no byte is looked at more than a few times, where spaCy backtracks.
bool is_url_token(std::string_view chunk);

}  // namespace tamis::text
