// Identifiers and prices, by how they look: the part of an advertisement that cannot be left out.
#pragma once

#include <cstddef>
#include <string_view>

namespace tamis::rules {

struct AdvertisingShapes {
  bool has_address = false;         // www.example.com, example.top/x
  bool has_account = false;         // letters and digits, or letters behind @
  bool has_number = false;          // five digits and more that count nothing
  bool has_price = false;           // digits and a unit of money
  bool has_discount = false;        // digits or numerals and 折
  std::size_t num_code_points = 0;  // in all of these and in announced codes
  bool is_announced = false;        // an identifier behind a colon, "is" or "number"
};

// Linear in `clause`.
AdvertisingShapes shapes_of(std::string_view clause);

}  // namespace tamis::rules
