#include "tamis/rules/visitor_speech.h"

#include <gtest/gtest.h>

#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "tests/must.h"
#include "tests/rules/default_rule.h"

namespace tamis::rules {
namespace {

std::int64_t points(std::string_view sentence) {
  static const VisitorSpeech kSpeech = must(VisitorSpeech::make({}));
  PassageScratch scratch;
  return kSpeech.points(Passage(sentence, {.language = "en"}, scratch));
}

std::vector<std::string> lines_of(const char* name) {
  std::ifstream file(std::string(TAMIS_SOURCE_DIR "/tests/rules/") + name);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

// The share of a file's lines of which the rule leaves less than half.
double share_cut(const char* name) {
  const RuleInstance rule = default_rule("visitor_speech_score");
  const std::vector<std::string> lines = lines_of(name);
  int num_cut = 0;
  for (const std::string& line : lines) {
    num_cut +=
        apply_rule(rule, {.language = "en", .text = line}).left.size() * 2 < line.size() ? 1 : 0;
  }
  return static_cast<double>(num_cut) / static_cast<double>(lines.size());
}

// Of the last 97 lines, which were written to be unlike the phrases, only about half are found.
TEST(VisitorSpeech, FindsWhatPagesSayToVisitors) { EXPECT_GE(share_cut("visitor_lines.txt"), .83); }

TEST(VisitorSpeech, SparesWhatProseSaysOfTheSame) {
  EXPECT_LE(share_cut("visitor_prose.txt"), .02);
}

TEST(VisitorSpeech, SparesCodeAndWhatManualsTell) {
  for (const std::string_view sentence :
       {"ORDER BY p;", "    ORDER BY year DESC", "$ ssh-keygen -t rsa",
        "Here is a sample implementation of the scheduler:",
        "Here\u2019s a possible layout for your project",
        "It is recommended to accept all changes of the tool.",
        "The first column (zip code) fully determines the second.",
        "Feel free to modify parser.rows before the call.",
        "Tags: field::arts, hardware::camera, role::program",
        "Objects made by make_mill() can now be updated from lib/password files."}) {
    EXPECT_LE(points(sentence), 4) << sentence;
  }
  EXPECT_GT(points("Order by phone today!"), 4);
  EXPECT_GT(points("Here is a possible rewrite of your text:"), 4);
  EXPECT_GT(points("Enter your ZIP code now to compare quotes!"), 4);
}

TEST(VisitorSpeech, AddsUpWhatCalls) {
  EXPECT_EQ(points("The mill was built in 1820."), 0);
  EXPECT_GT(points("Get 200 free spins at our casino today!"),
            points("Get 200 free spins at our casino."));
  EXPECT_GT(points("Order your copy for $5."), points("Order your copy."));
  EXPECT_GT(points("Call now 555-867-5309"), points("Call now 55"));
  EXPECT_GT(points("Subscribe to our newsletter"), 4);
  EXPECT_GT(points("We don\u2019t sell it: don\u2019t hesitate to call us today"), 4);
  EXPECT_GT(points("\u00A9 2024 Old Mill"), 4);
}

TEST(VisitorSpeech, TakesReportsAndQuotationsAway) {
  EXPECT_GT(points("Claim your bonus now"), points("\u201CClaim your bonus now\u201D"));
  EXPECT_GT(points("Subscribe to our newsletter"),
            points("He told us: subscribe to our newsletter"));
  EXPECT_GT(points("Call us today"), points("They call us today"));
  EXPECT_LT(points("Bitcoin is traded in the US"), points("Bitcoin is traded with us"));
}

TEST(VisitorSpeech, KnowsWholeSentencesAndBeginnings) {
  EXPECT_GT(points("[Read more...]"), 4);
  EXPECT_EQ(points("They read more books."), 0);
  EXPECT_GT(points("Tags: mills, rivers"), 4);
  EXPECT_LT(points("The herd had ear tags: red ones."), 5);
}

TEST(VisitorSpeech, TakesAnyBytes) {
  std::mt19937 random(7);
  for (int i = 0; i < 200; ++i) {
    std::string bytes(300, ' ');
    for (char& byte : bytes) byte = static_cast<char>(random());
    EXPECT_GE(points(bytes), 0);
  }
  EXPECT_EQ(points(""), 0);
  EXPECT_EQ(points("...!?"), 0);
  EXPECT_EQ(points("磨坊建于一八二〇年。"), 0);
}

}  // namespace
}  // namespace tamis::rules
