#include "tamis/rules/list_file.h"

#include <gtest/gtest.h>

#include <vector>

#include "tamis/io/content_hash.h"
#include "tests/must.h"
#include "tests/rules/temporary_file.h"

namespace tamis::rules {
namespace {

using Lines = std::vector<std::string>;

Result<Lines> lines_of(std::string_view content) {
  const TemporaryFile file("list.txt", content);
  Lines lines;
  ReadFiles files;
  TAMIS_TRY(read_list(file.path(), files, [&](std::string_view line) -> Result<void> {
    if (line == "bad") return fail(ErrorCode::kInvalidInput, "bad line");
    lines.emplace_back(line);
    return {};
  }));
  return lines;
}

std::string message_of(std::string_view content) {
  const auto lines = lines_of(content);
  return lines.has_value() ? "" : std::string(lines.error().message());
}

TEST(ReadList, TakesLinesAsPeopleWriteThem) {
  EXPECT_EQ(must(lines_of("赌场\nlucky draw\n")), (Lines{"赌场", "lucky draw"}));
  EXPECT_EQ(must(lines_of("\xEF\xBB\xBF赌场\r\n\r\n  彩票　\r\n# casino\n")),
            (Lines{"赌场", "彩票"}));
  EXPECT_EQ(must(lines_of("a\na\n\n\na")), (Lines{"a", "a", "a"}));
  EXPECT_EQ(must(lines_of("")), Lines{});
}

TEST(ReadList, NamesFileAndLineOfWhatIsNotUtf8) {
  EXPECT_NE(message_of("赌场\n\xB6\xC4\xB3\xA1\n").find("list.txt:2: the line is not UTF-8"),
            std::string::npos);
}

TEST(ReadList, NamesFileAndLineOfWhatIsRefused) {
  EXPECT_NE(message_of("\xEF\xBB\xBF\n\nbad").find("list.txt:3: bad line"), std::string::npos);
}

TEST(ReadList, NotesWhatItHasRead) {
  const TemporaryFile file("list.txt", "赌场\n");
  ReadFiles files;
  ASSERT_TRUE(read_list(file.path(), files, [](std::string_view) { return Result<void>(); }));
  ASSERT_EQ(files.size(), 1u);
  EXPECT_EQ(files[0].path, file.path());
  EXPECT_EQ(files[0].xxh3_128, io::content_hash("赌场\n"));
}

TEST(ReadList, NamesTheFileThatIsMissing) {
  ReadFiles files;
  const auto read =
      read_list("/nowhere/words.txt", files, [](std::string_view) { return Result<void>(); });
  ASSERT_FALSE(read.has_value());
  EXPECT_NE(read.error().message().find("/nowhere/words.txt"), std::string_view::npos);
}

}  // namespace
}  // namespace tamis::rules
