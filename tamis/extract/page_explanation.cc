#include "tamis/extract/page_explanation.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "tamis/extract/ascii.h"
#include "tamis/extract/block_builder.h"
#include "tamis/extract/kept_blocks.h"
#include "tamis/extract/main_text_decision.h"
#include "tamis/extract/score_reasons.h"
#include "tamis/extract/site_repeats.h"
#include "tamis/text/utf8.h"

namespace tamis::extract {
namespace {

// A page read and decided on.
struct Explained {
  Blocks blocks;
  Decision decision;
  std::vector<bool> is_kept;  // of each block: decided for, and no furniture of a listing
  std::vector<std::uint32_t> block_of_token;  // for texts; kNone for what is in no block
  bool is_stated = false;                     // as of Page
};

// A text belongs to the block that is being written when it comes.
Explained explain(std::string_view html, const Options& options) {
  Explained page;
  BlockBuilder builder;
  builder.start(page.blocks);
  HtmlTokenizer tokenizer(html);
  for (std::size_t num_bytes = 0; builder.read(tokenizer); num_bytes = page.blocks.text.size()) {
    if (tokenizer.token().kind != TokenKind::kText) continue;
    const bool is_shown = page.blocks.text.size() > num_bytes || builder.is_in_formula();
    page.block_of_token.push_back(is_shown ? static_cast<std::uint32_t>(page.blocks.blocks.size())
                                           : kNone);
  }
  builder.finish();
  Workspace workspace;
  Page extracted;
  Options attributed = options;
  attributed.reads_attribution = true;
  extract_page(html, {}, attributed, workspace, extracted);
  page.is_stated = extracted.is_stated;
  if (options.site_templates != nullptr)
    find_site_repeats(*options.site_templates, extracted.canonical_url, page.blocks);
  decide_main_text(page.blocks, options, page.decision);
  std::vector<std::uint32_t> kept;
  find_kept_blocks(page.blocks, page.decision.is_kept, html, kept);
  page.is_kept.resize(page.blocks.blocks.size());
  for (const std::uint32_t index : kept) page.is_kept[index] = true;
  return page;
}

std::string meanings_text(ClassMeanings meanings) {
  std::string text;
  for (std::size_t i = 0; i < kNumClassMeanings; ++i) {
    if ((meanings >> i & 1) == 0) continue;
    text.append(text.empty() ? "" : ", ").append(class_meaning_name(static_cast<ClassMeaning>(i)));
  }
  return text;
}

// What moved the score furthest, or what was stronger than it.
std::string reasons(const Explained& page, std::size_t index) {
  const bool is_furniture = page.decision.is_kept[index] != 0 && !page.is_kept[index];
  return (is_furniture ? "shows a listing or heading, and is no part of it; " : "") +
         reasons_text(page.decision, index);
}

int link_percent(const Block& block) {
  return static_cast<int>(std::uint64_t{100} * block.num_link_bytes /
                          std::max(block.num_bytes(), 1U));
}

std::string_view element_name(const Explained& page, const Block& block) {
  const std::string_view name = tag_name(page.blocks.container_of(block).tag);
  return name.empty() ? "page" : name;
}

// Scores are hundredths of a log-odds.
double log_odds(std::int32_t score) { return score / 100.0; }

std::string row(const Explained& page, std::size_t index) {
  constexpr std::size_t kTextBytesMax = 72;
  constexpr std::size_t kMeaningsBytesMax = 32;
  const Block& block = page.blocks.blocks[index];
  std::string text(text::prefix_within(page.blocks.text_of(block), kTextBytesMax));
  // Control characters would steer the terminal.
  for (char& byte : text) {
    if (static_cast<unsigned char>(byte) < ' ' || byte == '\x7F') byte = ' ';
  }
  if (text.size() < block.num_bytes()) text += " ...";
  std::string meanings = block.is_hidden ? "hidden, " : "";
  meanings += meanings_text(page.decision.features[index].meanings_any);
  if (meanings.size() > kMeaningsBytesMax)
    meanings.replace(kMeaningsBytesMax - 3, meanings.npos, "...");
  return fmt::format("{} {:>6.2f} {:>5} {:>4} %  {:<10} {:<32} {}\n            {}\n",
                     page.is_kept[index] ? "keep" : "  - ", log_odds(page.decision.scores[index]),
                     block.counts.num_words(), link_percent(block), element_name(page, block),
                     meanings, text, reasons(page, index));
}

// References stay as they are written: they are characters wherever they stand.
void append_text(std::string_view text, std::string& out) {
  for (const char byte : text) {
    if (byte == '<')
      out += "&lt;";
    else if (byte == '>')
      out += "&gt;";
    else
      out += byte;
  }
}

std::string escaped(std::string_view text) {
  std::string out;
  append_text(text, out);
  return out;
}

// Why, as a tooltip. Made of numbers and of our own words.
std::string reason(const Explained& page, std::size_t index) {
  const Block& block = page.blocks.blocks[index];
  const Decision& decision = page.decision;
  const std::string meanings = meanings_text(decision.features[index].meanings_near);
  const std::string around = meanings_text(decision.features[index].meanings_any);
  return fmt::format(
      "{}: score {:.2f}, kept above {:.2f}&#10;{}&#10;in {}, {} words, {} % links{}{}{}",
      page.is_kept[index] ? "kept" : "dropped", log_odds(decision.scores[index]),
      log_odds(decision.bound), escaped(reasons(page, index)), element_name(page, block),
      block.counts.num_words(), link_percent(block), block.is_hidden ? ", hidden" : "",
      meanings.empty() ? "" : "&#10;classes: " + meanings,
      around.empty() ? "" : "&#10;classes of all boxes: " + around);
}

// The element to write for one of the page: itself where it only shapes text, a box where it is
// more, nothing where it is inline or unseen.
std::string_view shown_name(Tag tag) {
  switch (tag) {
    case Tag::kBr:
    case Tag::kHr:
    case Tag::kPre:
    case Tag::kP:
    case Tag::kUl:
    case Tag::kOl:
    case Tag::kLi:
    case Tag::kDl:
    case Tag::kDt:
    case Tag::kDd:
    case Tag::kTable:
    case Tag::kThead:
    case Tag::kTbody:
    case Tag::kTfoot:
    case Tag::kTr:
    case Tag::kTd:
    case Tag::kTh:
    case Tag::kCaption:
    case Tag::kBlockquote:
    case Tag::kFigure:
    case Tag::kFigcaption:
      return tag_name(tag);
    case Tag::kHtml:
    case Tag::kBody:
      return {};
    default:
      if (heading_level(tag) > 0) return tag_name(tag);
      if (!has_trait(tag, kIsBlock)) return {};
      return has_trait(tag, kKeepsSpace) ? "pre" : "div";
  }
}

bool is_blank(std::string_view text) { return trim_html_space(text).empty(); }

constexpr std::string_view kHead =
    "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\">\n"
    "<meta http-equiv=\"Content-Security-Policy\" "
    "content=\"default-src 'none'; style-src 'unsafe-inline'; form-action 'none'\">\n"
    "<title>tamis extract --overlay</title>\n<style>\n"
    "body{margin:0 auto;max-width:60em;padding:0 1em 4em;font:16px/1.5 sans-serif;color:#222}\n"
    "header{position:sticky;top:0;padding:.6em 0;background:#fff;border-bottom:1px solid #ccc}\n"
    "div{margin:.2em "
    "0}\npre{white-space:pre-wrap}\nli,dd,p{overflow-wrap:anywhere}\nli::marker{color:#999}\n"
    "table{border-collapse:collapse}\ntd,th{border:1px solid #ddd;padding:.1em .4em}\n"
    ".kept{background:#c8efcb}\n"
    ".dropped{color:#767676;background:#f4f4f4}\n.hidden{text-decoration:dotted underline}\n"
    "span:hover{outline:2px solid #06c}\n</style></head><body>\n";

std::string summary(const Explained& page) {
  std::size_t num_kept = 0;
  for (const bool is_kept : page.is_kept) num_kept += is_kept ? 1 : 0;
  return fmt::format("{} of {} blocks kept: those with a score above {:.2f}{}", num_kept,
                     page.blocks.blocks.size(), log_odds(page.decision.bound),
                     page.is_stated ? "; taken is the articleBody of JSON-LD, shown nowhere" : "");
}

// Writes the marked page. A block is one element however many pieces its text comes in, so that
// the page grows by a bounded amount a block.
class Overlay {
 public:
  Overlay(const Explained& page, std::string& out) : page_(page), out_(out) {}

  void add_text(std::string_view text, std::uint32_t block) {
    const bool is_in_block = block < page_.blocks.blocks.size() && !is_blank(text);
    if (is_in_block && block != open_block_) open(block);
    if (is_in_block)
      append_text(text, out_);
    else if (is_blank(text))
      out_ += ' ';
  }

  void add_tag(const Token& token) {
    const std::string_view name = shown_name(token.tag);
    if (name.empty()) return;
    if (token.tag != Tag::kBr) close();
    out_.append(token.kind == TokenKind::kEndTag ? "</" : "<").append(name).append(">");
  }

  void close() {
    if (open_block_ != kNone) out_ += "</span>";
    open_block_ = kNone;
  }

 private:
  void open(std::uint32_t block) {
    close();
    out_ += page_.is_kept[block] ? "<span class=\"kept" : "<span class=\"dropped";
    if (page_.blocks.blocks[block].is_hidden) out_ += " hidden";
    out_ += "\" title=\"" + reason(page_, block) + "\">";
    open_block_ = block;
  }

  const Explained& page_;
  std::string& out_;
  std::uint32_t open_block_ = kNone;
};

}  // namespace

std::string explanation_table(std::string_view html, const Options& options) {
  const Explained page = explain(html, options);
  std::string out =
      summary(page) + fmt::format("\n\n     {:>6} {:>5} {:>6}  {:<10} {:<32} {}\n            {}\n",
                                  "score", "words", "links", "element", "what classes mean", "text",
                                  "what moved the score furthest");
  for (std::size_t i = 0; i < page.blocks.blocks.size(); ++i) out += row(page, i);
  return out;
}

std::string explanation_page(std::string_view html, const Options& options) {
  const Explained page = explain(html, options);
  std::string out(kHead);
  out += "<header><span class=\"kept\">kept</span> <span class=\"dropped\">dropped</span> " +
         summary(page) + ". Point at a text to see why.</header>\n";
  Overlay overlay(page, out);
  HtmlTokenizer tokenizer(html);
  Blocks blocks;  // again, for the same tokens
  BlockBuilder builder;
  builder.start(blocks);
  for (std::size_t text_index = 0; builder.read(tokenizer);) {
    const Token& token = tokenizer.token();
    if (token.kind == TokenKind::kText)
      overlay.add_text(token.text, page.block_of_token[text_index++]);
    else if (token.kind != TokenKind::kComment)
      overlay.add_tag(token);
  }
  overlay.close();
  return out + "</body></html>\n";
}

}  // namespace tamis::extract
