import unittest

import scripts  # noqa: F401, the path of what follows
import count_instructions
import generated_crawl

ANNOTATED = """\
2,000 (100.0%)  PROGRAM TOTALS
1,900 (95.00%)  ???:main [/build/bin/tamis]
  884 (44.20%)  ???:tamis::pipeline::read_plan(tamis::io::FileSystem const&) [/build/bin/tamis]
  700 (35.00%)  tamis/rules/rule_stage.cc:tamis::rules::RuleStage::process(tamis::Batch&, tamis::Scratch*) const [/x]
  300 (15.00%)  ???:tamis::extract::(anonymous namespace)::ExtractStage::process(tamis::Batch&) const [/build/bin/tamis]
    9 ( 0.45%)  ???:tamis::rules::RuleStage::process_line(tamis::Batch&) [/build/bin/tamis]
"""
ACCEPTED = {"extract": 300_000, "rules": 700_000, "report": 900, "all": 1_000_000}


class CountInstructions(unittest.TestCase):
    def test_reads_stages_out_of_a_profile(self):
        counts = count_instructions.stage_counts(ANNOTATED)
        self.assertEqual(counts, {"plan": 884, "extract": 300, "rules": 700, "all": 2000})

    def compare(self, **changed):
        return count_instructions.compare(ACCEPTED, {**ACCEPTED, **changed})

    def test_says_nothing_within_the_tolerance(self):
        self.assertEqual(self.compare(rules=730_000, extract=290_000), ([], []))

    def test_fails_a_stage_that_grew(self):
        faults, hints = self.compare(rules=740_000)
        self.assertEqual((len(faults), hints), (1, []))
        self.assertIn("rules: 740,000 instructions, +5.7%", faults[0])

    def test_fails_a_total_that_grew_outside_of_the_stages(self):
        self.assertEqual(len(self.compare(all=1_100_000)[0]), 1)

    def test_hints_at_a_stage_that_shrank(self):
        faults, hints = self.compare(rules=600_000)
        self.assertEqual((faults, len(hints)), ([], 1))

    def test_judges_no_tiny_stage(self):
        self.assertEqual(self.compare(report=1800), ([], []))

    def test_hints_at_a_stage_that_came_or_went(self):
        _, hints = count_instructions.compare({"rules": 1, "all": 1}, {"write": 1, "all": 1})
        self.assertEqual([hint.partition(":")[0] for hint in hints], ["rules", "write"])


class GeneratedCrawl(unittest.TestCase):
    def test_is_the_same_every_time(self):
        self.assertEqual(generated_crawl.crawl(40), generated_crawl.crawl(40))

    def test_makes_numbers_within_their_bound(self):
        random = generated_crawl.Random(7)
        self.assertEqual({random.below(5) for _ in range(1000)}, set(range(5)))


if __name__ == "__main__":
    unittest.main()
