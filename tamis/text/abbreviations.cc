#include "tamis/text/abbreviations.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "tamis/base/ascii.h"
#include "tamis/base/check.h"
#include "tamis/text/word_hash.h"

namespace tamis::text {
namespace {

constexpr std::string_view kNeverEnding[] = {
    "Adm",  "Brig", "Capt", "Cmdr", "Col",  "Dr",     "Drs",    "Eq",  "Eqs",  "Fig", "Figs",
    "Fr",   "Gen",  "Gov",  "Hon",  "Lt",   "Maj",    "Messrs", "Mme", "Mr",   "Mrs", "Ms",
    "Mt",   "Nos",  "Ph",   "Pres", "Prof", "Profs",  "Pvt",    "Rep", "Reps", "Rev", "Sen",
    "Sens", "Sgt",  "St",   "Ste",  "Supt", "approx", "ca",     "cf",  "chap", "e.g", "ed",
    "eds",  "eg",   "eq",   "esp",  "fig",  "figs",   "i.e",    "ie",  "incl", "mr",  "mrs",
    "ms",   "pp",   "prof", "resp", "tel",  "trans",  "viz",    "vol", "vols", "vs"};
constexpr std::string_view kNumbering[] = {"Art", "Ch", "No", "Nr", "Sec", "art",
                                           "ch",  "no", "nr", "p",  "sec"};
constexpr std::string_view kSometimesEnding[] = {
    "Apr",  "Assn", "Aug", "Ave", "Blvd", "Bros", "Co",  "Corp", "Dec", "Dept", "Div",   "Esq",
    "Est",  "Feb",  "Fri", "Ft",  "Inc",  "Jan",  "Jr",  "Jul",  "Jun", "Ltd",  "Mar",   "Mon",
    "Nov",  "Oct",  "Rd",  "Sat", "Sep",  "Sept", "Sr",  "Sun",  "Thu", "Thur", "Thurs", "Tue",
    "Tues", "Univ", "Vol", "Wed", "al",   "dept", "est", "etc",  "ft",  "hr",   "hrs",   "kg",
    "km",   "lb",   "lbs", "max", "min",  "mins", "oz",  "yr",   "yrs"};
constexpr std::string_view kStarters[] = {
    "A",     "After", "All",   "Although", "An",    "And",    "As",   "At",      "Because", "But",
    "By",    "For",   "From",  "He",       "Her",   "His",    "How",  "However", "I",       "If",
    "In",    "It",    "Its",   "Many",     "Most",  "My",     "No",   "Of",      "On",      "One",
    "Our",   "She",   "Since", "So",       "Some",  "Such",   "That", "The",     "Their",   "Then",
    "There", "These", "They",  "This",     "Those", "Though", "To",   "Today",   "We",      "What",
    "When",  "Where", "While", "Who",      "Why",   "With",   "You",  "Your"};

// Each sentence of a text asks for two words: they are looked up packed, with open addressing in a
// table made by the compiler. Nearly all words are in none, and find an empty slot at once.
template <typename Kind, std::size_t kNumSlots>
class WordTable {
 public:
  constexpr void add(std::span<const std::string_view> words, Kind kind) {
    for (const std::string_view word : words) {
      TAMIS_CHECK(word.size() <= kBytesMax);
      const std::uint64_t packed = pack_word(word).low;
      std::size_t slot = first_slot(packed);
      while (slots_[slot].num_bytes != 0) slot = (slot + 1) % kNumSlots;
      slots_[slot] = {packed, word.size(), kind};
    }
  }

  // Kind() of other words.
  Kind operator[](std::string_view word) const {
    if (word.size() > kBytesMax) return Kind();
    const std::uint64_t packed = pack_word(word).low;
    for (std::size_t i = first_slot(packed);; i = (i + 1) % kNumSlots) {
      const Slot& slot = slots_[i];
      if (slot.num_bytes == 0) return Kind();
      if (slot.packed == packed && slot.num_bytes == word.size()) return slot.kind;
    }
  }

 private:
  static constexpr std::size_t kBytesMax = 8;

  struct Slot {
    std::uint64_t packed = 0;
    std::size_t num_bytes = 0;  // 0: empty; a word may end in zero bytes
    Kind kind = Kind();
  };

  static constexpr std::size_t first_slot(std::uint64_t packed) {
    constexpr std::uint64_t kGolden = 0x9E3779B97F4A7C15;  // Fibonacci hashing
    return (packed * kGolden >> 32) % kNumSlots;
  }

  std::array<Slot, kNumSlots> slots_ = {};
};

constexpr auto kAbbreviations = [] {
  WordTable<Abbreviation, 512> table;
  table.add(kNeverEnding, Abbreviation::kNeverEnds);
  table.add(kNumbering, Abbreviation::kBeforeNumber);
  table.add(kSometimesEnding, Abbreviation::kMayEnd);
  return table;
}();

constexpr auto kStarterTable = [] {
  WordTable<bool, 256> table;
  table.add(kStarters, true);
  return table;
}();

// "U.S", "a.m", "Ph.D": letters with a full stop between each one or two.
bool is_dotted(std::string_view word) {
  std::size_t num_letters = 0;
  bool has_dot = false;
  for (const char byte : word) {
    if (byte == '.') {
      if (num_letters == 0) return false;
      has_dot = true;
      num_letters = 0;
    } else if (!is_ascii_letter(byte) || ++num_letters > 2) {
      return false;
    }
  }
  return has_dot && num_letters > 0;
}

}  // namespace

Abbreviation abbreviation_of(std::string_view word) {
  if (word.size() == 1 && is_ascii_upper(word[0])) return Abbreviation::kNeverEnds;
  if (const Abbreviation listed = kAbbreviations[word]; listed != Abbreviation::kNone)
    return listed;
  return is_dotted(word) ? Abbreviation::kMayEnd : Abbreviation::kNone;
}

bool often_begins_sentence(std::string_view word) { return kStarterTable[word]; }

}  // namespace tamis::text
