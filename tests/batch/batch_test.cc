#include "tamis/batch/batch.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "tamis/batch/document.h"

namespace tamis {
namespace {

NewDocument document_of(std::string_view text, Payload payload = Payload::kText) {
  NewDocument document;
  document.text = text;
  document.payload = payload;
  return document;
}

Batch batch_of(std::initializer_list<std::string_view> texts) {
  Batch batch;
  for (const std::string_view text : texts) batch.append(document_of(text));
  return batch;
}

TEST(Batch, CopiesWhatIsAppended) {
  Batch batch;
  std::string text = "正文";
  NewDocument document = document_of(text);
  document.url = "http://a/";
  EXPECT_EQ(batch.append(document), 0u);
  text = "gone";
  EXPECT_EQ(batch.text[0], "正文");
  EXPECT_EQ(batch.url[0], "http://a/");
  EXPECT_EQ(batch.num_rows(), 1u);
}

TEST(Batch, WritesLanguagesInOneForm) {
  Batch batch;
  for (const char* language : {"zh_CN", "eng", "", "\u4e2d\xff"})
    batch.append({.language = language, .text = "\u6b63\u6587"});
  EXPECT_EQ(batch.language[0], "zh-Hans");
  EXPECT_EQ(batch.language[1], "en");
  EXPECT_EQ(batch.language[2], "");
  EXPECT_EQ(batch.language[3], "\u4e2d\ufffd");
}

TEST(Batch, CountsWhatARowHolds) {
  Batch batch;
  NewDocument document = document_of("正文");
  document.url = "http://a/";
  document.title = "ab";
  EXPECT_EQ(head_bytes(document), 11);
  EXPECT_EQ(batch.held_bytes(batch.append(document)), Batch::kRowBytes + 17);
  remove_head(document, "id");
  EXPECT_EQ(batch.held_bytes(batch.append(document)), Batch::kRowBytes + 8);
}

TEST(Batch, CountsCodePointsOfUtf8Only) {
  Batch batch;
  batch.append(document_of("中文", Payload::kText));
  batch.append(document_of("\xD6\xD0", Payload::kHtmlBytes));
  EXPECT_EQ(batch.code_points, (std::vector<std::int64_t>{2, 0}));
  batch.set_text(1, "中", Payload::kHtml);
  EXPECT_EQ(batch.code_points[1], 1);
}

TEST(Batch, CopiesNoPartOfARow) {
  Batch batch = batch_of({"head 正文"});
  const std::string_view part = batch.text[0].substr(5);
  batch.set_text(0, part, Payload::kText);
  EXPECT_EQ(batch.text[0].data(), part.data());
  EXPECT_EQ(batch.code_points[0], 2);
  const std::string other = "正文";
  batch.set_text(0, other, Payload::kText);
  EXPECT_NE(batch.text[0].data(), other.data());
}

TEST(Batch, LeavesDroppedRowsOutOfTheSelection) {
  Batch batch = batch_of({"a", "b", "c"});
  batch.drop(1, DropReason::kHttpStatus);
  batch.remove_dropped();
  EXPECT_EQ(batch.selected, (std::vector<RowIndex>{0, 2}));
  EXPECT_EQ(batch.text[1], "b");
  EXPECT_EQ(batch.dropped[0].cause, static_cast<CauseId>(DropReason::kHttpStatus));
  EXPECT_TRUE(std::isnan(batch.dropped[0].value));
}

TEST(Batch, SumsTheSelectedRows) {
  Batch batch = batch_of({"中文", "b", "cc"});
  batch.drop(1, DropReason::kMediaType);
  batch.remove_dropped();
  EXPECT_EQ(batch.selected_amount(), (Amount{.documents = 2, .bytes = 8, .code_points = 4}));
}

TEST(Batch, KeepsReceiptsOfCuts) {
  Batch batch = batch_of({"keep, cut"});
  {
    const std::string cut = ", cut";
    batch.record_cut(0, kFirstStepCause, cut, 0.5);
  }
  EXPECT_EQ(batch.cuts[0].text, ", cut");
  EXPECT_EQ(batch.cuts[0].value, 0.5);
}

TEST(Batch, ForgetsEverythingOnClear) {
  Batch batch = batch_of({"a", "b"});
  batch.signals.resize(1);
  batch.signals.set(0, 1, 3.0);
  batch.drop(0, DropReason::kCharset);
  batch.record_cut(1, kFirstStepCause, "x", 0);
  batch.clear();
  EXPECT_EQ(batch.num_rows(), 0u);
  EXPECT_TRUE(batch.selected.empty() && batch.dropped.empty() && batch.cuts.empty());
  EXPECT_EQ(batch.append(document_of("c")), 0u);
  EXPECT_TRUE(std::isnan(batch.signals.at(0, 0)));
}

TEST(SignalTable, IsNotANumberWhereNothingWasMeasured) {
  SignalTable signals;
  signals.resize(2);
  signals.set(1, 2, 0.25);
  EXPECT_EQ(signals.at(1, 2), 0.25);
  EXPECT_TRUE(std::isnan(signals.at(1, 1)));
  EXPECT_TRUE(std::isnan(signals.at(0, 2)));
}

TEST(Document, ForgetsTokensWithTheTextOrLanguageThatTheyAreOf) {
  Batch batch;
  batch.append({.text = "one, two"});
  EXPECT_EQ(batch.num_tokens[0], Batch::kNotCounted);
  Document document(batch, 0);
  batch.num_tokens[0] = 3;
  document.set_text("one");
  EXPECT_EQ(batch.num_tokens[0], Batch::kNotCounted);
  batch.num_tokens[0] = 1;
  document.set_language("zh");
  EXPECT_EQ(batch.num_tokens[0], Batch::kNotCounted);
}

TEST(Document, EditsItsRowAlone) {
  Batch batch = batch_of({"a", "b"});
  batch.signals.resize(1);
  Document document(batch, 1, 0);
  document.set_text("中文");
  document.set_language("zh-Hans");
  document.set_signal(2);
  EXPECT_EQ(batch.text[0], "a");
  EXPECT_EQ(batch.text[1], "中文");
  EXPECT_EQ(batch.code_points[1], 2);
  EXPECT_EQ(document.language(), "zh-Hans");
  EXPECT_EQ(batch.signals.at(0, 1), 2);
}

TEST(Document, IgnoresItsSignalWithoutAColumn) {
  Batch batch = batch_of({"a"});
  Document(batch, 0).set_signal(1);
  EXPECT_EQ(batch.signals.num_signals(), 0u);
}

}  // namespace
}  // namespace tamis
