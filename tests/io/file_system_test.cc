#include "tamis/io/file_system.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "tamis/io/disk_file_system.h"
#include "tamis/io/memory_file_system.h"
#include "tests/gzip.h"

namespace tamis::io {
namespace {

using Paths = std::vector<std::string>;

class ListFiles : public testing::Test {
 protected:
  ListFiles() {
    for (const char* path : {"crawl/b.warc.gz", "crawl/a.warc.gz", "crawl/deep/c.warc.gz",
                             "crawl/deep/er/d.warc.gz", "crawl/.hidden.warc.gz", "crawl/notes.txt",
                             "crawl/e.warc.gz.partial", "odd[1].txt", "/data/x.txt"}) {
      files_.add(path, "");
    }
  }

  Paths list(const std::string& pattern) {
    auto listed = files_.list(pattern);
    return listed.has_value() ? *std::move(listed) : Paths{std::string(listed.error().message())};
  }

  MemoryFileSystem files_;
};

TEST_F(ListFiles, ReadsListsThatArePackedOrMarked) {
  const std::string list = "crawl/a.warc.gz\r\n# none\ncrawl/b.warc.gz";
  const Paths expected = {"crawl/a.warc.gz", "crawl/b.warc.gz"};
  files_.add("list.gz", deflated(list));
  files_.add("marked", "\xef\xbb\xbf" + list);
  files_.add("torn.gz", deflated(list).substr(0, 20));
  EXPECT_EQ(*read_list(files_, {"@list.gz"}), expected);
  EXPECT_EQ(*read_list(files_, {"@marked"}), expected);
  EXPECT_FALSE(read_list(files_, {"@torn.gz"}).has_value());
}

TEST_F(ListFiles, SortsWhatAPatternMatches) {
  EXPECT_EQ(list("crawl/*.warc.gz"), (Paths{"crawl/a.warc.gz", "crawl/b.warc.gz"}));
  EXPECT_EQ(list("crawl/[!a]*.gz"), (Paths{"crawl/b.warc.gz"}));
  EXPECT_EQ(list("c*/d??p/*"), (Paths{"crawl/deep/c.warc.gz"}));
  EXPECT_EQ(list("/data/*"), (Paths{"/data/x.txt"}));
}

// Names come in the order of the disk, which differs from copy to copy.
class ReversedFiles final : public MemoryFileSystem {
 public:
  Result<std::vector<Entry>> entries(const std::string& folder) const override {
    auto entries = MemoryFileSystem::entries(folder);
    if (entries.has_value()) std::reverse(entries->begin(), entries->end());
    return entries;
  }
};

TEST(ListFilesOfADisk, DoesNotDependOnTheOrderOfItsNames) {
  ReversedFiles reversed;
  MemoryFileSystem files;
  for (const char* path :
       {"in/b.txt", "in/a.txt", "in/中.txt", "in/c/a.txt", "in/c/b.txt", "in/d.txt"}) {
    files.add(path, "");
    reversed.add(path, "");
  }
  for (const char* pattern : {"in", "in/*", "in/**", "in/*/*", "in/[a-c]*"}) {
    EXPECT_EQ(*reversed.list(pattern), *files.list(pattern)) << pattern;
    EXPECT_GT(files.list(pattern)->size(), 1u) << pattern;
  }
}

TEST_F(ListFiles, LooksIntoAllFoldersForTwoStars) {
  EXPECT_EQ(list("crawl/**/*.warc.gz"), (Paths{"crawl/a.warc.gz", "crawl/b.warc.gz",
                                               "crawl/deep/c.warc.gz", "crawl/deep/er/d.warc.gz"}));
  EXPECT_EQ(list("crawl/deep/**"), (Paths{"crawl/deep/c.warc.gz", "crawl/deep/er/d.warc.gz"}));
}

TEST_F(ListFiles, TakesAFolderForTheFilesInIt) {
  EXPECT_EQ(list("crawl"), (Paths{"crawl/a.warc.gz", "crawl/b.warc.gz", "crawl/notes.txt"}));
}

TEST_F(ListFiles, PrefersAFileOfThatVeryName) {
  EXPECT_EQ(list("odd[1].txt"), (Paths{"odd[1].txt"}));
}

TEST_F(ListFiles, NamesThePatternThatMatchesNothing) {
  const auto listed = files_.list("crawl/*.arc");
  ASSERT_FALSE(listed.has_value());
  EXPECT_EQ(listed.error().code(), ErrorCode::kNotFound);
  EXPECT_NE(listed.error().message().find("\"crawl/*.arc\""), std::string_view::npos);
}

TEST_F(ListFiles, ReadsListFilesInTheirOrderWithoutRepetition) {
  files_.add("files.txt", "# all of it\ncrawl/notes.txt\r\n\ncrawl/*.gz\ncrawl/a.warc.gz");
  const auto files = read_list(files_, {"@files.txt", "crawl/b.warc.gz", "/data/x.txt"});
  ASSERT_TRUE(files.has_value());
  EXPECT_EQ(*files,
            (Paths{"crawl/notes.txt", "crawl/a.warc.gz", "crawl/b.warc.gz", "/data/x.txt"}));
}

TEST_F(ListFiles, RefusesAListThatNamesNoFile) {
  files_.add("none.txt", "# to come\n\n");
  const auto files = read_list(files_, {"@none.txt", "crawl/b.warc.gz"});
  ASSERT_FALSE(files.has_value());
  EXPECT_EQ(files.error().message(), "none.txt: this list names no file; name one on each line");
}

TEST_F(ListFiles, KnowsWhichFilesAreNamedByThemselves) {
  files_.add("files.txt", "crawl/notes.txt\ncrawl/*.gz");
  const auto list = read_input_list(files_, {"@files.txt", "/data", "odd[1].txt"});
  ASSERT_TRUE(list.has_value());
  EXPECT_EQ(list->files, (Paths{"crawl/notes.txt", "crawl/a.warc.gz", "crawl/b.warc.gz",
                                "/data/x.txt", "odd[1].txt"}));
  EXPECT_EQ(list->is_named, (std::vector<bool>{true, false, false, false, true}));
}

TEST_F(ListFiles, TakesOneFileInTwoSpellingsForOne) {
  DiskFileSystem disk;
  const std::string folder = testing::TempDir() + "two_spellings";
  ASSERT_TRUE(disk.make_folders(folder).has_value());
  std::ofstream(folder + "/a.txt") << "a";
  const auto files = read_list(disk, {folder + "/a.txt", folder + "/./a.txt", folder + "//a.txt"});
  ASSERT_TRUE(files.has_value());
  EXPECT_EQ(*files, (Paths{folder + "/a.txt"}));
}

TEST(ReadAll, RefusesWhatIsLargerThanTheLimit) {
  MemoryFileSystem files;
  files.add("a", std::string(100, 'a'));
  EXPECT_EQ(files.read_all("a", 100)->size(), 100u);
  EXPECT_FALSE(files.read_all("a", 99).has_value());
}

}  // namespace
}  // namespace tamis::io
