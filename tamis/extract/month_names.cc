#include "tamis/extract/month_names.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "tamis/extract/ascii.h"

namespace tamis::extract {
namespace {

constexpr std::size_t kNumMonths = 12;

using Months = std::array<std::string_view, kNumMonths>;

constexpr Months kEnglish = {"january", "february", "march",     "april",   "may",      "june",
                             "july",    "august",   "september", "october", "november", "december"};

// A language a line, and what is short for its months behind it. What another line has already is
// not said again; where two languages mean different months by one name ("listopad" is October in
// Croatia), it is left to the larger. Not read are the short forms that are words of English
// titles: "8th Gen", "Pro", "Set", "Out", "Mag", "Des".
constexpr Months kOthers[] = {
    {"januar", "februar", "märz", "", "mai", "juni", "juli", "", "", "oktober", "", "dezember"},
    {"jänner", "feber", "mrz", "", "", "", "", "", "", "okt", "", "dez"},
    {"jän", "", "mär", "", "", "", "", "", "", "", "", "desember"},
    {"janvier", "février", "mars", "avril", "", "juin", "juillet", "août", "septembre", "octobre",
     "novembre", "décembre"},
    {"janv", "févr", "", "avr", "", "", "juil", "aout", "", "", "", "déc"},
    {"", "fevrier", "", "", "", "", "", "", "", "", "", "decembre"},
    {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
     "octubre", "noviembre", "diciembre"},
    {"ene", "", "", "abr", "", "", "", "ago", "setiembre", "", "", "dic"},
    {"janeiro", "fevereiro", "março", "", "maio", "junho", "julho", "", "setembro", "outubro",
     "novembro", "dezembro"},
    {"gennaio", "febbraio", "", "aprile", "maggio", "giugno", "luglio", "", "settembre", "ottobre",
     "", "dicembre"},
    {"januari", "februari", "maart", "", "mei", "", "", "augustus", "", "ott", "", ""},
    {"", "fev", "maret", "", "maj", "", "", "augusti", "", "", "", ""},
    {"stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września",
     "października", "listopada", "grudnia"},
    {"ledna", "února", "března", "dubna", "května", "června", "července", "srpna", "září", "října",
     "listopadu", "prosince"},
    {"ianuarie", "februarie", "martie", "aprilie", "", "iunie", "iulie", "", "septembrie",
     "octombrie", "noiembrie", "decembrie"},
    {"tammikuuta", "helmikuuta", "maaliskuuta", "huhtikuuta", "toukokuuta", "kesäkuuta",
     "heinäkuuta", "elokuuta", "syyskuuta", "lokakuuta", "marraskuuta", "joulukuuta"},
    {"ocak", "şubat", "mart", "nisan", "mayıs", "haziran", "temmuz", "ağustos", "eylül", "ekim",
     "kasım", "aralık"},
    {"", "Şubat", "", "", "", "", "", "", "", "", "", ""},
    {"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
     "октября", "ноября", "декабря"},
    {"січня", "лютого", "березня", "квітня", "травня", "червня", "липня", "серпня", "вересня",
     "жовтня", "листопада", "грудня"},
    {"Ιανουαρίου", "Φεβρουαρίου", "Μαρτίου", "Απριλίου", "Μαΐου", "Ιουνίου", "Ιουλίου", "Αυγούστου",
     "Σεπτεμβρίου", "Οκτωβρίου", "Νοεμβρίου", "Δεκεμβρίου"},
    {"يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر",
     "نوفمبر", "ديسمبر"},
    {"", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "", "", ""},
};

std::optional<int> place_in(const Months& months, std::string_view word) {
  const auto found = std::ranges::find_if(months, [word](std::string_view name) {
    return !word.empty() && equals_ignoring_case(word, name);
  });
  if (found == months.end()) return std::nullopt;
  return static_cast<int>(found - months.begin()) + 1;
}

}  // namespace

std::optional<int> month_of_english_name(std::string_view word) {
  constexpr std::size_t kShort = 3;
  if (equals_ignoring_case(word, "sept")) return 9;
  for (std::size_t i = 0; i < kNumMonths; ++i) {
    if (equals_ignoring_case(word, kEnglish[i].substr(0, kShort))) return static_cast<int>(i) + 1;
  }
  return place_in(kEnglish, word);
}

std::optional<int> month_of_foreign_name(std::string_view word) {
  for (const Months& months : kOthers) {
    if (const std::optional<int> month = place_in(months, word)) return month;
  }
  return month_of_english_name(word);  // "november" is German, Dutch, Danish and more
}

}  // namespace tamis::extract
