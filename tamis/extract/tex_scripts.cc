#include "tamis/extract/tex_scripts.h"

#include <algorithm>

#include "tamis/base/ascii.h"
#include "tamis/text/utf8.h"

namespace tamis::extract {
namespace {

// True for a "\name", alone or with one argument in braces at its end.
bool is_command(std::string_view tex) {
  if (!tex.starts_with('\\')) return false;
  std::size_t end = 1;
  while (end < tex.size() && is_ascii_letter(tex[end])) ++end;
  if (end == tex.size()) return true;
  const bool has_argument = tex[end] == '{' && tex.ends_with('}');
  return has_argument && tex.find_first_of("{}", end + 1) == tex.size() - 1;
}

// What a script may stand behind as it is; other bases need braces.
bool is_atom(std::string_view tex) {
  if (tex.empty()) return false;
  if (is_command(tex) || (tex.front() == '(' && tex.find(')') == tex.size() - 1)) return true;
  if (std::ranges::all_of(tex, is_ascii_digit)) return true;
  return text::decode_code_point(tex).num_bytes == tex.size();
}

struct Accent {
  std::string_view mark;  // as append_tex_symbols() leaves it
  std::string_view above;
  std::string_view below;
};

constexpr Accent kAccents[] = {{"\\hat{}", "\\hat", ""},
                               {"\xCB\x86", "\\hat", ""},
                               {"\\sim", "\\tilde", ""},
                               {"\xCB\x9C", "\\tilde", ""},
                               {"\xC2\xAF", "\\overline", "\\underline"},
                               {"\xE2\x80\xBE", "\\overline", "\\underline"},
                               {"\xCC\x84", "\\overline", "\\underline"},
                               {"\\_", "\\overline", "\\underline"},
                               {"\xCC\xB2", "\\overline", "\\underline"},
                               {"-", "\\overline", "\\underline"},
                               {"\\rightarrow", "\\vec", ""},
                               {"\\leftarrow", "\\overleftarrow", ""},
                               {"\\leftrightarrow", "\\overleftrightarrow", ""},
                               {"\xCB\x99", "\\dot", ""},
                               {".", "\\dot", ""},
                               {"\xC2\xA8", "\\ddot", ""},
                               {"\xCB\x87", "\\check", ""},
                               {"\xCB\x98", "\\breve", ""},
                               {"\xE2\x8F\x9E", "\\overbrace", ""},
                               {"\xE2\x8F\x9F", "", "\\underbrace"},
                               {"\xEF\xB8\xB7", "\\overbrace", ""},
                               {"\xEF\xB8\xB8", "", "\\underbrace"}};

}  // namespace

std::string tex_command(std::string_view name, std::initializer_list<std::string_view> arguments) {
  std::string tex(name);
  for (const std::string_view argument : arguments) tex.append("{").append(argument).append("}");
  return tex;
}

std::string base_of(std::string_view tex) {
  return is_atom(tex) ? std::string(tex) : tex_command("", {tex});
}

bool has_limits(std::string_view base) {
  constexpr std::string_view kOperators[] = {
      "\\sum",    "\\prod",     "\\coprod",    "\\int", "\\iint", "\\oint", "\\bigcap", "\\bigcup",
      "\\bigvee", "\\bigwedge", "\\bigoplus",  "\\lim", "\\max",  "\\min",  "\\sup",    "\\inf",
      "\\liminf", "\\limsup",   "\\bigotimes", "\\det", "\\gcd",  "\\Pr"};
  return std::ranges::find(kOperators, base) != std::end(kOperators) ||
         base.starts_with("\\underbrace") || base.starts_with("\\overbrace") ||
         base.starts_with("\\operatorname");
}

std::string put_below(std::string_view base, std::string_view mark) {
  const auto* accent = std::ranges::find(kAccents, mark, &Accent::mark);
  if (accent != std::end(kAccents) && !accent->below.empty())
    return tex_command(accent->below, {base});
  if (has_limits(base)) return std::string(base) + tex_command("_", {mark});
  return tex_command("\\underset", {mark, base});
}

std::string put_above(std::string_view base, std::string_view mark) {
  const auto* accent = std::ranges::find(kAccents, mark, &Accent::mark);
  if (accent != std::end(kAccents) && !accent->above.empty())
    return tex_command(accent->above, {base});
  if (has_limits(base)) return std::string(base) + tex_command("^", {mark});
  return tex_command("\\overset", {mark, base});
}

std::string superscript(std::string_view mark) {
  std::string primes;
  std::string_view rest = mark;
  for (; rest.starts_with("\\prime") || rest.starts_with('\''); primes += '\'')
    rest.remove_prefix(rest.front() == '\'' ? 1 : std::string_view("\\prime").size());
  return rest.empty() && !primes.empty() ? primes : tex_command("^", {mark});
}

}  // namespace tamis::extract
