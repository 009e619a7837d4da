#include "tamis/extract/text_words.h"

#include <cstddef>
#include <vector>

#include "tamis/extract/ascii.h"
#include "tamis/extract/name_table.h"

namespace tamis::extract {
namespace {

class Words {
 public:
  Words() {
    for (const auto& [points, words] : rated_text_words()) {
      std::string_view rest = words;
      for (std::string_view word = take_name(rest); !word.empty(); word = take_name(rest)) {
        names_.add(word);
        points_.push_back(points);
      }
    }
  }

  void add_points(std::string_view word, std::string_view page, WordPointSum& sum) const {
    if (const std::size_t number = names_.find(word, page); number != 0)
      sum.add(points_[number - 1]);
  }

 private:
  NameTable<14> names_;
  std::vector<std::int16_t> points_;  // in the order of the names
};

const Words& all_words() {
  static const Words words;
  return words;
}

}  // namespace

WordPoints rate_text(std::string_view text, std::string_view page) {
  text = text.substr(0, kRatedTextBytesMax);
  const Words& words = all_words();
  WordPointSum sum;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t begin = i;
    while (i < text.size() && is_ascii_letter(text[i])) ++i;
    if (i > begin) words.add_points(text.substr(begin, i - begin), page, sum);
  }
  return sum.points();
}

}  // namespace tamis::extract
