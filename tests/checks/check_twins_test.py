import unittest

import bad_tree
import check_twins


class CheckTwins(bad_tree.TreeTest):
    def faults(self, twins, *paths):
        files = {"tools/twins.txt": twins, "tamis/text/words.cc": ""}
        files.update((path, "") for path in paths)
        return check_twins.find_faults(self.tree(files))

    def test_passes_a_source_with_its_test(self):
        self.assertEqual(self.faults("", "tests/text/words_test.cc"), [])

    def test_finds_a_source_without_a_test(self):
        self.assertEqual(self.faults(""), ["tamis/text/words.cc: tests/text/words_test.cc is missing"])

    def test_accepts_an_exception_with_a_reason_only(self):
        self.assertEqual(self.faults("no_test text/*.cc tested elsewhere\n"), [])
        self.assertEqual(len(self.faults("no_test text/*.cc\n")), 1)

    def test_accepts_the_test_of_another_if_it_exists(self):
        line = "tested_in text/words.cc tests/text/lines_test.cc\n"
        self.assertEqual(self.faults(line, "tests/text/lines_test.cc"), [])
        self.assertEqual(len(self.faults(line)), 1)

    def test_finds_a_parser_without_a_fuzzer(self):
        faults = self.faults("fuzz text/words.cc\n", "tests/text/words_test.cc")
        self.assertEqual(faults, ["tamis/text/words.cc: fuzz/text/words_fuzz.cc is missing"])

    def test_finds_a_hot_file_without_a_benchmark(self):
        faults = self.faults("bench text/words.cc\n", "tests/text/words_test.cc")
        self.assertEqual(faults, ["tamis/text/words.cc: bench/text/words_bench.cc is missing"])

    def test_finds_a_line_that_fits_no_source(self):
        self.assertEqual(len(self.faults("bench text/gone.cc\n", "tests/text/words_test.cc")), 1)

    def test_finds_an_unknown_kind(self):
        self.assertEqual(len(self.faults("tset text/words.cc\n", "tests/text/words_test.cc")), 1)


if __name__ == "__main__":
    unittest.main()
