#include "tamis/io/chunk_reader.h"

#include <gtest/gtest.h>

#include <vector>

namespace tamis::io {
namespace {

// Chunks as they are given: a member each, of ten bytes of the file.
class GivenChunks final : public ChunkSource {
 public:
  struct Given {
    std::string bytes;
    Damage damage = Damage::kNone;
    bool is_last = false;
  };

  explicit GivenChunks(std::vector<Given> given) : given_(std::move(given)) {}

  Result<bool> next(Chunk& chunk) override {
    chunk = {};
    if (index_ == given_.size()) return false;
    const auto offset = static_cast<std::int64_t>(10 * index_);
    current_ = given_[index_].bytes;
    chunk.bytes = current_;
    chunk.offset = offset;
    chunk.end_offset = offset + 10;
    chunk.begins_member = chunk.ends_member = true;
    chunk.is_last = given_[index_].is_last;
    chunk.damage = given_[index_++].damage;
    chunk.damage_offset = offset;
    return true;
  }
  bool is_compressed() const override { return true; }
  std::int64_t num_bytes_read() const override { return 0; }

 private:
  std::vector<Given> given_;
  std::string current_;
  std::size_t index_ = 0;
};

ChunkReader reader_of(std::vector<GivenChunks::Given> given) {
  return ChunkReader(std::make_unique<GivenChunks>(std::move(given)));
}

TEST(ChunkReader, LooksAcrossChunks) {
  ChunkReader reader = reader_of({{"abc"}, {""}, {"de"}, {"fgh"}});
  EXPECT_EQ(*reader.peek(1), "abc");
  EXPECT_EQ(*reader.peek(4), "abcde");
  reader.consume(4);
  EXPECT_EQ(*reader.peek(3), "efgh");
  EXPECT_EQ(*reader.peek(100), "efgh");
  EXPECT_TRUE(reader.is_at_end());
}

TEST(ChunkReader, AsksForNoMoreThanTheLastChunk) {
  ChunkReader reader = reader_of({{"abc"}, {.bytes = "de", .is_last = true}, {"never asked for"}});
  EXPECT_EQ(*reader.peek(100), "abcde");
  EXPECT_TRUE(reader.is_at_end());
  reader.consume(5);
  EXPECT_EQ(*reader.peek(1), "");
}

TEST(ChunkReader, KnowsThePlaceInTheFile) {
  ChunkReader reader = reader_of({{"abc"}, {"de"}});
  ASSERT_EQ(*reader.peek(5), "abcde");
  EXPECT_EQ(reader.file_offset(), 0);
  EXPECT_EQ(reader.next_member_position(), 3);
  reader.consume(3);
  EXPECT_EQ(reader.file_offset(), 10);
  EXPECT_TRUE(reader.is_at_member_border());
  reader.consume(1);
  EXPECT_EQ(reader.file_offset(), 10);
  EXPECT_FALSE(reader.is_at_member_border());
  reader.consume(1);
  EXPECT_EQ(reader.file_offset(), 20);
}

TEST(ChunkReader, KnowsTheLastOfManyEmptyMembers) {
  constexpr std::size_t kNumEmpty = 1000;
  std::vector<GivenChunks::Given> given(kNumEmpty);
  given.insert(given.begin(), {"ab"});
  given.push_back({"c"});
  ChunkReader reader = reader_of(given);
  ASSERT_EQ(*reader.peek(3), "abc");
  EXPECT_EQ(reader.next_member_position(), 2);
  reader.consume(2);
  EXPECT_EQ(reader.file_offset(), 10 * (kNumEmpty + 1));
}

// More than the reader keeps the places of: of those beyond it knows the first and the last.
TEST(ChunkReader, BoundsWhatItKnowsOfTinyMembers) {
  constexpr std::size_t kNumTiny = 200'000;
  ChunkReader reader = reader_of(std::vector<GivenChunks::Given>(kNumTiny, {"x"}));
  ASSERT_EQ(reader.peek(kNumTiny)->size(), kNumTiny);
  reader.consume(1000);
  EXPECT_EQ(reader.file_offset(), 10'000);
  EXPECT_EQ(reader.next_member_position(), 1001);
  reader.consume(99'000);
  EXPECT_EQ(reader.file_offset(), 10 * 65'535) << "of the first member without a place of its own";
  reader.consume(kNumTiny - 100'000);
  EXPECT_EQ(reader.file_offset(), 10 * kNumTiny);
  EXPECT_TRUE(reader.is_at_member_border());
}

TEST(ChunkReader, KnowsOfDamageBehindManyTinyMembers) {
  constexpr std::size_t kNumTiny = 70'000;
  std::vector<GivenChunks::Given> given(kNumTiny, {"x"});
  given.back().damage = Damage::kCorrupt;
  ChunkReader reader = reader_of(given);
  ASSERT_EQ(reader.peek(kNumTiny)->size(), kNumTiny);
  EXPECT_TRUE(*reader.is_member_damaged_at(kNumTiny));
}

TEST(ChunkReader, KnowsWhetherAMemberEndsInDamage) {
  const auto is_damaged = [](std::vector<GivenChunks::Given> given) {
    ChunkReader reader = reader_of(std::move(given));
    return *reader.is_member_damaged_at((*reader.peek(3)).size());
  };
  EXPECT_TRUE(is_damaged({{"abc", Damage::kCorrupt}, {"de"}}));
  EXPECT_TRUE(is_damaged({{"abc", Damage::kTruncated}}));
  EXPECT_FALSE(is_damaged({{"abc"}, {"", Damage::kCorrupt}}));  // of the next member
  EXPECT_FALSE(is_damaged({{"abc", Damage::kForeignBytes}}));
  EXPECT_FALSE(is_damaged({{"abc"}}));
}

TEST(ChunkReader, StopsAtDamageUntilToldToPass) {
  ChunkReader reader = reader_of({{"abc", Damage::kCorrupt}, {"de"}});
  EXPECT_EQ(*reader.peek(5), "abc");
  EXPECT_EQ(reader.damage(), Damage::kCorrupt);
  reader.pass_damage();
  EXPECT_EQ(*reader.peek(5), "de");
  EXPECT_EQ(reader.damage(), Damage::kNone);
}

}  // namespace
}  // namespace tamis::io
