#include "tamis/extract/code_listings.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "tamis/extract/ascii.h"
#include "tamis/extract/class_words.h"
#include "tamis/extract/start_tags.h"

namespace tamis::extract {
namespace {

// Tags further on say nothing of a listing.
constexpr std::size_t kHeadBytesMax = 2048;

std::string_view class_of(const Token& token) {
  return token.attribute("class").substr(0, kClassValueBytesMax);
}

// What highlighters call a line's number (Pygments, Rouge, highlight.js, Chroma) and a button.
constexpr std::string_view kFurniture[] = {"lineno",
                                           "linenos",
                                           "line-number",
                                           "linenumber",
                                           "line_number",
                                           "lnum",
                                           "lnt",
                                           "ln",
                                           "hljs-ln-numbers",
                                           "hljs-ln-n",
                                           "gutter",
                                           "copy-btn",
                                           "copybtn",
                                           "copy-button",
                                           "btn-copy",
                                           "btn-clipboard",
                                           "clipboard-copy",
                                           "copy-code-button",
                                           "code-copy",
                                           "copy"};

// Before the name of a language in a class.
constexpr std::string_view kPrefixes[] = {"language-",       "lang-",      "highlight-source-",
                                          "highlight-text-", "highlight-", "brush:",
                                          "lang:",           "src-"};

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

// What stands in a language's place and is none: no language, or one of people.
constexpr std::string_view kNoLanguages[] = {
    "default",   "en",  "generic", "none", "nohighlight", "no-highlight", "plain",
    "plaintext", "raw", "text",    "txt",  "zh",          "zh-cn"};

bool is_language_name(std::string_view name) {
  const auto is_part = [](char byte) {
    return is_ascii_alphanumeric(byte) ||
           std::string_view("+#-_.").find(byte) != std::string_view::npos;
  };
  if (name.empty() || name.size() > 20 || !std::ranges::all_of(name, is_part)) return false;
  return !is_any_of(name, kNoLanguages);
}

// "brush: js; gutter: true" has the name in a word of its own, "brush:js;gutter:true" has not.
std::string_view prefixed_language(std::string_view name, std::string_view& rest) {
  for (const std::string_view prefix : kPrefixes) {
    if (!starts_with_ignoring_case(name, prefix)) continue;
    std::string_view language = name.substr(prefix.size());
    if (language.empty()) language = take_name(rest);
    language = language.substr(0, language.find(';'));
    return is_language_name(language) ? language : std::string_view();
  }
  return {};
}

std::string_view language_of_class(std::string_view classes) {
  std::string_view known;
  while (true) {
    const std::string_view name = take_name(classes);
    if (name.empty()) return known;
    const std::string_view language = prefixed_language(name, classes);
    if (!language.empty()) return language;
    if (std::ranges::binary_search(kLanguages, name)) known = name;
  }
}

}  // namespace

bool is_code_furniture(const Token& token) {
  if (token.tag == Tag::kButton) return true;
  if (token.tag == Tag::kCode || token.attributes.empty()) return false;
  std::string_view classes = class_of(token);
  while (true) {
    const std::string_view name = take_name(classes);
    if (name.empty()) return false;
    if (std::ranges::find(kFurniture, name) != std::end(kFurniture)) return true;
  }
}

bool is_line_numbers(std::string_view text) {
  constexpr std::uint32_t kNumberMax = 100000000;
  std::uint32_t last = 0;
  std::uint32_t number = 0;
  bool is_in_number = false;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && is_ascii_digit(text[i])) {
      number = std::min(number * 10 + static_cast<std::uint32_t>(text[i] - '0'), kNumberMax);
      is_in_number = true;
      continue;
    }
    if (i < text.size() && !is_html_space(text[i])) return false;
    if (!is_in_number) continue;
    if (last != 0 && number != last + 1) return false;
    last = number;
    number = 0;
    is_in_number = false;
  }
  return last != 0;
}

bool is_copy_label(std::string_view text) {
  constexpr std::string_view kLabels[] = {"copy",     "copy code", "copied!", "copy to clipboard",
                                          "复制",     "复制代码",  "复製",    "複製",
                                          "複製代碼", "拷贝",      "copied"};
  return is_any_of(text, kLabels);
}

void append_in_one_line(std::string_view code, std::string& out) {
  std::string_view separator;
  while (true) {
    const std::size_t end = std::min(code.find('\n'), code.size());
    const std::string_view line = trim_html_space(code.substr(0, end));
    if (!line.empty()) out.append(std::exchange(separator, " ")).append(line);
    if (end == code.size()) return;
    code.remove_prefix(end + 1);
  }
}

std::string_view language_of_element(const Token& token) {
  for (const std::string_view name : {"data-lang", "data-language", "data-enlighter-language"}) {
    const std::string_view value = token.attribute(name);
    if (is_language_name(value)) return value;
  }
  const std::string_view language = language_of_class(class_of(token));
  if (!language.empty() || token.tag != Tag::kPre) return language;
  // Which names a language of people as well.
  const std::string_view name = token.attribute("lang");
  return std::ranges::binary_search(kLanguages, name) ? name : std::string_view();
}

std::string_view language_of_listing(std::string_view page, const char* source) {
  if (source == nullptr) return {};
  HtmlTokenizer tokenizer(page_from_tag(page, source).substr(0, kHeadBytesMax));
  while (tokenizer.next()) {
    const Token& token = tokenizer.token();
    if (token.kind == TokenKind::kText && !trim_html_space(token.text).empty()) return {};
    const bool is_inline = token.tag != Tag::kCode && !has_trait(token.tag, kIsBlock);
    if (token.kind == TokenKind::kEndTag && !is_inline) return {};
    // The class of a <span> says what a word is: "c" of a comment.
    if (token.kind != TokenKind::kStartTag || (is_inline && token.name.data() != source)) continue;
    const std::string_view language = language_of_element(token);
    if (!language.empty() || token.tag == Tag::kCode) return language;
  }
  return {};
}

}  // namespace tamis::extract
