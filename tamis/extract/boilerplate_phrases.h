// Short texts that pages put around their content: "Read more", "All rights reserved",
// "相关阅读", "责任编辑：". General phrases of English and Chinese pages, no site's own.
#pragma once

#include <cstdint>
#include <string_view>

namespace tamis::extract {

enum class BoilerplateKind : std::uint8_t {
  kContent,
  kLegal,       // copyright lines, cookie notices, filing numbers
  kLinks,       // headings and lines of links: related, previous, next, back to top
  kInvitation,  // share, follow, subscribe, log in, comment
  kByline,      // author, editor, source, date of publication
};

// The kind of a block of up to kBoilerplateBytesMax bytes; longer ones are content or judged by
// other features.
inline constexpr std::size_t kBoilerplateBytesMax = 240;
BoilerplateKind find_boilerplate(std::string_view text);

}  // namespace tamis::extract
