#include "tamis/text/code_lines.h"

#include <gtest/gtest.h>

namespace tamis::text {
namespace {

TEST(LooksLikeCode, KnowsLinesOfProgramsAndTheirOutput) {
  for (const std::string_view line :
       {">>> total = sum(prices)", "$ make install", "    return value", "\tdrop all packets",
        "  File \"mill.py\", line 12, in <module>", "print(name, end='')",
        "-v, --verbose  say more", "SELECT name FROM mills WHERE (id = 7);",
        "/etc/ssl/certs/mill.example.pem", "#!/bin/sh", "打印(名称);", "[[1, 5, 9], [2, 6, 10]]"}) {
    EXPECT_TRUE(looks_like_code(line)) << line;
  }
}

TEST(LooksLikeCode, LeavesProse) {
  for (const std::string_view line :
       {"", "The mill (built in 1820) stood by the river, and it burnt down in 1834.",
        "\"It's a well-known story,\" she said; nobody asked her for the rest of it.",
        "Read more: how the harbour was built, and why it was given up 30 years later.",
        "磨坊（一八二〇年建成）在河边，一八三四年被烧毁。",
        "- The first of the mills was built of wood.",
        "Opening hours: Monday to Friday, 9 am to 5 pm; the café closes at 4."}) {
    EXPECT_FALSE(looks_like_code(line)) << line;
  }
}

}  // namespace
}  // namespace tamis::text
