// Page to main text: the one entry of this folder.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace tamis::extract {

class SiteTemplates;
struct SiteTexts;

struct Options {
  std::string favour = "balanced";  // "precision": less, cleaner; "recall": more, dirtier
  std::string form = "text";        // "text": a block a line; "markdown"
  bool keeps_tables = true;         // data tables, a row a line, cells separated by " | "
  bool keeps_lists = true;
  bool keeps_comments = false;     // readers' comments below an article
  bool reads_attribution = false;  // author, site and canonical_url of Page
  std::string templates;           // the file that `site_templates` was read from
  // What other pages of a site say (site_templates.h). Null: nothing is known of them.
  std::shared_ptr<const SiteTemplates> site_templates = nullptr;
};

struct Page {
  std::string text;             // the main text, in Options::form
  bool is_stated = false;       // it is JSON-LD's articleBody, which the page shows nowhere
  std::string title;            // this and what follows is empty if the page says none
  std::string author;           // several names are joined by ", "
  std::string date;             // ISO 8601, as precise as the page says it
  std::string site;             // its name
  std::string canonical_url;    // resolved against the page's own
  std::string language;         // as declared by the page, lower case, unchecked
  std::int64_t nesting = 0;     // open elements at the deepest place
  std::int64_t attributes = 0;  // the most of one tag
};

// Memory reused from page to page. Not thread-safe.
class Workspace {
 public:
  Workspace();
  ~Workspace();
  Workspace(Workspace&&) noexcept;
  Workspace& operator=(Workspace&&) noexcept;

  struct Memory;
  Memory& memory() { return *memory_; }

 private:
  std::unique_ptr<Memory> memory_;
};

// Extracts the main text of one HTML page in UTF-8. Linear in html.size(), whatever it holds;
// any bytes are accepted. `page` is overwritten. `url` may be empty: it helps with the date.
void extract_page(std::string_view html, std::string_view url, const Options& options,
                  Workspace& workspace, Page& page);

// Replaces `texts` by what SiteTextCounter counts of a page.
void read_page_texts(std::string_view html, std::string_view url, Workspace& workspace,
                     SiteTexts& texts);

// The blocks of a page, one a line, tab-separated: score, kept or not, what was measured, text.
// For people and for tools/train_main_text.py.
std::string explain_page(std::string_view html, const Options& options, Workspace& workspace);

}  // namespace tamis::extract
