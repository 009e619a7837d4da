import gzip
import pathlib
import tempfile
import unittest

import scripts  # noqa: F401, the path of what follows
import crawl_sample


def member(kind, body="x"):
    return gzip.compress(f"WARC/1.0\r\nWARC-Type: {kind}\r\n\r\n{body}\r\n\r\n".encode())


class CrawlSample(unittest.TestCase):
    def setUp(self):
        self._folder = tempfile.TemporaryDirectory()
        self.addCleanup(self._folder.cleanup)
        self.folder = pathlib.Path(self._folder.name)

    def crawl(self, *members):
        path = self.folder / "crawl.warc.gz"
        path.write_bytes(b"".join(members))
        return path

    def sample(self, path, num_sampled):
        sample = self.folder / "sample.warc.gz"
        crawl_sample.write_sample(path, sample, crawl_sample.measure(path).num_pages, num_sampled)
        return [plain.decode().split("\r\n\r\n")[1] for _, plain in crawl_sample.members(sample)]

    def test_counts_pages_and_bytes(self):
        path = self.crawl(member("warcinfo"), member("request"), member("response"), member("metadata"))
        size = crawl_sample.measure(path)
        self.assertEqual((size.num_pages, size.num_bytes_compressed), (1, path.stat().st_size))
        self.assertEqual(size.num_bytes, len(gzip.decompress(path.read_bytes())))

    def test_reads_members_longer_than_a_chunk(self):
        body = "".join(str(number * 7919) for number in range(600_000))
        path = self.crawl(member("response", body), member("response"))
        self.assertEqual([len(plain) > 1e6 for _, plain in crawl_sample.members(path)], [True, False])

    def test_says_that_a_file_is_cut_off(self):
        path = self.crawl(member("response")[:-3])
        with self.assertRaises(ValueError):
            crawl_sample.measure(path)

    def test_takes_evenly_spaced_pages(self):
        pages = [page for page in range(10) if crawl_sample.is_sampled(page, 10, 3)]
        self.assertEqual(pages, [3, 6, 9])
        for num_sampled in range(11):
            self.assertEqual(sum(crawl_sample.is_sampled(page, 10, num_sampled) for page in range(10)), num_sampled)

    def test_keeps_the_records_of_a_page_together(self):
        members = [member("warcinfo", "i")]
        for page in range(4):
            members += [member(kind, f"{kind}{page}") for kind in ("request", "response", "metadata")]
        kept = self.sample(self.crawl(*members), 2)
        self.assertEqual(kept, ["i", "request1", "response1", "metadata1", "request3", "response3", "metadata3"])

    def test_takes_responses_that_stand_alone(self):
        path = self.crawl(*(member("response", str(page)) for page in range(4)))
        self.assertEqual(self.sample(path, 2), ["1", "3"])


if __name__ == "__main__":
    unittest.main()
