// What tests of site templates share.
#pragma once

#include <cstdlib>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tamis/extract/site_text_counter.h"
#include "tests/must.h"

namespace tamis::extract {

// A file that is a string.
class TextFile final : public io::OutputFile {
 public:
  Result<void> write(std::string_view bytes) override {
    text += bytes;
    return {};
  }
  Result<std::int64_t> sync() override { return static_cast<std::int64_t>(text.size()); }
  Result<void> commit() override { return {}; }

  std::string text;
};

inline SiteTexts page_of(std::string site, std::initializer_list<std::string_view> texts) {
  SiteTexts page = {.site = std::move(site), .texts = {}};
  for (const std::string_view text : texts) page.texts.push_back(hash_site_text(text));
  return page;
}

inline SiteTextCounter counted(const std::vector<SiteTexts>& pages,
                               std::int64_t memory_bytes = std::int64_t{1} << 20) {
  SiteTextCounter counter(memory_bytes);
  for (const SiteTexts& page : pages) counter.add(page);
  counter.finish();
  return counter;
}

// Ends the test program if it cannot be written.
inline std::string written(const SiteTextCounter& counter) {
  TextFile file;
  if (!counter.write(file)) std::abort();
  return file.text;
}

inline SiteTemplates templates_of(const std::vector<SiteTexts>& pages) {
  return must(SiteTemplates::parse(written(counted(pages))));
}

}  // namespace tamis::extract
