// What is left of a line when pieces of it go.
//
// No half of a pair of brackets or quotation marks stays without the other, or goes without it, and
// none stays around nothing. The end of a sentence stays when its last clause goes, and the comma
// that joined the two goes.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "tamis/rules/cut_piece.h"
#include "tamis/rules/marked_line.h"

namespace tamis::rules {

// Appends to `left` what is left of the line, and to `pieces` what goes. Requires: `cuts` are
// of the line, at least one, in order, and do not overlap.
void cut_out(const MarkedLine& line, std::span<const CutPiece> cuts, std::string& left,
             std::vector<CutPiece>& pieces);

}  // namespace tamis::rules
