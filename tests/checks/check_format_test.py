import unittest

import bad_tree
import check_format


class CheckFormat(bad_tree.TreeTest):
    def faults(self, content):
        style = (bad_tree.ROOT / ".clang-format").read_text(encoding="utf-8")
        return check_format.find_faults(self.tree({".clang-format": style, "tamis/text/words.cc": content}))

    def test_passes_a_formatted_file(self):
        self.assertEqual(self.faults("int count(int words) { return words; }\n"), [])

    def test_finds_a_file_that_is_not(self):
        self.assertEqual(len(self.faults("int  count( int words ){return words;}\n")), 1)


if __name__ == "__main__":
    unittest.main()
