// MathML to TeX: what stands between <math> and </math>, token by token, in one pass.
//
// A formula that carries its own TeX (<annotation encoding="application/x-tex">, alttext) is that;
// else the presentation elements of MathML 3 are written as TeX. Each element is turned into TeX
// when it closes; depth and size are bounded, so that the time is linear in the bytes.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tamis/extract/html_tokenizer.h"

namespace tamis::extract {

// Reused from formula to formula. Not thread-safe.
class MathmlReader {
 public:
  // Deeper elements are read as what holds them. Longer formulas are none.
  static constexpr std::size_t kDepthMax = 64;
  static constexpr std::size_t kTexBytesMax = std::size_t{1} << 16;

  // The start tag <math>.
  void start(const Token& math);

  // A token inside of it.
  void add(const Token& token);

  // What was read, without white space at the ends; empty if there is nothing to show. Valid until
  // start().
  std::string_view finish();

  bool is_display() const { return is_display_; }

 private:
  enum class Kind : std::uint8_t {
    kRow,  // also of elements without a meaning of their own
    kIdentifier,
    kNumber,
    kOperator,
    kText,
    kFraction,
    kBinomial,  // <mfrac linethickness=0>
    kSquareRoot,
    kRoot,
    kSub,
    kSup,
    kSubSup,
    kUnder,
    kOver,
    kUnderOver,
    kScripts,  // <mmultiscripts>
    kFenced,
    kTable,
    kTableRow,
    kTexAnnotation,
    kUnseen,
    kPart,  // an element inside of one that holds characters: its text is that one's
  };

  // An open element. What it shows so far is the end of tex_, from `begin` on.
  struct Frame {
    Kind kind = Kind::kRow;
    std::string_view name;
    std::size_t begin = 0;
    std::uint32_t num_children = 0;
    std::array<std::size_t, 3> child_ends = {};  // of the first three
    std::size_t prescripts = 0;                  // of <mmultiscripts>: where they begin, if not 0
    std::string_view close;                      // of <mfenced>
    std::string_view separator;
    std::string_view alphabet;  // the command of its mathvariant
  };

  static Kind kind_of(const Token& token);
  static bool holds_characters(Kind kind);
  void open(const Token& token);
  void close(std::string_view name);
  void close_top();
  void add_text(const Token& token);
  void begin_child();
  void end_child(std::size_t begin);
  void wrap_script(Frame& parent, std::size_t begin);
  void write(const Frame& frame);
  void write_token(const Frame& frame);
  void write_scripts(const Frame& frame);
  void write_limits(const Frame& frame);
  void replace(const Frame& frame, std::string_view tex);
  std::string child(const Frame& frame, std::size_t index) const;

  std::string tex_;
  std::string decoded_;
  std::string annotation_;
  std::string alternative_;  // alttext
  std::vector<Frame> frames_;
  std::uint32_t num_too_deep_ = 0;
  bool is_display_ = false;
  bool is_too_long_ = false;
};

}  // namespace tamis::extract
