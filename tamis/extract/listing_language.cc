#include "tamis/extract/listing_language.h"

#include <algorithm>
#include <iterator>

#include "tamis/extract/ascii.h"
#include "tamis/extract/class_words.h"
#include "tamis/extract/code_listings.h"
#include "tamis/extract/html_tokenizer.h"
#include "tamis/extract/start_tags.h"

namespace tamis::extract {
namespace {

// Tags further on say nothing of a listing.
constexpr std::size_t kHeadBytesMax = 2048;

// What a class says behind a prefix: a language; one of GitHub's scopes; a known language, or
// something else of the box ("highlight-wrapper").
enum class Named : std::uint8_t { kLanguage, kScope, kIfKnown };

struct Prefix {
  std::string_view bytes;
  Named named;
};

constexpr Prefix kPrefixes[] = {
    {"language-", Named::kLanguage},      {"lang-", Named::kLanguage},
    {"highlight-source-", Named::kScope}, {"highlight-text-", Named::kScope},
    {"highlight-", Named::kIfKnown},      {"brush:", Named::kLanguage},
    {"lang:", Named::kLanguage},          {"src-", Named::kLanguage}};

// In class attributes these words alone name a language.
constexpr std::string_view kLanguages[] = {
    "ada",      "apache",     "asm",     "awk",        "bash",       "basic",        "bat",
    "c",        "c#",         "c++",     "clojure",    "cmake",      "coffeescript", "cpp",
    "cs",       "csharp",     "css",     "cuda",       "d",          "dart",         "delphi",
    "diff",     "dockerfile", "elixir",  "elm",        "erlang",     "fortran",      "fsharp",
    "glsl",     "go",         "golang",  "gradle",     "graphql",    "groovy",       "haskell",
    "html",     "ini",        "java",    "javascript", "js",         "json",         "jsx",
    "julia",    "kotlin",     "latex",   "less",       "lisp",       "lua",          "make",
    "makefile", "matlab",     "nginx",   "objc",       "objectivec", "ocaml",        "pascal",
    "perl",     "php",        "plsql",   "powershell", "prolog",     "proto",        "puppet",
    "py",       "python",     "python3", "r",          "rb",         "ruby",         "rust",
    "scala",    "scheme",     "scss",    "sh",         "shell",      "sql",          "swift",
    "tcl",      "tex",        "toml",    "ts",         "tsx",        "typescript",   "vb",
    "verilog",  "vhdl",       "vim",     "vue",        "xml",        "yaml",         "yml",
    "zsh"};
static_assert(std::ranges::is_sorted(kLanguages));

// What Sphinx highlights besides.
constexpr std::string_view kOfSphinx[] = {"console", "cython", "http", "ipython", "ipython3",
                                          "pycon",   "pytb",   "rest", "rst",     "shell-session"};

// What stands in a language's place and is none: no language, or one of people.
constexpr std::string_view kNoLanguages[] = {
    "auto", "code",   "default",     "en",           "fallback", "generic",   "none",
    "null", "output", "nohighlight", "no-highlight", "plain",    "plaintext", "raw",
    "text", "txt",    "undefined",   "unknown",      "zh",       "zh-cn"};

// "html-php", "css-scss", "html-basic": of the language around, which its own name follows.
std::string_view name_of_scope(std::string_view scope) {
  for (const std::string_view around : {"html-", "css-"}) {
    if (scope.starts_with(around)) scope.remove_prefix(around.size());
  }
  return scope == "basic" ? "html" : scope;
}

bool is_known(std::string_view name) {
  return std::ranges::binary_search(kLanguages, name) ||
         std::ranges::find(kOfSphinx, name) != std::end(kOfSphinx);
}

// "brush: js; gutter: true" has the name in a word of its own, "brush:js;gutter:true" has not.
std::string_view prefixed_language(std::string_view name, std::string_view& rest) {
  for (const Prefix& prefix : kPrefixes) {
    if (!starts_with_ignoring_case(name, prefix.bytes)) continue;
    std::string_view language = name.substr(prefix.bytes.size());
    if (language.empty()) language = take_name(rest);
    language = language.substr(0, language.find(';'));
    if (prefix.named == Named::kScope) language = name_of_scope(language);
    // Sphinx marks its boxes of code so, whatever the language.
    const bool is_sure = prefix.named != Named::kIfKnown || has_name(rest, "notranslate");
    const bool is_language = is_sure ? is_language_name(language) : is_known(language);
    return is_language ? language : std::string_view();
  }
  return {};
}

// `is_of_code`: a word that is a language's name is one even without a prefix.
std::string_view language_of_class(std::string_view classes, bool is_of_code) {
  std::string_view known;
  while (true) {
    const std::string_view name = take_name(classes);
    if (name.empty()) return known;
    const std::string_view language = prefixed_language(name, classes);
    if (!language.empty()) return language;
    if (is_of_code && std::ranges::binary_search(kLanguages, name)) known = name;
  }
}

// The class of a box around may say "basic" or "go" of anything, but for "highlight go".
bool is_of_code(const Token& token, std::string_view classes) {
  return token.tag == Tag::kPre || token.tag == Tag::kCode ||
         classes.find("highlight") != classes.npos || classes.find("code") != classes.npos;
}

std::string_view language_of_element(const Token& token) {
  for (const std::string_view name : {"data-lang", "data-language", "data-enlighter-language"}) {
    const std::string_view value = token.attribute(name);
    if (is_language_name(value)) return value;
  }
  const std::string_view classes = token.attribute("class").substr(0, kClassValueBytesMax);
  const std::string_view language = language_of_class(classes, is_of_code(token, classes));
  if (!language.empty() || token.tag != Tag::kPre) return language;
  // Which names a language of people as well.
  const std::string_view name = token.attribute("lang");
  return std::ranges::binary_search(kLanguages, name) ? name : std::string_view();
}

// What a listing's head may show before its code, in a few pieces: "python", "Copy".
constexpr int kNumLabelsMax = 4;

bool is_label(std::string_view text) {
  text = trim_html_space(text);
  return is_language_name(text) || is_copy_label(text);
}

}  // namespace

bool is_language_name(std::string_view name) {
  constexpr std::size_t kNameBytesMax = 20;
  const auto is_part = [](char byte) {
    return is_ascii_alphanumeric(byte) ||
           std::string_view("+#-_.").find(byte) != std::string_view::npos;
  };
  if (name.empty() || name.size() > kNameBytesMax || !std::ranges::all_of(name, is_part))
    return false;
  return !is_any_of(name, kNoLanguages);
}

std::string_view language_of_listing(std::string_view page, const char* source) {
  if (source == nullptr) return {};
  HtmlTokenizer tokenizer(page_from_tag(page, source).substr(0, kHeadBytesMax));
  std::uint32_t num_open_boxes = 0;  // with that of the listing
  int num_labels = 0;
  while (tokenizer.next()) {
    const Token& token = tokenizer.token();
    const bool is_text = token.kind == TokenKind::kText && !trim_html_space(token.text).empty();
    if (is_text && (++num_labels > kNumLabelsMax || !is_label(token.text))) return {};
    const bool is_box = has_trait(token.tag, kIsBlock);
    const bool ends_code = token.tag == Tag::kCode || has_trait(token.tag, kKeepsSpace);
    if (token.kind == TokenKind::kEndTag && (ends_code || (is_box && --num_open_boxes == 0)))
      return {};
    if (token.kind != TokenKind::kStartTag) continue;
    num_open_boxes += is_box ? 1 : 0;
    // The class of a <span> says what a word is: "c" of a comment.
    const bool is_inline = token.tag != Tag::kCode && !is_box;
    if (is_inline && token.name.data() != source) continue;
    const std::string_view language = language_of_element(token);
    if (!language.empty() || token.tag == Tag::kCode) return language;
  }
  return {};
}

std::uint32_t listing_around(const Blocks& blocks, const Block& block) {
  std::uint32_t listing = block.container;
  for (std::uint32_t box = listing; box != kPageContainer; box = blocks.containers[box].parent) {
    if (blocks.containers[box].keeps_space) listing = box;
  }
  return listing;
}

// What else such a box holds are a few short lines, or one word for each line of the listing: its
// number.
MarkedListing find_marked_listing(const Blocks& blocks, const Block& block, std::string_view page) {
  constexpr int kNumBoxesMax = 6;
  constexpr std::uint32_t kNumMore = 3;
  constexpr std::uint32_t kNumWordsMore = 30;  // of a caption, say
  const std::uint32_t listing = listing_around(blocks, block);
  const BlockSums& own = blocks.containers[listing].sums;
  const std::uint32_t num_words_few = own.num_words + kNumWordsMore;
  const auto num_numbers = static_cast<std::uint32_t>(num_lines(blocks.text_of(block)));
  const std::uint32_t num_words_max = own.num_words + kNumMore + num_numbers;
  MarkedListing marked = {.box = listing};
  std::uint32_t box = listing;
  for (int i = 0; i < kNumBoxesMax && box != kPageContainer; ++i) {
    const Container& container = blocks.containers[box];
    const BlockSums& sums = container.sums;
    const bool has_few_blocks = sums.num_blocks <= own.num_blocks + kNumMore;
    if (sums.num_words > (has_few_blocks ? num_words_few : num_words_max)) break;
    if (marked.language.empty()) marked.language = language_of_listing(page, container.source);
    marked.box = box;
    box = container.parent;
  }
  return marked;
}

}  // namespace tamis::extract
