// Makes every line end "\n", and one line a paragraph: what C4 and its followers work on.
#include <vector>

#include "tamis/text/white_space.h"
#include "tamis/transforms/transform.h"

namespace tamis::transforms {
namespace {

struct Params {
  bool strips_lines = true;
  bool keeps_blank_lines = false;
  bool strips_text = true;
};

constexpr ParamSpec kParams[] = {
    param<&Params::strips_lines>("strips_lines",
                                 "Takes the white space off both ends of every line."),
    param<&Params::keeps_blank_lines>("keeps_blank_lines",
                                      "Keeps lines of nothing but white space."),
    param<&Params::strips_text>("strips_text",
                                "Takes the white space off both ends of the whole text."),
};

void rewrite(std::string_view text, std::string& edited, const Params& params) {
  std::vector<std::string_view> lines;
  text::split_python_lines(params.strips_text ? text::strip(text) : text, lines);
  bool is_first = true;
  for (const std::string_view line : lines) {
    const std::string_view stripped = text::strip(line);
    if (stripped.empty() && !params.keeps_blank_lines) continue;
    if (!is_first) edited += '\n';
    is_first = false;
    edited += params.strips_lines ? stripped : line;
  }
}

constexpr Example kExamples[] = {
    {.text = " one \r\n\r\n\ttwo\u2028three\n", .edited = "one\ntwo\nthree"},
    {.text = "　　第一段。\r\n　　\r\n　　第二段。\u0085", .edited = "第一段。\n第二段。"},
    {.text = "a line\nand another", .edited = "a line\nand another"},
};

}  // namespace

extern constinit const TransformSpec line_breaks = transform({
    .name = "line_breaks",
    .version = 1,
    .summary = "Ends every line by \"\\n\", whatever ended it, takes the white space off both ends "
               "of lines, and removes blank lines.",
    .why = "Rules that look at lines see those that a reader sees, and all of them; lost are the "
           "indentation of code and the blank lines between paragraphs.",
    .source = {.work = "Raffel et al. 2020 (C4)",
               .url = "https://arxiv.org/abs/1910.10683",
               .where = "section 2.2; ends of lines and white space as Python's splitlines() and "
                        "strip() know them"},
    .params = kParams,
    .examples = kExamples,
    .edit = rewriting_with_params<Params, rewrite>,
});

}  // namespace tamis::transforms
