#include "tamis/extract/main_text.h"

#include <fmt/format.h>

#include <iterator>
#include <utility>
#include <vector>

#include "tamis/extract/ascii.h"
#include "tamis/extract/block_builder.h"
#include "tamis/extract/block_forms.h"
#include "tamis/extract/html_tokenizer.h"
#include "tamis/extract/kept_blocks.h"
#include "tamis/extract/main_text_decision.h"
#include "tamis/extract/markdown.h"
#include "tamis/extract/metadata.h"
#include "tamis/extract/page_text.h"
#include "tamis/extract/site_repeats.h"
#include "tamis/extract/stated_body.h"

namespace tamis::extract {

struct Workspace::Memory {
  Blocks blocks;
  BlockBuilder builder;
  MetadataReader metadata;
  Decision decision;
  std::vector<std::uint32_t> kept;
  BlockForms forms;
};

Workspace::Workspace() : memory_(std::make_unique<Memory>()) {}
Workspace::~Workspace() = default;
Workspace::Workspace(Workspace&&) noexcept = default;
Workspace& Workspace::operator=(Workspace&&) noexcept = default;

namespace {

// Returns the most attributes that one tag has.
std::size_t read_page(std::string_view html, const Options& options, Workspace::Memory& memory) {
  memory.builder.start(memory.blocks);
  memory.metadata.start(options.reads_attribution);
  HtmlTokenizer tokenizer(html);
  while (memory.builder.read(tokenizer)) memory.metadata.add(tokenizer.token());
  memory.builder.finish();
  return tokenizer.most_attributes();
}

// The page's own address, or the one that it states: saved pages have no other.
std::string address_of(std::string_view url, const Workspace::Memory& memory) {
  return url.empty() ? memory.metadata.canonical_url(url) : std::string(url);
}

void decide(std::string_view url, const Options& options, Workspace::Memory& memory) {
  if (options.site_templates != nullptr)
    find_site_repeats(*options.site_templates, address_of(url, memory), memory.blocks);
  decide_main_text(memory.blocks, options, memory.decision);
}

void write_kept(std::string_view html, const Options& options, Workspace::Memory& memory,
                std::string& text) {
  memory.forms.read(memory.blocks);
  if (options.form == "markdown") {
    write_markdown(memory.blocks, memory.kept, memory.forms, html, text);
  } else {
    write_page_text(memory.blocks, memory.kept, memory.forms, text);
  }
}

std::size_t num_kept_bytes(const Workspace::Memory& memory) {
  std::size_t num_bytes = 0;
  for (const std::uint32_t index : memory.kept)
    num_bytes += memory.blocks.blocks[index].num_bytes();
  return num_bytes;
}

// Replaces the text, what the page shows, by what it states if that is its article and shown
// nowhere.
void take_stated_body(const Options& options, Workspace::Memory& memory, Page& page) {
  page.is_stated = false;
  const std::string_view body = memory.metadata.stated_body();
  const std::size_t num_shown = num_kept_bytes(memory);
  if (!is_mostly_unseen(body.size(), num_shown)) return;
  const std::string html = stated_body_page(body);
  Blocks stated = read_blocks(html);
  if (says_part_of(memory.blocks.text, stated.text)) return;
  memory.blocks = std::move(stated);
  memory.kept.clear();
  for (std::uint32_t i = 0; i < memory.blocks.blocks.size(); ++i) {
    if (!memory.blocks.blocks[i].is_hidden) memory.kept.push_back(i);
  }
  if (!is_mostly_unseen(num_kept_bytes(memory), num_shown)) return;
  write_kept(html, options, memory, page.text);
  page.is_stated = true;
}

void read_metadata(std::string_view url, const Options& options, const Workspace::Memory& memory,
                   Page& page) {
  page.title = memory.metadata.title(memory.blocks);
  page.date = memory.metadata.date(url, memory.blocks, page.title);
  page.language = memory.metadata.language();
  page.author.clear();
  page.site.clear();
  page.canonical_url.clear();
  if (!options.reads_attribution) return;
  page.author = memory.metadata.author(memory.blocks, page.title);
  page.site = memory.metadata.site();
  page.canonical_url = memory.metadata.canonical_url(url);
}

void print_block(const Workspace::Memory& memory, std::size_t index, std::string& out) {
  const Block& block = memory.blocks.blocks[index];
  const BlockFeatures& row = memory.decision.features[index];
  auto end = std::back_inserter(out);
  fmt::format_to(end, "{}\t{}\t{}\t{:x}\t{:x}\t{:x}\t{},{},{},{},{},{},{}\t",
                 memory.decision.scores[index], static_cast<int>(memory.decision.is_kept[index]),
                 tag_name(memory.blocks.container_of(block).tag), row.meanings_near,
                 row.meanings_any, row.tags_any, block.container, row.levels[0], row.levels[1],
                 row.levels[2], row.levels[3], row.group, row.twin);
  for (const std::int16_t value : row.values) fmt::format_to(end, "{} ", value);
  out += '\t';
  for (const char byte : memory.blocks.text_of(block)) out += is_html_space(byte) ? ' ' : byte;
  out += '\n';
}

}  // namespace

void extract_page(std::string_view html, std::string_view url, const Options& options,
                  Workspace& workspace, Page& page) {
  Workspace::Memory& memory = workspace.memory();
  page.attributes = static_cast<std::int64_t>(read_page(html, options, memory));
  page.nesting = memory.builder.deepest();
  decide(url, options, memory);
  find_kept_blocks(memory.blocks, memory.decision.is_kept, html, memory.kept);
  write_kept(html, options, memory, page.text);
  read_metadata(url, options, memory, page);
  take_stated_body(options, memory, page);
}

void read_page_texts(std::string_view html, std::string_view url, Workspace& workspace,
                     SiteTexts& texts) {
  Workspace::Memory& memory = workspace.memory();
  read_page(html, {}, memory);
  read_site_texts(memory.blocks, address_of(url, memory), texts);
}

std::string explain_page(std::string_view html, const Options& options, Workspace& workspace) {
  Workspace::Memory& memory = workspace.memory();
  read_page(html, options, memory);
  decide({}, options, memory);
  std::string out;
  for (std::size_t i = 0; i < memory.blocks.blocks.size(); ++i) print_block(memory, i, out);
  return out;
}

}  // namespace tamis::extract
