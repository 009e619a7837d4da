// What TeX writes behind, below and above a base: scripts, limits, accents.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace tamis::extract {

// A command and its arguments: tex_command("\\frac", {a, b}) is "\frac{a}{b}".
std::string tex_command(std::string_view name, std::initializer_list<std::string_view> arguments);

// TeX as the base of a script: in braces, if it is more than one thing.
std::string base_of(std::string_view tex);

// "^{mark}", but "'" for primes, which are superscripts already.
std::string superscript(std::string_view mark);

// True for operators that carry what is below and above them as sub- and superscript: \sum, \lim.
bool has_limits(std::string_view base);

// `mark` below or above of `base`: as accent, limit, or text there.
std::string put_below(std::string_view base, std::string_view mark);
std::string put_above(std::string_view base, std::string_view mark);

}  // namespace tamis::extract
