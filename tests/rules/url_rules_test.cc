// The rules on addresses, with lists as people have them.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "tamis/base/ascii.h"
#include "tamis/rules/url_list.h"
#include "tamis/text/lines.h"
#include "tests/must.h"
#include "tests/rules/default_rule.h"
#include "tests/rules/temporary_file.h"

namespace tamis::rules {
namespace {

using Settings = std::vector<std::pair<std::string_view, ParamValue>>;
using Words = std::vector<std::string>;

Result<RuleInstance> try_made_with(std::string_view name, const Settings& settings) {
  RuleInstance rule = default_rule(name);
  const auto& setup = rule.spec->measure.setup;
  rule.params = setup.make_params();
  for (const auto& [param_name, value] : settings) {
    for (const ParamSpec& param : rule.spec->params) {
      if (param.name == param_name) {
        EXPECT_TRUE(param.set(rule.params.get(), value));
      }
    }
  }
  ReadFiles files;
  TAMIS_ASSIGN(rule.model, setup.make_model(rule.params.get(), files));
  return rule;
}

RuleInstance made_with(std::string_view name, const Settings& settings) {
  return must(try_made_with(name, settings));
}

double measure_url(const RuleInstance& rule, std::string_view url) {
  return apply_rule(rule, {.url = url, .language = "en", .text = "text"}).value;
}

TEST(ListedDomainCount, LooksAtAllDomainsAboveTheHost) {
  const RuleInstance rule = made_with(
      "listed_domain_count", {{"domains", Words{"bad.blogs.example", "bad.example", "192.0.2.7",
                                                "GOV.example.", "中文.网址"}}});
  EXPECT_EQ(measure_url(rule, "http://my.bad.blogs.example/a"), 1);
  EXPECT_EQ(measure_url(rule, "http://blogs.example/bad.example"), 0);
  EXPECT_EQ(measure_url(rule, "http://verybad.example/"), 0);
  EXPECT_EQ(measure_url(rule, "http://192.0.2.7:8080/"), 1);
  EXPECT_EQ(measure_url(rule, "http://1.192.0.2.7/"), 0);
  EXPECT_EQ(measure_url(rule, "https://www.gov.example"), 1);
  EXPECT_EQ(measure_url(rule, "http://WWW.xn--fiq228c.xn--ses554g/"), 1);
  EXPECT_EQ(measure_url(rule, ""), 0);
}

TEST(ListedDomainCount, LooksAtTheRegisteredDomainAlone) {
  const RuleInstance rule =
      made_with("listed_domain_count",
                {{"domains", Words{"a.bbc.co.uk", "b.com.cn", "org"}}, {"parents", "registered"}});
  EXPECT_EQ(measure_url(rule, "http://a.bbc.co.uk/"), 1);
  EXPECT_EQ(measure_url(rule, "http://www.a.bbc.co.uk/"), 0);
  EXPECT_EQ(measure_url(rule, "http://x.y.b.com.cn/"), 1);
  EXPECT_EQ(measure_url(rule, "http://b.com.cn/"), 1);
  EXPECT_EQ(measure_url(rule, "http://example.org/"), 0);
}

TEST(ListedUrlCount, CountsAnAddressForAllBelowIt) {
  const RuleInstance rule = made_with(
      "listed_url_count",
      {{"urls", Words{"news.example/casino", "http://www.blog.example/~lee/", "q.example?id=7"}}});
  for (const std::string_view url :
       {"http://news.example/casino", "https://WWW.news.example:443/casino/",
        "news.example/casino/a", "http://www2.news.example/casino#top",
        "http://blog.example/~lee/2020/", "http://q.example?id=7&x"}) {
    EXPECT_EQ(measure_url(rule, url), 1) << url;
  }
  for (const std::string_view url :
       {"http://news.example/casinos", "http://news.example/", "http://a.news.example/casino",
        "http://blog.example/~leeds", "http://news.example/Casino", "http://q.example?id=77", ""}) {
    EXPECT_EQ(measure_url(rule, url), 0) << url;
  }
}

TEST(ListedUrlCount, UndoesThePercentEncodingOfWideBytes) {
  const RuleInstance rule =
      made_with("listed_url_count",
                {{"urls", Words{"wiki.example/赌场", "a.example/%e8%b5%8c", "b.example/x"}}});
  EXPECT_EQ(measure_url(rule, "http://wiki.example/%E8%B5%8C%E5%9C%BA?a"), 1);
  EXPECT_EQ(measure_url(rule, "http://a.example/赌"), 1);
  EXPECT_EQ(measure_url(rule, "http://b.example/x%2Fy"), 0);
  EXPECT_EQ(measure_url(rule, "http://b.example/%78"), 0);
  EXPECT_EQ(measure_url(rule, "http://wiki.example/%E8%B5%8"), 0);
}

TEST(ListedUrlCount, ComparesByteByByteIfAsked) {
  const RuleInstance rule =
      made_with("listed_url_count", {{"urls", Words{"http://a.example/x"}}, {"match", "exact"}});
  EXPECT_EQ(measure_url(rule, "http://a.example/x"), 1);
  EXPECT_EQ(measure_url(rule, "http://a.example/x/"), 0);
  EXPECT_EQ(measure_url(rule, "https://a.example/x"), 0);
}

TEST(ListedUrlCount, TakesEndlessAddresses) {
  const RuleInstance rule = made_with("listed_url_count", {{"urls", Words{"a.example/x"}}});
  std::string url = "http://a.example/x";
  for (int i = 0; i < 1'000'000; ++i) url += "/?";
  EXPECT_EQ(measure_url(rule, url), 1);
}

TEST(UrlWordCount, CutsAtAllButLettersAndDigits) {
  const RuleInstance rule =
      made_with("url_word_count", {{"words", Words{"casino", "Po-Ker", "24"}}});
  EXPECT_EQ(measure_url(rule, "http://casino.example/casino?x=24"), 2);
  EXPECT_EQ(measure_url(rule, "http://CASINO.example/"), 1);
  EXPECT_EQ(measure_url(rule, "http://a.example/po-ker"), 0);
  EXPECT_EQ(measure_url(rule, "http://a.example/poker"), 1);  // as published: "Po-Ker" is one word
  EXPECT_EQ(measure_url(rule, "http://a.example/中casino文"), 1);
  EXPECT_EQ(measure_url(rule, "http://a.example/"), 0);
}

TEST(UrlWordCount, MatchesLowerCaseAloneIfAsked) {
  const RuleInstance rule =
      made_with("url_word_count", {{"words", Words{"Casino"}}, {"matches_case", true}});
  EXPECT_EQ(measure_url(rule, "http://a.example/casino"), 1);
  EXPECT_EQ(measure_url(rule, "http://a.example/Casino"), 0);
}

TEST(UrlSubstringCount, LooksAcrossHyphensAndDots) {
  const RuleInstance rule =
      made_with("url_substring_count", {{"substrings", Words{"free-casino"}}});
  EXPECT_EQ(measure_url(rule, "http://the.FREE.casino.example/freecasinos"), 2);
  EXPECT_EQ(measure_url(rule, "http://free.example/"), 0);
}

TEST(UrlRules, ReadCategoriesOfBlockLists) {
  const std::string folder = testing::TempDir() + "tamis_url_rules/gambling";
  std::filesystem::create_directories(folder);
  std::ofstream(folder + "/domains") << "casino.example\r\n# old\nbet.example\n";
  std::ofstream(folder + "/urls") << "news.example/bets\n";
  std::ofstream(folder + "/expressions") << "(casino)\n";
  EXPECT_EQ(measure_url(made_with("listed_domain_count", {{"folders", Words{folder}}}),
                        "http://www.bet.example/"),
            1);
  EXPECT_EQ(measure_url(made_with("listed_url_count", {{"folders", Words{folder}}}),
                        "http://news.example/bets/2"),
            1);
  std::filesystem::remove_all(folder);
}

// Half of the categories of UT1, 90,000 domains and addresses, as they are packed beside the
// checkout.
class Ut1Lists : public testing::Test {
 protected:
  void SetUp() override {
    const std::string archive = TAMIS_SHARED_DIR "/data/url_lists/ut1_half.tar.zst";
    if (!std::filesystem::exists(archive)) GTEST_SKIP() << "no " << archive;
    std::filesystem::create_directories(folder_);
    const std::string command = "tar --zstd -xf '" + archive + "' -C '" + folder_ + "'";
    ASSERT_EQ(std::system(command.c_str()), 0);
    for (const auto& entry : std::filesystem::directory_iterator(folder_ + "/ut1_half")) {
      if (entry.is_directory()) categories_.push_back(entry.path());
    }
    ASSERT_GT(categories_.size(), 20u);
  }

  void TearDown() override { std::filesystem::remove_all(folder_); }

  static std::vector<std::string> lines_of(const std::filesystem::path& path) {
    std::ifstream file(path);
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);) {
      line = text::trim(line);
      if (!line.empty() && line[0] != '#') lines.push_back(std::move(line));
    }
    return lines;
  }

  const std::string folder_ = testing::TempDir() + "tamis_ut1_lists";
  std::vector<std::filesystem::path> categories_;
};

TEST_F(Ut1Lists, HoldTheirOwnDomainsAndAllBelowThem) {
  std::size_t num_domains = 0;
  for (const std::filesystem::path& category : categories_) {
    const std::vector<std::string> domains = lines_of(category / "domains");
    if (domains.empty()) continue;
    const RuleInstance rule =
        made_with("listed_domain_count", {{"folders", Words{category.string()}}});
    for (std::size_t i = 0; i < domains.size(); ++i) {
      const std::string& domain = domains[i];
      EXPECT_GE(measure_url(rule, "http://" + domain + "/a"), 1) << domain;
      constexpr std::size_t kOneOf = 16;
      if (i % kOneOf != 0) continue;
      EXPECT_EQ(measure_url(rule, "http://" + domain + ".not.example/"), 0) << domain;
      if (is_ascii_digit(domain.back())) continue;  // below a number there is nothing
      EXPECT_GE(measure_url(rule, "https://www.sub." + domain + ":8443"), 1) << domain;
    }
    num_domains += domains.size();
  }
  EXPECT_GT(num_domains, 50'000u);
}

TEST_F(Ut1Lists, HoldTheirOwnAddressesAndAllBelowThem) {
  std::size_t num_urls = 0;
  for (const std::filesystem::path& category : categories_) {
    const std::vector<std::string> urls = lines_of(category / "urls");
    if (urls.empty()) continue;
    const RuleInstance rule =
        made_with("listed_url_count", {{"folders", Words{category.string()}}});
    for (const std::string& url : urls) {
      EXPECT_GE(measure_url(rule, "http://" + url), 1) << url;
      EXPECT_EQ(measure_url(rule, "http://elsewhere.example/" + url), 0) << url;
    }
    num_urls += urls.size();
  }
  EXPECT_GT(num_urls, 5'000u);
}

// Hosts files, AdBlock's filters, wildcards and addresses all mean a domain.
TEST(ListedDomainCount, ReadsTheFormsOfBlockLists) {
  const TemporaryFile file("domains.txt",
                           "! Title: a list\n[Adblock Plus 2.0]\nhttp://casino.example/\n"
                           "*.bet.example\n.poker.example\n||slots.example^\n"
                           "||dice.example^$third-party\n0.0.0.0 spin.example\n"
                           "::1\troulette.example\ncasino2.example # gambling\n"
                           "user@lotto.example:8080\n192.0.2.7\n||赌场.中国^\n");
  const RuleInstance rule = made_with("listed_domain_count", {{"files", Words{file.path()}}});
  for (const std::string_view url :
       {"http://casino.example/", "http://a.bet.example/", "http://poker.example/",
        "http://slots.example/", "http://dice.example/", "http://spin.example/",
        "http://roulette.example/", "http://casino2.example/", "http://lotto.example/",
        "http://192.0.2.7/", "http://xn--mes317j.xn--fiqs8s/"}) {
    EXPECT_EQ(measure_url(rule, url), 1) << url;
  }
  EXPECT_EQ(measure_url(rule, "http://0.0.0.0/"), 0);
  EXPECT_EQ(measure_url(rule, "http://gambling/"), 0);
}

std::string complaint_of(std::string_view name, std::string_view param, std::string_view entry) {
  const auto rule = try_made_with(name, {{param, Words{std::string(entry)}}});
  return rule.has_value() ? "" : std::string(rule.error().message());
}

TEST(UrlRules, RefuseWhatCanNeverMatch) {
  for (const std::string_view entry :
       {"casino.example/poker", "bet*.example", "a.example b.example",
        "0.0.0.0 a.example b.example", "@@||good.example^", "address=/a.example/", "||a.example^x",
        "*", "http://"}) {
    EXPECT_NE(complaint_of("listed_domain_count", "domains", entry), "") << entry;
  }
  EXPECT_NE(complaint_of("url_substring_count", "substrings", "赌场"), "");
  EXPECT_NE(complaint_of("url_word_count", "words", "赌场"), "");
}

TEST(UrlRules, NameTheLineThatCanNeverMatch) {
  const TemporaryFile file("words.txt", "casino\n赌场\n");
  const auto rule = try_made_with("url_substring_count", {{"files", Words{file.path()}}});
  ASSERT_FALSE(rule.has_value());
  EXPECT_NE(rule.error().message().find("words.txt:2"), std::string_view::npos);
}

// The folder above the categories, as `ut1` of `ut1/adult`.
TEST(UrlRules, RefuseAFolderWithoutTheirList) {
  const std::string folder = testing::TempDir() + "tamis_url_rules_above";
  std::filesystem::create_directories(folder + "/adult");
  std::ofstream(folder + "/adult/domains") << "casino.example\n";
  for (const std::string name : {"listed_domain_count", "listed_url_count"}) {
    const auto rule = try_made_with(name, {{"folders", Words{folder}}});
    ASSERT_FALSE(rule);
    EXPECT_TRUE(rule.error().message().starts_with("no category of a block list")) << name;
  }
  EXPECT_TRUE(try_made_with("listed_domain_count", {{"folders", Words{folder + "/adult"}}}));
  const auto urls = try_made_with("listed_url_count", {{"folders", Words{folder + "/adult"}}});
  ASSERT_FALSE(urls);
  EXPECT_TRUE(urls.error().message().starts_with("no folder holds a file `urls`"));
  EXPECT_TRUE(try_made_with(
      "listed_url_count", {{"folders", Words{folder + "/adult"}}, {"urls", Words{"a.example/x"}}}));
  std::filesystem::remove_all(folder);
}

TEST(UrlRules, NameTheFolderThatIsMissing) {
  const auto rule = try_made_with("listed_domain_count", {{"folders", Words{"/nowhere/adult"}}});
  ASSERT_FALSE(rule.has_value());
  EXPECT_NE(rule.error().message().find("/nowhere/adult"), std::string_view::npos);
}

}  // namespace
}  // namespace tamis::rules
