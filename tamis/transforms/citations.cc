// Removes the marks that encyclopedias put behind sentences and headings: [12], [edit].
#include <algorithm>
#include <vector>

#include "tamis/text/letters.h"
#include "tamis/text/utf8.h"
#include "tamis/transforms/transform.h"

namespace tamis::transforms {
namespace {

struct Params {
  // The first two are C4's; the others are what Chinese Wikipedia says in their place.
  std::vector<std::string> marks = {"edit", "citation needed", "编辑",
                                    "編輯", "来源请求",        "來源請求"};
};

constexpr ParamSpec kParams[] = {
    param<&Params::marks>("marks",
                          "What goes if it stands in square brackets; digits, and nothing at all, "
                          "always go. Case counts."),
};

// How many bytes of decimal digits, of any script, `text` begins with.
std::size_t digit_bytes(std::string_view text) {
  std::size_t num_bytes = 0;
  while (num_bytes < text.size()) {
    const text::Decoded decoded = text::decode_code_point(text.substr(num_bytes));
    if (!text::is_digit(decoded.code_point)) break;
    num_bytes += decoded.num_bytes;
  }
  return num_bytes;
}

// How many bytes the mark takes that `text` begins with, brackets included; 0 if there is none.
std::size_t citation_bytes(std::string_view text, const std::vector<std::string>& marks) {
  const std::string_view inside = text.substr(1);
  const std::size_t num_digit_bytes = digit_bytes(inside);
  if (inside.substr(num_digit_bytes).starts_with(']')) return num_digit_bytes + 2;
  for (const std::string_view mark : marks) {
    if (inside.starts_with(mark) && inside.substr(mark.size()).starts_with(']'))
      return mark.size() + 2;
  }
  return 0;
}

void rewrite(std::string_view text, std::string& edited, const Params& params) {
  while (!text.empty()) {
    const std::size_t begin = std::min(text.find('['), text.size());
    edited.append(text, 0, begin);
    text.remove_prefix(begin);
    if (text.empty()) break;
    const std::size_t num_bytes = citation_bytes(text, params.marks);
    if (num_bytes == 0) edited += '[';
    text.remove_prefix(std::max<std::size_t>(num_bytes, 1));
  }
}

constexpr Example kExamples[] = {
    {.text = "History[edit]\nThe town was founded in 1204.[3][12] It is old.[citation needed]",
     .edited = "History\nThe town was founded in 1204. It is old."},
    {.text = "历史[编辑]\n该城建于1204年[3]，人口众多[来源请求]。",
     .edited = "历史\n该城建于1204年，人口众多。"},
    {.text = "an array a[i], a range [1, 2] and [Edit] stay",
     .edited = "an array a[i], a range [1, 2] and [Edit] stay"},
};

}  // namespace

extern constinit const TransformSpec citations = transform({
    .name = "citations",
    .version = 1,
    .summary = "Removes numbers in square brackets, empty square brackets and the words of wikis "
               "in square brackets.",
    .why = "A model should not learn to cite notes that are not there; an index in code or a year "
           "in brackets goes too.",
    .source = {.work = "Raffel et al. 2020 (C4)",
               .url = "https://github.com/tensorflow/datasets/blob/master/tensorflow_datasets/text/"
                      "c4_utils.py",
               .where = "clean_page; the Chinese words are ours"},
    .params = kParams,
    .examples = kExamples,
    .edit = rewriting_with_params<Params, rewrite>,
});

}  // namespace tamis::transforms
