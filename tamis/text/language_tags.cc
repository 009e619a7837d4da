#include "tamis/text/language_tags.h"

#include <algorithm>
#include <array>
#include <vector>

#include "tamis/base/ascii.h"
#include "tamis/text/edit_distance.h"

namespace tamis::text {
namespace {

struct Language {
  std::string_view tag;
  std::string_view other_codes;  // of ISO 639, withdrawn ones too, between spaces
  std::string_view name;
};

// CLD2's languages. A code of ISO 639-3 stands with the language that it is the common form of, as
// `cmn` (Mandarin) with `zh`.
constexpr Language kLanguages[] = {
    {"aa", "aar", "Afar"},
    {"ab", "abk", "Abkhazian"},
    {"af", "afr", "Afrikaans"},
    {"ak", "aka", "Akan"},
    {"am", "amh", "Amharic"},
    {"ar", "ara arb", "Arabic"},
    {"as", "asm", "Assamese"},
    {"ay", "aym ayr", "Aymara"},
    {"az", "aze azj", "Azerbaijani"},
    {"ba", "bak", "Bashkir"},
    {"be", "bel", "Belarusian"},
    {"bg", "bul", "Bulgarian"},
    {"bh", "", "Bihari"},
    {"bi", "bis", "Bislama"},
    {"bn", "ben", "Bengali"},
    {"bo", "bod tib", "Tibetan"},
    {"br", "bre", "Breton"},
    {"bs", "bos", "Bosnian"},
    {"ca", "cat", "Catalan"},
    {"ceb", "", "Cebuano"},
    {"chr", "", "Cherokee"},
    {"cnr", "", "Montenegrin"},
    {"co", "cos", "Corsican"},
    {"crs", "", "Seselwa"},
    {"cs", "ces cze", "Czech"},
    {"cy", "cym wel", "Welsh"},
    {"da", "dan", "Danish"},
    {"de", "deu ger", "German"},
    {"dv", "div", "Dhivehi"},
    {"dz", "dzo", "Dzongkha"},
    {"ee", "ewe", "Ewe"},
    {"el", "ell gre", "Greek"},
    {"en", "eng", "English"},
    {"eo", "epo", "Esperanto"},
    {"es", "spa", "Spanish"},
    {"et", "est ekk", "Estonian"},
    {"eu", "eus baq", "Basque"},
    {"fa", "fas per pes", "Persian"},
    {"fi", "fin", "Finnish"},
    {"fil", "tl tgl", "Filipino"},
    {"fj", "fij", "Fijian"},
    {"fo", "fao", "Faroese"},
    {"fr", "fra fre", "French"},
    {"fy", "fry", "Frisian"},
    {"ga", "gle", "Irish"},
    {"gaa", "", "Ga"},
    {"gd", "gla", "Gaelic"},
    {"gl", "glg", "Galician"},
    {"gn", "grn", "Guarani"},
    {"gu", "guj", "Gujarati"},
    {"gv", "glv", "Manx"},
    {"ha", "hau", "Hausa"},
    {"haw", "", "Hawaiian"},
    {"he", "heb iw", "Hebrew"},
    {"hi", "hin", "Hindi"},
    {"hmn", "", "Hmong"},
    {"hr", "hrv", "Croatian"},
    {"ht", "hat", "Haitian Creole"},
    {"hu", "hun", "Hungarian"},
    {"hy", "hye arm", "Armenian"},
    {"ia", "ina", "Interlingua"},
    {"id", "ind in", "Indonesian"},
    {"ie", "ile", "Interlingue"},
    {"ig", "ibo", "Igbo"},
    {"ik", "ipk", "Inupiaq"},
    {"is", "isl ice", "Icelandic"},
    {"it", "ita", "Italian"},
    {"iu", "iku", "Inuktitut"},
    {"ja", "jpn", "Japanese"},
    {"jv", "jav jw", "Javanese"},
    {"ka", "kat geo", "Georgian"},
    {"kha", "", "Khasi"},
    {"kk", "kaz", "Kazakh"},
    {"kl", "kal", "Greenlandic"},
    {"km", "khm", "Khmer"},
    {"kn", "kan", "Kannada"},
    {"ko", "kor", "Korean"},
    {"kri", "", "Krio"},
    {"ks", "kas", "Kashmiri"},
    {"ku", "kur kmr", "Kurdish"},
    {"ky", "kir", "Kyrgyz"},
    {"la", "lat", "Latin"},
    {"lb", "ltz", "Luxembourgish"},
    {"lg", "lug", "Ganda"},
    {"lif", "", "Limbu"},
    {"ln", "lin", "Lingala"},
    {"lo", "lao", "Lao"},
    {"loz", "", "Lozi"},
    {"lt", "lit", "Lithuanian"},
    {"lua", "", "Luba-Lulua"},
    {"luo", "", "Luo"},
    {"lv", "lav lvs", "Latvian"},
    {"mfe", "", "Mauritian Creole"},
    {"mg", "mlg plt", "Malagasy"},
    {"mi", "mri mao", "Maori"},
    {"mk", "mkd mac", "Macedonian"},
    {"ml", "mal", "Malayalam"},
    {"mn", "mon khk", "Mongolian"},
    {"mr", "mar", "Marathi"},
    {"ms", "msa may zsm", "Malay"},
    {"mt", "mlt", "Maltese"},
    {"my", "mya bur", "Burmese"},
    {"na", "nau", "Nauru"},
    {"ne", "nep npi", "Nepali"},
    {"new", "", "Newari"},
    {"nl", "nld dut", "Dutch"},
    {"nn", "nno", "Nynorsk"},
    {"no", "nor nb nob", "Norwegian"},
    {"nr", "nbl", "Ndebele"},
    {"nso", "", "Pedi"},
    {"ny", "nya", "Nyanja"},
    {"oc", "oci", "Occitan"},
    {"om", "orm gaz", "Oromo"},
    {"or", "ori ory", "Oriya"},
    {"os", "oss", "Ossetian"},
    {"pa", "pan", "Punjabi"},
    {"pam", "", "Pampanga"},
    {"pl", "pol", "Polish"},
    {"ps", "pus pbt", "Pashto"},
    {"pt", "por", "Portuguese"},
    {"qu", "que", "Quechua"},
    {"raj", "", "Rajasthani"},
    {"rm", "roh", "Romansh"},
    {"rn", "run", "Rundi"},
    {"ro", "ron rum mo", "Romanian"},
    {"ru", "rus", "Russian"},
    {"rw", "kin", "Kinyarwanda"},
    {"sa", "san", "Sanskrit"},
    {"sco", "", "Scots"},
    {"sd", "snd", "Sindhi"},
    {"sg", "sag", "Sango"},
    {"si", "sin", "Sinhalese"},
    {"sk", "slk slo", "Slovak"},
    {"sl", "slv", "Slovenian"},
    {"sm", "smo", "Samoan"},
    {"sn", "sna", "Shona"},
    {"so", "som", "Somali"},
    {"sq", "sqi alb als", "Albanian"},
    {"sr", "srp", "Serbian"},
    {"ss", "ssw", "Swati"},
    {"st", "sot", "Sotho"},
    {"su", "sun", "Sundanese"},
    {"sv", "swe", "Swedish"},
    {"sw", "swa swh", "Swahili"},
    {"syr", "", "Syriac"},
    {"ta", "tam", "Tamil"},
    {"te", "tel", "Telugu"},
    {"tg", "tgk", "Tajik"},
    {"th", "tha", "Thai"},
    {"ti", "tir", "Tigrinya"},
    {"tk", "tuk", "Turkmen"},
    {"tlh", "", "Klingon"},
    {"tn", "tsn", "Tswana"},
    {"to", "ton", "Tonga"},
    {"tr", "tur", "Turkish"},
    {"ts", "tso", "Tsonga"},
    {"tt", "tat", "Tatar"},
    {"tum", "", "Tumbuka"},
    {"tw", "twi", "Twi"},
    {"ug", "uig", "Uyghur"},
    {"uk", "ukr", "Ukrainian"},
    {"ur", "urd", "Urdu"},
    {"uz", "uzb uzn", "Uzbek"},
    {"ve", "ven", "Venda"},
    {"vi", "vie", "Vietnamese"},
    {"vo", "vol", "Volapuk"},
    {"war", "", "Waray"},
    {"wo", "wol", "Wolof"},
    {"xh", "xho", "Xhosa"},
    {"yi", "yid ji ydd", "Yiddish"},
    {"yo", "yor", "Yoruba"},
    {"za", "zha", "Zhuang"},
    {"zh", "zho chi cmn", "Chinese"},
    {"zu", "zul", "Zulu"},
};

constexpr auto kTags = [] {
  std::array<std::string_view, std::size(kLanguages)> tags;
  std::ranges::transform(kLanguages, tags.begin(), &Language::tag);
  return tags;
}();
static_assert(std::ranges::is_sorted(kTags));

// Longer than any tag: RFC 5646, 4.4.1.
constexpr std::size_t kTagBytesMax = 35;

std::string in_lower_case(std::string_view word) {
  std::string lower(word);
  std::ranges::transform(lower, lower.begin(), to_lower);
  return lower;
}

bool holds_code(std::string_view codes, std::string_view code) {
  for (std::size_t begin = 0; begin < codes.size();) {
    const std::size_t end = std::min(codes.find(' ', begin), codes.size());
    if (codes.substr(begin, end - begin) == code) return true;
    begin = end + 1;
  }
  return false;
}

// The shortest code of `code`, or of a name, in lower case; `code` itself if it is not known.
std::string_view shortest_code(std::string_view code) {
  if (std::ranges::binary_search(kTags, code)) return code;
  const auto* const language = std::ranges::find_if(kLanguages, [&](const Language& candidate) {
    return holds_code(candidate.other_codes, code) || equals_ignoring_case(candidate.name, code);
  });
  return language == std::ranges::end(kLanguages) ? code : language->tag;
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

// "zh-Hans", "zh-Hant", or "zh" if neither script nor region tells which.
std::string_view chinese_tag(std::string_view subtags) {
  std::string_view by_region = "zh";
  while (!subtags.empty()) {
    const std::size_t end = std::min(subtags.find('-'), subtags.size());
    const std::string_view subtag = subtags.substr(0, end);
    if (subtag == "hans") return "zh-Hans";
    if (subtag == "hant") return "zh-Hant";
    if (is_one_of(subtag, {"cn", "sg", "my"})) by_region = "zh-Hans";
    if (is_one_of(subtag, {"tw", "hk", "mo"})) by_region = "zh-Hant";
    subtags.remove_prefix(std::min(end + 1, subtags.size()));
  }
  return by_region;
}

// Subtags in the case of BCP 47: "Latn", "US", else lower.
std::string in_tag_case(std::string_view subtags) {
  std::string result(subtags);
  for (std::size_t begin = 0; begin < result.size();) {
    const std::size_t end = std::min(result.find('-', begin), result.size());
    const std::size_t num_upper = end - begin == 4 ? 1 : end - begin == 2 ? 2 : 0;
    for (std::size_t index = begin; index < begin + num_upper; ++index) {
      if (is_ascii_lower(result[index]))
        result[index] = static_cast<char>(result[index] - 'a' + 'A');
    }
    begin = end + 1;
  }
  return result;
}

}  // namespace

std::span<const std::string_view> language_tags() { return kTags; }

std::string canonical_language_tag(std::string_view tag) {
  if (tag.empty() || tag.size() > kTagBytesMax) return std::string(tag);
  std::string lower = in_lower_case(tag);
  std::ranges::replace(lower, '_', '-');
  const std::size_t dash = std::min(lower.find('-'), lower.size());
  const std::string_view language = std::string_view(lower).substr(0, dash);
  const std::string_view code = shortest_code(language);
  const bool is_code = language.size() == 2 || language.size() == 3 || code != language;
  if (!is_code || !std::ranges::all_of(language, is_ascii_letter)) return std::string(tag);
  const std::string_view subtags = std::string_view(lower).substr(std::min(dash + 1, lower.size()));
  if (code == "zh") return std::string(chinese_tag(subtags));
  return subtags.empty() ? std::string(code) : std::string(code) + "-" + in_tag_case(subtags);
}

std::optional<std::string_view> near_language(std::string_view word) {
  std::vector<std::string_view> names;
  for (const Language& language : kLanguages) names.push_back(language.name);
  if (word.size() <= 3) return closest(word, kTags);
  return closest(word, names);
}

}  // namespace tamis::text
