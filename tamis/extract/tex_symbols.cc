#include "tamis/extract/tex_symbols.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "tamis/base/ascii.h"
#include "tamis/text/utf8.h"

namespace tamis::extract {
namespace {

struct Symbol {
  char32_t code_point;
  std::string_view tex;
};

// By code point. What TeX reads as markup comes first; spaces are one, what is invisible nothing.
constexpr Symbol kSymbols[] = {
    {0x0023, "\\#"},
    {0x0024, "\\$"},
    {0x0025, "\\%"},
    {0x0026, "\\&"},
    {0x005C, "\\backslash"},
    {0x005E, "\\hat{}"},
    {0x005F, "\\_"},
    {0x007B, "\\{"},
    {0x007D, "\\}"},
    {0x007E, "\\sim"},
    {0x00A0, " "},
    {0x00A7, "\\S"},
    {0x00AC, "\\neg"},
    {0x00B0, "^{\\circ}"},
    {0x00B1, "\\pm"},
    {0x00B6, "\\P"},
    {0x00B7, "\\cdot"},
    {0x00D7, "\\times"},
    {0x00F7, "\\div"},
    {0x0131, "\\imath"},
    {0x0237, "\\jmath"},
    {0x0393, "\\Gamma"},
    {0x0394, "\\Delta"},
    {0x0398, "\\Theta"},
    {0x039B, "\\Lambda"},
    {0x039E, "\\Xi"},
    {0x03A0, "\\Pi"},
    {0x03A3, "\\Sigma"},
    {0x03A5, "\\Upsilon"},
    {0x03A6, "\\Phi"},
    {0x03A8, "\\Psi"},
    {0x03A9, "\\Omega"},
    {0x03B1, "\\alpha"},
    {0x03B2, "\\beta"},
    {0x03B3, "\\gamma"},
    {0x03B4, "\\delta"},
    {0x03B5, "\\varepsilon"},
    {0x03B6, "\\zeta"},
    {0x03B7, "\\eta"},
    {0x03B8, "\\theta"},
    {0x03B9, "\\iota"},
    {0x03BA, "\\kappa"},
    {0x03BB, "\\lambda"},
    {0x03BC, "\\mu"},
    {0x03BD, "\\nu"},
    {0x03BE, "\\xi"},
    {0x03C0, "\\pi"},
    {0x03C1, "\\rho"},
    {0x03C2, "\\varsigma"},
    {0x03C3, "\\sigma"},
    {0x03C4, "\\tau"},
    {0x03C5, "\\upsilon"},
    {0x03C6, "\\varphi"},
    {0x03C7, "\\chi"},
    {0x03C8, "\\psi"},
    {0x03C9, "\\omega"},
    {0x03D1, "\\vartheta"},
    {0x03D5, "\\phi"},
    {0x03D6, "\\varpi"},
    {0x03F1, "\\varrho"},
    {0x03F5, "\\epsilon"},
    {0x2002, " "},
    {0x2003, " "},
    {0x2004, " "},
    {0x2005, " "},
    {0x2009, " "},
    {0x200A, ""},
    {0x200B, ""},
    {0x200C, ""},
    {0x200D, ""},
    {0x2010, "-"},
    {0x2013, "-"},
    {0x2016, "\\Vert"},
    {0x2020, "\\dagger"},
    {0x2021, "\\ddagger"},
    {0x2022, "\\bullet"},
    {0x2026, "\\ldots"},
    {0x202F, " "},
    {0x2032, "\\prime"},
    {0x2033, "''"},
    {0x2034, "'''"},
    {0x2035, "\\backprime"},
    {0x205F, " "},
    {0x2061, ""},
    {0x2062, ""},
    {0x2063, ""},
    {0x2064, ""},
    {0x2102, "\\mathbb{C}"},
    {0x210A, "g"},
    {0x210B, "\\mathcal{H}"},
    {0x210D, "\\mathbb{H}"},
    {0x210E, "h"},
    {0x210F, "\\hbar"},
    {0x2110, "\\mathcal{I}"},
    {0x2111, "\\Im"},
    {0x2112, "\\mathcal{L}"},
    {0x2113, "\\ell"},
    {0x2115, "\\mathbb{N}"},
    {0x2118, "\\wp"},
    {0x2119, "\\mathbb{P}"},
    {0x211A, "\\mathbb{Q}"},
    {0x211B, "\\mathcal{R}"},
    {0x211C, "\\Re"},
    {0x211D, "\\mathbb{R}"},
    {0x2124, "\\mathbb{Z}"},
    {0x2127, "\\mho"},
    {0x212B, "\\mathring{A}"},
    {0x212C, "\\mathcal{B}"},
    {0x212F, "e"},
    {0x2130, "\\mathcal{E}"},
    {0x2131, "\\mathcal{F}"},
    {0x2133, "\\mathcal{M}"},
    {0x2134, "o"},
    {0x2135, "\\aleph"},
    {0x2145, "D"},
    {0x2146, "d"},
    {0x2147, "e"},
    {0x2148, "i"},
    {0x2149, "j"},
    {0x2190, "\\leftarrow"},
    {0x2191, "\\uparrow"},
    {0x2192, "\\rightarrow"},
    {0x2193, "\\downarrow"},
    {0x2194, "\\leftrightarrow"},
    {0x2195, "\\updownarrow"},
    {0x2196, "\\nwarrow"},
    {0x2197, "\\nearrow"},
    {0x2198, "\\searrow"},
    {0x2199, "\\swarrow"},
    {0x219B, "\\nrightarrow"},
    {0x21A6, "\\mapsto"},
    {0x21A9, "\\hookleftarrow"},
    {0x21AA, "\\hookrightarrow"},
    {0x21C0, "\\rightharpoonup"},
    {0x21C1, "\\rightharpoondown"},
    {0x21CC, "\\rightleftharpoons"},
    {0x21D0, "\\Leftarrow"},
    {0x21D1, "\\Uparrow"},
    {0x21D2, "\\Rightarrow"},
    {0x21D3, "\\Downarrow"},
    {0x21D4, "\\Leftrightarrow"},
    {0x21DD, "\\rightsquigarrow"},
    {0x2200, "\\forall"},
    {0x2202, "\\partial"},
    {0x2203, "\\exists"},
    {0x2204, "\\nexists"},
    {0x2205, "\\emptyset"},
    {0x2207, "\\nabla"},
    {0x2208, "\\in"},
    {0x2209, "\\notin"},
    {0x220B, "\\ni"},
    {0x220E, "\\blacksquare"},
    {0x220F, "\\prod"},
    {0x2210, "\\coprod"},
    {0x2211, "\\sum"},
    {0x2212, "-"},
    {0x2213, "\\mp"},
    {0x2215, "/"},
    {0x2216, "\\setminus"},
    {0x2217, "\\ast"},
    {0x2218, "\\circ"},
    {0x2219, "\\bullet"},
    {0x221A, "\\surd"},
    {0x221D, "\\propto"},
    {0x221E, "\\infty"},
    {0x2220, "\\angle"},
    {0x2221, "\\measuredangle"},
    {0x2223, "\\mid"},
    {0x2224, "\\nmid"},
    {0x2225, "\\parallel"},
    {0x2226, "\\nparallel"},
    {0x2227, "\\wedge"},
    {0x2228, "\\vee"},
    {0x2229, "\\cap"},
    {0x222A, "\\cup"},
    {0x222B, "\\int"},
    {0x222C, "\\iint"},
    {0x222D, "\\iiint"},
    {0x222E, "\\oint"},
    {0x2234, "\\therefore"},
    {0x2235, "\\because"},
    {0x2236, ":"},
    {0x223C, "\\sim"},
    {0x2240, "\\wr"},
    {0x2243, "\\simeq"},
    {0x2245, "\\cong"},
    {0x2248, "\\approx"},
    {0x224D, "\\asymp"},
    {0x2250, "\\doteq"},
    {0x2254, "\\coloneqq"},
    {0x225C, "\\triangleq"},
    {0x2260, "\\neq"},
    {0x2261, "\\equiv"},
    {0x2262, "\\not\\equiv"},
    {0x2264, "\\leq"},
    {0x2265, "\\geq"},
    {0x226A, "\\ll"},
    {0x226B, "\\gg"},
    {0x226E, "\\nless"},
    {0x226F, "\\ngtr"},
    {0x2270, "\\nleq"},
    {0x2271, "\\ngeq"},
    {0x2272, "\\lesssim"},
    {0x2273, "\\gtrsim"},
    {0x227A, "\\prec"},
    {0x227B, "\\succ"},
    {0x227C, "\\preceq"},
    {0x227D, "\\succeq"},
    {0x2282, "\\subset"},
    {0x2283, "\\supset"},
    {0x2284, "\\not\\subset"},
    {0x2286, "\\subseteq"},
    {0x2287, "\\supseteq"},
    {0x228A, "\\subsetneq"},
    {0x228B, "\\supsetneq"},
    {0x228E, "\\uplus"},
    {0x2291, "\\sqsubseteq"},
    {0x2292, "\\sqsupseteq"},
    {0x2293, "\\sqcap"},
    {0x2294, "\\sqcup"},
    {0x2295, "\\oplus"},
    {0x2296, "\\ominus"},
    {0x2297, "\\otimes"},
    {0x2298, "\\oslash"},
    {0x2299, "\\odot"},
    {0x229E, "\\boxplus"},
    {0x22A0, "\\boxtimes"},
    {0x22A2, "\\vdash"},
    {0x22A3, "\\dashv"},
    {0x22A4, "\\top"},
    {0x22A5, "\\perp"},
    {0x22A8, "\\models"},
    {0x22B2, "\\vartriangleleft"},
    {0x22B3, "\\vartriangleright"},
    {0x22C0, "\\bigwedge"},
    {0x22C1, "\\bigvee"},
    {0x22C2, "\\bigcap"},
    {0x22C3, "\\bigcup"},
    {0x22C4, "\\diamond"},
    {0x22C5, "\\cdot"},
    {0x22C6, "\\star"},
    {0x22C8, "\\bowtie"},
    {0x22C9, "\\ltimes"},
    {0x22CA, "\\rtimes"},
    {0x22EE, "\\vdots"},
    {0x22EF, "\\cdots"},
    {0x22F1, "\\ddots"},
    {0x2308, "\\lceil"},
    {0x2309, "\\rceil"},
    {0x230A, "\\lfloor"},
    {0x230B, "\\rfloor"},
    {0x25A0, "\\blacksquare"},
    {0x25A1, "\\square"},
    {0x25B3, "\\triangle"},
    {0x25CA, "\\lozenge"},
    {0x266D, "\\flat"},
    {0x266E, "\\natural"},
    {0x266F, "\\sharp"},
    {0x27E8, "\\langle"},
    {0x27E9, "\\rangle"},
    {0x27F5, "\\longleftarrow"},
    {0x27F6, "\\longrightarrow"},
    {0x27F7, "\\longleftrightarrow"},
    {0x27F8, "\\Longleftarrow"},
    {0x27F9, "\\Longrightarrow"},
    {0x27FA, "\\Longleftrightarrow"},
    {0x27FC, "\\longmapsto"},
    {0x2A00, "\\bigodot"},
    {0x2A01, "\\bigoplus"},
    {0x2A02, "\\bigotimes"},
    {0x2A06, "\\bigsqcup"},
    {0x2A7D, "\\leqslant"},
    {0x2A7E, "\\geqslant"},
    {0x3008, "\\langle"},
    {0x3009, "\\rangle"},
    {0xFEFF, ""},
};
static_assert(std::ranges::is_sorted(kSymbols, {}, &Symbol::code_point));

constexpr std::string_view kFunctions[] = {
    "Pr",  "arccos", "arcsin", "arctan", "arg", "cos", "cosh", "cot", "coth", "csc",    "deg",
    "det", "dim",    "exp",    "gcd",    "hom", "inf", "ker",  "lg",  "lim",  "liminf", "limsup",
    "ln",  "log",    "max",    "min",    "sec", "sin", "sinh", "sup", "tan",  "tanh"};
static_assert(std::ranges::is_sorted(kFunctions));

// The alphabets that stand one after the other from U+1D400 on, 52 letters each.
constexpr char32_t kAlphabetsBegin = 0x1D400;
constexpr std::string_view kAlphabets[] = {
    "\\mathbf{",   "",          "\\boldsymbol{", "\\mathcal{", "\\mathcal{",
    "\\mathfrak{", "\\mathbb{", "\\mathfrak{",   "\\mathsf{",  "\\mathsf{",
    "\\mathsf{",   "\\mathsf{", "\\mathtt{"};
constexpr char32_t kNumLetters = 52;

bool append_alphabet_letter(char32_t code_point, std::string& out) {
  if (code_point < kAlphabetsBegin) return false;
  const std::size_t alphabet = (code_point - kAlphabetsBegin) / kNumLetters;
  if (alphabet >= std::size(kAlphabets)) return false;
  const char32_t index = (code_point - kAlphabetsBegin) % kNumLetters;
  const auto letter = static_cast<char>(index < 26 ? 'A' + index : 'a' + (index - 26));
  const std::string_view command = kAlphabets[alphabet];
  append_tex(command.empty() ? std::string_view(&letter, 1) : command, out);
  if (!command.empty()) out.append(1, letter).append("}");
  return true;
}

void append_symbol(char32_t code_point, std::string& out) {
  const auto* symbol = std::ranges::lower_bound(kSymbols, code_point, {}, &Symbol::code_point);
  if (symbol != std::end(kSymbols) && symbol->code_point == code_point) {
    append_tex(symbol->tex, out);
  } else if (code_point != text::kReplacement && !append_alphabet_letter(code_point, out)) {
    std::string character;
    text::append_code_point(code_point, character);
    append_tex(character, out);
  }
}

// The longest command has 18 letters; more than this is no command.
bool ends_with_command(std::string_view tex) {
  constexpr std::size_t kCommandBytesMax = 32;
  std::size_t num_letters = 0;
  while (num_letters < std::min(tex.size(), kCommandBytesMax) &&
         is_ascii_letter(tex[tex.size() - 1 - num_letters]))
    ++num_letters;
  if (num_letters == 0 || num_letters == tex.size()) return false;
  return tex[tex.size() - 1 - num_letters] == '\\';
}

}  // namespace

void append_tex(std::string_view tex, std::string& out) {
  if (tex.empty()) return;
  if (is_ascii_letter(tex.front()) && ends_with_command(out)) out += ' ';
  out += tex;
}

void append_tex_symbols(std::string_view text, std::string& out) {
  while (!text.empty()) {
    const text::Decoded decoded = text::decode_code_point(text);
    append_symbol(decoded.code_point, out);
    text.remove_prefix(decoded.num_bytes);
  }
}

void append_tex_text(std::string_view text, std::string& out) {
  constexpr std::string_view kMarkup = "{}%$#&_";
  for (const char byte : text) {
    if (byte == '\\') {
      out += "\\textbackslash{}";
      continue;
    }
    if (kMarkup.find(byte) != kMarkup.npos) out += '\\';
    out += byte;
  }
}

bool is_tex_function(std::string_view name) { return std::ranges::binary_search(kFunctions, name); }

}  // namespace tamis::extract
