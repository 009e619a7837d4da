#include "tamis/text/english_token_characters.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <span>
#include <string_view>

namespace tamis::text {
namespace {

using Bits = TokenTraits::Bits;

struct Range {
  char32_t first;
  char32_t last;
};

constexpr std::u32string_view kPunctuation = U"…,:;!?¿؟¡()[]{}<>_#*&。？！，、；：～·।،۔؛٪";
constexpr std::u32string_view kQuotes = U"'\"”“`‘´’‚,„»«「」『』（）〔〕【】《》〈〉\u2329\u232A⟦⟧";
constexpr std::u32string_view kDashes = U"\u2013\u2014";
constexpr std::u32string_view kPrefixesOnly = U"§%=";
constexpr std::u32string_view kBeforePeriodOnly = U"%²-+|";
constexpr std::u32string_view kCurrencies = U"$£¥฿\uFDFC";
constexpr Range kCurrencyBlock = {0x20A0, 0x20BF};

// Latin letters have the case that Unicode gives them.
constexpr Range kLatin[] = {
    {'A', 'Z'},       {'a', 'z'},       {0xC0, 0xD6},     {0xD8, 0xF6},     {0xF8, 0x1BF},
    {0x1C4, 0x2AF},   {0x1D00, 0x1D25}, {0x1D6B, 0x1D77}, {0x1D79, 0x1D9A}, {0x1E00, 0x1EFF},
    {0x2C60, 0x2C7B}, {0x2C7E, 0x2C7F}, {0xA722, 0xA76F}, {0xA771, 0xA787}, {0xA78B, 0xA78E},
    {0xA790, 0xA7B9}, {0xA7FA, 0xA7FA}, {0xAB30, 0xAB5A}, {0xAB60, 0xAB64}, {0xFF21, 0xFF3A},
    {0xFF41, 0xFF5A},
};
constexpr char32_t kGlottalStop = 0x294;  // without case, and taken for lower case

// Of Greek and Cyrillic spaCy knows the letters of some languages.
constexpr Range kLower[] = {
    {0x3AC, 0x3AF}, {0x3B1, 0x3C9}, {0x3CC, 0x3CE}, {0x430, 0x451}, {0x453, 0x45A},
    {0x45C, 0x45D}, {0x491, 0x491}, {0x497, 0x497}, {0x4A3, 0x4A3}, {0x4AF, 0x4AF},
    {0x4BB, 0x4BB}, {0x4D9, 0x4D9}, {0x4E9, 0x4E9},
};
constexpr Range kUpper[] = {
    {0x386, 0x386}, {0x388, 0x38A}, {0x38C, 0x38C}, {0x38E, 0x38F}, {0x391, 0x3A9}, {0x400, 0x401},
    {0x403, 0x40A}, {0x40C, 0x40D}, {0x410, 0x42F}, {0x490, 0x490}, {0x496, 0x496}, {0x4A2, 0x4A2},
    {0x4AE, 0x4AE}, {0x4BA, 0x4BA}, {0x4D8, 0x4D8}, {0x4E8, 0x4E8},
};

// Hebrew, Arabic, scripts of India, Hangul, Ethiopic, kana, Han with its punctuation and symbols.
constexpr Range kCaseless[] = {
    {0x591, 0x5F4},     {0x620, 0x64A},     {0x66E, 0x6D5},     {0x6E5, 0x6FF},
    {0x750, 0x77F},     {0x8A0, 0x8BD},     {0x900, 0x9FF},     {0xB80, 0xCFF},
    {0xD80, 0xDFF},     {0x1100, 0x137F},   {0x2E80, 0x2FDF},   {0x2FF0, 0x30FF},
    {0x31C0, 0x31EF},   {0x3200, 0x4DBF},   {0x4E00, 0x9FFF},   {0xAC00, 0xD7AF},
    {0xF900, 0xFAFF},   {0xFB1D, 0xFBB1},   {0xFBD3, 0xFD3D},   {0xFD50, 0xFDC7},
    {0xFDF0, 0xFDFB},   {0xFE30, 0xFE4F},   {0xFE70, 0xFEFC},   {0x1EE00, 0x1EEBB},
    {0x1F200, 0x1F2FF}, {0x20000, 0x2A6DF}, {0x2A700, 0x2EBEF}, {0x2F800, 0x2FA1F},
};

constexpr int kSymbolsAge = 11;       // the version of Unicode that spaCy's list is from
constexpr UChar32 kChiSign = 0x166D;  // Canadian syllabics: a symbol since Unicode 12 only

using AllBits = std::vector<Bits>;

void add(AllBits& all, Range range, Bits bits) {
  for (char32_t c = range.first; c <= range.last; ++c) all[c] |= bits;
}

void add(AllBits& all, std::span<const Range> ranges, Bits bits) {
  for (const Range range : ranges) add(all, range, bits);
}

void add(AllBits& all, std::u32string_view code_points, Bits bits) {
  for (const char32_t c : code_points) all[c] |= bits;
}

UBool add_symbols(const void* context, UChar32 begin, UChar32 end, UCharCategory category) {
  AllBits& all = **static_cast<AllBits* const*>(context);
  if (category != U_OTHER_SYMBOL) return true;
  for (UChar32 c = begin; c < end; ++c) {
    UVersionInfo age;
    u_charAge(c, age);
    if (age[0] > kSymbolsAge || (age[0] == kSymbolsAge && age[1] > 0) || c == kChiSign) continue;
    all[c] |= TokenTraits::kPrefix | TokenTraits::kSuffix | TokenTraits::kSymbol;
  }
  return true;
}

void add_letters(AllBits& all) {
  add(all, kLatin, TokenTraits::kLetter);
  for (const Range range : kLatin) {
    for (char32_t c = range.first; c <= range.last; ++c) {
      const auto category = u_charType(static_cast<UChar32>(c));
      if (category == U_LOWERCASE_LETTER) all[c] |= TokenTraits::kLower;
      if (category == U_UPPERCASE_LETTER) all[c] |= TokenTraits::kUpper;
    }
  }
  all[kGlottalStop] |= TokenTraits::kLower;
  add(all, kLower, TokenTraits::kLetter | TokenTraits::kLower);
  add(all, kUpper, TokenTraits::kLetter | TokenTraits::kUpper);
  add(all, kCaseless, TokenTraits::kLetter | TokenTraits::kLower | TokenTraits::kUpper);
}

void add_punctuation(AllBits& all) {
  constexpr Bits kBothEnds = TokenTraits::kPrefix | TokenTraits::kSuffix;
  add(all, kPunctuation, kBothEnds | TokenTraits::kBeforePeriod);
  add(all, kQuotes, kBothEnds | TokenTraits::kBeforePeriod | TokenTraits::kQuote);
  add(all, kDashes, kBothEnds);
  add(all, kPrefixesOnly, TokenTraits::kPrefix);
  add(all, kBeforePeriodOnly, TokenTraits::kBeforePeriod);
  add(all, kCurrencies, TokenTraits::kPrefix | TokenTraits::kCurrency);
  add(all, kCurrencyBlock, TokenTraits::kPrefix | TokenTraits::kCurrency);
  add(all, Range{'0', '9'}, TokenTraits::kDigit | TokenTraits::kBeforePeriod);
}

AllBits bits_of_all() {
  AllBits all(0x110000);
  AllBits* const context = &all;
  u_enumCharTypes(add_symbols, &context);
  add_letters(all);
  add_punctuation(all);
  for (Bits& bits : all) {
    if ((bits & TokenTraits::kLower) != 0) bits |= TokenTraits::kBeforePeriod;
  }
  return all;
}

}  // namespace

TokenTraitTable::TokenTraitTable() {
  const AllBits all = bits_of_all();
  // Most blocks equal their predecessor, so that comparing with the last one finds nearly all
  // repetitions.
  constexpr std::size_t kBlockSize = kBlockMask + 1;
  for (std::size_t block = 0; block < block_of_.size(); ++block) {
    const auto source = std::span(all).subspan(block * kBlockSize, kBlockSize);
    const bool is_repeated =
        !blocks_.empty() && std::equal(source.begin(), source.end(), blocks_.end() - kBlockSize);
    if (!is_repeated) blocks_.insert(blocks_.end(), source.begin(), source.end());
    block_of_[block] = static_cast<std::uint16_t>(blocks_.size() / kBlockSize - 1);
  }
}

const TokenTraitTable& token_trait_table() {
  static const TokenTraitTable table;
  return table;
}

}  // namespace tamis::text
