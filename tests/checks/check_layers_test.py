import unittest

import bad_tree
import check_layers

ARCHITECTURE = "| layer | folder |\n|---|---|\n| 0 | `base/` |\n| 1 | `text/`, `io/` |\n"


class CheckLayers(bad_tree.TreeTest):
    def faults(self, path, content):
        files = {"ARCHITECTURE.md": ARCHITECTURE, path: content}
        for folder in ("base", "text", "io"):
            files[f"tamis/{folder}/empty.h"] = ""
        return check_layers.find_faults(self.tree(files))

    def test_passes_an_include_that_points_down(self):
        self.assertEqual(self.faults("tamis/text/words.cc", '#include "tamis/base/result.h"\n'), [])

    def test_finds_an_include_that_points_up(self):
        faults = self.faults("tamis/base/arena.cc", '#include <vector>\n\n#include "tamis/text/words.h"\n')
        self.assertEqual(len(faults), 1)
        self.assertIn("tamis/base/arena.cc:3:", faults[0])

    def test_finds_an_include_of_an_equal(self):
        self.assertEqual(len(self.faults("tamis/io/file.h", '#include "tamis/text/words.h"\n')), 1)

    def test_finds_a_path_that_is_not_whole(self):
        self.assertEqual(len(self.faults("tamis/text/words.cc", '#include "words.h"\n')), 1)

    def test_finds_a_heavy_include_in_a_header_only(self):
        self.assertEqual(len(self.faults("tamis/text/words.h", "#include <fmt/format.h>\n")), 1)
        self.assertEqual(self.faults("tamis/text/words.cc", "#include <fmt/format.h>\n"), [])

    def test_finds_a_folder_without_a_layer(self):
        self.assertEqual(len(self.faults("tamis/misplaced/words.cc", "")), 1)

    def test_finds_a_layer_without_a_folder(self):
        root = self.tree({"ARCHITECTURE.md": ARCHITECTURE, "tamis/base/a.h": "", "tamis/io/a.h": ""})
        self.assertEqual(check_layers.find_faults(root), ["ARCHITECTURE.md: tamis/text does not exist"])


if __name__ == "__main__":
    unittest.main()
