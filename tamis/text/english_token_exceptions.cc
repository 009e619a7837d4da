#include "tamis/text/english_token_exceptions.h"

#include <algorithm>

namespace tamis::text {
namespace {

// In all lists: items between spaces, "|" where an item is cut.

struct Contractions {
  std::string_view words;    // each in lower case and with a capital
  std::string_view endings;  // each with either apostrophe, and without
};

constexpr Contractions kContractions[] = {
    {"i", "|'m |'m|a"},
    {"i you he she it we they", "|'ll |'ll|'ve |'d |'d|'ve"},
    {"who what when where why how there that this these those", "|'ll |'ll|'ve |'d |'d|'ve"},
    {"he she it who what when where why how there that this", "|'s"},
    {"i you we they who what when where why how there these those", "|'ve"},
    {"you we they who what when where why how there these those", "|'re"},
    {"ca could did do does had may might must need ought sha should wo would", "|n't |n't|'ve"},
    {"could might must should would", "|'ve"},
    {"ai are dare has have is was were", "|n't"},
};

// What contractions without apostrophe would also be: words in their own right.
constexpr std::string_view kOrdinaryWords =
    "Hell Ill Its Shed Shell Well Were Whore hell ill its shed shell well were whore";

constexpr std::string_view kOtherContractions =
    "C'm|on Can|not Gon|na Got|ta How|'d|'y Let|'s Not|'ve Not|ve "
    "c'm|on can|not gon|na got|ta how|'d|'y let|'s not|'ve not|ve y'|all y|all";

// Words that keep their apostrophe. spaCy also lists words in which nothing could be cut ("em",
// "goin"): they need no entry.
constexpr std::string_view kApostropheWords =
    "' '' 'd 'll 're 's 'S \u2018s \u2018S 'bout 'em 'nuff "
    "'cause 'cos 'coz 'cuz 'Cause 'Cos 'Coz 'Cuz "
    "doin' goin' havin' lovin' nothin' nuthin' ol' somethin' "
    "Doin' Goin' Havin' Lovin' Nothin' Nuthin' Ol' Somethin' "
    "ma'am Ma'am o'clock O'clock";

constexpr std::string_view kAbbreviations =
    "a. b. c. d. e. f. g. h. i. j. k. l. m. n. o. p. q. r. s. t. u. v. w. x. y. z. "
    "\u00E4. \u00F6. \u00FC. "
    "Apr. Aug. Dec. Feb. Jan. Jul. Jun. Mar. Nov. Oct. Sep. Sept. "
    "Ak. Ala. Ariz. Ark. Calif. Colo. Conn. D.C. Del. Fla. Ga. Ia. Id. Ill. Ind. Kan. Kans. Ky. "
    "La. "
    "Mass. Md. Mich. Minn. Miss. Mo. Mont. N.C. N.D. N.H. N.J. N.M. N.Y. Neb. Nebr. Nev. Okla. "
    "Ore. Pa. S.C. Tenn. Va. Wash. Wis. "
    "Adm. Bros. Co. Corp. Dr. Gen. Gov. Inc. Jr. Ltd. Messrs. Mr. Mrs. Ms. Mt. Ph.D. Prof. Rep. "
    "Rev. Sen. St. "
    "E.G. E.g. I.E. I.e. a.m. co. e.g. i.e. p.m. v.s. vs. "
    "and/or w/o C++ <space> \\n \\t \u2014";

constexpr std::string_view kTemperatures =
    "\u00B0|C|. \u00B0|F|. \u00B0|K|. \u00B0|c|. \u00B0|f|. \u00B0|k|.";

constexpr std::string_view kEmoticons =
    ":) :)) :))) :-) :-)) :-))) (: (-: =) (= :] :-] [: [-: [= =[ =] ]= :} :-} :o) (o: 8) 8-) (-8 "
    ":( :(( :((( :-( :-(( :-((( ): )-: =( >:( ;) ;-) (; (-; :') :'-) :'( :'-( \\\") :() "
    ":/ :-/ =/ :| :-| =| :1 :3 :-3 =3 :0 :-0 :O :-O :o :-o >:o :P :-P :p :-p :X :-X :x :-x "
    ":* :-* :> :-> :D :-D ;D ;-D =D 8D 8-D <3 <33 <333 </3 ><(((*> "
    "^_^ ^__^ ^___^ >.< >.> <.< ._. ;_; -_- -__- v.v V.V @_@ "
    "v_v V_V o_o o_O O_o O_O 0_o o_0 0_0 o.O O.o O.O o.o 0.0 o.0 0.o "
    "(^_^) (-_-) (._.) (>_<) (*_*) (¬_¬) ಠ_ಠ ಠ︵ಠ (ಠ_ಠ) ¯\\(ツ)/¯ (╯°□°）╯︵┻━┻";

template <typename Visitor>
void for_each_item(std::string_view list, Visitor visit) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(' '), list.size());
    visit(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

bool has_item(std::string_view list, std::string_view wanted) {
  bool is_found = false;
  for_each_item(list, [&](std::string_view item) { is_found |= item == wanted; });
  return is_found;
}

std::string with_each_apostrophe(std::string_view text, std::string_view replacement) {
  std::string replaced;
  for (const char c : text) {
    if (c == '\'') replaced += replacement;
    if (c != '\'') replaced += c;
  }
  return replaced;
}

std::string capitalised(std::string_view word) {
  std::string capital(word);
  capital[0] = static_cast<char>(capital[0] - 'a' + 'A');
  return capital;
}

}  // namespace

bool TokenCuts::make(std::span<const std::string_view> tokens) const {
  std::size_t num_tokens = 0;
  std::size_t end = 0;
  for (const std::size_t cut : {first, second}) {
    if (cut == 0) break;
    if (num_tokens == tokens.size()) return false;
    end += tokens[num_tokens++].size();
    if (end != cut) return false;
  }
  return num_tokens + 1 == tokens.size();
}

void TokenCuts::append_tokens(std::string_view exception,
                              std::vector<std::string_view>& tokens) const {
  std::size_t begin = 0;
  for (const std::size_t cut : {first, second}) {
    if (cut == 0) break;
    tokens.push_back(exception.substr(begin, cut - begin));
    begin = cut;
  }
  tokens.push_back(exception.substr(begin));
}

EnglishExceptions::EnglishExceptions() {
  add_contractions();
  add_times();
  for (const std::string_view list :
       {kOtherContractions, kApostropheWords, kAbbreviations, kTemperatures}) {
    for_each_item(list, [this](std::string_view item) { add_both_apostrophes(item); });
  }
  // The eyes of ":|" are no cuts.
  for_each_item(kEmoticons, [this](std::string_view item) {
    for (const std::string_view apostrophe : {"'", "\u2019"}) {
      const std::string emoticon = with_each_apostrophe(item, apostrophe);
      filter_.add(emoticon);
      cuts_.try_emplace(emoticon);
    }
  });
}

void EnglishExceptions::add(std::string_view marked) {
  std::string text;
  TokenCuts cuts;
  for (const char c : marked) {
    if (c != '|') {
      text += c;
    } else {
      (cuts.first == 0 ? cuts.first : cuts.second) = static_cast<std::uint8_t>(text.size());
    }
  }
  if (has_item(kOrdinaryWords, text)) return;
  filter_.add(text);
  cuts_.insert_or_assign(std::move(text), cuts);
}

void EnglishExceptions::add_both_apostrophes(std::string_view marked) {
  add(marked);
  add(with_each_apostrophe(marked, "\u2019"));
}

void EnglishExceptions::add_contractions() {
  for (const auto& [words, endings] : kContractions) {
    for_each_item(words, [&, endings = endings](std::string_view word) {
      for_each_item(endings, [&](std::string_view ending) {
        for (const std::string& cased : {std::string(word), capitalised(word)}) {
          add_both_apostrophes(cased + std::string(ending));
          add(cased + with_each_apostrophe(ending, ""));
        }
      });
    });
  }
}

void EnglishExceptions::add_times() {
  for (int hour = 1; hour <= 12; ++hour) {
    for (const char* half : {"|am", "|a.m.", "|pm", "|p.m."}) add(std::to_string(hour) + half);
  }
}

const TokenCuts* EnglishExceptions::look_up(std::string_view chunk) const {
  const auto found = cuts_.find(chunk);
  return found == cuts_.end() ? nullptr : &found->second;
}

std::vector<std::string_view> EnglishExceptions::list() const {
  std::vector<std::string_view> all;
  for (const auto& [text, cuts] : cuts_) all.push_back(text);
  return all;
}

const EnglishExceptions& english_exceptions() {
  static const EnglishExceptions exceptions;
  return exceptions;
}

}  // namespace tamis::text
