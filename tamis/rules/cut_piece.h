// A piece of a text that goes, and why.
#pragma once

#include <string_view>

namespace tamis::rules {

struct RuleInstance;

struct CutPiece {
  const RuleInstance* rule = nullptr;
  std::string_view text;  // a part of the text that was cut
  double value = 0;
  bool keeps_end = false;  // the last clause of a sentence of which something is left
};

}  // namespace tamis::rules
