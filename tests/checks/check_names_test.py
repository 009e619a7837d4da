import unittest

import bad_tree
import check_names

GOOD = """// Comments may hold new, delete and catch (...), and \u4e2d\u6587.
#pragma once
namespace tamis {
enum class Colour { kRed };
inline constexpr int kNumColours = 1;
inline constexpr std::string_view kComma = "\u3001 throw new";
inline constexpr std::string_view kRaw = R"x(new " { )" delete)x";
template <typename T>
constexpr T zero = {};
class Arena : public Base {
 public:
  explicit Arena(int size) : size_(size), block_{nullptr} { clear(); }
  Arena(const Arena&) = delete;
  ~Arena() { clear(); }
  bool operator==(const Arena& other) const { return size_ == other.size_; }
  void clear();
 private:
  static constexpr long kBlockBytes = 1'000'000;
};
consteval int checked(int value) {
  if (value < 0) throw "a value is positive";
  return value;
}
}  // namespace tamis
"""


class CheckNames(bad_tree.TreeTest):
    def faults(self, content, path="tamis/text/words.cc"):
        return check_names.find_faults(self.tree({path: content}))[0]

    def assert_one_fault(self, content, advice, path="tamis/text/words.cc"):
        faults = self.faults(content, path)
        self.assertEqual(len(faults), 1, faults)
        self.assertIn(advice, faults[0])

    def test_passes_a_good_header(self):
        self.assertEqual(self.faults(GOOD, "tamis/text/words.h"), [])

    def test_finds_bad_file_names(self):
        self.assert_one_fault("", "snake_case", "tamis/text/splitWords.cc")
        self.assert_one_fault("", "says nothing", "tamis/text/string_utils.cc")
        self.assert_one_fault("", "says nothing", "tamis/common/words.cc")

    def test_finds_a_header_without_a_guard(self):
        self.assert_one_fault("int count();\n", "#pragma once", "tamis/text/words.h")

    def test_finds_each_forbidden_construct(self):
        for line, advice in (
            ("using namespace std;\n", "using namespace"),
            ("void f() {\n  try { g(); } catch (...) { h(); }\n}\n", "catch"),
            ("void f() { throw Broken(); }\n", "throw"),
            ("int* f() { return new int; }\n", "new"),
            ("void f(int* p) { delete p; }\n", "delete"),
            ("int \u00e9t\u00e9 = 1;\n", "ASCII"),
        ):
            with self.subTest(line):
                self.assertIn(advice, self.faults(line)[0])

    def test_finds_bad_names_with_their_line(self):
        for line, advice in (
            ("class text_column {};\n", "PascalCase"),
            ("constexpr int block_bytes = 1;\n", "kPascalCase"),
            ("int splitWords(int count) { return count; }\n", "snake_case"),
            ("int SplitWords(int count) { return count; }\n", "snake_case"),
        ):
            with self.subTest(line):
                self.assert_one_fault("\n" + line, advice)
                self.assertIn("words.cc:2:", self.faults("\n" + line)[0])

    def test_counts_the_lines_of_a_function(self):
        def body(num_statements):
            return "int f(int i) {\n" + "  i += '}';\n" * num_statements + "}\n"

        self.assertEqual(self.faults(body(68)), [])
        self.assert_one_fault(body(69), "f: 71 lines")

    def test_counts_the_body_after_member_initializers_in_braces(self):
        body = "Arena::Arena(int i)\n    : a_{i}, b_{i} {\n" + "  i += 1;\n" * 70 + "}\n"
        self.assert_one_fault(body, "Arena::Arena: ")

    def test_warns_of_a_long_file_and_fails_a_very_long_one(self):
        faults, warnings = check_names.find_faults(self.tree({"tamis/text/words.cc": "\n" * 401}))
        self.assertEqual((len(faults), len(warnings)), (0, 1))
        self.assert_one_fault("\n" * 801, "801 lines")
        self.assertEqual(self.faults("\n" * 801, "tamis/text/words_table.cc"), [])


if __name__ == "__main__":
    unittest.main()
