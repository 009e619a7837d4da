import os
import pathlib
import tempfile
import unittest

import run_snippets


def steps(text):
    return list(run_snippets.read_page(text))


class ReadPage(unittest.TestCase):
    def test_takes_the_commands_of_console_blocks(self):
        lines = [step.line for step in steps("```console\n$ one\nits output\n$ two | three\n```\n")]
        self.assertEqual(lines, ["one", "two | three"])

    def test_takes_named_yaml_as_files(self):
        self.assertEqual(steps("```yaml\n# a.yaml\nread: {}\n```\n"), [("a.yaml", "# a.yaml\nread: {}\n")])

    def test_leaves_out_other_languages_and_what_is_not_to_run(self):
        self.assertEqual(steps("```cpp\n$ one\n```\n<!-- not run: network -->\n```console\n$ two\n```\n"), [])

    def test_knows_commands_that_fail(self):
        step = steps("<!-- fails -->\n```console\n$ one\nmessage\n```\n")[0]
        self.assertEqual((step.fails, step.shown), (True, ["message"]))


class RunCommand(unittest.TestCase):
    def fault(self, line, shown=(), fails=False):
        with tempfile.TemporaryDirectory() as folder:
            command = run_snippets.Command(line, list(shown), fails)
            return run_snippets.run_command(command, pathlib.Path(folder), dict(os.environ))

    def test_accepts_what_the_page_says(self):
        self.assertIsNone(self.fault("true"))
        self.assertIsNone(self.fault("echo message; false", ["message"], fails=True))

    def test_finds_a_command_that_fails(self):
        self.assertIn("status 1", self.fault("false"))

    def test_finds_a_command_that_should_fail_and_does_not(self):
        self.assertIn("status 0", self.fault("true", fails=True))

    def test_finds_another_message_than_the_page_shows(self):
        self.assertIn("the page shows", self.fault("echo other; false", ["message"], fails=True))


if __name__ == "__main__":
    unittest.main()
