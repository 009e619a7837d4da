#include "tamis/extract/open_elements.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tamis/extract/block_builder.h"

namespace tamis::extract {
namespace {

// The tags around the last block, outermost first: "/table/tr/td".
std::string path_of_last_block(std::string_view html) {
  const Blocks blocks = read_blocks(html);
  std::vector<std::string_view> tags;
  if (blocks.blocks.empty()) return {};
  for (std::uint32_t i = blocks.blocks.back().container; i != kPageContainer;
       i = blocks.containers[i].parent) {
    tags.push_back(tag_name(blocks.containers[i].tag));
  }
  std::string path;
  for (auto tag = tags.rbegin(); tag != tags.rend(); ++tag) path.append("/").append(*tag);
  return path;
}

struct Case {
  std::string_view html;
  std::string_view path;
};

void expect_paths(std::initializer_list<Case> cases) {
  for (const auto& [html, path] : cases) EXPECT_EQ(path_of_last_block(html), path) << html;
}

TEST(OpenElements, ClosesWhatIsImplied) {
  expect_paths({{"<p>a<p>b", "/p"},
                {"<p>a<div>b", "/div"},
                {"<ul><li>a<li>b", "/ul/li"},
                {"<ul><li>a<ul><li>b", "/ul/li/ul/li"},
                {"<dl><dt>a<dd>b<dt>c", "/dl/dt"},
                {"<table><tr><td>a<td>b<tr><td>c", "/table/tr/td"},
                {"<table><thead><tr><th>a<tbody><tr><td>b", "/table/tbody/tr/td"},
                {"<h1>a<h2>b", "/h2"},
                {"<table><form><tr><td>a", "/table/tr/td"},
                {"<table><tr><form><td>a", "/table/tr/td"}});
}

TEST(OpenElements, EndsOnlyWhatIsInScope) {
  expect_paths({{"<div>a</section>b", "/div"},
                {"<div><table><tr><td></div>a", "/div/table/tr/td"},
                {"<table><tr><td><table><tr><td>a</table>b", "/table/tr/td"},
                {"<div><p>a</div>b", ""},
                {"<ul><li><div>a</li>b", "/ul"},
                {"<form><div>a</form>b</div>c", "/form"},
                {"<div><h1>a</h2>b", "/div"},
                {"<template><tr><td>a</template><p>b", "/p"},
                {"<table><tr><td>a<template><tr><td>b</template>c", "/table/tr/td"}});
}

TEST(OpenElements, StopsNestingAtItsLimit) {
  std::string html;
  for (int i = 0; i < 2000; ++i) html += "<div>";
  html += "deep";
  for (int i = 0; i < 2000; ++i) html += "</div>";
  EXPECT_EQ(path_of_last_block(html + "<p>a"), "/p");
}

}  // namespace
}  // namespace tamis::extract
