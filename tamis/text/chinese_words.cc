#include "tamis/text/chinese_words.h"

#include <array>
#include <limits>

#include "tamis/text/utf8.h"
#include "tamis/text/white_space.h"

namespace tamis::text {
namespace {

constexpr std::size_t kHanBytes = 3;

constexpr std::array<bool, 128> kIsAsciiOfBlock = [] {
  std::array<bool, 128> is_of_block = {};
  for (char c = '0'; c <= '9'; ++c) is_of_block[c] = true;
  for (char c = 'a'; c <= 'z'; ++c) is_of_block[c] = is_of_block[c - 'a' + 'A'] = true;
  for (const char c : {'+', '#', '&', '.', '_', '%', '-'}) is_of_block[c] = true;
  return is_of_block;
}();

// The place in tamis_chinese_han_labels of the character that `text` begins with, or a number
// above all places. Requires: the first byte is not ASCII.
std::size_t han_index(std::string_view text) {
  constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();
  const auto first = static_cast<unsigned char>(text[0]);
  if (first < 0xE4 || first > 0xE9 || text.size() < kHanBytes) return kNone;
  if (!is_continuation_byte(text[1]) || !is_continuation_byte(text[2])) return kNone;
  const char32_t code_point = (first & 0x0Fu) << 12 | (text[1] & 0x3Fu) << 6 | (text[2] & 0x3Fu);
  return std::size_t{code_point} - kFirstHanLabel;
}

// The node of a word or of the beginning of one, nullptr if there is none.
const WordNode* find_node(std::span<const CharacterLabel> labels) {
  const WordNode* node = &tamis_chinese_word_nodes[labels.front()];
  for (const CharacterLabel label : labels.subspan(1)) {
    if (node->base == 0) return nullptr;
    node = &tamis_chinese_word_nodes[node->base + label];
    if (node->label != label) return nullptr;
  }
  return node;
}

bool is_word(std::span<const CharacterLabel> labels) {
  const WordNode* node = find_node(labels);
  return node != nullptr && node->weight != 0;
}

// Where the code point after `position` begins, in a block.
const char* after_code_point(const char* position) {
  return position + (static_cast<unsigned char>(*position) < 0x80 ? 1 : kHanBytes);
}

const char* after_code_points(const char* position, std::size_t num_code_points) {
  for (; num_code_points > 0; --num_code_points) position = after_code_point(position);
  return position;
}

std::string_view between(const char* begin, const char* end) {
  return {begin, static_cast<std::size_t>(end - begin)};
}

}  // namespace

std::string_view ChineseWordSplitter::read_block(std::string_view text) {
  labels_.clear();
  std::size_t end = 0;
  while (end < text.size()) {
    const auto byte = static_cast<unsigned char>(text[end]);
    if (byte < 0x80) {
      if (!kIsAsciiOfBlock[byte]) break;
      labels_.push_back(tamis_chinese_ascii_labels[byte]);
      ++end;
    } else {
      const std::size_t index = han_index(text.substr(end));
      if (index >= std::size(tamis_chinese_han_labels)) break;
      labels_.push_back(tamis_chinese_han_labels[index]);
      end += kHanBytes;
    }
  }
  labels_.push_back(0);
  return text.substr(0, end);
}

// From the end to the beginning, so that what follows a word is known: route_[i] is the greatest
// sum of a word's weight and of the route behind it. Equal sums go to the longer word.
void ChineseWordSplitter::find_best_route() {
  const std::size_t num_code_points = labels_.size() - 1;
  if (route_.size() <= num_code_points) {
    route_.resize(num_code_points + 1);
    num_code_points_.resize(num_code_points + 1);
  }
  route_[num_code_points] = 0;
  for (std::size_t begin = num_code_points; begin-- > 0;) {
    // A character that is no word stands alone, but only where no word begins with it.
    const WordNode* node = &tamis_chinese_word_nodes[labels_[begin]];
    double best = tamis_chinese_word_weights[node->weight] + route_[begin + 1];
    std::size_t best_end = begin + 1;
    bool has_word = node->weight != 0;
    for (std::size_t end = begin + 1; node->base != 0; ++end) {
      const CharacterLabel label = labels_[end];
      node = &tamis_chinese_word_nodes[node->base + label];
      if (node->label != label) break;
      if (node->weight == 0) continue;
      const double sum = tamis_chinese_word_weights[node->weight] + route_[end + 1];
      if (has_word && sum < best) continue;
      has_word = true;
      best = sum;
      best_end = end + 1;
    }
    route_[begin] = best;
    num_code_points_[begin] = static_cast<std::uint8_t>(best_end - begin);
  }
}

// The characters [begin, end), of which the route makes a word each. Returns where they end.
const char* ChineseWordSplitter::cut_singles(const char* position, std::size_t begin,
                                             std::size_t end,
                                             std::vector<std::string_view>& words) {
  const char* behind = after_code_points(position, end - begin);
  const std::span labels = std::span(labels_).subspan(begin, end - begin);
  if (labels.size() > 1 && !is_word(labels)) {
    unknown_words_.split(between(position, behind), labels, words);
    return behind;
  }
  while (position != behind) {
    const char* next = after_code_point(position);
    words.push_back(between(position, next));
    position = next;
  }
  return behind;
}

void ChineseWordSplitter::cut_block(std::string_view block, std::vector<std::string_view>& words) {
  find_best_route();
  const std::size_t num_code_points = labels_.size() - 1;
  const char* position = block.data();
  for (std::size_t begin = 0, end = 0; begin < num_code_points; begin = end) {
    end = begin + num_code_points_[begin];
    if (end - begin > 1) {
      const char* behind = after_code_points(position, end - begin);
      words.push_back(between(position, behind));
      position = behind;
      continue;
    }
    while (end < num_code_points && num_code_points_[end] == 1) ++end;
    position = cut_singles(position, begin, end, words);
  }
}

void ChineseWordSplitter::split(std::string_view text, std::vector<std::string_view>& words) {
  words.clear();
  while (!text.empty()) {
    const std::string_view block = read_block(text);
    if (!block.empty()) {
      cut_block(block, words);
      text.remove_prefix(block.size());
      continue;
    }
    const Decoded other = decode_code_point(text);
    if (!is_python_space(other.code_point)) words.push_back(text.substr(0, other.num_bytes));
    text.remove_prefix(other.num_bytes);
  }
}

}  // namespace tamis::text
