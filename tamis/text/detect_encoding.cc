#include "tamis/text/detect_encoding.h"

#include <uchardet/uchardet.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>

#include "tamis/base/ascii.h"
#include "tamis/text/encoding_labels.h"

namespace tamis::text {
namespace {

// More does not make uchardet better, and a kilobyte costs it up to 0.4 ms.
constexpr std::size_t kSampleBytes = 4 << 10;
constexpr std::size_t kInspectedBytes = 64 << 10;

// The pieces between tags and line ends that hold more than ASCII. None of the delimiters is a
// second byte in any encoding, so that no character is cut.
std::string non_ascii_sample(std::string_view bytes) {
  std::string sample;
  while (!bytes.empty() && sample.size() < kSampleBytes) {
    const std::size_t end = std::min(bytes.find_first_of("<>\n"), bytes.size() - 1) + 1;
    const std::string_view piece = bytes.substr(0, end);
    if (!is_all_ascii(piece)) sample.append(piece.substr(0, kSampleBytes));
    bytes.remove_prefix(end);
  }
  return sample;
}

// True if all that is not ASCII comes in pairs of GB2312, as in Chinese text and hardly in
// another: for texts of a few characters, of which uchardet has no opinion.
bool is_paired_gb2312(std::string_view bytes) {
  const auto byte_at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (byte_at(i) < 0x80) continue;
    const bool is_first = byte_at(i) >= 0xA1 && byte_at(i) <= 0xF7;
    ++i;
    if (!is_first || i == bytes.size() || byte_at(i) < 0xA1) return false;
  }
  return true;
}

// The controls of ASCII that are not of text. Without branches, see is_binary().
constexpr bool is_control(char byte) {
  const auto value = static_cast<std::uint8_t>(byte);
  const auto behind_tab = static_cast<std::uint8_t>(value - '\t');
  return (value < ' ') & (behind_tab > '\r' - '\t') & (value != 0x1B);
}

struct CloseDetector {
  void operator()(uchardet* detector) const { uchardet_delete(detector); }
};

}  // namespace

std::string_view detect_encoding(std::string_view bytes) {
  const std::string sample = non_ascii_sample(bytes);
  const std::unique_ptr<uchardet, CloseDetector> detector(uchardet_new());
  if (uchardet_handle_data(detector.get(), sample.data(), sample.size()) != 0) return {};
  uchardet_data_end(detector.get());
  const std::string_view encoding = canonical_encoding(uchardet_get_charset(detector.get()));
  return encoding.empty() && is_paired_gb2312(sample) ? "GB18030" : encoding;
}

std::string_view detect_utf16(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, kInspectedBytes);
  if (head.find('\0') == head.npos) return {};  // nearly every page
  std::size_t num_nuls[2] = {0, 0};
  for (std::size_t i = 0; i < head.size(); ++i) num_nuls[i % 2] += head[i] == '\0';
  // Some ASCII (spaces, line ends, digits) is in every text; the other half has next to none.
  const auto is_clear = [&](std::size_t with, std::size_t without) {
    return with > head.size() / 20 && without * 50 < with;
  };
  if (is_clear(num_nuls[1], num_nuls[0])) return "UTF-16LE";
  if (is_clear(num_nuls[0], num_nuls[1])) return "UTF-16BE";
  return {};
}

bool is_binary(std::string_view bytes) {
  // Sums of at most 255 fit a byte, which lets the compiler count 16 bytes at a time.
  constexpr std::size_t kBlockBytes = 192;
  const std::string_view head = bytes.substr(0, kInspectedBytes);
  std::size_t num_controls = 0;
  for (std::size_t begin = 0; begin < head.size(); begin += kBlockBytes) {
    std::uint8_t num_in_block = 0;
    for (const char byte : head.substr(begin, kBlockBytes)) {
      num_in_block = static_cast<std::uint8_t>(num_in_block + is_control(byte));
    }
    num_controls += num_in_block;
  }
  return num_controls > head.size() / 50;
}

}  // namespace tamis::text
