#include "tamis/text/abbreviations.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>

#include "tamis/base/ascii.h"

namespace tamis::text {
namespace {

// All lists are sorted, for binary search.
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

static_assert(std::ranges::is_sorted(kNeverEnding));
static_assert(std::ranges::is_sorted(kNumbering));
static_assert(std::ranges::is_sorted(kSometimesEnding));
static_assert(std::ranges::is_sorted(kStarters));

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
  if (std::ranges::binary_search(kNeverEnding, word)) return Abbreviation::kNeverEnds;
  if (std::ranges::binary_search(kNumbering, word)) return Abbreviation::kBeforeNumber;
  if (std::ranges::binary_search(kSometimesEnding, word)) return Abbreviation::kMayEnd;
  return is_dotted(word) ? Abbreviation::kMayEnd : Abbreviation::kNone;
}

bool often_begins_sentence(std::string_view word) {
  return std::ranges::binary_search(kStarters, word);
}

}  // namespace tamis::text
