#include "tamis/extract/mathml.h"

#include <algorithm>
#include <utility>

#include "tamis/base/ascii.h"
#include "tamis/extract/ascii.h"
#include "tamis/extract/character_references.h"
#include "tamis/extract/tex_scripts.h"
#include "tamis/extract/tex_symbols.h"
#include "tamis/text/utf8.h"

namespace tamis::extract {
namespace {

bool is_tex_encoding(std::string_view encoding) {
  for (const std::string_view known :
       {"application/x-tex", "application/x-latex", "text/x-tex", "tex", "latex", "texa"}) {
    if (equals_ignoring_case(encoding, known)) return true;
  }
  return false;
}

void append_identifier(std::string_view name, std::string& out) {
  const bool is_word = std::ranges::all_of(name, is_ascii_letter);
  if (name.size() <= 1 || text::decode_code_point(name).num_bytes == name.size()) {
    append_tex_symbols(name, out);
  } else if (is_tex_function(name)) {
    out.append("\\").append(name);
  } else if (is_word) {
    out.append("\\mathrm{").append(name).append("}");
  } else if (text::count_code_points(name) == name.size()) {
    append_tex_symbols(name, out);
  } else {
    out += "\\text{";
    append_tex_text(name, out);
    out += '}';
  }
}

void append_operator(std::string_view name, std::string& out) {
  const bool is_word = name.size() > 1 && std::ranges::all_of(name, is_ascii_letter);
  if (!is_word) {
    append_tex_symbols(name, out);
  } else if (is_tex_function(name)) {
    out.append("\\").append(name);
  } else {
    out.append("\\operatorname{").append(name).append("}");
  }
}

// The command of the alphabet that a letter's mathvariant names; empty for those that TeX has
// without one.
std::string_view alphabet_of(std::string_view variant) {
  struct Alphabet {
    std::string_view variant;
    std::string_view command;
  };
  static constexpr Alphabet kAlphabets[] = {
      {"bold", "\\mathbf"},         {"bold-fraktur", "\\mathfrak"}, {"bold-italic", "\\boldsymbol"},
      {"bold-script", "\\mathcal"}, {"double-struck", "\\mathbb"},  {"fraktur", "\\mathfrak"},
      {"monospace", "\\mathtt"},    {"sans-serif", "\\mathsf"},     {"script", "\\mathcal"}};
  for (const Alphabet& alphabet : kAlphabets) {
    if (equals_ignoring_case(variant, alphabet.variant)) return alphabet.command;
  }
  return {};
}

// TeX has alphabets of Latin letters and digits, and all that is bold; other characters may be of
// an alphabet already.
void append_in_alphabet(std::string_view name, std::string_view command, std::string& out) {
  const bool is_latin = std::ranges::all_of(name, is_ascii_alphanumeric);
  if (!is_latin && command != "\\mathbf") return append_identifier(name, out);
  std::string symbols;
  append_tex_symbols(name, symbols);
  out += tex_command(is_latin ? command : "\\boldsymbol", {symbols});
}

// An alttext may be a sentence for those who listen; TeX has marks of its own.
bool is_tex(std::string_view text) { return text.find_first_of("\\^_{") != text.npos; }

}  // namespace

void MathmlReader::start(const Token& math) {
  tex_.clear();
  annotation_.clear();
  alternative_.clear();
  num_too_deep_ = 0;
  is_too_long_ = false;
  is_display_ = equals_ignoring_case(math.attribute("display"), "block") ||
                equals_ignoring_case(math.attribute("mode"), "display");
  const std::string_view alternative = math.attribute("alttext");
  if (alternative.size() <= kTexBytesMax)
    append_decoded(alternative, ReferenceContext::kAttribute, alternative_);
  frames_.assign(1, {.kind = Kind::kRow, .name = "math"});
}

std::string_view MathmlReader::finish() {
  while (!frames_.empty()) close_top();
  if (!annotation_.empty()) return trim_html_space(annotation_);
  if (is_tex(alternative_)) return trim_html_space(alternative_);
  return is_too_long_ ? std::string_view() : trim_html_space(tex_);
}

void MathmlReader::add(const Token& token) {
  if (is_too_long_ || frames_.empty()) return;
  if (token.kind == TokenKind::kText) add_text(token);
  if (token.kind == TokenKind::kStartTag) open(token);
  if (token.kind == TokenKind::kEndTag) close(token.name);
  is_too_long_ |= tex_.size() > kTexBytesMax;
}

MathmlReader::Kind MathmlReader::kind_of(const Token& token) {
  struct Element {
    std::string_view name;
    Kind kind;
  };
  static constexpr Element kElements[] = {{"mi", Kind::kIdentifier},
                                          {"mo", Kind::kOperator},
                                          {"mn", Kind::kNumber},
                                          {"mtext", Kind::kText},
                                          {"ms", Kind::kText},
                                          {"mfrac", Kind::kFraction},
                                          {"msqrt", Kind::kSquareRoot},
                                          {"mroot", Kind::kRoot},
                                          {"msub", Kind::kSub},
                                          {"msup", Kind::kSup},
                                          {"msubsup", Kind::kSubSup},
                                          {"munder", Kind::kUnder},
                                          {"mover", Kind::kOver},
                                          {"munderover", Kind::kUnderOver},
                                          {"mmultiscripts", Kind::kScripts},
                                          {"mfenced", Kind::kFenced},
                                          {"mtable", Kind::kTable},
                                          {"mtr", Kind::kTableRow},
                                          {"mlabeledtr", Kind::kTableRow},
                                          {"annotation", Kind::kUnseen},
                                          {"annotation-xml", Kind::kUnseen},
                                          {"mphantom", Kind::kUnseen},
                                          {"script", Kind::kUnseen},
                                          {"style", Kind::kUnseen}};
  for (const Element& element : kElements) {
    if (equals_ignoring_case(token.name, element.name)) return element.kind;
  }
  return Kind::kRow;
}

bool MathmlReader::holds_characters(Kind kind) {
  switch (kind) {
    case Kind::kIdentifier:
    case Kind::kNumber:
    case Kind::kOperator:
    case Kind::kText:
    case Kind::kTexAnnotation:
    case Kind::kPart:
      return true;
    default:
      return false;
  }
}

void MathmlReader::open(const Token& token) {
  if (equals_ignoring_case(token.name, "mprescripts") && frames_.back().kind == Kind::kScripts) {
    frames_.back().prescripts = tex_.size();
    frames_.back().num_children = 1;
    return;
  }
  if (has_trait(token.tag, kIsVoid)) return;
  if (frames_.size() >= kDepthMax) {
    if (!token.is_self_closing) ++num_too_deep_;
    return;
  }
  Kind kind = kind_of(token);
  if (kind == Kind::kUnseen && is_tex_encoding(token.attribute("encoding")))
    kind = Kind::kTexAnnotation;
  if (kind == Kind::kFraction && token.attribute("linethickness").starts_with('0'))
    kind = Kind::kBinomial;
  if (holds_characters(frames_.back().kind)) kind = Kind::kPart;
  begin_child();
  frames_.push_back({.kind = kind,
                     .name = token.name,
                     .begin = tex_.size(),
                     .alphabet = alphabet_of(token.attribute("mathvariant"))});
  if (kind == Kind::kTable) tex_ += "\\begin{matrix} ";
  if (kind == Kind::kFenced) {
    Frame& frame = frames_.back();
    const auto value_or = [&](std::string_view name, std::string_view initial) {
      const std::string_view value = token.attribute(name);
      return value.data() == nullptr ? initial : text::prefix_within(value, 8);
    };
    append_tex_symbols(value_or("open", "("), tex_);
    frame.close = value_or("close", ")");
    const std::string_view separators = trim_html_space(value_or("separators", ","));
    if (!separators.empty())
      frame.separator = separators.substr(0, text::decode_code_point(separators).num_bytes);
  }
  if (token.is_self_closing) close_top();
}

void MathmlReader::close(std::string_view name) {
  if (num_too_deep_ > 0) {
    --num_too_deep_;
    return;
  }
  std::size_t index = frames_.size() - 1;
  while (index > 0 && !equals_ignoring_case(frames_[index].name, name)) --index;
  if (index == 0) return;  // an end without a start; </math> is not ours to close
  while (frames_.size() > index) close_top();
}

void MathmlReader::close_top() {
  const Frame frame = frames_.back();
  frames_.pop_back();
  write(frame);
  if (!frames_.empty()) end_child(frame.begin);
}

// The character data of the token elements is turned into TeX when they close; elsewhere only
// white space is expected.
void MathmlReader::add_text(const Token& token) {
  if (token.tag != Tag::kOther) return;  // of <script> and the like
  is_too_long_ = token.text.size() > kTexBytesMax;
  if (is_too_long_) return;
  decoded_.clear();
  append_decoded(token.text, ReferenceContext::kText, decoded_);
  const Kind kind = frames_.back().kind;
  if (holds_characters(kind)) tex_ += decoded_;
  if (holds_characters(kind) || kind == Kind::kUnseen) return;
  const std::string_view text = trim_html_space(decoded_);
  if (text.empty()) return;
  begin_child();
  const std::size_t begin = tex_.size();
  append_tex_symbols(text, tex_);
  end_child(begin);
}

// Writes what stands between the children of some elements.
void MathmlReader::begin_child() {
  const Frame& parent = frames_.back();
  if (parent.num_children == 0) return;
  if (parent.kind == Kind::kTable) tex_ += " \\\\ ";
  if (parent.kind == Kind::kTableRow) tex_ += " & ";
  if (parent.kind == Kind::kFenced) append_tex_symbols(parent.separator, tex_);
}

// What was written from `begin` on is a child of the innermost open element.
void MathmlReader::end_child(std::size_t begin) {
  Frame& parent = frames_.back();
  if (holds_characters(parent.kind)) return;
  if (begin < tex_.size() && is_ascii_letter(tex_[begin])) {
    std::string before =
        tex_.substr(begin - std::min<std::size_t>(begin, 32), std::min<std::size_t>(begin, 32));
    const std::size_t num_bytes = before.size();
    append_tex("x", before);
    if (before.size() > num_bytes + 1) tex_.insert(begin, 1, ' ');
  }
  if (parent.kind == Kind::kScripts && parent.num_children > 0) wrap_script(parent, begin);
  if (parent.num_children < parent.child_ends.size())
    parent.child_ends[parent.num_children] = tex_.size();
  ++parent.num_children;
}

// Behind the base of <mmultiscripts> come pairs of sub- and superscript.
void MathmlReader::wrap_script(Frame& parent, std::size_t begin) {
  const std::string script(trim_html_space(std::string_view(tex_).substr(begin)));
  tex_.resize(begin);
  if (script.empty()) return;
  const bool is_first_prescript = parent.prescripts == begin && parent.prescripts > 0;
  if (is_first_prescript) tex_ += "{}";
  tex_ += parent.num_children % 2 == 1 ? tex_command("_", {script}) : superscript(script);
}

std::string MathmlReader::child(const Frame& frame, std::size_t index) const {
  if (index >= std::min<std::size_t>(frame.num_children, frame.child_ends.size())) return {};
  const std::size_t begin = index == 0 ? frame.begin : frame.child_ends[index - 1];
  const std::size_t end = frame.child_ends[index];
  return std::string(trim_html_space(std::string_view(tex_).substr(begin, end - begin)));
}

void MathmlReader::replace(const Frame& frame, std::string_view tex) {
  tex_.resize(frame.begin);
  tex_ += tex;
}

// Turns the children of a closed element, or its text, into its TeX.
void MathmlReader::write(const Frame& frame) {
  switch (frame.kind) {
    case Kind::kRow:
    case Kind::kTableRow:
    case Kind::kPart:
      return;
    case Kind::kIdentifier:
    case Kind::kNumber:
    case Kind::kOperator:
    case Kind::kText:
    case Kind::kTexAnnotation:
    case Kind::kUnseen:
      return write_token(frame);
    case Kind::kFraction:
      return replace(frame, tex_command("\\frac", {child(frame, 0), child(frame, 1)}));
    case Kind::kBinomial:
      return replace(frame, tex_command("\\binom", {child(frame, 0), child(frame, 1)}));
    case Kind::kSquareRoot:
      return replace(
          frame,
          tex_command("\\sqrt", {trim_html_space(std::string_view(tex_).substr(frame.begin))}));
    case Kind::kRoot:
      return replace(frame, tex_command("\\sqrt[" + child(frame, 1) + "]", {child(frame, 0)}));
    case Kind::kFenced:
      return append_tex_symbols(frame.close, tex_);
    case Kind::kTable:
      tex_ += " \\end{matrix}";
      return;
    case Kind::kSub:
    case Kind::kSup:
    case Kind::kSubSup:
    case Kind::kScripts:
      return write_scripts(frame);
    case Kind::kUnder:
    case Kind::kOver:
    case Kind::kUnderOver:
      return write_limits(frame);
  }
}

void MathmlReader::write_token(const Frame& frame) {
  const std::string written = tex_.substr(frame.begin);
  const std::string_view text = trim_html_space(written);
  tex_.resize(frame.begin);
  if (frame.kind == Kind::kTexAnnotation) annotation_ = text;
  const bool has_letters = frame.kind == Kind::kIdentifier || frame.kind == Kind::kNumber;
  if (has_letters && !frame.alphabet.empty() && !text.empty())
    return append_in_alphabet(text, frame.alphabet, tex_);
  if (frame.kind == Kind::kIdentifier) append_identifier(text, tex_);
  if (frame.kind == Kind::kNumber) append_tex_symbols(text, tex_);
  if (frame.kind == Kind::kOperator) append_operator(text, tex_);
  if (frame.kind != Kind::kText || written.empty()) return;
  if (text.empty()) {
    tex_ += ' ';
    return;
  }
  tex_ += "\\text{";
  append_tex_text(written, tex_);
  tex_ += '}';
}

void MathmlReader::write_scripts(const Frame& frame) {
  if (frame.kind == Kind::kScripts) {
    // TeX wants the scripts before the base in front of it.
    if (frame.prescripts > frame.begin)
      std::rotate(tex_.begin() + static_cast<std::ptrdiff_t>(frame.begin),
                  tex_.begin() + static_cast<std::ptrdiff_t>(frame.prescripts), tex_.end());
    return;
  }
  std::string tex = base_of(child(frame, 0));
  if (frame.kind != Kind::kSup) tex += tex_command("_", {child(frame, 1)});
  if (frame.kind == Kind::kSup) tex += superscript(child(frame, 1));
  if (frame.kind == Kind::kSubSup) tex += superscript(child(frame, 2));
  replace(frame, tex);
}

void MathmlReader::write_limits(const Frame& frame) {
  std::string tex = child(frame, 0);
  if (frame.kind == Kind::kUnderOver && has_limits(tex)) {
    tex += tex_command("_", {child(frame, 1)}) + tex_command("^", {child(frame, 2)});
    return replace(frame, tex);
  }
  if (frame.kind != Kind::kOver) tex = put_below(tex, child(frame, 1));
  if (frame.kind == Kind::kOver) tex = put_above(tex, child(frame, 1));
  if (frame.kind == Kind::kUnderOver) tex = put_above(tex, child(frame, 2));
  replace(frame, tex);
}

}  // namespace tamis::extract
