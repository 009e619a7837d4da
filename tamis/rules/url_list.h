// Lists of domains, addresses and words in addresses, as recipes and block lists write them.
//
// Block lists come as folders, one a category, of two files: `domains`, and `urls`, addresses
// without scheme (UT1 of the University of Toulouse, and all that squidGuard reads).
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tamis/base/result.h"
#include "tamis/catalog/spec.h"
#include "tamis/text/string_set.h"

namespace tamis::rules {

// Where a list on addresses comes from.
struct UrlListFiles {
  std::span<const std::string> items;    // given in the recipe itself
  std::span<const std::string> files;    // one a line
  std::span<const std::string> folders;  // of categories
  std::string_view file_of_folder;       // "domains" or "urls"; a folder may lack it
};

// All items, each as `normalize` leaves it; those that it leaves empty are left out. An Error
// names file and line, or the folder.
Result<text::StringSet> read_url_list(const UrlListFiles& list, ReadFiles& files,
                                      Result<void> (*normalize)(std::string_view item,
                                                                std::string& normal));

// A domain of a block list in the form in which hosts are compared. Takes what such lists write
// besides: "*.a.example", ".a.example", "||a.example^" (AdBlock), "0.0.0.0 a.example" (hosts),
// "http://a.example/", and a comment behind white space and #; comments of AdBlock leave nothing.
// Fails for what no host can be.
Result<void> normalize_listed_domain(std::string_view entry, std::string& normal);

// An address as lists of addresses are compared: host in normal form without "www." (or "www2."),
// then what follows it without a final "/", its bytes outside of ASCII as they are, not as "%E7".
// No scheme, user name or port.
void normalize_url(std::string_view url, std::string& normal);

// `text` as datatrove's URLFilter normalizes: ASCII letters and digits alone, in lower case.
void keep_letters_and_digits(std::string_view text, std::string& normal);

// The same of an entry of a list; fails if nothing is left, for then it can never match.
Result<void> normalize_listed_word(std::string_view entry, std::string& normal);

}  // namespace tamis::rules
