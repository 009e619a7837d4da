// What only advertisements say to their readers, whatever stands around it.
#pragma once

#include <string>
#include <vector>

namespace tamis::rules {

// Calls to get in touch or to buy, in words; those that need a channel, an identifier or a price
// beside them are in contact_anchors.h.
std::vector<std::string> contact_calls();

}  // namespace tamis::rules
