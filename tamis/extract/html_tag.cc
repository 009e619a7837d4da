#include "tamis/extract/html_tag.h"

#include <algorithm>
#include <array>

#include "tamis/extract/packed_name.h"

namespace tamis::extract {
namespace {

#define TAMIS_HTML_TAG_NAME(enumerator, name, traits) name,
constexpr std::array<std::string_view, kNumTags> kNames = {"",
                                                           TAMIS_HTML_TAGS(TAMIS_HTML_TAG_NAME)};
#undef TAMIS_HTML_TAG_NAME
static_assert(std::ranges::all_of(kNames, [](std::string_view name) {
  return name.size() <= kPackedBytesMax;
}));

// An open hash table at a load of a sixth: nearly every name is found at its first slot.
constexpr std::size_t kSlotBits = 9;
constexpr std::size_t kNumSlots = 1 << kSlotBits;

constexpr std::size_t slot_of(const PackedName& name) { return name.hash() >> (32 - kSlotBits); }

struct NameTable {
  std::array<PackedName, kNumTags> names = {};
  std::array<Tag, kNumSlots> slots = {};
};

constexpr NameTable make_name_table() {
  NameTable table;
  for (std::size_t tag = 1; tag < kNumTags; ++tag) {
    table.names[tag] = pack_lower_name(kNames[tag]);
    std::size_t slot = slot_of(table.names[tag]);
    while (table.slots[slot] != Tag::kOther) slot = (slot + 1) % kNumSlots;
    table.slots[slot] = static_cast<Tag>(tag);
  }
  return table;
}

constexpr NameTable kTable = make_name_table();

constexpr std::array<BlockTags, kNumTags> make_block_bits() {
  std::array<BlockTags, kNumTags> bits = {};
  BlockTags bit = 1;
  for (std::size_t tag = 0; tag < kNumTags; ++tag) {
    if (!has_trait(static_cast<Tag>(tag), kIsBlock)) continue;
    if (bit == 0) throw "more block-level elements than bits";
    bits[tag] = bit;
    bit <<= 1;
  }
  return bits;
}

constexpr std::array<BlockTags, kNumTags> kBlockBits = make_block_bits();

}  // namespace

std::string_view tag_name(Tag tag) { return kNames[static_cast<std::size_t>(tag)]; }

Tag find_tag(std::string_view name, std::string_view html) {
  if (name.size() > kPackedBytesMax) return Tag::kOther;
  const PackedName packed = pack_name_in(html, name);
  for (std::size_t slot = slot_of(packed);; slot = (slot + 1) % kNumSlots) {
    const Tag tag = kTable.slots[slot];
    if (tag == Tag::kOther || kTable.names[static_cast<std::size_t>(tag)] == packed) return tag;
  }
}

BlockTags block_tag_bit(Tag tag) { return kBlockBits[static_cast<std::size_t>(tag)]; }

Tag block_tag(std::size_t index) {
  const auto* tag = std::ranges::find(kBlockBits, BlockTags{1} << index);
  return static_cast<Tag>(tag - kBlockBits.begin());
}

int heading_level(Tag tag) {
  if (tag < Tag::kH1 || tag > Tag::kH6) return 0;
  return static_cast<int>(tag) - static_cast<int>(Tag::kH1) + 1;
}

}  // namespace tamis::extract
