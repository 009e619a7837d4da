#include "tamis/batch/batch.h"

#include <algorithm>
#include <functional>
#include <string>

#include "tamis/text/language_tags.h"
#include "tamis/text/utf8.h"

namespace tamis {
namespace {

bool is_utf8(Payload payload) { return payload == Payload::kHtml || payload == Payload::kText; }

std::int64_t code_points_of(std::string_view bytes, Payload payload) {
  return is_utf8(payload) ? static_cast<std::int64_t>(text::count_code_points(bytes)) : 0;
}

bool is_part_of(std::string_view part, std::string_view whole) {
  const std::less_equal<const char*> is_not_behind;
  return is_not_behind(whole.data(), part.data()) &&
         is_not_behind(part.data() + part.size(), whole.data() + whole.size());
}

// What a crawl says of a document may be any bytes; what is written of it is UTF-8.
void append_utf8(std::string_view bytes, TextColumn& column) {
  if (text::is_valid_utf8(bytes)) return column.append(bytes);
  std::string repaired;
  text::append_repaired_utf8(bytes, repaired);
  column.append(repaired);
}

}  // namespace

std::int64_t head_bytes(const NewDocument& document) {
  return static_cast<std::int64_t>(document.id.size() + document.url.size() + document.date.size() +
                                   document.title.size() + document.language.size() +
                                   document.charset.size());
}

void remove_head(NewDocument& document, std::string_view id) {
  document.id = id;
  document.url = document.date = document.title = document.language = document.charset = {};
  document.metadata = {};
}

Amount& Amount::operator+=(const Amount& other) {
  documents += other.documents;
  bytes += other.bytes;
  code_points += other.code_points;
  return *this;
}

Amount& Amount::operator-=(const Amount& other) {
  documents -= other.documents;
  bytes -= other.bytes;
  code_points -= other.code_points;
  return *this;
}

RowIndex Batch::append(const NewDocument& document) {
  const RowIndex row = num_rows();
  append_utf8(document.id, id);
  append_utf8(document.url, url);
  append_utf8(document.date, date);
  append_utf8(document.title, title);
  append_utf8(text::canonical_language_tag(document.language), language);
  append_utf8(document.charset, charset);
  append_utf8(document.metadata, metadata);
  for (TextColumn* column : {&author, &site, &canonical_url}) column->append({});
  text.append(document.text);
  payload.push_back(document.payload);
  offset.push_back(document.offset);
  file.push_back(current_file);
  payload_bytes.push_back(static_cast<std::int64_t>(document.text.size()));
  code_points.push_back(code_points_of(document.text, document.payload));
  num_words_cut.push_back(0);
  num_tokens.push_back(kNotCounted);
  selected.push_back(row);
  return row;
}

void Batch::set_text(RowIndex row, std::string_view bytes, Payload new_payload) {
  if (is_part_of(bytes, text[row])) {
    text.narrow(row, bytes);
  } else {
    text.replace(row, bytes);
  }
  payload[row] = new_payload;
  code_points[row] = code_points_of(bytes, new_payload);
  num_tokens[row] = kNotCounted;
}

void Batch::drop(RowIndex row, DropReason reason) {
  dropped.push_back({.row = row, .cause = static_cast<CauseId>(reason)});
}

void Batch::record_cut(RowIndex row, CauseId cause, std::string_view bytes, double value) {
  cuts.push_back({.row = row, .cause = cause, .text = cut_text_.copy(bytes), .value = value});
}

void Batch::remove_dropped() {
  std::vector<bool> is_dropped(num_rows());
  for (const Drop& drop : dropped) is_dropped[drop.row] = true;
  std::erase_if(selected, [&](RowIndex row) { return is_dropped[row]; });
}

std::int64_t Batch::held_bytes(RowIndex row) const {
  std::size_t num_bytes = static_cast<std::size_t>(kRowBytes);
  for (const TextColumn* column :
       {&id, &url, &date, &title, &language, &charset, &metadata, &text}) {
    num_bytes += (*column)[row].size();
  }
  return static_cast<std::int64_t>(num_bytes);
}

Amount Batch::amount(RowIndex row) const {
  return {.documents = 1,
          .bytes = static_cast<std::int64_t>(text[row].size()),
          .code_points = code_points[row]};
}

Amount Batch::selected_amount() const {
  Amount sum;
  for (const RowIndex row : selected) sum += amount(row);
  return sum;
}

void Batch::clear() {
  for (TextColumn* column : {&id, &url, &date, &title, &language, &charset, &metadata, &author,
                             &site, &canonical_url, &text}) {
    column->clear();
  }
  payload.clear();
  offset.clear();
  file.clear();
  payload_bytes.clear();
  code_points.clear();
  num_words_cut.clear();
  num_tokens.clear();
  signals.clear();
  selected.clear();
  dropped.clear();
  cuts.clear();
  edits.clear();
  unit_histograms.clear();
  cut_text_.clear();
}

}  // namespace tamis
