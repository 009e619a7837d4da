#include "tamis/extract/html_tag.h"

#include <array>

#include "tamis/extract/ascii.h"

namespace tamis::extract {
namespace {

struct TagEntry {
  std::string_view name;
  TagTraits traits = 0;
};

#define TAMIS_HTML_TAG_ENTRY(enumerator, name, traits) TagEntry{name, traits},
constexpr std::array<TagEntry, kNumTags> kTags = {TagEntry{},
                                                  TAMIS_HTML_TAGS(TAMIS_HTML_TAG_ENTRY)};
#undef TAMIS_HTML_TAG_ENTRY

constexpr std::size_t kNameBytesMax = 10;  // "blockquote", "figcaption"

// An open hash table at a load of a third: nearly every name is found at its first slot.
constexpr std::size_t kNumSlots = 256;

constexpr std::size_t slot_of(std::string_view name) {
  std::uint32_t hash = static_cast<std::uint32_t>(name.size());
  for (const char byte : name) hash = hash * 31 + static_cast<unsigned char>(to_lower(byte));
  return (hash ^ (hash >> 7)) % kNumSlots;
}

constexpr std::array<Tag, kNumSlots> make_slots() {
  std::array<Tag, kNumSlots> slots = {};
  for (std::size_t tag = 1; tag < kNumTags; ++tag) {
    std::size_t slot = slot_of(kTags[tag].name);
    while (slots[slot] != Tag::kOther) slot = (slot + 1) % kNumSlots;
    slots[slot] = static_cast<Tag>(tag);
  }
  return slots;
}

constexpr std::array<Tag, kNumSlots> kSlots = make_slots();

constexpr std::array<BlockTags, kNumTags> make_block_bits() {
  std::array<BlockTags, kNumTags> bits = {};
  BlockTags bit = 1;
  for (std::size_t tag = 0; tag < kNumTags; ++tag) {
    if ((kTags[tag].traits & kIsBlock) == 0) continue;
    if (bit == 0) throw "more block-level elements than bits";
    bits[tag] = bit;
    bit <<= 1;
  }
  return bits;
}

constexpr std::array<BlockTags, kNumTags> kBlockBits = make_block_bits();

}  // namespace

TagTraits tag_traits(Tag tag) { return kTags[static_cast<std::size_t>(tag)].traits; }

std::string_view tag_name(Tag tag) { return kTags[static_cast<std::size_t>(tag)].name; }

Tag find_tag(std::string_view name) {
  if (name.size() > kNameBytesMax) return Tag::kOther;
  for (std::size_t slot = slot_of(name);; slot = (slot + 1) % kNumSlots) {
    const Tag tag = kSlots[slot];
    if (tag == Tag::kOther || equals_ignoring_case(name, tag_name(tag))) return tag;
  }
}

BlockTags block_tag_bit(Tag tag) { return kBlockBits[static_cast<std::size_t>(tag)]; }

int heading_level(Tag tag) {
  if (tag < Tag::kH1 || tag > Tag::kH6) return 0;
  return static_cast<int>(tag) - static_cast<int>(Tag::kH1) + 1;
}

}  // namespace tamis::extract
