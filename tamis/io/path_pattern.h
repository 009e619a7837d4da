// Wildcards in paths, as shells have them: * ? [a-z] [!a-z] within a name, ** for any folders; and
// what endings of names say.
#pragma once

#include <string_view>

namespace tamis::io {

// True if `path` holds a wildcard.
bool has_wildcard(std::string_view path);

// True if `name`, which holds no "/", matches. A name that begins with "." is matched only by a
// pattern that does. Time is at most pattern.size() * name.size().
bool matches_name(std::string_view pattern, std::string_view name);

// True if the name ends so, in any case: "PAGE.HTM" comes from old disks.
bool has_ending(std::string_view path, std::string_view ending);

// `path` less the ending of a compression, in any case; all of it if it has none.
std::string_view without_compression(std::string_view path);

}  // namespace tamis::io
