#include "tamis/extract/month_names.h"

#include <cstddef>
#include <span>

#include "tamis/extract/ascii.h"
#include "tamis/text/utf8.h"

namespace tamis::extract {
namespace {

constexpr std::size_t kNumMonths = 12;

// A language a line, each with its twelve months. What another line has already, or begins with, is
// not said again: German "april" is the English one. Where two languages mean different months by
// one name ("listopad" is October in Croatia), it is left to the larger.
constexpr std::string_view kNames[][kNumMonths] = {
    {"january", "february", "march", "april", "may", "june", "july", "august", "september",
     "october", "november", "december"},
    {"januar", "februar", "märz", "", "mai", "juni", "juli", "", "", "oktober", "", "dezember"},
    {"jänner", "feber", "mrz", "", "", "", "", "", "", "", "", "desember"},
    {"janvier", "février", "mars", "avril", "", "juin", "juillet", "août", "septembre", "octobre",
     "novembre", "décembre"},
    {"", "fevrier", "", "", "", "", "", "aout", "", "", "", "decembre"},
    {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
     "octubre", "noviembre", "diciembre"},
    {"janeiro", "fevereiro", "março", "", "maio", "junho", "julho", "", "setembro", "outubro",
     "novembro", "dezembro"},
    {"gennaio", "febbraio", "", "aprile", "maggio", "giugno", "luglio", "", "settembre", "ottobre",
     "", "dicembre"},
    {"januari", "februari", "maart", "", "mei", "", "", "augustus", "setiembre", "", "", ""},
    {"", "", "maret", "", "maj", "", "", "augusti", "", "", "", ""},
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
    {"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
     "октября", "ноября", "декабря"},
    {"січня", "лютого", "березня", "квітня", "травня", "червня", "липня", "серпня", "вересня",
     "жовтня", "листопада", "грудня"},
};

std::optional<int> find_month(std::string_view word,
                              std::span<const std::string_view[kNumMonths]> languages) {
  constexpr std::size_t kNumLettersMin = 3;
  if (text::count_code_points(word) < kNumLettersMin) return std::nullopt;
  for (const auto& names : languages) {
    for (std::size_t i = 0; i < kNumMonths; ++i) {
      if (equals_ignoring_case(word, names[i].substr(0, word.size()))) {
        return static_cast<int>(i) + 1;
      }
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<int> month_of_name(std::string_view word) { return find_month(word, kNames); }

std::optional<int> month_of_english_name(std::string_view word) {
  return find_month(word, std::span(kNames).first<1>());
}

}  // namespace tamis::extract
