import unittest

import bad_tree
import update_readme

STORED = "command: tamis --version\ncommit: abc1234\ndate: 2026-01-02\nmachine: 2 cores of X\n\n3 documents\n"
README = "# Tamis\n\n<!-- begin demo -->\n<!-- end demo -->\n\nMore.\n"


class UpdateReadme(bad_tree.TreeTest):
    def readme_tree(self, readme, stored=STORED):
        files = {"README.md": readme}
        if stored is not None:
            files["docs/measurements/demo.txt"] = stored
        return self.tree(files)

    def test_puts_the_output_with_its_origin_between_the_markers(self):
        root = self.readme_tree(README)
        update_readme.update(root)
        text = (root / "README.md").read_text(encoding="utf-8")
        self.assertIn("$ tamis --version\n3 documents\n```", text)
        self.assertIn("abc1234, 2026-01-02: 2 cores of X", text)
        self.assertTrue(text.endswith("<!-- end demo -->\n\nMore.\n"))
        self.assertEqual(update_readme.find_faults(root), [])

    def test_finds_a_figure_that_was_not_measured(self):
        root = self.readme_tree(README)
        update_readme.update(root)
        path = root / "README.md"
        path.write_text(path.read_text(encoding="utf-8").replace("3 doc", "4 doc"), encoding="utf-8")
        self.assertEqual(len(update_readme.find_faults(root)), 1)

    def test_finds_a_block_without_a_measurement(self):
        self.assertEqual(len(update_readme.find_faults(self.readme_tree(README, None))), 1)

    def test_finds_a_marker_without_a_partner(self):
        self.assertEqual(len(update_readme.find_faults(self.readme_tree("<!-- begin demo -->\n"))), 1)

    def test_leaves_a_table_a_table(self):
        stored = STORED.replace("3 documents", "| a |\n|---|\n| 3 |")
        self.assertTrue(update_readme.block_content(stored).startswith("| a |\n|---|\n| 3 |\n"))


if __name__ == "__main__":
    unittest.main()
