// Do the Chinese rules find advertisements that are planted into clean paragraphs, and spare the
// paragraphs? planted_advertisements.h tells which of the patterns the rules were mended for.
#include "tests/pipeline/planted_advertisements.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <iterator>
#include <string>
#include <vector>

#include "tamis/io/disk_file_system.h"
#include "tamis/pipeline/batch_worker.h"
#include "tamis/pipeline/plan_builder.h"
#include "tamis/text/line_kind.h"
#include "tests/must.h"
#include "tests/pipeline/soft_advertisements.h"

namespace tamis::pipeline {
namespace {

struct Planted {
  std::string clean;
  std::string text;  // the clean text with the advertisement in it
  std::string advertisement;
};

// Where sentences that end with 。 end, behind the mark, the last one aside.
std::vector<std::size_t> sentence_ends(std::string_view text) {
  constexpr std::string_view kMark = "。";
  std::vector<std::size_t> ends;
  for (std::size_t at = text.find(kMark); at != text.npos; at = text.find(kMark, at + 1)) {
    const std::size_t end = at + kMark.size();
    // Not inside a quotation: what is cut there may take the closing mark along.
    const std::string_view rest = text.substr(end);
    const bool is_quoted =
        rest.starts_with("”") || rest.starts_with("」") || rest.starts_with("）");
    if (!is_quoted && end < text.size()) ends.push_back(end);
  }
  return ends;
}

Planted plant(std::string_view clean, std::size_t end, Place place, std::string advertisement) {
  Planted planted = {.clean = std::string(clean)};
  const std::string head(clean.substr(0, end));
  const std::string tail(clean.substr(end));
  switch (place) {
    case Place::kLine:
      planted.clean = head + "\n" + tail;
      planted.text = head + "\n" + advertisement + "\n" + tail;
      break;
    case Place::kSentence:
      planted.text = head + advertisement + "。" + tail;
      break;
    case Place::kClause:
      planted.text = head.substr(0, head.size() - std::string_view("。").size()) + "，" +
                     advertisement + "。" + tail;
      break;
  }
  planted.advertisement = std::move(advertisement);
  return planted;
}

constexpr const char* kCleanSet = TAMIS_SHARED_DIR "/data/clean_zh/cmrc2018_dev.jsonl.zst";

// The paragraphs of a set of Chinese Wikipedia; none where shared/ is absent.
std::vector<std::string> clean_texts() {
  std::vector<std::string> texts;
  if (!std::filesystem::exists(kCleanSet)) return texts;
  const io::DiskFileSystem disk;
  const Plan plan = must(build_plan(disk, "", "stages: []", {.inputs = {kCleanSet}}));
  ShardReader inputs(plan, disk, single_shard(plan).front());
  BatchWorker worker(plan);
  for (bool more = true; more;) {
    EXPECT_TRUE(worker.read(inputs, {}));
    more = !worker.stretch().is_last;
    for (RowIndex row = 0; row < worker.batch().num_rows(); ++row) {
      texts.emplace_back(worker.batch().text[row]);
    }
  }
  return texts;
}

std::vector<Planted> planted_texts(const std::vector<std::string_view>& patterns) {
  AdvertisementGenerator advertisements(20261121, patterns);
  std::vector<Planted> planted;
  for (const std::string& clean : clean_texts()) {
    const std::vector<std::size_t> ends = sentence_ends(clean);
    if (ends.empty()) continue;
    const std::size_t end = ends[advertisements.below(static_cast<unsigned>(ends.size()))];
    const auto place = static_cast<Place>(advertisements.below(3));
    planted.push_back(plant(clean, end, place, advertisements.next()));
  }
  return planted;
}

// Without the mark at its end.
std::string_view without_end_mark(std::string_view sentence) {
  for (const std::string_view mark : {"。", "！", "？", "……", "～"}) {
    if (sentence.ends_with(mark)) sentence.remove_suffix(mark.size());
  }
  return sentence;
}

// Those of a file of this folder, one a line, without the marks at their ends.
std::vector<Planted> planted_lines(const char* name) {
  const io::DiskFileSystem disk;
  const std::string text =
      must(disk.read_all(std::string(TAMIS_SOURCE_DIR "/tests/pipeline/") + name, 1 << 20));
  std::vector<std::string_view> lines;
  text::split_lines(text, text::LineKind::kNonBlank, lines);
  for (std::string_view& line : lines) line = without_end_mark(line);
  return planted_texts(lines);
}

struct Score {
  int num_planted = 0;
  int num_found = 0;
  int num_cuts = 0;
  int num_true_cuts = 0;
  int num_unharmed = 0;  // texts of which all of the clean text is left
  int num_restored = 0;  // and nothing else
  std::string missed;
  std::string harmed;
};

// True if the two share a stretch that only the advertisement can have brought. The mark at the end
// of its last sentence was planted with it.
bool is_of(std::string_view cut, std::string_view advertisement) {
  const std::string_view words = without_end_mark(cut);
  if (words.empty()) return false;
  return words.find(advertisement) != words.npos || advertisement.find(words) != words.npos;
}

// How many bytes at the start of `text` are a mark or space that may go with an advertisement, or
// that the recipe tidies up.
std::size_t spare_bytes(std::string_view text) {
  for (const std::string_view spare : {" ", "\n", "\t", "，", "。", "　", "\u00A0"}) {
    if (text.starts_with(spare)) return spare.size();
  }
  return 0;
}

// True if `left` has all that `clean` says, in order.
bool is_unharmed(std::string_view clean, std::string_view left) {
  std::size_t at = 0;
  while (!clean.empty()) {
    if (const std::size_t spare = spare_bytes(clean); spare > 0) {
      clean.remove_prefix(spare);
      continue;
    }
    at = left.find(clean[0], at);
    if (at == left.npos) return false;
    ++at;
    clean.remove_prefix(1);
  }
  return true;
}

Score score_of(const std::vector<Planted>& texts) {
  const io::DiskFileSystem disk;
  const Plan plan =
      must(read_plan(disk, TAMIS_SOURCE_DIR "/recipes/chinese_web.yaml", {.inputs = {kCleanSet}}));
  BatchWorker worker(plan);
  Score score;
  worker.clear();
  for (const Planted& planted : texts) {
    worker.batch().append({.language = "zh-Hans", .text = planted.text});
  }
  worker.work();
  const Batch& batch = worker.batch();
  for (const RowIndex row : batch.selected) {
    const Planted& planted = texts[row];
    const std::string_view left = batch.text[row];
    const bool is_found = left.find(planted.advertisement) == left.npos;
    ++score.num_planted;
    score.num_found += is_found ? 1 : 0;
    const bool is_whole = is_unharmed(planted.clean, left);
    score.num_unharmed += is_found && is_whole ? 1 : 0;
    score.num_restored += left == planted.clean ? 1 : 0;
    if (!is_found) score.missed += planted.advertisement + "\n";
    if (is_found && !is_whole) score.harmed += planted.text + "\n -> " + std::string(left) + "\n";
  }
  for (const Cut& cut : batch.cuts) {
    ++score.num_cuts;
    score.num_true_cuts += is_of(cut.text, texts[cut.row].advertisement) ? 1 : 0;
  }
  return score;
}

double share_of(int part, int whole) { return static_cast<double>(part) / whole; }

void record(const Score& score) {
  testing::Test::RecordProperty("planted", score.num_planted);
  testing::Test::RecordProperty("found", score.num_found);
  testing::Test::RecordProperty("cuts", score.num_cuts);
  testing::Test::RecordProperty("true_cuts", score.num_true_cuts);
  testing::Test::RecordProperty("unharmed", score.num_unharmed);
  testing::Test::RecordProperty("restored", score.num_restored);
}

TEST(PlantedAdvertisements, AreFoundAndTheParagraphIsLeft) {
  const std::vector<Planted> texts =
      planted_texts({std::begin(kCallingAdvertisements), std::end(kCallingAdvertisements)});
  if (texts.empty()) GTEST_SKIP() << "no shared/data/clean_zh beside this checkout";
  const Score score = score_of(texts);
  record(score);
  ASSERT_GE(score.num_planted, 500);
  EXPECT_GE(share_of(score.num_found, score.num_planted), .9) << score.missed;
  EXPECT_GE(share_of(score.num_true_cuts, score.num_cuts), .95) << score.harmed;
  EXPECT_GE(share_of(score.num_unharmed, score.num_found), .95) << score.harmed;
  EXPECT_GE(share_of(score.num_restored, score.num_found), .6);
}

// The misses are not printed: who mended the rules to them would learn these by heart.
TEST(PlantedAdvertisements, AreFoundWithoutAChannelOrANumber) {
  const std::vector<Planted> texts =
      planted_texts({std::begin(kSoftAdvertisements), std::end(kSoftAdvertisements)});
  if (texts.empty()) GTEST_SKIP() << "no shared/data/clean_zh beside this checkout";
  const Score score = score_of(texts);
  record(score);
  ASSERT_GE(score.num_planted, 500);
  EXPECT_GE(share_of(score.num_found, score.num_planted), .78);
  EXPECT_GE(share_of(score.num_true_cuts, score.num_cuts), .95) << score.harmed;
  EXPECT_GE(share_of(score.num_unharmed, score.num_found), .95) << score.harmed;
}

// Sentences that another writer made up, who had seen neither the rules nor what taught them.
TEST(PlantedAdvertisements, OfAnotherWriterAreFound) {
  const std::vector<Planted> texts = planted_lines("other_advertisements.txt");
  if (texts.empty()) GTEST_SKIP() << "no shared/data/clean_zh beside this checkout";
  const Score score = score_of(texts);
  record(score);
  EXPECT_GE(share_of(score.num_found, score.num_planted), .8);
  EXPECT_GE(share_of(score.num_true_cuts, score.num_cuts), .95) << score.harmed;
}

// Two more writers': half of theirs name a channel, number, price or order, half do not. Of the
// third every second line was looked at when calls by telephone were mended; of the fourth, who
// wrote when all was done, none.
TEST(PlantedAdvertisements, OfAThirdAndAFourthWriterAreFound) {
  for (const auto& [name, share_found] : {std::pair("third_calling_advertisements.txt", .9),
                                          std::pair("third_soft_advertisements.txt", .8),
                                          std::pair("fourth_calling_advertisements.txt", .94),
                                          std::pair("fourth_soft_advertisements.txt", .88)}) {
    const std::vector<Planted> texts = planted_lines(name);
    if (texts.empty()) GTEST_SKIP() << "no shared/data/clean_zh beside this checkout";
    const Score score = score_of(texts);
    record(score);
    EXPECT_GE(share_of(score.num_found, score.num_planted), share_found) << name;
    EXPECT_GE(share_of(score.num_true_cuts, score.num_cuts), .95) << name << score.harmed;
    EXPECT_GE(share_of(score.num_unharmed, score.num_found), .95) << name << score.harmed;
  }
}

// What these writers wrote about trade that sells nothing: "found" is wrong.
TEST(PlantedAdvertisements, AreNotWhatProseSaysOfTrade) {
  for (const char* name : {"trade_prose.txt", "third_prose.txt", "fourth_prose.txt"}) {
    const std::vector<Planted> texts = planted_lines(name);
    if (texts.empty()) GTEST_SKIP() << "no shared/data/clean_zh beside this checkout";
    const Score score = score_of(texts);
    record(score);
    EXPECT_LE(share_of(score.num_found, score.num_planted), .02) << name;
  }
}

}  // namespace
}  // namespace tamis::pipeline
