// Plain text: a file, or each of its paragraphs or lines, is a document. In which encoding pieces
// are is told by the beginning of their file: a line of a poem is too short to tell.
#include <fmt/core.h>

#include "tamis/readers/line_reader.h"
#include "tamis/readers/whole_file.h"
#include "tamis/text/charset.h"

namespace tamis::readers {
namespace {

struct Params {
  std::string documents = "file";
};

constexpr std::string_view kDocuments[] = {"file", "paragraph", "line"};

constexpr ParamSpec kParams[] = {
    param<&Params::documents>("documents", "What is one document; blank lines end a paragraph.",
                              kDocuments),
};

constexpr std::string_view kEndings[] = {".txt", ".text", ".md"};

// Some ten thousand characters, of which a guess is sure; what of a file lies in one chunk.
constexpr std::size_t kGuessedBytes = std::size_t{1} << 16;

// What the beginning of a file is in. Empty where each piece tells it as well: of UTF-8, of nothing
// beyond ASCII, and of UTF-16, whose lines are none.
std::string_view encoding_of(std::string_view head) {
  if (head.size() > kGuessedBytes) head = head.substr(0, kGuessedBytes);
  if (head.size() == kGuessedBytes) head = head.substr(0, head.rfind('\n'));  // no half character
  std::string buffer;
  const std::string_view encoding =
      text::decode_to_utf8(head, {}, false, 4 * kGuessedBytes, buffer).encoding;
  return encoding.starts_with("UTF") ? std::string_view() : encoding;
}

class TextPieces final : public Source {
 public:
  // `charset`: static.
  TextPieces(Input input, bool joins_lines, std::string_view charset)
      : lines_(std::move(input.bytes), input.limits.document_bytes_max),
        path_(std::move(input.path)),
        num_bytes_max_(static_cast<std::size_t>(input.limits.document_bytes_max)),
        joins_lines_(joins_lines),
        charset_(charset) {}

  Result<bool> read(Batch& batch, const BatchSize& size) override {
    const RowIndex num_rows_max = batch.num_rows() + size.num_rows_max;
    std::int64_t num_bytes = 0;
    Line line;
    bool has_more = true;
    while (has_more && batch.num_rows() < num_rows_max && num_bytes < size.num_bytes_max) {
      TAMIS_ASSIGN(has_more, lines_.next(line));
      if (line.bytes.ends_with('\r')) line.bytes.remove_suffix(1);
      // What cannot be read is no blank line.
      const bool is_blank =
          !line.flaw.has_value() && line.bytes.find_first_not_of(" \t\r") == std::string_view::npos;
      if (!has_more || is_blank || !joins_lines_) num_bytes += end_piece(batch);
      if (has_more) add(line, is_blank);
    }
    batch.remove_dropped();
    return has_more;
  }

  std::int64_t num_bytes_read() const override { return lines_.num_bytes_read(); }

 private:
  void add(const Line& line, bool is_blank) {
    if (is_blank) return;
    if (line.flaw.has_value()) flaw_ = line.flaw;
    if (first_line_ == 0) first_line_ = line.number;
    if (!piece_.empty()) piece_ += '\n';
    if (piece_.size() + line.bytes.size() > num_bytes_max_) flaw_ = DropReason::kDocumentTooLarge;
    if (flaw_.has_value()) return piece_.clear();
    piece_.append(line.bytes);
  }

  // Returns what the document that it appends holds.
  std::int64_t end_piece(Batch& batch) {
    if (first_line_ == 0) return 0;
    const std::string id = fmt::format("{}:{}", path_, first_line_);
    NewDocument document;
    document.id = id;
    document.charset = charset_;
    document.text = piece_;
    document.payload = Payload::kTextBytes;
    document.offset = first_line_;
    const RowIndex row = batch.append(document);
    if (flaw_.has_value()) batch.drop(row, *flaw_);
    piece_.clear();
    flaw_.reset();
    first_line_ = 0;
    return batch.held_bytes(row);
  }

  LineReader lines_;
  std::string path_;
  std::size_t num_bytes_max_;
  bool joins_lines_;
  std::string_view charset_;
  std::string piece_;
  std::int64_t first_line_ = 0;  // of the piece under way; 0: none is
  std::optional<DropReason> flaw_;
};

OpenedSource open_text(Input input, const void* params) {
  const std::string& documents = static_cast<const Params*>(params)->documents;
  if (documents == "file") {
    return std::make_unique<WholeFile>(std::move(input), Payload::kTextBytes);
  }
  TAMIS_ASSIGN(const std::string_view head, input.bytes->peek(kGuessedBytes));
  const std::string_view charset = encoding_of(head);
  return std::make_unique<TextPieces>(std::move(input), documents == "paragraph", charset);
}

}  // namespace

extern constinit const ReaderSpec plain_text = reader({
    .name = "plain_text",
    .version = 2,
    .summary = "Plain text in any encoding, a document a file, a paragraph or a line.",
    .why = "Books and corpora in text files; paragraphs and lines need an encoding whose \\n is a "
           "byte, which the first 64 KiB of the file tell.",
    .source = {.work = "RFC 2046 (text/plain)",
               .url = "https://www.rfc-editor.org/rfc/rfc2046",
               .where = "section 4.1"},
    .endings = kEndings,
    .takes_anything = true,
    .params = kParams,
    .make_params = make_params<Params>,
    .open = open_text,
});

}  // namespace tamis::readers
