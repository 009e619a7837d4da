#include <fmt/format.h>

#include "tamis/output/report.h"
#include "tamis/output/report_numbers.h"

namespace tamis::output {
namespace {

void append_row(std::string& text, std::string_view name, std::int64_t documents,
                std::int64_t num_read, std::int64_t bytes) {
  text += fmt::format("  {:<44} {:>12} {:>9} {:>12}\n", name, grouped(documents),
                      readable_share(documents, num_read), readable_bytes(bytes));
}

void append_steps(std::string& text, const pipeline::Plan& plan, const pipeline::Ledger& ledger,
                  std::string_view stage) {
  const std::int64_t num_read = ledger.read().documents;
  for (CauseId cause = 0; cause < plan.steps.size(); ++cause) {
    const pipeline::Step& step = plan.steps[cause];
    if (step.stage != stage) continue;
    const pipeline::StepBooks books = ledger.step(cause);
    if (books.dropped.documents > 0)
      append_row(text, fmt::format("    - {}", step.name), books.dropped.documents, num_read,
                 books.dropped.bytes);
    if (books.cut.pieces > 0)
      text += fmt::format(
          "  {:<44} {:>22} {:>12}\n",
          fmt::format("    ~ {}, cut out of {}", step.name, grouped(books.cut.documents)),
          counted(books.cut.pieces, "piece"), readable_bytes(books.cut.bytes));
  }
}

// No line of it is broken, and who searches it types a space.
std::string with_plain_spaces(std::string_view text) {
  constexpr std::string_view kNoBreakSpace = "\u00A0";
  std::string plain;
  for (std::size_t at = text.find(kNoBreakSpace); at != text.npos; at = text.find(kNoBreakSpace)) {
    plain.append(text.substr(0, at)).push_back(' ');
    text.remove_prefix(at + kNoBreakSpace.size());
  }
  return plain.append(text);
}

}  // namespace

std::string report_text(const pipeline::Plan& plan, const pipeline::Ledger& ledger) {
  const Amount read = ledger.read();
  std::string text =
      fmt::format("  {:<44} {:>12} {:>9} {:>12}\n", "", "documents", "of read", "bytes");
  append_row(text, "read", read.documents, read.documents, read.bytes);
  // A branch sees only its documents; "left" counts those of the other branches too.
  Amount left = read;
  for (std::size_t stage = 0; stage < plan.stages.size(); ++stage) {
    const pipeline::StageFlow flow = ledger.flow(stage);
    const std::string& name = plan.stages[stage].name;
    left -= flow.in;
    left += flow.out;
    append_steps(text, plan, ledger, name);
    append_row(text, fmt::format("  after {}", name), left.documents, read.documents, left.bytes);
  }
  append_row(text, "kept", ledger.kept().documents, read.documents, ledger.kept().bytes);
  for (const auto& [tag, books] : ledger.languages()) {
    if (books.kept.documents == 0) continue;
    append_row(text, fmt::format("    {}", tag.empty() ? pipeline::kUntagged : tag),
               books.kept.documents, read.documents, books.kept.bytes);
  }
  return with_plain_spaces(text);
}

}  // namespace tamis::output
