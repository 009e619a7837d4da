// Some hundred documents as columns: what flows from readers through stages to writers.
//
// A batch is reused for the life of a worker: clear() keeps its memory. Dropping a row moves no
// text, it only leaves `selected`. Which thread fills or changes a batch is the pipeline's
// business; a batch has no locks.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "tamis/batch/drop_reason.h"
#include "tamis/batch/histogram.h"
#include "tamis/batch/signal_table.h"
#include "tamis/batch/text_column.h"

namespace tamis {

// What the text column of a row holds at present.
enum class Payload : std::uint8_t {
  kHttpResponse,  // an HTTP message as it came over the wire: head, empty line, body
  kHtmlBytes,     // HTML in an encoding yet to be found
  kTextBytes,     // plain text in an encoding yet to be found
  kHtml,          // HTML in UTF-8
  kText,          // plain text in UTF-8
};

// What a reader knows of a document. Views are copied by Batch::append; all but the payload may be
// any bytes, and become UTF-8.
struct NewDocument {
  std::string_view id;
  std::string_view url;
  std::string_view date;  // as ISO 8601
  std::string_view title;
  std::string_view language;       // where the input says it, in any form
  std::string_view charset = {};   // of a payload that is bytes, where the input says it
  std::string_view metadata = {};  // what else the input says: a JSON object; empty: nothing
  std::string_view text;           // the payload
  Payload payload = Payload::kText;
  std::int64_t offset =
      0;  // where the record begins: bytes of the input file, or its line for line formats
};

// Bytes of all but the payload and the metadata.
std::int64_t head_bytes(const NewDocument& document);

// Takes all but the payload away, and gives the document that id.
void remove_head(NewDocument& document, std::string_view id);

// How much of one kind of thing there is.
struct Amount {
  std::int64_t documents = 0;
  std::int64_t bytes = 0;
  std::int64_t code_points = 0;

  Amount& operator+=(const Amount& other);
  Amount& operator-=(const Amount& other);
  bool operator==(const Amount&) const = default;
};

struct Batch {
  // What a row takes beside the bytes of its texts: views, numbers, receipts.
  static constexpr std::int64_t kRowBytes = 512;

  TextColumn id;
  TextColumn url;
  TextColumn date;
  TextColumn title;
  TextColumn language;
  TextColumn charset;        // of the payload, where the input says it
  TextColumn metadata;       // what else the input says, as a JSON object; empty: nothing
  TextColumn author;         // these three as a page says them of itself; empty where none does
  TextColumn site;           // its name
  TextColumn canonical_url;  // the address that the page wants to be known by
  TextColumn text;
  std::vector<Payload> payload;
  std::vector<std::int64_t> offset;
  std::vector<std::int64_t> code_points;    // of text; 0 while the encoding is not known
  std::vector<std::int64_t> num_words_cut;  // by parts that say so, in words by white space

  // How many tokens (text/word_kind.h) the text has; kNotCounted before a part has counted them.
  static constexpr std::int64_t kNotCounted = -1;
  std::vector<std::int64_t> num_tokens;

  SignalTable signals;
  std::vector<RowIndex> selected;  // rows still kept, ascending
  std::vector<Drop> dropped;
  std::vector<Cut> cuts;
  std::vector<EditSize> edits;
  UnitHistograms unit_histograms;

  // Which of the run's input files a row comes from, and how many bytes its payload had then.
  std::vector<std::uint32_t> file;
  std::vector<std::int64_t> payload_bytes;
  std::uint32_t current_file = 0;  // what append() writes into `file`; set by the run

  RowIndex num_rows() const { return text.num_rows(); }

  // Adds a document and selects it; counts its code points if it is UTF-8 already.
  RowIndex append(const NewDocument& document);

  // Replaces the row's payload; counts code points if `payload` is UTF-8. A part of what the row
  // holds already is not copied.
  void set_text(RowIndex row, std::string_view bytes, Payload new_payload);

  // Records why the row is left out. The caller takes it out of `selected`, at once or with
  // remove_dropped() at the end of its pass.
  void drop(RowIndex row, DropReason reason);
  void drop(const Drop& drop) { dropped.push_back(drop); }

  // Keeps a receipt for `bytes` that were taken out of the row's text.
  void record_cut(RowIndex row, CauseId cause, std::string_view bytes, double value);

  // Takes all dropped rows out of `selected`.
  void remove_dropped();

  // What the row takes in memory, with addresses and titles: those may be large as well.
  std::int64_t held_bytes(RowIndex row) const;

  // The bytes and code points of one row, as one document.
  Amount amount(RowIndex row) const;

  // The sum over the selected rows.
  Amount selected_amount() const;

  // Forgets all rows and keeps the memory.
  void clear();

 private:
  Arena cut_text_;
};

}  // namespace tamis
